import { wrap } from './plain.ts';
import { pad, widthOf } from './width.ts';

/** A cell of a grid: its words, and the colour they are put in once they are aligned. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Columns are not narrowed below their longest word, unless that is longer than this. */
const LONG = 16;
/** Least width of a column in any case. */
const LEAST = 8;
/** How many rows are looked at to share out the width. */
const LOOKED_AT = 80;

/**
 * The widths of aligned columns: as wide as their cells where they all fit, else narrowed step by step, each time the column
 * whose cells take the fewest further lines for it. An empty column takes nothing.
 */
export function widthsFor(rows: readonly (readonly Cell[])[], width: number, gap = 2): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, at) => columnOf(rows.map((row) => row[at]?.text ?? '')));
  const gaps = gap * Math.max(0, columns.filter((column) => column.width > 0).length - 1);
  let over = columns.reduce((sum, column) => sum + column.width, 0) + gaps - width;
  for (let least = LONG; over > 0 && least >= LEAST; least -= LONG - LEAST) {
    for (; over > 0; over--) {
      const narrowable = columns.filter((column) => column.width > Math.min(least, column.word));
      if (narrowable.length === 0) break;
      narrow(narrowable.reduce((best, column) => (cheaper(column, best) ? column : best)));
    }
  }
  return columns.map((column) => column.width);
}

interface Column {
  readonly cells: readonly string[];
  /** Width of its longest word. */
  readonly word: number;
  width: number;
  lines: number;
  /** Lines that its cells take once it is narrower by one. */
  next: number;
}

function columnOf(texts: readonly string[]): Column {
  const width = texts.reduce((most, text) => Math.max(most, widthOf(text)), 0);
  const word = texts.reduce((most, text) => Math.max(most, ...text.split(' ').map(widthOf)), 0);
  const cells = texts.slice(0, LOOKED_AT).filter((text) => text !== '');
  return { cells, word, width, lines: cells.length, next: linesAt(cells, width - 1) };
}

function narrow(column: Column): void {
  column.width -= 1;
  column.lines = column.next;
  column.next = linesAt(column.cells, column.width - 1);
}

function cheaper(a: Column, b: Column): boolean {
  const [one, other] = [a.next - a.lines, b.next - b.lines];
  return one < other || (one === other && a.width > b.width);
}

function linesAt(cells: readonly string[], width: number): number {
  return cells.reduce(
    (sum, text) => sum + (text.length <= width ? 1 : wrap(text, width).split('\n').length),
    0,
  );
}

/** One row of a grid: every cell wraps in its own column. */
export function rowText(row: readonly Cell[], widths: readonly number[], indent: string, gap = 2): string {
  const columns = row.flatMap(({ text, paint = (same) => same }, at) =>
    widths[at]! === 0 ? [] : [{ lines: wrap(text, widths[at]!).split('\n'), paint, width: widths[at]! }],
  );
  const height = Math.max(0, ...columns.map(({ lines }) => lines.length));
  const made: string[] = [];
  for (let n = 0; n < height; n++) {
    let last = columns.length;
    while (last > 1 && (columns[last - 1]!.lines[n] ?? '') === '') last--;
    const parts = columns.slice(0, last).map(({ lines, paint, width }, at) => {
      const words = lines[n] ?? '';
      const filled = at === last - 1 ? words : pad(words, width);
      return words === '' ? filled : paint(words) + filled.slice(words.length);
    });
    made.push((indent + parts.join(' '.repeat(gap))).trimEnd());
  }
  return made.join('\n');
}

/** A whole grid, with a heading where one is given. */
export function grid(
  heading: readonly Cell[] | null,
  rows: readonly (readonly Cell[])[],
  width: number,
  indent = '',
): string {
  const all = heading === null ? rows : [heading, ...rows];
  const widths = widthsFor(all, width - indent.length);
  return all.map((row) => `${rowText(row, widths, indent)}\n`).join('');
}
