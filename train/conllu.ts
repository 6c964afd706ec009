import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldSentence } from './gold.ts';

/** Reads CoNLL-U; throws an Error that names the file and line when a row is not a word of a tree. */
export function parseConllu(text: string, file: string): GoldSentence[] {
  const found: GoldSentence[] = [];
  let rows: string[][] = [];
  const close = (line: number): void => {
    if (rows.length === 0) return;
    const heads = rows.map((r) => Number(r[6]) - 1);
    const roots = heads.filter((h) => h === -1).length;
    if (roots !== 1 || heads.some((h, i) => !(h >= -1 && h < rows.length && h !== i)))
      throw new Error(`${file}:${line}: the sentence that ends here is not a tree with one root`);
    found.push({
      corpus: file,
      genre: 'own',
      forms: rows.map((r) => r[1]!),
      lemmas: rows.map((r) => r[2]!),
      upos: rows.map((r) => r[3]!),
      xpos: rows.map((r) => r[4]!),
      heads,
      deprels: rows.map((r) => r[7]!),
    });
    rows = [];
  };
  text.split(/\r?\n/).forEach((line, i) => {
    if (line.trim() === '') close(i + 1);
    else if (!line.startsWith('#')) {
      const cells = line.split('\t');
      if (cells.length !== 10)
        throw new Error(`${file}:${i + 1}: ${cells.length} columns where CoNLL-U has 10`);
      if (/^\d+$/.test(cells[0]!)) rows.push(cells);
    }
  });
  close(text.split('\n').length);
  return found;
}

/** All sentences of the `.conllu` files of a folder, in the order of their names. */
export function readTreebank(folder: string): GoldSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.conllu'))
    .sort()
    .flatMap((name) => parseConllu(readFileSync(join(folder, name), 'utf8'), name));
}
