import type { Token } from '../model/token.ts';
import { chunkAt } from './lookup.ts';

const TEMPORAL =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|night|morning|evening|week|month|year|today|yesterday)$/i;

/** Whether a word names a day or another time, which no verb of doing has for its subject. */
export function isTemporal(token: Token): boolean {
  return TEMPORAL.test(token.form);
}

/**
 * A finite verb without a subject in the parse has it right before its auxiliaries and adverbs: "fled as | the army | has nearly
 * totally captured the town". A phrase behind a preposition, or the antecedent of a relative clause, is none.
 */
export function localSubject(tokens: readonly Token[], verb: number): number | null {
  let start = verb;
  while (
    start > 0 &&
    /^(?:AUX|ADV|PART)$/.test(tokens[start - 1]!.upos) &&
    tokens[start - 1]!.form.toLowerCase() !== 'to'
  )
    start--;
  const finite =
    /^VB[DZP]$/.test(tokens[verb]!.xpos) ||
    tokens.slice(start, verb).some((t) => /^(?:VB[DZP]|MD)$/.test(t.xpos));
  const chunk = finite && start > 0 ? chunkAt(tokens, start - 1) : null;
  if (chunk === null || chunk.to !== start || isTemporal(tokens[chunk.head]!)) return null;
  const before = tokens[chunk.from - 1];
  if (before === undefined) return chunk.head;
  const joins =
    /^(?:as|while|after|before|since|until|because|although|though|when|if|that|whether|than|but|and|,|;|“|")$/i.test(
      before.form,
    );
  return (joins && before.upos !== 'NOUN') || isTemporal(before) ? chunk.head : null;
}
