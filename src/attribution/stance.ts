import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Content } from './content.ts';
import type { Cue } from './cue.ts';

/** What a stance depends on beside the words: whether the content's subject is the speaker, and whether somebody has charged him. */
export interface Standing {
  readonly own: boolean;
  readonly charged: boolean;
}

/*
 * The stance is the cue's own, save that whoever cannot confirm, says that something may be so or passes on reports hedges, whoever
 * insists that something be done or says that others must do it demands it, whoever warns of what could happen predicts it and of what he
 * himself would do promises it, and whoever rejects a role once he is charged denies ("“Our men were never near the mill”").
 */

/** The stance of a statement, from its cue and the clause that hangs on it. */
export function stanceOf(tokens: readonly Token[], cue: Cue, content: Content, standing: Standing): Stance {
  if (cue.withheld) return 'hedges';
  if (cue.entry.sense !== 'asserts') return cue.entry.sense;
  if (content.head === null) return 'asserts';
  const reported = tokens[content.head]!;
  const aux = auxiliaries(tokens, content).map((i) => tokens[i]!);
  const negated = content.words.some(
    (i) => i <= content.head! + 2 && /^(?:not|n['’]t|never|nowhere|none|no)$/i.test(tokens[i]!.form),
  );
  const insists = /^(?:insist|demand|order|propose|recommend|require)$/.test(tokens[cue.at]!.lemma);
  if (insists && aux.some((t) => t.form.toLowerCase() === 'be')) return 'demands';
  const modal = aux.find((t) => t.xpos === 'MD')?.form.toLowerCase() ?? '';
  if (/^(?:will|would|['’]ll|shall|wo)$/.test(modal) && standing.own && acts(tokens, content.head, aux))
    return 'promises';
  if (/^(?:warn|caution)$/.test(tokens[cue.at]!.lemma) && /^(?:may|might|could|will|would)$/.test(modal))
    return 'predicts';
  if (/^must$/.test(modal) && !standing.own && !aux.some((t) => t.lemma === 'have')) return 'demands';
  if (/^(?:may|might|could)$/.test(modal) && !aux.some((t) => /^(?:n['’]t|not)$/i.test(t.form)))
    return 'hedges';
  if (
    /^(?:think|believe|suspect|expect|presume|fear|rumour|rumor)$/.test(reported.lemma) &&
    reported.xpos === 'VBN'
  )
    return 'hedges';
  if (passesOn(tokens, content.head)) return 'hedges';
  const past = [reported, ...aux].some((t) => t.xpos === 'VBD' || t.lemma === 'have');
  return standing.own && standing.charged && negated && modal === '' && past ? 'denies' : 'asserts';
}

function auxiliaries(tokens: readonly Token[], { head, words }: Content): number[] {
  const own = dependents(tokens, head!, 'aux', 'aux:pass', 'cop');
  if (own.length > 0) return own;
  const modal = words.find((i) => tokens[i]!.xpos === 'MD' && i < head! && i >= head! - 4);
  return modal === undefined ? [] : [modal];
}

/** "We will march", not "we will be hungry", "we will never forget", "we will not support a truce": what one can promise is an act. */
function acts(tokens: readonly Token[], head: number, aux: readonly Token[]): boolean {
  return (
    tokens[head]!.upos === 'VERB' &&
    !aux.some((t) => t.lemma === 'be' && tokens[head]!.xpos !== 'VBG') &&
    !/^(?:have|need|know|see|remember|forget|feel|support|back|oppose|accept|recognise|recognize|tolerate|die|suffer|lose|starve|want|like|love|miss|become|hear)$/.test(
      tokens[head]!.lemma,
    )
  );
}

/** "It had received reports that the town had fallen": what others say, passed on. */
function passesOn(tokens: readonly Token[], head: number): boolean {
  return (
    /^(?:receive|get|hear|have|see)$/.test(tokens[head]!.lemma) &&
    dependents(tokens, head, 'obj').some((i) =>
      /^(?:report|allegation|account|claim|rumou?r|information|testimony)$/.test(tokens[i]!.lemma),
    )
  );
}
