import type { WeightTable } from './weight-table.ts';

/** Entry of a table in the head of a model file; its gaps and values follow in the order of the entries. */
export interface TableHead {
  readonly name: string;
  readonly bits: number;
  readonly columns: number;
  /** Number of weights that are not zero, and bytes their gaps take. */
  readonly weights: number;
  readonly gapBytes: number;
  /** Steps that one unit of the trained weights was rounded to. */
  readonly scale: number;
}

/** Unpacks the tables that begin at `at`; the result finds one by name and throws an Error when `file` lacks it. */
export function readTables(
  data: Uint8Array,
  at: number,
  heads: readonly TableHead[],
  file: string,
): (name: string) => WeightTable {
  const tables = new Map<string, WeightTable>();
  let from = at;
  for (const t of heads) {
    const weights = new Int8Array(t.columns << t.bits);
    const values = from + t.gapBytes;
    unpack(data.subarray(from, values), data.subarray(values, values + t.weights), weights);
    tables.set(t.name, { bits: t.bits, columns: t.columns, weights });
    from = values + t.weights;
  }
  return (name) => {
    const found = tables.get(name);
    if (found === undefined)
      throw new Error(`${file} lacks the table ${name}; make it anew with npm run train`);
    return found;
  };
}

/** Puts each value as many places on as its gap says: seven bits a byte, the lowest first. */
function unpack(gaps: Uint8Array, values: Uint8Array, into: Int8Array): void {
  let place = -1;
  let from = 0;
  for (let i = 0; i < values.length; i++) {
    let byte = gaps[from++]!;
    let gap = byte & 0x7f;
    for (let bits = 7; byte > 0x7f; bits += 7) {
      byte = gaps[from++]!;
      gap |= (byte & 0x7f) << bits;
    }
    place += gap + 1;
    into[place] = values[i]!;
  }
}
