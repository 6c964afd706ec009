import type { Draft } from '../model/draft.ts';
import type { Entity } from '../model/entity.ts';
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

/** The mentions that lie in [start, end), in order. */
export function mentionsWithin(draft: Draft, start: number, end: number): Mention[] {
  const { mentions } = draft;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < end; i++)
    if (mentions[i]!.end <= end) found.push(mentions[i]!);
  return found;
}

const byId = new WeakMap<readonly Entity[], Map<string, Entity>>();

/** The entity of an id, or undefined. */
export function entityOf(draft: Draft, id: string | null | undefined): Entity | undefined {
  if (id === null || id === undefined) return undefined;
  let index = byId.get(draft.entities);
  if (index === undefined) {
    index = new Map(draft.entities.map((e) => [e.id, e]));
    byId.set(draft.entities, index);
  }
  return index.get(id);
}

/** Who a token's phrase names or means, or null. */
export function whoAt(draft: Draft, tokens: readonly Token[], at: number): WhoMention | null {
  for (const m of mentionsAt(draft, tokens, at)) if (m.kind === 'actor' || m.kind === 'person') return m;
  return null;
}

/** Whether a mention names a place where something can be: no government ("Moscow denied it"), no part of another's name. */
export function isSpot(m: Mention): m is PlaceMention {
  return m.kind === 'place' && m.use === 'literal';
}

/** The place that a token's phrase names, or null. */
export function placeAt(draft: Draft, tokens: readonly Token[], at: number): PlaceMention | null {
  return mentionsAt(draft, tokens, at).find(isSpot) ?? null;
}
