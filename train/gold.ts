import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A sentence of a treebank. `heads` are indices in the sentence, -1 for the root. */
export interface GoldSentence {
  readonly corpus: string;
  readonly genre: string;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
}

/** Gold data the command line names is missing; the program ends with exit code 2. */
export class MissingGold extends Error {
  readonly exitCode = 2;
}

type Row = [string, string, string, string, string, number, string, number, number, string];

/** Parses a gzipped JSON Lines file; throws `MissingGold` when it is not there. */
export function readJsonLines(file: string): Record<string, unknown>[] {
  if (!existsSync(file)) {
    throw new MissingGold(
      `gold data is absent: ${file} does not exist. Give the folder that holds it with --gold DIR.`,
    );
  }
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function sentenceOf(corpus: string, genre: string, rows: readonly Row[]): GoldSentence {
  return {
    corpus,
    genre,
    forms: rows.map((r) => r[0]),
    lemmas: rows.map((r) => r[1]),
    upos: rows.map((r) => r[2]),
    xpos: rows.map((r) => r[3]),
    heads: rows.map((r) => r[5] - 1),
    deprels: rows.map((r) => r[6]),
  };
}

/** Sentences of EWT (`split` train or dev). */
export function readEwt(gold: string, split: string): GoldSentence[] {
  return readJsonLines(join(gold, 'syntax', `ewt-${split}.jsonl.gz`)).map((r) =>
    sentenceOf('EWT', String(r['genre']), r['tokens'] as Row[]),
  );
}

/** Sentences of GUM without the masked reddit texts; `genres` null takes every other genre. */
export function readGum(gold: string, split: string, genres: readonly string[] | null): GoldSentence[] {
  const found: GoldSentence[] = [];
  for (const doc of readJsonLines(join(gold, 'syntax', `gum-${split}.jsonl.gz`))) {
    const genre = String(doc['genre']);
    if (genre === 'reddit' || (genres !== null && !genres.includes(genre))) continue;
    const rows = doc['tokens'] as Row[];
    for (const s of doc['sentences'] as { tok: [number, number] }[])
      found.push(sentenceOf('GUM', genre, rows.slice(s.tok[0], s.tok[1])));
  }
  return found;
}
