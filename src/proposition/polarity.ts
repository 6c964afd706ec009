import { chunkAt } from '../mention/lookup.ts';
import type { Modality, Polarity } from '../model/claim.ts';
import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Frame } from './role.ts';

const NOT = /^(?:not|n['’]t|never|hardly|scarcely|no-?one|nobody|none|nothing|neither)$/i;
const UNDONE = /^(?:fail|refuse|decline|avoid|prevent|stop|forget|cease|lack)$/;

/** A decision with the words that made it; none where nothing speaks against what holds by itself. */
export interface Decided<T> {
  readonly value: T;
  readonly why: readonly string[];
}

/**
 * A clause is negative by "not" on the verb or a governor it is raised from ("was not able to leave"), by "no" or "none" on a
 * participant ("no foreign fighter had left"), or by a verb of omission ("failed to leave", "refused to surrender").
 */
export function polarityOf(tokens: readonly Token[], frame: Frame): Decided<Polarity> {
  const words = [
    negation(tokens, frame.at),
    ...[...frame.subj, ...frame.obj].map((i) => none(tokens, i)),
    ...raised(tokens, frame).flatMap(([above, i]) => [
      negation(tokens, i),
      UNDONE.test(tokens[i]!.lemma) && tokens[above]!.deprel === 'xcomp' ? i : undefined,
    ]),
  ].filter((i) => i !== undefined);
  return {
    value: words.length % 2 === 1 ? 'negative' : 'positive',
    why: words.map((i) => `polarity: “${tokens[i]!.form}”`),
  };
}

/** The word that negates a verb. */
function negation(tokens: readonly Token[], at: number): number | undefined {
  return dependents(tokens, at, 'advmod', 'aux', 'det').find((i) => NOT.test(tokens[i]!.form));
}

/** "no fighter", "none of them", "nobody": the word that says so. */
function none(tokens: readonly Token[], at: number): number | undefined {
  const from = chunkAt(tokens, at)?.from ?? at;
  if (/^(?:no|none|nobody|neither)$/i.test(tokens[from]!.form)) return from;
  if (NOT.test(tokens[at]!.form)) return at;
  return dependents(tokens, at, 'det').find((i) => /^(?:no|neither)$/i.test(tokens[i]!.form));
}

/** Governors that share the predicate's fate: "were able | to leave", "tried | to flee". */
function raised(tokens: readonly Token[], frame: Frame): [number, number][] {
  const found: [number, number][] = [];
  let below = frame.at;
  for (const i of frame.governors) {
    const open =
      tokens[below]!.deprel === 'xcomp' ||
      (tokens[below]!.deprel === 'advcl' && tokens[below - 1]?.form.toLowerCase() === 'to');
    if (!open && !/^(?:allow|let|permit)$/.test(tokens[i]!.lemma)) break;
    found.push([below, i]);
    below = i;
  }
  return found;
}

const PLAN =
  /^(?:plan|intend|aim|prepare|agree|decide|set|due|schedule|mean|try|seek|attempt|want|expect|about|ready|hope|arrange)$/;
const PROMISE = /^(?:promise|pledge|vow|guarantee|undertake|swear)$/;
const DEMAND = /^(?:demand|urge|order|ask|call|appeal|request|require|insist|press|beg)$/;

/**
 * The footing of a clause: a promise, demand or prediction by its cue or governor, "will" as promise where the speaker is to act
 * and else as plan, "may" as possible, "if" as conditional, "until" as plan, a purpose or plan ("are to leave", "agreed to leave") as planned.
 */
export function modalityOf(
  tokens: readonly Token[],
  frame: Frame,
  stance: Stance,
  ownAct: boolean,
): Decided<Modality> {
  const governors = raised(tokens, frame).map(([, i]) => tokens[i]!);
  const aux = [frame.at, ...raised(tokens, frame).map(([, i]) => i)].flatMap((i) =>
    dependents(tokens, i, 'aux').map((k) => tokens[k]!.form.toLowerCase()),
  );
  const conditional = dependents(tokens, frame.at, 'advcl').some((i) =>
    dependents(tokens, i, 'mark').some((m) => /^(?:if|unless|provided)$/i.test(tokens[m]!.form)),
  );
  const demand = governors.find((g) => DEMAND.test(g.lemma))?.form;
  if (demand !== undefined || stance === 'demands') return footing('demanded', demand);
  const promise = governors.find((g) => PROMISE.test(g.lemma))?.form;
  if (promise !== undefined || stance === 'promises') return footing('promised', promise);
  if (stance === 'predicts') return footing('predicted');
  const mark = dependents(tokens, frame.at, 'mark', 'advmod').map((k) => tokens[k]!.form.toLowerCase());
  const unless = mark.find((m) => /^(?:if|unless|whether)$/.test(m));
  if (unless !== undefined) return footing('conditional', unless);
  if (mark.includes('until')) return footing('planned', 'until');
  const will = aux.find((a) => /^(?:will|would|'ll|’ll|shall|wo)$/.test(a));
  if (will !== undefined && conditional) return footing('conditional', will);
  if (will !== undefined) return footing(ownAct ? 'promised' : 'planned', will);
  const may = aux.find((a) => /^(?:may|might|could|can)$/.test(a));
  if (may !== undefined && !aux.includes('can')) return footing('possible', may);
  const must = aux.find((a) => /^(?:must|should|ought)$/.test(a));
  if (must !== undefined) return footing('demanded', must);
  const planned = governors.find(
    (g) => PLAN.test(g.lemma) || (/^(?:allow|let|permit|enable)$/.test(g.lemma) && /^VB[ZPG]?$/.test(g.xpos)),
  )?.form;
  if (planned !== undefined) return footing('planned', planned);
  if (isTo(tokens, frame.at)) return footing('planned', 'to');
  if (conditional && !aux.some((a) => /^(?:have|has|had)$/.test(a)) && aux.length > 0)
    return footing('conditional', aux[0]);
  return { value: 'actual', why: [] };
}

/** A footing with the word that puts it so; without one the statement itself does ("demanded", "promised"). */
function footing(value: Modality, word?: string): Decided<Modality> {
  return { value, why: [word === undefined ? 'modality: by the statement' : `modality: “${word}”`] };
}

/** "are to leave": a form of be with an infinitive; or an infinitive of purpose. */
function isTo(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const to = dependents(tokens, at, 'mark').some((i) => tokens[i]!.form.toLowerCase() === 'to');
  return (
    to &&
    (token.deprel === 'root' ||
      token.deprel === 'advcl' ||
      token.deprel === 'xcomp' ||
      token.deprel === 'ccomp') &&
    tokens[at - 1]?.form.toLowerCase() === 'to' &&
    (token.head < 0 || /^(?:be)$/.test(tokens[token.head]!.lemma) || token.deprel === 'advcl')
  );
}
