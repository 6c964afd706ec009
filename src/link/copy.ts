import type { Reading } from '../model/reading.ts';
import { dayOf } from './period.ts';
import { publisherKey } from './publisher.ts';
import { containment, shinglesOf } from './shingle.ts';
import { byPublication } from './testimony.ts';

// A light rewrite keeps about a third of its runs of three words; a cut version is contained in the longer one. Two reports of
// one press conference written apart share a tenth at most, in quotations and names.

/** A document that goes back to another: by its words, or because it says so. */
export interface DocumentCopy {
  readonly copy: string;
  readonly original: string;
  readonly kind: 'copy' | 'credit';
  /** Part of the shorter text's runs of three words found in the other, 0 to 1. */
  readonly shared: number;
}

/** A document as copies are looked for: its text (sentences that are reports, without boilerplate) where it is known. */
export interface CopyText {
  readonly reading: Reading;
  readonly text: string | null;
}

const COPY = 0.2;
const LIKELY = 0.09;
const COMMON = 40;
const CREDIT_DAYS = 14;

/** Pairs of documents by shared words and by credits, original first published; `weak` pairs need their claims compared. */
export function findCopies(documents: readonly CopyText[]): { sure: DocumentCopy[]; weak: DocumentCopy[] } {
  const ordered = [...documents].sort((a, b) => byPublication(a.reading.document, b.reading.document));
  const shingles = ordered.map((document) => shinglesOf(document.text ?? ''));
  const pairs = candidatePairs(shingles);
  const sure: DocumentCopy[] = [];
  const weak: DocumentCopy[] = [];
  for (const [earlier, later] of pairs) {
    const shared = containment(shingles[earlier]!, shingles[later]!);
    if (shared < LIKELY) continue;
    const pair: DocumentCopy = {
      copy: ordered[later]!.reading.document.id,
      original: ordered[earlier]!.reading.document.id,
      kind: 'copy',
      shared,
    };
    (shared >= COPY ? sure : weak).push(pair);
  }
  sure.push(...creditPairs(ordered, shingles));
  return { sure, weak };
}

/** Pairs that share at least three runs of words which are not common to many documents. */
function candidatePairs(shingles: readonly ReadonlySet<number>[]): [number, number][] {
  const holders = new Map<number, number[]>();
  shingles.forEach((set, at) => {
    for (const shingle of set) {
      const list = holders.get(shingle);
      if (list) list.push(at);
      else holders.set(shingle, [at]);
    }
  });
  const hits = new Map<number, number>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    for (let i = 0; i < list.length; i++) {
      for (let j = i + 1; j < list.length; j++) {
        const key = list[i]! * shingles.length + list[j]!;
        hits.set(key, (hits.get(key) ?? 0) + 1);
      }
    }
  }
  const least = (key: number): number =>
    Math.min(3, shingles[Math.floor(key / shingles.length)]!.size, shingles[key % shingles.length]!.size);
  return [...hits.keys()]
    .filter((key) => hits.get(key)! >= least(key))
    .sort((a, b) => a - b)
    .map((key) => [Math.floor(key / shingles.length), key % shingles.length]);
}

// "To read the full report at Meridian Press": the story goes back to that publisher's most similar earlier document.
function creditPairs(ordered: readonly CopyText[], shingles: readonly ReadonlySet<number>[]): DocumentCopy[] {
  const byPublisher = Map.groupBy(
    ordered.map((_, at) => at),
    (at) => publisherKey(ordered[at]!.reading.document.publisher),
  );
  const found: DocumentCopy[] = [];
  ordered.forEach(({ reading }, at) => {
    const own = publisherKey(reading.document.publisher);
    const named = new Set(reading.credits.map((credit) => publisherKey(credit.publisher)));
    for (const key of [...named].sort()) {
      if (key === '' || key === own) continue;
      const ranked = (byPublisher.get(key) ?? [])
        .filter((other) => other !== at && withinDays(ordered[other]!.reading, reading))
        .map((other) => ({ other, shared: containment(shingles[other]!, shingles[at]!) }))
        .sort((a, b) => b.shared - a.shared || a.other - b.other);
      const best = ranked[0];
      if (!best) continue;
      found.push({
        copy: reading.document.id,
        original: ordered[best.other]!.reading.document.id,
        kind: 'credit',
        shared: best.shared,
      });
    }
  });
  return found;
}

function withinDays(earlier: Reading, later: Reading): boolean {
  const [a, b] = [dayOf(earlier.document.published), dayOf(later.document.published)];
  return a === null || b === null || (a <= b && b - a <= CREDIT_DAYS);
}
