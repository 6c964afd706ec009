import type { Layer, ScoreRow } from './layer.ts';

/** Writes one layer as a plain table. */
export function printLayer(
  layer: Pick<Layer, 'title' | 'columns'>,
  rows: readonly ScoreRow[],
  split: string,
  out: { readonly write: (text: string) => unknown },
): void {
  const cells = [
    ['', ...layer.columns],
    ...rows.map((r) => [r.name, ...r.values.map((v) => (v === null ? '-' : figure(v)))]),
  ];
  const widths = cells[0]!.map((_, c) => Math.max(...cells.map((row) => (row[c] ?? '').length)));
  out.write(`${layer.title} (${split})\n`);
  for (const row of cells)
    out.write(
      `  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!))).join('  ')}\n`,
    );
  out.write('\n');
}

function figure(value: number): string {
  return Number.isInteger(value) && value > 100 ? String(value) : value.toFixed(2);
}
