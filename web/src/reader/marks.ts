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

/** All marks of the layers that are switched on. */
export function layerMarks(reading: Reading, layers: ReadonlySet<Layer>): readonly Mark<Tag>[] {
  const said = reading.statements.filter((statement) => layers.has(layerOf(statement)));
  const shown = new Set(said.map((statement) => statement.id));
  const claims = layers.has('claims') ? reading.claims.filter((claim) => shown.has(claim.statement)) : [];
  const mentions = reading.mentions.filter((mention) => layers.has(mention.kind));
  return [
    ...said.flatMap(contentMarks),
    ...claims.map(claimMark),
    ...mentions.map((mention) => ({ ...range(mention), tag: { kind: 'mention', mention } as const })),
  ];
}

/** The marks of what is chosen: its source and cue, and what its layers would mark, were they on. */
export function choiceMarks({ statement, claim }: Choice, layers: ReadonlySet<Layer>): readonly Mark<Tag>[] {
  const shown = layers.has(layerOf(statement));
  const parts = (['source', 'cue'] as const).flatMap((part) => {
    const span = statement[part];
    return span === null ? [] : [{ ...range(span), tag: { kind: 'attribution', part } as const }];
  });
  return [
    ...(shown ? [] : contentMarks(statement)),
    ...(claim !== null && !(shown && layers.has('claims')) ? [claimMark(claim)] : []),
    ...parts,
  ];
}

/** Whether a paragraph holds anything of what is chosen. */
export function touches({ statement }: Choice, { start, end }: { start: number; end: number }): boolean {
  return [...statement.content, statement.source, statement.cue].some(
    (span) => span !== null && span.start < end && span.end > start,
  );
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

function layerOf(statement: Statement): Layer {
  return statement.mode === 'narrative' ? 'voice' : 'attributed';
}

function contentMarks(statement: Statement): Mark<Tag>[] {
  const size = statement.content.reduce((sum, span) => sum + span.end - span.start, 0);
  return statement.content.map((span) => ({
    ...range(span),
    tag: { kind: 'content', statement, size },
  }));
}

function claimMark(claim: Claim): Mark<Tag> {
  return { ...range(claim.predicate), tag: { kind: 'claim', claim } };
}

function range(span: { readonly start: number; readonly end: number }) {
  return { start: span.start, end: span.end };
}
