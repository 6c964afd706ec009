import { chunkAt } from '../mention/lookup.ts';
import type { Modality, Polarity } from '../model/claim.ts';
import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Frame } from './role.ts';

const NOT = /^(?:not|n['’]t|never|hardly|scarcely|no-?one|nobody|none|nothing|neither)$/i;
const UNDONE = /^(?:fail|refuse|decline|avoid|prevent|stop|forget|cease|lack)$/;

/**
 * A clause is negative by "not" on the verb or a governor it is raised from ("was not able to leave"), by "no" or "none" on a
 * participant ("no foreign fighter had left"), or by a verb of omission ("failed to leave", "refused to surrender").
 */
export function polarityOf(tokens: readonly Token[], frame: Frame): Polarity {
  let negations = negated(tokens, frame.at) ? 1 : 0;
  for (const i of [...frame.subj, ...frame.obj]) if (none(tokens, i)) negations++;
  for (const [above, i] of raised(tokens, frame)) {
    if (negated(tokens, i)) negations++;
    if (UNDONE.test(tokens[i]!.lemma) && tokens[above]!.deprel === 'xcomp') negations++;
  }
  return negations % 2 === 1 ? 'negative' : 'positive';
}

function negated(tokens: readonly Token[], at: number): boolean {
  return dependents(tokens, at, 'advmod', 'aux', 'det').some((i) => NOT.test(tokens[i]!.form));
}

/** "no fighter", "none of them", "nobody". */
function none(tokens: readonly Token[], at: number): boolean {
  const chunk = chunkAt(tokens, at);
  const from = chunk?.from ?? at;
  return (
    /^(?:no|none|nobody|neither)$/i.test(tokens[from]!.form) ||
    NOT.test(tokens[at]!.form) ||
    dependents(tokens, at, 'det').some((i) => /^(?:no|neither)$/i.test(tokens[i]!.form))
  );
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
): Modality {
  const governors = raised(tokens, frame).map(([, i]) => tokens[i]!);
  const aux = [frame.at, ...raised(tokens, frame).map(([, i]) => i)].flatMap((i) =>
    dependents(tokens, i, 'aux').map((k) => tokens[k]!.form.toLowerCase()),
  );
  const conditional = dependents(tokens, frame.at, 'advcl').some((i) =>
    dependents(tokens, i, 'mark').some((m) => /^(?:if|unless|provided)$/i.test(tokens[m]!.form)),
  );
  if (governors.some((g) => DEMAND.test(g.lemma)) || stance === 'demands') return 'demanded';
  if (governors.some((g) => PROMISE.test(g.lemma)) || stance === 'promises') return 'promised';
  if (stance === 'predicts') return 'predicted';
  const mark = dependents(tokens, frame.at, 'mark', 'advmod').map((k) => tokens[k]!.form.toLowerCase());
  if (mark.some((m) => /^(?:if|unless|whether)$/.test(m))) return 'conditional';
  if (mark.includes('until')) return 'planned';
  const will = aux.some((a) => /^(?:will|would|'ll|’ll|shall|wo)$/.test(a));
  if (will && conditional) return 'conditional';
  if (will) return ownAct ? 'promised' : 'planned';
  if (aux.some((a) => /^(?:may|might|could|can)$/.test(a)) && !aux.includes('can')) return 'possible';
  if (aux.some((a) => /^(?:must|should|ought)$/.test(a))) return 'demanded';
  const allowed = governors.some(
    (g) => /^(?:allow|let|permit|enable)$/.test(g.lemma) && /^VB[ZPG]?$/.test(g.xpos),
  );
  if (allowed || governors.some((g) => PLAN.test(g.lemma)) || isTo(tokens, frame.at)) return 'planned';
  if (conditional && !aux.some((a) => /^(?:have|has|had)$/.test(a)) && aux.length > 0) return 'conditional';
  return 'actual';
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
