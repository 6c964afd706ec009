import { chunkAt } from '../mention/lookup.ts';
import type { Polarity } from '../model/claim.ts';
import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { type Step, sharesWith, stepsFrom } from './governor.ts';
import type { Frame } from './role.ts';

const NOT = /^(?:not|n['’]t|never|hardly|scarcely|barely|no-?one|nobody|none|nothing|neither|nowhere)$/i;
const ONLY = /^(?:only|just|merely|simply|necessarily)$/i;

/** A decision with the words that made it; none where nothing speaks against what holds by itself. */
export interface Decided<T> {
  readonly value: T;
  readonly why: readonly string[];
}

/**
 * A clause is negative by "not" on the verb or a word it is raised from ("was not able to leave", "did not think that they left"), by
 * "no" or "none" on a participant ("no foreign fighter had left"), by a word that lets it come to nothing ("failed to leave",
 * "prevented them from leaving", "without firing"), or by a denial, unless the statement is a denial itself and says so by its stance.
 */
export function polarityOf(
  tokens: readonly Token[],
  frame: Frame,
  stance: Stance = 'asserts',
): Decided<Polarity> {
  const words = [
    ...ownNegations(tokens, frame.at),
    ...[...frame.subj, ...frame.obj].map((i) => none(tokens, i)),
    ...stepsFrom(tokens, frame.at).flatMap((step) => above(tokens, step, stance)),
    ...joined(tokens, frame),
  ].filter((i) => i !== undefined);
  const distinct = [...new Set(words)];
  return {
    value: distinct.length % 2 === 1 ? 'negative' : 'positive',
    why: distinct.map((i) => `polarity: “${tokens[i]!.form}”`),
  };
}

/** Words that negate a predicate right at it: "not", "no longer", "yet to", "without", "far from", "no attack". */
function ownNegations(tokens: readonly Token[], at: number): (number | undefined)[] {
  const yet = tokens[at - 1]?.form.toLowerCase() === 'to' && tokens[at - 2]?.form.toLowerCase() === 'yet';
  const marks = dependents(tokens, at, 'mark', 'case', 'advmod', 'cc');
  const lead = marks.find((i) => {
    const form = tokens[i]!.form.toLowerCase();
    const next = tokens[i + 1]?.form.toLowerCase();
    return (
      form === 'without' ||
      (form === 'far' && next === 'from') ||
      (form === 'instead' && next === 'of') ||
      (form === 'of' && /^instead$/i.test(tokens[i - 1]?.form ?? '')) ||
      (form === 'rather' && next === 'than')
    );
  });
  const before = marks.some((i) => tokens[i]!.form.toLowerCase() === 'before');
  const could = before
    ? dependents(tokens, at, 'aux').find((i) => /^could$/i.test(tokens[i]!.form))
    : undefined;
  const no =
    tokens[at]!.upos === 'NOUN'
      ? dependents(tokens, at, 'det').find((i) => /^no$/i.test(tokens[i]!.form))
      : undefined;
  return [negation(tokens, at), lead, could, no, yet ? at - 2 : undefined];
}

/** The word that negates a verb; "not only" does not. */
function negation(tokens: readonly Token[], at: number): number | undefined {
  const found = dependents(tokens, at, 'advmod', 'aux', 'det', 'cc', 'cc:preconj').find((i) => {
    const form = tokens[i]!.form;
    if (/^nor$/i.test(form))
      return tokens[at]!.deprel !== 'conj' || dependents(tokens, at, 'nsubj').length > 0;
    return NOT.test(form) && !ONLY.test(tokens[i + 1]?.form ?? '');
  });
  if (found !== undefined) return found;
  const longer = dependents(tokens, at, 'advmod').find((i) => /^longer$/i.test(tokens[i]!.form));
  return longer !== undefined && /^no$/i.test(tokens[longer - 1]?.form ?? '') ? longer - 1 : undefined;
}

/** "no fighter", "none of them", "nobody", "not one soldier": the word that says so. */
function none(tokens: readonly Token[], at: number): number | undefined {
  const from = chunkAt(tokens, at)?.from ?? at;
  if (/^(?:no|none|nobody|neither)$/i.test(tokens[from]!.form)) return from;
  if (NOT.test(tokens[at]!.form)) return at;
  for (const i of [from, from - 1])
    if (/^not$/i.test(tokens[i]?.form ?? '') && /^(?:one|a|an)$/i.test(tokens[i + 1]?.form ?? '')) return i;
  return dependents(tokens, at, 'det').find((i) => /^(?:no|neither)$/i.test(tokens[i]!.form));
}

/** What the word above does: its own negation where it is shared, and its sense. */
function above(tokens: readonly Token[], step: Step, stance: Stance): (number | undefined)[] {
  const { senses } = step;
  const not =
    negation(tokens, step.above) ??
    dependents(tokens, step.above, 'det').find((i) => /^no$/i.test(tokens[i]!.form)) ??
    dependents(tokens, step.above, 'nsubj').map((i) => (isFew(tokens, i) ? i : none(tokens, i)))[0] ??
    lacking(tokens, step.above);
  const shared =
    (step.hanging === 'open' && (!senses.includes('demands') || tokens[step.above]!.upos === 'NOUN')) ||
    senses.includes('carried') ||
    (step.hanging === 'that' &&
      (senses.includes('raises') || senses.includes('denies') || senses.includes('predicts')));
  const found: (number | undefined)[] = shared && not !== step.below ? [not] : [];
  const short =
    tokens[step.above]!.form.toLowerCase() === 'short' && /^stop/.test(tokens[step.above - 1]?.form ?? '');
  const stopped = /^short$/i.test(tokens[step.below]!.form);
  if ((senses.includes('negates') && !stopped) || senses.includes('doubts') || short) found.push(step.above);
  else if (senses.includes('denies') && stance !== 'denies') found.push(step.above);
  else if (senses.includes('unsaid') && not !== undefined) found.push(step.above);
  return found;
}

/** "Few believe" is hardly anybody, "a few believe" some. */
function isFew(tokens: readonly Token[], at: number): boolean {
  return /^few$/i.test(tokens[at]!.form) && !/^an?$/i.test(tokens[at - 1]?.form ?? '');
}

/** "There was never any sign": the negation on the verb of existence over a noun. */
function lacking(tokens: readonly Token[], noun: number): number | undefined {
  if (tokens[noun]!.upos !== 'NOUN' || tokens[noun]!.head < 0) return undefined;
  const verb = tokens[noun]!.head;
  return /^(?:be|have|see|find)$/.test(tokens[verb]!.lemma) ? negation(tokens, verb) : undefined;
}

/** "did not shell the town or | burn it", "neither advanced nor | withdrew": the first verb's negation holds for the second. */
function joined(tokens: readonly Token[], frame: Frame): (number | undefined)[] {
  const shares = sharesWith(tokens, frame.at);
  if (shares === null || /^(?:but|yet)/.test(shares.link)) return [];
  const nor = dependents(tokens, frame.at, 'cc').find((i) => /^nor$/i.test(tokens[i]!.form));
  return [nor ?? negation(tokens, shares.first)];
}
