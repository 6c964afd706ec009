/** Weights of a linear scorer: 2^bits rows of `columns` classes (a power of two). Rows are picked by the top bits of a feature key. */
export interface WeightTable {
  readonly bits: number;
  readonly columns: number;
  readonly weights: Int8Array | Float32Array;
}

const offsets = new Int32Array(256);

/**
 * Sums the rows of the `count` first keys (at most 256) into `scores`, one entry a class. Eight classes are summed at a
 * time, so that the sums stay in registers, and one that is left over alone; `columns` must be a multiple of eight.
 */
export function sumRows(
  table: WeightTable,
  keys: Int32Array,
  count: number,
  scores: Float64Array,
  classes: number,
): void {
  const { weights, columns } = table;
  const shift = 32 - table.bits;
  for (let i = 0; i < count; i++) offsets[i] = (keys[i]! >>> shift) * columns;
  let first = 0;
  for (; first + 1 < classes; first += 8) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    let g = 0;
    let h = 0;
    for (let i = 0; i < count; i++) {
      const at = offsets[i]! + first;
      a += weights[at]!;
      b += weights[at + 1]!;
      c += weights[at + 2]!;
      d += weights[at + 3]!;
      e += weights[at + 4]!;
      f += weights[at + 5]!;
      g += weights[at + 6]!;
      h += weights[at + 7]!;
    }
    scores[first] = a;
    scores[first + 1] = b;
    scores[first + 2] = c;
    scores[first + 3] = d;
    scores[first + 4] = e;
    scores[first + 5] = f;
    scores[first + 6] = g;
    scores[first + 7] = h;
  }
  if (first >= classes) return;
  let last = 0;
  for (let i = 0; i < count; i++) last += weights[offsets[i]! + first]!;
  scores[first] = last;
}

/** The class of `classes` whose sum over the rows of the `count` first keys (at most 256) is highest, the first one on a tie. */
export function bestOf(table: WeightTable, keys: Int32Array, count: number, classes: Uint8Array): number {
  const { weights, columns } = table;
  const shift = 32 - table.bits;
  for (let i = 0; i < count; i++) offsets[i] = (keys[i]! >>> shift) * columns;
  let best = classes[0]!;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes.length; c++) {
    const column = classes[c]!;
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[offsets[i]! + column]!;
    if (sum <= most) continue;
    most = sum;
    best = column;
  }
  return best;
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
