import { cuesOf } from '../lexicon/cue.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';

/*
 * "The council accused the army of burning the mill", "blamed the rebels for the raid": who charges somebody with a deed says that it was
 * done. The content is the one charged and the charge. Without a charge ("blaming the army") nothing is said that could be checked, and a
 * noun alone ("accused him of treason") names an offence and no event.
 */

/** The words of the charge that a verb makes, the charged one first; null where the verb makes none. */
export function chargeOf(tokens: readonly Token[], at: number): readonly number[] | null {
  if (!cuesOf(tokens[at]!.lemma).some((e) => e.take.includes('charge'))) return null;
  const charged = dependents(tokens, at, 'obj').find((i) => i > at);
  if (charged === undefined) return null;
  const ground = groundOf(tokens, at);
  if (ground === null) return null;
  const words: number[] = [];
  for (let i = at + 1; i < tokens.length && !/^[.;:!?]$/.test(tokens[i]!.form); i++) {
    if (i > ground && endsCharge(tokens, i)) break;
    words.push(i);
  }
  return words;
}

/** The "of" or "for" behind which the deed stands. */
function groundOf(tokens: readonly Token[], at: number): number | null {
  for (let i = at + 2; i < Math.min(tokens.length - 1, at + REACH); i++) {
    const { form } = tokens[i]!;
    if (/^(?:[.;:!?“”"]|that|and|but)$/i.test(form)) return null;
    if (/^(?:of|for)$/i.test(form) && tokens[i + 1]!.xpos === 'VBG') return i;
    if (/^for$/i.test(form) && /^(?:DET|NOUN|ADJ)$/.test(tokens[i + 1]!.upos)) return i;
  }
  return null;
}

/** How far behind its verb a charge may begin. */
const REACH = 14;

/** ", and said …", ", adding …": what follows is no part of the charge. */
function endsCharge(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const after = tokens[i + 2];
  return (
    tokens[i]!.form === ',' &&
    next !== undefined &&
    (/^(?:which|who|where|when|while|after)$/i.test(next.form) ||
      (/^(?:and|but)$/i.test(next.form) && /^VB[DZP]$/.test(after?.xpos ?? '')) ||
      (next.xpos === 'VBG' && cuesOf(next.lemma).length > 0))
  );
}
