import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { readHead, readTables, type TableHead } from '../parse/weight-file.ts';
import { INVOLVED_TABLES, type InvolvedModel } from './involved-reader.ts';
import type { OddsTable } from './involved-score.ts';

/** Head of the file: JSON, its length in the first four bytes; the tables follow. */
export interface InvolvedHead {
  readonly format: 'counterclaim-involved-1';
  readonly least: readonly number[];
  readonly tables: readonly TableHead[];
}

/** Reads an expanded model file. Throws an Error that names `name` when the bytes are not such a file. */
export function readInvolvedModel(data: Buffer, name: string): InvolvedModel {
  const { head, at } = readHead<InvolvedHead>(data, 'counterclaim-involved-1', name);
  const table = readTables(data, at, head.tables, name);
  const scaled = (key: string): OddsTable => ({
    ...table(key),
    scale: head.tables.find((t) => t.name === key)!.scale,
  });
  const tables = Object.fromEntries(INVOLVED_TABLES.map((key) => [key, scaled(key)]));
  return { tables: tables as Record<(typeof INVOLVED_TABLES)[number], OddsTable>, least: head.least };
}

let shipped: InvolvedModel | null = null;

/** The shipped model, loaded on the first call. */
export function involvedModel(): InvolvedModel {
  const file = PACKED_FILES.involved;
  shipped ??= readInvolvedModel(readPacked(file), dataPath(file));
  return shipped;
}
