import { type FootingSense, type Hanging, sensesOfGovernor } from '../lexicon/footing.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';

/** A step from a predicate to the word it hangs on, with what that word does to it. */
export interface Step {
  readonly below: number;
  readonly above: number;
  readonly hanging: Hanging;
  readonly senses: readonly FootingSense[];
}

/*
 * A predicate hangs on the word that plans, denies or reports it: "agreed | to leave", "denied | that it had left", "called for a
 * | withdrawal", "plans | to storm the palace". From an infinitive or noun the way goes on upwards ("was not able | to try | to
 * leave"); from a clause of its own ("said that ...") it ends with the word right above.
 */

/** The steps up from a predicate, nearest first, five at most. */
export function stepsFrom(tokens: readonly Token[], at: number): Step[] {
  const found: Step[] = [];
  let below = at;
  const misread = afterTo(tokens, at) ?? overObject(tokens, at);
  if (misread !== null) {
    found.push(misread);
    below = misread.above;
  }
  while (found.length < 5) {
    const hanging = hangingOf(tokens, below);
    if (hanging === null) break;
    const above = tokens[below]!.head;
    found.push({ below, above, hanging, senses: sensesAt(tokens, above, below, hanging) });
    if (hanging === 'that' || (hanging === 'noun' && found.at(-1)!.senses.length === 0)) break;
    below = above;
  }
  return found;
}

/** "agreed to | exchange prisoners" with the infinitive taken for a noun. */
function afterTo(tokens: readonly Token[], at: number): Step | null {
  const above = at - 2;
  if (above < 0 || tokens[at]!.upos === 'VERB' || tokens[at - 1]!.form.toLowerCase() !== 'to') return null;
  const senses = sensesOfGovernor(tokens[above]!.lemma.toLowerCase(), 'open');
  return senses.length === 0 ? null : { below: at, above, hanging: 'open', senses };
}

/** "allowed aid | to reach the town", "want the mercenaries | removed": hung on the object, meant of the verb. */
function overObject(tokens: readonly Token[], at: number): Step | null {
  const { deprel, head, xpos } = tokens[at]!;
  if (deprel !== 'acl' || head < 0 || tokens[head]!.deprel !== 'obj' || tokens[head]!.head < 0) return null;
  const above = tokens[head]!.head;
  const lemma = tokens[above]!.lemma.toLowerCase();
  if (xpos === 'VBN')
    return /^(?:want|need|order|demand)$/.test(lemma)
      ? { below: at, above, hanging: 'open', senses: ['demands'] }
      : null;
  if (!toMark(tokens, at) || sensesOfGovernor(tokens[head]!.lemma.toLowerCase(), 'open').length > 0)
    return null;
  const senses = sensesOfGovernor(lemma, 'open');
  return senses.length === 0 || lemma === 'have' ? null : { below: at, above, hanging: 'open', senses };
}

function hangingOf(tokens: readonly Token[], at: number): Hanging | null {
  const token = tokens[at]!;
  if (token.head < 0) return null;
  const { deprel, xpos } = token;
  if (token.upos === 'NOUN') return isGoverned(tokens, at) ? 'noun' : null;
  if (deprel === 'xcomp') return 'open';
  const marks = dependents(tokens, at, 'mark', 'case').map((i) => tokens[i]!.form.toLowerCase());
  const subject = dependents(tokens, at, 'nsubj').length > 0;
  const infinitive = marks.includes('to') || tokens[at - 1]?.form.toLowerCase() === 'to';
  if (deprel === 'acl' || deprel.startsWith('acl:') || deprel === 'nmod') {
    if (infinitive || /^(?:of|from|for|against)$/.test(marks[0] ?? '')) return 'open';
    return marks.includes('that') && deprel === 'acl' ? 'that' : null;
  }
  if (deprel === 'ccomp')
    return subject || marks.includes('that') || !/^VB[NG]?$/.test(xpos) ? 'that' : 'open';
  if (deprel === 'csubj' || deprel === 'csubj:pass') return infinitive ? 'open' : 'that';
  if (deprel !== 'advcl' && deprel !== 'obl') return null;
  if (infinitive) return 'open';
  if (marks.includes('that') || (marks.includes('whether') && subject)) return 'that';
  if (xpos === 'VBG' && marks.length === 0) return at > token.head && at - token.head < 3 ? 'open' : null;
  return xpos === 'VBG' && /^(?:from|of|against|about|on|in|with)$/.test(marks[0] ?? '') ? 'open' : null;
}

