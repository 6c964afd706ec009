import { senseOfAdverb, sensesOfGovernor } from '../lexicon/footing.ts';
import type { Modality } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { isOpenEnded, isUnderWay, type Step, sharesWith, stepsFrom } from './governor.ts';
import type { Decided } from './polarity.ts';
import type { Frame } from './role.ts';

type Word = readonly [Modality, number];

const BY_STANCE: Partial<Record<Stance, Modality>> = {
  demands: 'demanded',
  promises: 'promised',
  predicts: 'predicted',
};

/**
 * The footing of a clause. From the predicate upwards, the first word that decides does: an auxiliary ("may leave", "must leave", "will
 * leave", the speaker's own act being a promise) or the word it hangs on ("vowed to leave", "called for a withdrawal"). A plan decides
 * only where nothing above it does ("promised to try to leave"). Conditions, purposes and "until" are read off the clause's own marks.
 */
export function modalityOf(
  tokens: readonly Token[],
  frame: Frame,
  stance: Stance,
  ownAct: boolean,
  cue: Span | null = null,
): Decided<Modality> {
  const told = BY_STANCE[stance];
  if (told !== undefined) return { value: told, why: ['modality: by the statement'] };
  const shares = sharesWith(tokens, frame.at);
  const at = shares === null ? frame.at : shares.first;
  const found = marked(tokens, frame.at) ?? upwards(tokens, frame.at, at, ownAct, cue);
  return found === null
    ? { value: 'actual', why: [] }
    : { value: found[0], why: [`modality: “${tokens[found[1]]!.form}”`] };
}

function upwards(
  tokens: readonly Token[],
  own: number,
  at: number,
  ownAct: boolean,
  cue: Span | null,
): Word | null {
  const steps = stepsFrom(tokens, at);
  const first = steps[0] ?? cueStep(tokens, at, cue);
  const real = steps[0]?.senses.includes('real') && !/^(?:say|tell)$/.test(tokens[steps[0].above]!.lemma);
  let plan: Word | null = real ? null : planned(tokens, own);
  for (const node of own === at ? [at] : [own, at]) {
    const word = byAuxiliary(tokens, node, first, ownAct) ?? byAdverb(tokens, node);
    if (word !== null) return word;
  }
  for (const [k, step] of steps.entries()) {
    const word = byGovernor(tokens, step);
    if (word !== null && word[0] !== 'planned') return word;
    plan ??= word;
    if (step.hanging === 'that') break;
    const outer = marked(tokens, step.above) ?? byAuxiliary(tokens, step.above, steps[k + 1], ownAct);
    if (outer !== null && !(outer[0] === 'planned' && plan !== null)) return outer;
    plan ??= allowed(tokens, step) ?? byAdverb(tokens, step.above);
  }
  return plan;
}

/** A cue that the parse does not tie to what it reports: "| worries | men who were freed will attack". */
function cueStep(tokens: readonly Token[], below: number, cue: Span | null): Step | undefined {
  if (cue === null) return undefined;
  const above = tokens.findLastIndex((t) => t.start >= cue.start && t.end <= cue.end && t.upos !== 'ADP');
  if (above < 0) return undefined;
  return {
    below,
    above,
    hanging: 'that',
    senses: sensesOfGovernor(tokens[above]!.lemma.toLowerCase(), 'that'),
  };
}

/** "if", "unless", "whether", "until", "so that", "in case" over the clause; "should the talks fail"; "would ..., if". */
function marked(tokens: readonly Token[], at: number): Word | null {
  for (const i of dependents(tokens, at, 'mark', 'advmod', 'case')) {
    const form = tokens[i]!.form.toLowerCase();
    if (/^(?:if|unless|lest)$/.test(form)) return ['conditional', i];
    if (form === 'whether') return ['possible', i];
    if (form === 'in' && tokens[i + 1]?.form.toLowerCase() === 'case') return ['conditional', i];
    if (form === 'until' && !isPast(tokens, at)) return ['planned', i];
    if (/^(?:when|once|after|before|as)$/.test(form) && isAhead(tokens, at)) return ['planned', i];
    const so = form === 'so' || (form === 'that' && /^(?:so|order)$/i.test(tokens[i - 1]?.form ?? ''));
    if (so && i < at && isPurpose(tokens, at)) return ['planned', i];
  }
  const event = dependents(tokens, at, 'obl').find((i) => i < at && /^case$/i.test(tokens[i]!.form));
  if (event !== undefined && /^in$/i.test(tokens[event - 1]?.form ?? '')) return ['conditional', event];
  const inverted = /^(?:advcl|acl)/.test(tokens[at]!.deprel) ? invertedAt(tokens, at) : undefined;
  if (inverted !== undefined) return ['conditional', inverted];
  const { head, deprel } = tokens[at]!;
  const over = head < 0 || deprel !== 'ccomp' ? undefined : tokens[head]!;
  return over !== undefined && /^(?:provided|providing|assuming)$/i.test(over.form)
    ? ['conditional', head]
    : null;
}

