/** Weights of a linear scorer: 2^bits rows of `columns` classes (a power of two). Rows are picked by the top bits of a feature key. */
export interface WeightTable {
  readonly bits: number;
  readonly columns: number;
  readonly weights: Int8Array | Float32Array;
}

/** Sums the rows of the `count` first keys into `scores` (one entry a class). */
export function sumRows(
  table: WeightTable,
  keys: Int32Array,
  count: number,
  scores: Float64Array,
  classes: number,
): void {
  const { weights, columns } = table;
  const shift = 32 - table.bits;
  scores.fill(0, 0, classes);
  for (let i = 0; i < count; i++) {
    const base = (keys[i]! >>> shift) * columns;
    for (let c = 0; c < classes; c++) scores[c]! += weights[base + c]!;
  }
}

/** Sums rows of a table of four columns whose first three are in use. */
export function sumTriples(table: WeightTable, keys: Int32Array, count: number, scores: Float64Array): void {
  const { weights } = table;
  const shift = 32 - table.bits;
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = 0; i < count; i++) {
    const base = (keys[i]! >>> shift) << 2;
    a += weights[base]!;
    b += weights[base + 1]!;
    c += weights[base + 2]!;
  }
  scores[0] = a;
  scores[1] = b;
  scores[2] = c;
}
