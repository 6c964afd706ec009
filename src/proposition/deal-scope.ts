import { agreementWords } from '../lexicon/agreement.ts';
import { chunkAt } from '../mention/lookup.ts';
import type { Draft } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Token } from '../model/token.ts';
import { dependents, subtree } from '../parse/tree.ts';
import type { DealWord } from './deal.ts';
import { sidesAt } from './deal-party.ts';
import { polarityOf } from './polarity.ts';
import { type Frame, frameOf } from './role.ts';

/** Whom a deal leaves out, and at which token that is a term of it ("not covered"); null where they are merely no party. */
export interface LeftOut {
  readonly who: readonly Arg[];
  readonly term: number | null;
}

/*
 * A deal excludes somebody in so many words ("excludes foreign fighters", "are not covered by the truce", "covers both towns but not the
 * rebels"), or somebody "was not party to the agreement".
 */

/** Those left out of a deal, by the words round its noun. */
export function leftOut(draft: Draft, word: DealWord): LeftOut[] {
  if (word.verb) return [];
  const { sentence, at } = word;
  const { tokens } = sentence;
  const found: LeftOut[] = [];
  for (const [i, token] of tokens.entries()) {
    const [entry] = agreementWords('scope', token.lemma.toLowerCase());
    if (entry === undefined) continue;
    const frame = frameOf(tokens, i);
    if (entry.scope === 'belongs') {
      const not = dependents(tokens, i, 'advmod', 'det').some((k) =>
        /^(?:not|n['’]t|no|never)$/i.test(tokens[k]!.form),
      );
      if (not && isOf(tokens, i, at))
        found.push({ who: sidesAt(draft, sentence, dependents(tokens, i, 'nsubj')), term: null });
      continue;
    }
    if (token.upos !== 'VERB' || !concerns(tokens, frame, at)) continue;
    const scope = [...frame.obj, ...(frame.obj.length === 0 ? (frame.obl.get('to') ?? []) : [])].filter(
      (k) => k !== at,
    );
    const negative = polarityOf(tokens, frame).value === 'negative';
    const out =
      entry.scope === 'excludes'
        ? negative
          ? []
          : scope
        : negative
          ? scope
          : scope.flatMap((k) => butNot(tokens, k));
    const who = sidesAt(draft, sentence, out);
    if (who.length > 0) found.push({ who, term: i });
  }
  return found;
}

/** The deal is what covers, or what one is covered by or excluded from. */
function concerns(tokens: readonly Token[], frame: Frame, at: number): boolean {
  const near = [...frame.subj, ...['in', 'by', 'from', 'under'].flatMap((p) => frame.obl.get(p) ?? [])];
  return near.includes(at) || frame.subj.some((i) => /^(?:it|which|this)$/i.test(tokens[i]!.form));
}

/** "party | to the deal". */
function isOf(tokens: readonly Token[], noun: number, at: number): boolean {
  const above = tokens[at]!.head;
  return (
    above === noun ||
    (above === tokens[noun]!.head && above >= 0) ||
    (above >= 0 && tokens[above]!.head === noun)
  );
}

/** "both towns | but not the rebels". */
function butNot(tokens: readonly Token[], at: number): number[] {
  return subtree(tokens, at).filter(
    (i) =>
      tokens[i]!.deprel === 'conj' && /^not$/i.test(tokens[(chunkAt(tokens, i)?.from ?? i) - 1]?.form ?? ''),
  );
}
