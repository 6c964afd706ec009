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

/**
 * Reads the head of an expanded model file: JSON, its length in the first four bytes. `at` is where the sections begin. Throws an Error
 * that names `file` when the bytes are not a file of this `format`.
 */
export function readHead<H extends { readonly format: string }>(
  data: Buffer,
  format: H['format'],
  file: string,
): { readonly head: H; readonly at: number } {
  const at = data.length < 4 ? 4 : 4 + data.readUInt32LE(0);
  if (at > data.length) throw new Error(`${file} is not a model file; make it anew with npm run train`);
  const head = JSON.parse(data.toString('utf8', 4, at)) as H;
  if (head.format !== format)
    throw new Error(`${file} has format ${head.format}; this program reads ${format}`);
  return { head, at };
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
