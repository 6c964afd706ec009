import { zstdDecompressSync } from 'node:zlib';
import { POS_LIMIT, type RelationTable } from './relation-scorer.ts';
import type { WeightTable } from './weight-table.ts';

/** Everything a trained parser is made of. */
export interface SyntaxModel {
  /** Joint tag classes, "VERB VBD". */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Facts about common words by the hash of the folded form, see `WordFacts`. */
  readonly facts: ReadonlyMap<number, number>;
  readonly tagger: WeightTable;
  readonly moves: WeightTable;
  readonly labels: WeightTable;
  readonly possible: RelationTable;
  /** Lines "form XPOS lemma" for forms that the rules get wrong. */
  readonly lemmas: readonly string[];
}

/** Head of the file: JSON, its length in the first four bytes; the sections follow in the order given. */
export interface ModelHead {
  readonly format: 'counterclaim-syntax-2';
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: readonly string[];
  readonly facts: number;
  /** Bytes of the relation table: per slot a count and so many relations. */
  readonly possible: number;
  readonly tables: readonly {
    readonly name: string;
    readonly bits: number;
    readonly columns: number;
    /** Number of weights that are not zero, and bytes their gaps take. */
    readonly weights: number;
    readonly gapBytes: number;
  }[];
}

/** Reads a model file (zstd, which expands three times as fast as brotli). Throws an Error that names `name` when the bytes are not such a file. */
export function readModel(bytes: Uint8Array, name: string): SyntaxModel {
  let data: Buffer;
  try {
    data = zstdDecompressSync(bytes);
  } catch (cause) {
    throw new Error(`${name} is not a model file: it does not decompress; make it anew with npm run train`, {
      cause,
    });
  }
  const length = data.readUInt32LE(0);
  const head = JSON.parse(data.toString('utf8', 4, 4 + length)) as ModelHead;
  if (head.format !== 'counterclaim-syntax-2')
    throw new Error(`${name} has format ${head.format}; this program reads counterclaim-syntax-2`);
  let at = 4 + length;
  const facts = new Map<number, number>();
  for (let i = 0; i < head.facts; i++)
    facts.set(data.readInt32LE(at + i * 4), data.readUInt16LE(at + head.facts * 4 + i * 2));
  at += head.facts * 6;
  const possible: Uint8Array[] = [];
  for (let p = at; p < at + head.possible; p += 1 + data[p]!)
    possible.push(data.subarray(p + 1, p + 1 + data[p]!));
  if (possible.length !== POS_LIMIT * POS_LIMIT * 2)
    throw new Error(`${name} has a broken relation table; make it anew with npm run train`);
  at += head.possible;
  const tables = new Map<string, WeightTable>();
  for (const t of head.tables) {
    const weights = new Int8Array(t.columns << t.bits);
    const gaps = data.subarray(at, at + t.gapBytes);
    const values = data.subarray(at + t.gapBytes, at + t.gapBytes + t.weights);
    unpack(gaps, values, weights);
    tables.set(t.name, { bits: t.bits, columns: t.columns, weights });
    at += t.gapBytes + t.weights;
  }
  const table = (key: string): WeightTable => {
    const found = tables.get(key);
    if (found === undefined)
      throw new Error(`${name} lacks the table ${key}; make it anew with npm run train`);
    return found;
  };
  return {
    tags: head.tags,
    relations: head.relations,
    lemmas: head.lemmas,
    facts,
    tagger: table('tagger'),
    moves: table('moves'),
    labels: table('labels'),
    possible,
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
