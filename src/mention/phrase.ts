import { type ActorMatch, scanActors } from '../lexicon/actor.ts';
import type { OwnActors } from '../lexicon/own-actor.ts';
import type { ParsedSentence } from '../model/draft.ts';
import { canBe } from '../parse/word-class.ts';
import type { Chunk } from './chunk.ts';
import { chunksOf } from './lookup.ts';

/** A sentence prepared for naming: its base noun phrases and the actors of the lexicon and of the user in it. */
export interface Phrases {
  readonly index: number;
  readonly sentence: ParsedSentence;
  readonly chunks: readonly Chunk[];
  readonly matches: readonly ActorMatch[];
}

/** Prepares the sentences that are read for names: the story and its headline. */
export function phrases(sentences: readonly ParsedSentence[], own: OwnActors | null = null): Phrases[] {
  return sentences.flatMap((sentence, index) =>
    sentence.kind === 'body' || sentence.kind === 'headline'
      ? [
          {
            index,
            sentence,
            chunks: chunksOf(sentence.tokens),
            matches: scanActors(sentence.tokens, own).filter((m) => !opens(sentence.tokens, m)),
          },
        ]
      : [],
  );
}

/** "Amnesty was offered", "Male residents fled": a common word with the capital of its sentence is no actor's name. */
function opens(tokens: ParsedSentence['tokens'], match: ActorMatch): boolean {
  const token = tokens[match.from]!;
  if (match.from > 0 || match.to > 1 || token.upos === 'PROPN' || match.via === 'demonym') return false;
  const word = token.form.toLowerCase();
  return word !== token.form && (canBe(word, 'NN') || canBe(word, 'JJ') || canBe(word, 'VB'));
}

/** The chunk that follows `chunk` directly after the given words, e.g. ", " or "for"; null when other words stand between. */
export function chunkAfter(p: Phrases, chunk: Chunk, between: RegExp): Chunk | null {
  const next = p.chunks[p.chunks.indexOf(chunk) + 1];
  if (next === undefined) return null;
  const words = p.sentence.tokens.slice(chunk.to, next.from).map((t) => t.form.toLowerCase());
  return between.test(words.join(' ')) ? next : null;
}

/** The chunk that stands directly before `chunk` with the given words between. */
export function chunkBefore(p: Phrases, chunk: Chunk, between: RegExp): Chunk | null {
  const before = p.chunks[p.chunks.indexOf(chunk) - 1];
  return before !== undefined && chunkAfter(p, before, between) === chunk ? before : null;
}

/** Lower-case forms of the words of a chunk before its head. */
export function modifiers(p: Phrases, chunk: Chunk): string[] {
  return p.sentence.tokens.slice(chunk.from, chunk.head).map((t) => t.form.toLowerCase());
}
