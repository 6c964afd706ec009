import type { Draft } from '../model/draft.ts';
import type { ActorMention, Mention, PersonMention, PlaceMention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';
import { type Chunk, chunks } from './chunk.ts';

/** A mention that can act. */
export type WhoMention = ActorMention | PersonMention;

const cache = new WeakMap<readonly Token[], readonly Chunk[]>();
const byEnd = new WeakMap<readonly Mention[], Map<number, Mention[]>>();

/** Base noun phrases of a sentence, made once. */
export function chunksOf(tokens: readonly Token[]): readonly Chunk[] {
  const known = cache.get(tokens) ?? chunks(tokens);
  cache.set(tokens, known);
  return known;
}

/** The base noun phrase that a token stands in, or null. */
export function chunkAt(tokens: readonly Token[], at: number): Chunk | null {
  return chunksOf(tokens).find((c) => c.from <= at && at < c.to) ?? null;
}

/** Mentions that end where a base noun phrase ends: what its head names or means. */
export function mentionsAt(draft: Draft, tokens: readonly Token[], at: number): readonly Mention[] {
  let index = byEnd.get(draft.mentions);
  if (index === undefined) {
    index = new Map();
    for (const m of draft.mentions) index.set(m.end, [...(index.get(m.end) ?? []), m]);
    byEnd.set(draft.mentions, index);
  }
  const chunk = chunkAt(tokens, at);
  const end = tokens[chunk === null ? at : chunk.to - 1]!.end;
  return index.get(end) ?? [];
}

/** Who a token's phrase names or means, or null. */
export function whoAt(draft: Draft, tokens: readonly Token[], at: number): WhoMention | null {
  for (const m of mentionsAt(draft, tokens, at)) if (m.kind === 'actor' || m.kind === 'person') return m;
  return null;
}

/** The place that a token's phrase names, or null. */
export function placeAt(draft: Draft, tokens: readonly Token[], at: number): PlaceMention | null {
  for (const m of mentionsAt(draft, tokens, at)) if (m.kind === 'place') return m;
  return null;
}
