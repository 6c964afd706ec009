import { chunkAt, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { dependents, subtree } from '../parse/tree.ts';

/*
 * A bargain names its price behind "in exchange for" or "in return for": "let the fighters leave in exchange for the release of the
 * civilians they hold". The price is a term of its own and the condition of the other; the parse hangs it now here, now there.
 */

/** Where a price is named: the token of "exchange" or "return", and the head of what is given. */
interface Exchange {
  readonly at: number;
  readonly price: number;
}

/** The exchange named in the clause of `at`, or in the one that governs it. */
export function exchangeAt(sentence: ParsedSentence, at: number): Exchange | null {
  const { tokens } = sentence;
  const top = /^(?:xcomp|ccomp)/.test(tokens[at]!.deprel) && tokens[at]!.head >= 0 ? tokens[at]!.head : at;
  for (const i of subtree(tokens, top)) {
    if (!isExchange(tokens, i)) continue;
    const price = priceBehind(tokens, i + 2);
    if (price !== null) return { at: i, price };
  }
  return null;
}

/** "in exchange for", "in return for". */
export function isExchange(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:exchange|return)$/i.test(tokens[i]!.form) &&
    tokens[i - 1]?.form.toLowerCase() === 'in' &&
    tokens[i + 1]?.form.toLowerCase() === 'for'
  );
}

/** The head of the phrase behind "for", or the verb in "for freeing them". */
function priceBehind(tokens: readonly Token[], from: number): number | null {
  for (let i = from; i < Math.min(tokens.length, from + 6); i++) {
    if (tokens[i]!.upos === 'VERB') return i;
    const chunk = chunkAt(tokens, i);
    if (chunk !== null) return chunk.head;
  }
  return null;
}

/** The words of the exchange, from "in" to the end of what is given in it. */
export function exchangeSpan(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const found = exchangeAt(sentence, at);
  if (found === null) return null;
  const { tokens } = sentence;
  const last = Math.max(...below(tokens, found));
  return runSpan(
    draft,
    sentence,
    Array.from({ length: last - found.at + 2 }, (_, k) => found.at - 1 + k),
    found.at - 1,
  );
}

/** The words behind "for" that hang on what is given; where the parse hangs it elsewhere, not the clause it hangs in. */
function below(tokens: readonly Token[], { at, price }: Exchange): number[] {
  return subtree(tokens, price).filter((i) => i > at);
}

/** Who is to give what is given in exchange, where the words say who holds it: "the captives held by | the group". */
export function holderIn(draft: Draft, sentence: ParsedSentence, price: number): number | null {
  const { tokens } = sentence;
  return (
    subtree(tokens, price).find((i) => i > price && holds(sentence, i) && whoAt(draft, tokens, i) !== null) ??
    null
  );
}

/** "held by | the group", "whom | the group | holds". */
function holds(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  if (dependents(tokens, at, 'case').some((c) => tokens[c]!.form.toLowerCase() === 'by')) return true;
  return (
    /^nsubj/.test(tokens[at]!.deprel) &&
    /^(?:hold|keep|detain|have|capture|seize)$/.test(tokens[tokens[at]!.head]?.lemma ?? '')
  );
}

/** The unbroken run of words round `at`, as a span. */
export function runSpan(draft: Draft, sentence: ParsedSentence, words: readonly number[], at: number): Span {
  const { tokens } = sentence;
  const set = new Set(words);
  let from = at;
  let to = at;
  while (set.has(from - 1)) from--;
  while (set.has(to + 1)) to++;
  while (to > at && tokens[to]!.upos === 'PUNCT') to--;
  const start = tokens[from]!.start;
  const end = tokens[to]!.end;
  return { start, end, text: draft.document.text.slice(start, end) };
}
