import { join } from 'node:path';
import { readJsonLines } from './gold.ts';

/** A text as a reader meets it, with the spans of gold words and sentences ("start:end"). */
export interface GoldText {
  readonly genre: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly sentences: readonly string[];
  /** Surface spans that hold several words ("don't"). */
  readonly joined: readonly (readonly [number, number])[];
}

type Row = [string, string, string, string, string, number, string, number, number, string];

function surface(rows: readonly Row[], shift: number): Pick<GoldText, 'words' | 'joined'> {
  const words = rows.map((r) => `${r[7] + shift}:${r[8] + shift}`);
  const joined = rows
    .filter((_, i) => words[i] === words[i - 1])
    .map((r) => [r[7] + shift, r[8] + shift] as const);
  return { words, joined };
}

/**
 * Documents of GUM without reddit. The file ends every gold sentence with a newline; blank lines are the paragraphs of the
 * original, single newlines are read as spaces, or the answer would leak.
 */
export function readGumTexts(gold: string, split: string): GoldText[] {
  return readJsonLines(join(gold, 'syntax', `gum-${split}.jsonl.gz`))
    .filter((doc) => doc['genre'] !== 'reddit')
    .map((doc) => {
      const rows = doc['tokens'] as Row[];
      const sentences = (doc['sentences'] as { tok: [number, number] }[])
        .filter((s) => s.tok[1] > s.tok[0])
        .map((s) => `${rows[s.tok[0]]![7]}:${rows[s.tok[1] - 1]![8]}`);
      return {
        genre: String(doc['genre']),
        text: String(doc['text']).replace(/(?<!\n)\n(?!\n)/g, ' '),
        sentences,
        ...surface(rows, 0),
      };
    });
}

/** Documents of EWT, their sentences joined by one space: the file keeps neither paragraphs nor line breaks. */
export function readEwtTexts(gold: string, split: string): GoldText[] {
  const found: {
    id: string;
    genre: string;
    text: string;
    words: string[];
    sentences: string[];
    joined: (readonly [number, number])[];
  }[] = [];
  for (const row of readJsonLines(join(gold, 'syntax', `ewt-${split}.jsonl.gz`))) {
    const rows = row['tokens'] as Row[];
    const id = String(row['doc']);
    let doc = found.at(-1);
    if (doc === undefined || doc.id !== id) {
      doc = { id, genre: String(row['genre']), text: '', words: [], sentences: [], joined: [] };
      found.push(doc);
    }
    if (doc.text !== '') doc.text += ' ';
    const shift = doc.text.length;
    doc.text += String(row['text']);
    const { words, joined } = surface(rows, shift);
    doc.words.push(...words);
    doc.joined.push(...joined);
    doc.sentences.push(`${rows[0]![7] + shift}:${rows.at(-1)![8] + shift}`);
  }
  return found;
}
