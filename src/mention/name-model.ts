import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { readHead, readTables, type TableHead } from '../parse/weight-file.ts';
import { type NameModel, NameTagger, STATES } from './name-tagger.ts';

/** Head of the file: JSON, its length in the first four bytes; the table follows. Steps and spread are in units of the table. */
export interface NamesHead {
  readonly format: 'counterclaim-names-1';
  readonly steps: readonly number[];
  readonly spread: number;
  readonly tables: readonly TableHead[];
}

/** Reads an expanded model file. Throws an Error that names `name` when the bytes are not such a file. */
export function readNameModel(data: Buffer, name: string): NameModel {
  const { head, at } = readHead<NamesHead>(data, 'counterclaim-names-1', name);
  if (head.steps.length !== STATES * STATES)
    throw new Error(`${name} has a broken table of steps; make it anew with npm run train`);
  return {
    nodes: readTables(data, at, head.tables, name)('nodes'),
    steps: Float64Array.from(head.steps),
    spread: head.spread,
  };
}

let tagger: NameTagger | null = null;

/** The tagger over the shipped model, loaded on the first call. */
export function nameTagger(): NameTagger {
  const file = PACKED_FILES.names;
  tagger ??= new NameTagger(readNameModel(readPacked(file), dataPath(file)));
  return tagger;
}
