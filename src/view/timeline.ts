import type { Digest, Happening } from '../model/digest.ts';
import type { ClaimRow } from './claims.ts';
import { argName, claimRows, compare } from './claims.ts';

/** One happening on the timeline, told by the first claim that was published about it. */
export interface TimelineRow {
  readonly id: string;
  /** ISO dates, both ends included; null where unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly event: Happening['event'];
  readonly place: string | null;
  readonly grade: Happening['grade'];
  /** The question of a dispute that its claims stand in. */
  readonly disputed: readonly string[];
  readonly claims: readonly string[];
  readonly first: ClaimRow;
}

/** The happenings by date; those without one come last. */
export function timelineRows({ happenings, disputes, readings }: Digest): TimelineRow[] {
  const rows = happenings.flatMap(({ id, event, claims, place, from, to, grade }): TimelineRow[] => {
    const [first] = claimRows(readings, new Set(claims));
    if (first === undefined) return [];
    const disputed = disputes
      .filter(({ sides }) => sides.some((side) => side.claims.some((claim) => claims.includes(claim))))
      .map(({ question }) => question);
    return [{ id, from, to, event, place: place && argName(place), grade, disputed, claims, first }];
  });
  return rows.sort(
    (a, b) =>
      compare(a.from ?? a.to ?? '~', b.from ?? b.to ?? '~') ||
      compare(a.to ?? '~', b.to ?? '~') ||
      compare(a.id, b.id),
  );
}
