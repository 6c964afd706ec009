import { cuesOf } from '../lexicon/cue.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Cue } from './cue.ts';

/*
 * "The brigade disputed that and said …", "said its men had left, accusing the mayor of …", "admitted that it had fired, and accused …":
 * a second cue without a subject goes on for the speaker of the first, whatever stands nearer, and its words are none of the first's.
 */

/** Where the second cue's part of the sentence begins if it goes on for the speaker of the first; null if it does not. */
export function goesOnAt(tokens: readonly Token[], first: Cue, second: Cue): number | null {
  if (first.kind !== 'verb' || second.kind !== 'verb' || first.at >= second.words[0]!) return null;
  if (dependents(tokens, second.at, 'nsubj', 'nsubj:pass').some((i) => i > first.at && i < second.at))
    return null;
  if (!cuesOf(tokens[second.at]!.lemma).some((e) => e.speech)) return null;
  let from = second.words[0]!;
  while (/^(?:ADV|AUX)$/.test(tokens[from - 1]?.upos ?? '')) from--;
  const before = tokens[from - 1]?.form ?? '';
  if (marksBetween(tokens, first.at, from) % 2 === 1) return null;
  const { xpos } = tokens[second.at]!;
  if (xpos === 'VBG') return before === ',' ? from - 1 : null;
  if (!/^(?:and|but)$/i.test(before) || !/^VB[DZPN]$/.test(xpos)) return null;
  const comma = tokens[from - 2]?.form === ',';
  return comma || tokens[second.at]!.head === first.at ? from - 1 - Number(comma) : null;
}

/** Quotation marks between two words: an odd number means that one of them is quoted. */
function marksBetween(tokens: readonly Token[], from: number, to: number): number {
  let marks = 0;
  for (let i = from; i < to; i++) if (/^["“”]$/.test(tokens[i]!.form)) marks++;
  return marks;
}
