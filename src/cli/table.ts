import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { cut, line } from './plain.ts';
import { pad, widthOf } from './width.ts';

/** Widest a column but the last may grow. */
const WIDEST = 30;

/** A table for people: a heading, one row a line. On a terminal the last column is cut to what is left of the width. */
export function table(
  io: Io,
  heading: readonly string[],
  rows: readonly (readonly (string | null)[])[],
): string {
  const cells = rows.map((row) => row.map((cell) => line(cell ?? '')));
  const widths = heading.map((title, at) =>
    Math.min(WIDEST, Math.max(title.length, ...cells.map((row) => widthOf(row[at] ?? '')))),
  );
  const last = heading.length - 1;
  const used = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const rest = io.columns === null ? Number.POSITIVE_INFINITY : Math.max(20, io.columns - used);
  const format = (row: readonly string[]) =>
    row
      .map((cell, at) => (at === last ? cut(cell, rest) : pad(cut(cell, widths[at]!), widths[at]!)))
      .join('  ')
      .trimEnd();
  const { bold } = paint(io);
  return [bold(format(heading)), ...cells.map(format)].map((each) => `${each}\n`).join('');
}
