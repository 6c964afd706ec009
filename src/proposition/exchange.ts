import { chunkAt, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import { dependents, subtree } from '../parse/tree.ts';
import { tokensIn } from './role.ts';
import { type Sense, senseAt } from './sense.ts';
import { roleArgs } from './slot.ts';
import type { LooseTerm } from './term.ts';

/*
 * A bargain names its price behind "in exchange for" or "in return for": "let the fighters leave in exchange for the release of the
 * civilians they hold". The price is a term of its own and the condition of the other; the parse hangs it now here, now there.
 */

interface Exchange {
  readonly at: number;
  readonly noun: number;
  readonly sense: Sense;
}

/** The exchange named in the clause of `at`, or in the one that governs it. */
function exchangeAt(draft: Draft, sentence: ParsedSentence, at: number): Exchange | null {
  const { tokens } = sentence;
  const top = /^(?:xcomp|ccomp)/.test(tokens[at]!.deprel) && tokens[at]!.head >= 0 ? tokens[at]!.head : at;
  for (const i of subtree(tokens, top)) {
    if (!/^(?:exchange|return)$/i.test(tokens[i]!.form) || tokens[i - 1]?.form.toLowerCase() !== 'in')
      continue;
    for (let noun = i + 1; noun < Math.min(tokens.length, i + 8); noun++) {
      const sense = tokens[noun]!.upos === 'NOUN' ? senseAt(draft, sentence, noun) : null;
      if (sense !== null) return { at: i, noun, sense };
    }
  }
  return null;
}

/** The words of the exchange, from "in" to the end of what is given in it. */
export function exchangeSpan(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const found = exchangeAt(draft, sentence, at);
  if (found === null) return null;
  const { tokens } = sentence;
  const last = Math.max(subtree(tokens, found.at).at(-1)!, subtree(tokens, found.noun).at(-1)!);
  const words = Array.from({ length: last - found.at + 2 }, (_, k) => found.at - 1 + k);
  return runSpan(draft, sentence, words, found.at - 1);
}

/** What is given in exchange, as a term; who is to give it where the words say who holds it. */
export function exchangedIn(draft: Draft, sentence: ParsedSentence, at: number): LooseTerm[] {
  const found = exchangeAt(draft, sentence, at);
  if (found === null) return [];
  const { noun, sense } = found;
  const { tokens } = sentence;
  const words = subtree(tokens, noun).filter((i) => i >= (chunkAt(tokens, noun)?.from ?? noun));
  const movers = sense.entry.agent.flatMap((r) => [...tokensIn(sense.frame, r)]);
  const holder = words.find((i) => i > noun && holds(sentence, i) && whoAt(draft, tokens, i) !== null);
  const who = roleArgs(draft, sentence, movers.length > 0 ? movers : holder === undefined ? [] : [holder]);
  const toWhom = roleArgs(
    draft,
    sentence,
    sense.entry.patient.flatMap((r) => [...tokensIn(sense.frame, r)]),
  );
  return [
    { event: sense.entry.event, who, does: runSpan(draft, sentence, words, noun), toWhom, condition: null },
  ];
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
