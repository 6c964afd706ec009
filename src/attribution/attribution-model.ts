import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { readHead, readTables, type TableHead } from '../parse/weight-file.ts';
import { type AttributionModel, AttributionReader } from './attribution-reader.ts';
import type { ChainTables } from './chain.ts';

/** Head of the file: JSON, its length in the first four bytes; the tables follow. */
export interface AttributionHead {
  readonly format: 'counterclaim-attribution-1';
  /** In units of the trained weights. */
  readonly bonus: number;
  readonly tables: readonly TableHead[];
}

/** Reads an expanded model file. Throws an Error that names `name` when the bytes are not such a file. */
export function readAttributionModel(data: Buffer, name: string): AttributionModel {
  const { head, at } = readHead<AttributionHead>(data, 'counterclaim-attribution-1', name);
  const table = readTables(data, at, head.tables, name);
  const scaleOf = (key: string) => head.tables.find((t) => t.name === key)!.scale;
  const chain = (key: string): ChainTables => ({
    nodes: table(`${key} nodes`),
    edges: table(`${key} edges`),
    edgeScale: scaleOf(`${key} nodes`) / scaleOf(`${key} edges`),
  });
  return { cues: chain('cue'), arguments: chain('argument'), bonus: head.bonus * scaleOf('cue nodes') };
}

let reader: AttributionReader | null = null;

/** The reader over the shipped model, loaded on the first call. */
export function attributionReader(): AttributionReader {
  const file = PACKED_FILES.attribution;
  reader ??= new AttributionReader(readAttributionModel(readPacked(file), dataPath(file)));
  return reader;
}
