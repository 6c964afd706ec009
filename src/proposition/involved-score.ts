import { INVOLVED_ROLES } from '../model/involved.ts';
import { mix } from '../parse/feature-hash.ts';
import type { WeightTable } from '../parse/weight-table.ts';

/** Number of roles; a table of roles has this many classes, a table of one question one. */
export const ROLE_COUNT: number = INVOLVED_ROLES.length;

/** Columns of every table. */
export const COLUMNS = 8;

/** A table whose sums, divided by `scale`, are log-odds. */
export interface OddsTable extends WeightTable {
  readonly scale: number;
}

/** Log-odds of one class. */
export function oddsOf(table: OddsTable, keys: Int32Array, column = 0): number {
  const { weights } = table;
  const shift = 32 - table.bits;
  let sum = 0;
  for (let i = 0; i < keys.length; i++) sum += weights[(keys[i]! >>> shift) * COLUMNS + column]!;
  return sum / table.scale;
}

/** Writes the log-odds of the five roles to `into` from `at` on. */
export function roleOdds(table: OddsTable, keys: Int32Array, into: Float64Array, at: number): void {
  const { weights, scale } = table;
  const shift = 32 - table.bits;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let e = 0;
  for (let i = 0; i < keys.length; i++) {
    const row = (keys[i]! >>> shift) * COLUMNS;
    a += weights[row]!;
    b += weights[row + 1]!;
    c += weights[row + 2]!;
    d += weights[row + 3]!;
    e += weights[row + 4]!;
  }
  into[at] = a / scale;
  into[at + 1] = b / scale;
  into[at + 2] = c / scale;
  into[at + 3] = d / scale;
  into[at + 4] = e / scale;
}

export function chance(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** A key for a numbered question with a small answer. */
export function numbered(question: number, answer: number): number {
  return mix(question * 1024 + answer + 0x5bd1);
}
