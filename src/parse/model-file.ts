import { POS_LIMIT, type RelationTable } from './relation-scorer.ts';
import { readHead, readTables, type TableHead } from './weight-file.ts';
import type { WeightTable } from './weight-table.ts';

/** Everything a trained parser is made of. */
export interface SyntaxModel {
  /** Joint tag classes, "VERB VBD". */
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  /** Facts about common words by the hash of the folded form, and lists of tags, see `WordFacts`. */
  readonly facts: ReadonlyMap<number, number>;
  readonly lists: readonly Uint8Array[];
  readonly tagger: WeightTable;
  readonly moves: WeightTable;
  readonly labels: WeightTable;
  readonly possible: RelationTable;
  /** Lines "form XPOS lemma" for forms that the rules get wrong. */
  readonly lemmas: readonly string[];
}

/** Head of the file: JSON, its length in the first four bytes; the sections follow in the order given. */
export interface ModelHead {
  readonly format: 'counterclaim-syntax-3';
  readonly tags: readonly string[];
  readonly relations: readonly string[];
  readonly lemmas: readonly string[];
  readonly facts: number;
  readonly lists: readonly (readonly number[])[];
  /** Bytes of the relation table: per slot a count and so many relations. */
  readonly possible: number;
  readonly tables: readonly TableHead[];
}

/** Reads an expanded model file. Throws an Error that names `name` when the bytes are not such a file. */
export function readModel(data: Buffer, name: string): SyntaxModel {
  const file = readHead<ModelHead>(data, 'counterclaim-syntax-3', name);
  const { head } = file;
  let { at } = file;
  const facts = new Map<number, number>();
  for (let i = 0; i < head.facts; i++)
    facts.set(data.readInt32LE(at + i * 4), data.readUInt32LE(at + (head.facts + i) * 4));
  at += head.facts * 8;
  const possible: Uint8Array[] = [];
  for (let p = at; p < at + head.possible; p += 1 + data[p]!)
    possible.push(data.subarray(p + 1, p + 1 + data[p]!));
  if (possible.length !== POS_LIMIT * POS_LIMIT * 2)
    throw new Error(`${name} has a broken relation table; make it anew with npm run train`);
  at += head.possible;
  const table = readTables(data, at, head.tables, name);
  return {
    tags: head.tags,
    relations: head.relations,
    lemmas: head.lemmas,
    facts,
    lists: head.lists.map((list) => Uint8Array.from(list)),
    tagger: table('tagger'),
    moves: table('moves'),
    labels: table('labels'),
    possible,
  };
}