/** An object, a subject, or a phrase with a preposition of aim: "called for a withdrawal", "plans for an attack"; not "after an attack". */
function isGoverned(tokens: readonly Token[], at: number): boolean {
  const { deprel } = tokens[at]!;
  if (/^(?:obj|nsubj|xcomp|ccomp)/.test(deprel)) return true;
  if (!/^(?:obl|nmod)/.test(deprel)) return false;
  const cases = dependents(tokens, at, 'case');
  return cases.length === 1 && /^(?:of|for|to|against|on|from|with)$/i.test(tokens[cases[0]!]!.form);
}

/** "has yet to" tells what has not come about, by a word of its own. */
const YET: readonly FootingSense[] = ['real'];

/** Senses of the word above, alone or with the particle or preposition that goes with it ("rule out", "keep from", "call for"). */
function sensesAt(
  tokens: readonly Token[],
  above: number,
  below: number,
  hanging: Hanging,
): readonly FootingSense[] {
  const lemma = tokens[above]!.lemma.toLowerCase();
  const next = tokens[above + 1]?.form.toLowerCase() ?? '';
  const mark = dependents(tokens, below, 'case', 'mark')[0];
  if (mark !== undefined && /^yet$/i.test(tokens[mark - 1]?.form ?? '')) return YET;
  const preposition = mark === undefined ? '' : tokens[mark]!.form.toLowerCase();
  for (const word of [next, preposition]) {
    const together = word === '' ? [] : sensesOfGovernor(`${lemma} ${word}`, hanging);
    if (together.length > 0) return together;
  }
  const to = dependents(tokens, below, 'mark').find((i) => tokens[i]!.form.toLowerCase() === 'to');
  if (to !== undefined && lemma === 'stop') return [];
  const own = sensesOfGovernor(lemma, hanging);
  if (own.length > 0 || hanging === 'noun') return own;
  return dependents(tokens, above, 'obj').flatMap((i) =>
    i < below ? sensesOfGovernor(tokens[i]!.lemma.toLowerCase(), hanging) : [],
  );
}

/** Whether what hangs on the step is not meant to have come about by itself: an infinitive under a word that does not say it did. */
export function isOpenEnded(tokens: readonly Token[], step: Step): boolean {
  if (step.hanging !== 'open' || step.senses.length > 0 || isUnderWay(tokens, step.below)) return false;
  return tokens[step.below - 1]?.form.toLowerCase() === 'to' || toMark(tokens, step.below);
}

/** "to have fled", "to be holding out": under way or done, whatever it hangs on. */
export function isUnderWay(tokens: readonly Token[], at: number): boolean {
  const { xpos } = tokens[at]!;
  return dependents(tokens, at, 'aux').some((i) =>
    xpos === 'VBG' ? /^be$/i.test(tokens[i]!.form) : /^have$/i.test(tokens[i]!.form),
  );
}

/** Whether an infinitive with "to". */
export function toMark(tokens: readonly Token[], at: number): boolean {
  return dependents(tokens, at, 'mark').some((i) => tokens[i]!.form.toLowerCase() === 'to');
}

/** The verb that a verb without a subject of its own is joined to and whose auxiliaries it shares: "did not shell or | burn". */
export function sharesWith(tokens: readonly Token[], at: number): { first: number; link: string } | null {
  const token = tokens[at]!;
  if (token.deprel !== 'conj' || token.head < 0 || dependents(tokens, at, 'nsubj').length > 0) return null;
  const first = tokens[token.head]!;
  const link = dependents(tokens, at, 'cc')
    .map((i) => tokens[i]!.form.toLowerCase())
    .join(' ');
  const own = dependents(tokens, at, 'aux').length > 0;
  const shared = token.xpos === first.xpos && /^VB[NG]?$/.test(token.xpos);
  return !own && (shared || /^n?or$/.test(link)) ? { first: token.head, link } : null;
}
