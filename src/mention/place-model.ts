import { PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { readHead, readTables, type TableHead } from '../parse/weight-file.ts';
import type { WeightTable } from '../parse/weight-table.ts';

/** Head of the file; the two tables follow. */
export interface PlaceModelHead {
  readonly format: 'counterclaim-place-1';
  /** Weights of what speaks for one place of a name, alone and with the rest of the document. */
  readonly alone: readonly number[];
  readonly among: readonly number[];
  readonly tables: readonly TableHead[];
}

/** Learned weights: which words name a place, by themselves and in their document, and which of the places of a name is meant. */
export interface PlaceModel {
  readonly alone: readonly number[];
  readonly among: readonly number[];
  readonly first: PlaceScorer;
  readonly second: PlaceScorer;
}

/** Gives the probability of a candidate from the keys of its signs. */
export interface PlaceScorer {
  readonly table: WeightTable;
  /** Steps to one unit of the logarithm of odds. */
  readonly scale: number;
}

/** Bits of the row numbers of both tables. */
export const PLACE_BITS = 14;

/** The probability that a candidate with these signs names a place. */
export function probability({ table, scale }: PlaceScorer, keys: Int32Array, count: number): number {
  let sum = 0;
  const shift = 32 - table.bits;
  for (let at = 0; at < count; at++) sum += table.weights[keys[at]! >>> shift]!;
  return 1 / (1 + Math.exp(-sum / scale));
}

/** Reads an expanded model file. Throws an Error that names `file` when the bytes are none. */
export function readPlaceModel(data: Buffer, file: string): PlaceModel {
  const { head, at } = readHead<PlaceModelHead>(data, 'counterclaim-place-1', file);
  const table = readTables(data, at, head.tables, file);
  const scorer = (name: string): PlaceScorer => ({
    table: table(name),
    scale: head.tables.find((each) => each.name === name)!.scale,
  });
  return { alone: head.alone, among: head.among, first: scorer('first'), second: scorer('second') };
}

let loaded: PlaceModel | null = null;

/** The model of the package, read on first use. */
export function placeModel(): PlaceModel {
  loaded ??= readPlaceModel(readPacked(PACKED_FILES.place), PACKED_FILES.place);
  return loaded;
}
