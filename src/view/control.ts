import type { ControlStatus } from '../model/control.ts';
import type { Digest } from '../model/digest.ts';
import type { ClaimRow } from './claims.ts';
import { argName, claimRows, compare } from './claims.ts';

/** Who is said to hold a place over an interval, with the claims that say so. Rival claims are rows of their own. */
export interface ControlRow {
  readonly place: string;
  readonly holder: string;
  readonly previous: string | null;
  readonly status: ControlStatus;
  /** The words by which only a part of the place is meant. */
  readonly part: string | null;
  readonly besieger: string | null;
  /** ISO dates; null is open or unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: readonly ClaimRow[];
}

/** Control of places, by place, then date. */
export function controlRows({ control, readings }: Pick<Digest, 'control' | 'readings'>): ControlRow[] {
  return control
    .map(({ place, holder, previous, status, part, besieger, from, to, claims }) => ({
      place: argName(place),
      holder: argName(holder),
      previous: previous && argName(previous),
      status,
      part: part?.text ?? null,
      besieger: besieger ? argName(besieger) : null,
      from,
      to,
      claims: claimRows(readings, new Set(claims)),
    }))
    .sort(
      (a, b) =>
        compare(a.place, b.place) || compare(a.from ?? '~', b.from ?? '~') || compare(a.holder, b.holder),
    );
}