/** "Should the talks fail", "Were the city to fall": the auxiliary stands before the subject. */
function invertedAt(tokens: readonly Token[], at: number): number | undefined {
  const subject =
    dependents(tokens, at, 'nsubj')[0] ??
    (tokens[at]!.deprel.startsWith('acl') ? tokens[at]!.head : undefined);
  if (subject === undefined || subject < 0) return undefined;
  for (let i = subject; i >= Math.max(0, subject - 4); i--)
    if (
      /^(?:should|were|had)$/i.test(tokens[i]!.form) &&
      (i === 0 || /^(?:PUNCT|CCONJ)$/.test(tokens[i - 1]!.upos))
    )
      return i;
  return undefined;
}

/** "until it fell" tells what happened, "until it falls" and "would stay until it fell" do not. */
function isPast(tokens: readonly Token[], at: number): boolean {
  const aux = dependents(tokens, at, 'aux').map((i) => tokens[i]!.form.toLowerCase());
  const past = tokens[at]!.xpos === 'VBD' || aux.some((a) => /^(?:had|was|were|did)$/.test(a));
  const { head } = tokens[at]!;
  return (
    past &&
    (head < 0 ||
      !dependents(tokens, head, 'aux').some((i) => /^(?:will|would|shall|must)$/i.test(tokens[i]!.form)))
  );
}

