import type { Claim } from '../../../src/model/claim.ts';
import type { Mention } from '../../../src/model/mention.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { DisputeMark } from '../api/types.ts';
import type { Choice } from './choice.ts';
import type { Layer } from './layers.tsx';
import type { Mark, Segment } from './segments.ts';

/** What a stretch of the text can be marked as. */
export type Tag =
  | { readonly kind: 'content'; readonly statement: Statement; readonly size: number }
  | { readonly kind: 'attribution'; readonly part: 'source' | 'cue' }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'mention'; readonly mention: Mention };

/** All marks of the layers that are switched on. The source and cue of the chosen statement are always marked. */
export function collectMarks(
  reading: Reading,
  layers: ReadonlySet<Layer>,
  choice: Choice | null,
): Mark<Tag>[] {
  const marks: Mark<Tag>[] = [];
  const shown = new Set<string>();
  for (const statement of reading.statements) {
    const layer: Layer = statement.mode === 'narrative' ? 'voice' : 'attributed';
    if (!layers.has(layer) && statement !== choice?.statement) continue;
    shown.add(statement.id);
    const size = statement.content.reduce((sum, span) => sum + span.end - span.start, 0);
    for (const { start, end } of statement.content) {
      marks.push({ start, end, tag: { kind: 'content', statement, size } });
    }
  }
  for (const claim of reading.claims) {
    if (!shown.has(claim.statement) || !(layers.has('claims') || claim === choice?.claim)) continue;
    marks.push({ ...range(claim.predicate), tag: { kind: 'claim', claim } });
  }
  for (const part of ['source', 'cue'] as const) {
    const span = choice?.statement[part];
    if (span != null) marks.push({ ...range(span), tag: { kind: 'attribution', part } });
  }
  for (const mention of reading.mentions) {
    if (layers.has(mention.kind)) marks.push({ ...range(mention), tag: { kind: 'mention', mention } });
  }
  return marks;
}

/** The innermost statement of a segment: where one is told within another, the shorter content is the inner one. */
export function innermost(segment: Segment<Tag>): Statement | null {
  let found: Extract<Tag, { kind: 'content' }> | null = null;
  for (const tag of segment.tags) {
    if (tag.kind === 'content' && (found === null || tag.size < found.size)) found = tag;
  }
  return found?.statement ?? null;
}

/** Where each dispute sign goes: after the last word of the predicate of each disputed claim. */
export function placeDisputes(
  reading: Reading,
  disputes: readonly DisputeMark[],
): ReadonlyMap<number, readonly DisputeMark[]> {
  const ends = new Map(reading.claims.map((claim) => [claim.id, claim.predicate.end]));
  const places = new Map<number, DisputeMark[]>();
  for (const dispute of disputes) {
    for (const claim of dispute.claims) {
      const end = ends.get(claim);
      if (end === undefined) continue;
      const here = places.get(end) ?? [];
      if (!here.includes(dispute)) places.set(end, [...here, dispute]);
    }
  }
  return places;
}

function range(span: { readonly start: number; readonly end: number }) {
  return { start: span.start, end: span.end };
}