/** "will leave once the road | is opened": the present beside a future. */
function isAhead(tokens: readonly Token[], at: number): boolean {
  const { head, deprel, xpos } = tokens[at]!;
  if (deprel !== 'advcl' || head < 0) return false;
  const future = dependents(tokens, head, 'aux').some((i) =>
    /^(?:will|shall|['’]ll)$/i.test(tokens[i]!.form),
  );
  const aux = dependents(tokens, at, 'aux').map((i) => tokens[i]!.form.toLowerCase());
  return future && (/^VB[PZ]$/.test(xpos) || aux.some((a) => /^(?:is|are|has|have)$/.test(a)));
}

function isPurpose(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.deprel !== 'advcl') return false;
  return dependents(tokens, at, 'aux').some((i) =>
    /^(?:can|could|may|might|would|will)$/i.test(tokens[i]!.form),
  );
}

/** The footing that a modal verb gives; under a word of fear or forecast "will" and "would" tell what is to come. */
function byAuxiliary(
  tokens: readonly Token[],
  at: number,
  over: Step | undefined,
  ownAct: boolean,
): Word | null {
  for (const i of dependents(tokens, at, 'aux')) {
    const form = tokens[i]!.form.toLowerCase();
    if (/^(?:will|would|['’]ll|['’]d|shall|wo)$/.test(form) && (form !== "'d" || tokens[at]!.xpos === 'VB')) {
      if (isConditioned(tokens, at) || (form === 'would' && isPerfect(tokens, at))) return ['conditional', i];
      const above = over?.hanging === 'that' ? over.senses : [];
      if (above.includes('predicts') || above.includes('raises')) return ['predicted', over!.above];
      if (above.includes('promises')) return ['promised', over!.above];
      return [ownAct ? 'promised' : 'planned', i];
    }
    if (/^(?:may|might|could|can|ca)$/.test(form))
      return isForestalled(tokens, at) || isFailed(tokens, at, form) ? null : ['possible', i];
    if (/^(?:must|should|ought)$/.test(form)) return ['demanded', i];
  }
  return null;
}

/** "before the patrol could | reach it" did not come about, for sure. */
function isForestalled(tokens: readonly Token[], at: number): boolean {
  return dependents(tokens, at, 'mark').some((i) => /^before$/i.test(tokens[i]!.form));
}

/** "could not | retake it" tells what they failed to do, "could not have" and "cannot" what is ruled out. */
function isFailed(tokens: readonly Token[], at: number, form: string): boolean {
  if (form !== 'could' || tokens[at]!.xpos !== 'VB') return false;
  return dependents(tokens, at, 'advmod').some((i) => /^(?:not|n['’]t|never)$/i.test(tokens[i]!.form));
}

/** "would have shelled" did not. */
function isPerfect(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.xpos === 'VBN' && dependents(tokens, at, 'aux').some((i) => /^have$/i.test(tokens[i]!.form))
  );
}

/** A condition beside the clause: "if ...", "unless ...", "in exchange for ...", "had it not rained". */
function isConditioned(tokens: readonly Token[], at: number): boolean {
  return dependents(tokens, at, 'advcl', 'obl', 'ccomp').some((i) => {
    const lead = dependents(tokens, i, 'mark', 'case', 'fixed').map((m) => tokens[m]!.form.toLowerCase());
    if (lead.some((m) => /^(?:if|unless|provided)$/.test(m))) return true;
    if (/^(?:exchange|return)$/.test(tokens[i]!.form) && lead.includes('in')) return true;
    return tokens[i]!.deprel === 'advcl' && invertedAt(tokens, i) !== undefined;
  });
}

function byAdverb(tokens: readonly Token[], at: number): Word | null {
  const found = dependents(tokens, at, 'advmod', 'amod').find(
    (i) => senseOfAdverb(tokens[i]!.form.toLowerCase()) !== undefined,
  );
  return found === undefined ? null : ['possible', found];
}

/** What the word above makes of it; an infinitive under any other word is meant, not done. */
function byGovernor(tokens: readonly Token[], step: Step): Word | null {
  const { senses, above, below, hanging } = step;
  if (senses.includes('demands') && (hanging !== 'that' || isWished(tokens, below)))
    return ['demanded', above];
  if (/^(?:forbid|prohibit)$/.test(tokens[above]!.lemma)) return ['demanded', above];
  if (tokens[above]!.lemma === 'want' && hasOwnSubject(tokens, step)) return ['demanded', above];
  if (senses.includes('promises') && hanging !== 'that') return ['promised', above];
  if (senses.includes('predicts') && (hanging !== 'that' || isBare(tokens, below)))
    return ['predicted', above];
  if (senses.includes('possible') || senses.includes('doubts')) return ['possible', above];
  if (
    senses.includes('plans') ||
    (senses.includes('negates') && /^rule|^abandon|^cancel|^call/.test(tokens[above]!.lemma))
  )
    return ['planned', above];
  if (isOpenEnded(tokens, step)) return ['planned', above];
  return null;
}

function isBare(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.xpos === 'VB' && dependents(tokens, at, 'aux').length === 0;
}

/** "demanded that the army | leave": the bare verb is wished for, "insisted that they | left" tells. */
function isWished(tokens: readonly Token[], at: number): boolean {
  const aux = dependents(tokens, at, 'aux').map((i) => tokens[i]!.form.toLowerCase());
  return (
    (/^VBP?$/.test(tokens[at]!.xpos) && aux.length === 0) || aux.includes('be') || aux.includes('should')
  );
}

function hasOwnSubject(tokens: readonly Token[], step: Step): boolean {
  return (
    step.hanging === 'open' &&
    (dependents(tokens, step.above, 'obj').some((i) => i < step.below) ||
      dependents(tokens, step.below, 'nsubj').length > 0)
  );
}

/** "allows fighters to leave" tells of a right, "allowed them to leave" of what they did. */
function allowed(tokens: readonly Token[], step: Step): Word | null {
  const token = tokens[step.above]!;
  return /^(?:allow|let|permit|enable)$/.test(token.lemma) && /^VB[ZPG]$/.test(token.xpos)
    ? ['planned', step.above]
    : null;
}

/** "fell to its lowest", "rose to reach": what comes of it. */
const CHANGES = /^(?:rise|fall|drop|gain|rebound|climb|grow|slip|return)$/;

/** "are to leave", "came to leave a note" as purpose beside the verb; not "has yet to leave". */
function planned(tokens: readonly Token[], at: number): Word | null {
  const to = dependents(tokens, at, 'mark').find((i) => tokens[i]!.form.toLowerCase() === 'to');
  if (to === undefined || /^yet$/i.test(tokens[to - 1]?.form ?? '') || isUnderWay(tokens, at)) return null;
  const { deprel, head } = tokens[at]!;
  if (head < 0 || deprel === 'parataxis') return ['planned', to];
  if (deprel === 'advcl') return CHANGES.test(tokens[head]!.lemma) ? null : ['planned', to];
  return tokens[head]!.lemma === 'be' ? ['planned', to] : null;
}
