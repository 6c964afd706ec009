import type { ParseInput } from './arc-features.ts';
import { mix, SPREAD } from './feature-hash.ts';
import { KIND, type WordBank } from './word-bank.ts';

const ROOT_WORD = mix(0x0badcafe);
/** Kind of the root, beside the parts of speech. */
export const ROOT_KIND = 23;
const COMMA = 1;
const VERB = 2;
const QUOTE = 4;

/** What the parser needs to know of the joint tag classes. */
export interface TagTable {
  readonly names: readonly string[];
  /** Index of each class's part of speech among the distinct ones. */
  readonly pos: Uint8Array;
  /** Bits: 1 comma, 2 verb, 4 quotation mark. */
  readonly marks: Uint8Array;
}

/** Prepares the table for class names of the form "VERB VBD". */
export function tagTable(names: readonly string[]): TagTable {
  const kinds: string[] = [];
  const pos = new Uint8Array(names.length);
  const marks = new Uint8Array(names.length);
  names.forEach((name, i) => {
    const [upos, xpos] = name.split(' ') as [string, string];
    if (!kinds.includes(upos)) kinds.push(upos);
    pos[i] = kinds.indexOf(upos);
    if (upos === 'PUNCT' && (xpos === ',' || xpos === ':' || xpos === '-LRB-' || xpos === '-RRB-'))
      marks[i]! |= COMMA;
    if (upos === 'VERB' || (upos === 'AUX' && xpos !== 'VB')) marks[i]! |= VERB;
    if (xpos === '``' || xpos === "''") marks[i]! |= QUOTE;
  });
  return { names, pos, marks };
}

/** Gathers the parser's view of a tagged sentence; the root stands after the last word. */
export function parseInput(
  bank: WordBank,
  table: TagTable,
  rows: Int32Array,
  tags: Uint8Array,
  count: number,
): ParseInput {
  const word = new Int32Array(count + 1);
  const tag = new Int32Array(count + 1);
  const pos = new Int32Array(count + 1);
  const kind = new Uint8Array(count + 1);
  const verbs = new Int32Array(count + 2);
  const commas = new Int32Array(count + 2);
  const quotes = new Int32Array(count + 2);
  const { cells } = bank;
  for (let i = 0; i < count; i++) {
    const t = tags[i]!;
    const m = table.marks[t]!;
    word[i] = cells[rows[i]! + KIND]!;
    tag[i] = SPREAD[t]!;
    kind[i] = table.pos[t]!;
    pos[i] = SPREAD[100 + table.pos[t]!]!;
    verbs[i + 1] = verbs[i]! + (m & VERB ? 1 : 0);
    commas[i + 1] = commas[i]! + (m & COMMA ? 1 : 0);
    quotes[i + 1] = quotes[i]! + (m & QUOTE ? 1 : 0);
  }
  word[count] = ROOT_WORD;
  tag[count] = SPREAD[190]!;
  pos[count] = SPREAD[191]!;
  kind[count] = ROOT_KIND;
  verbs[count + 1] = verbs[count]!;
  commas[count + 1] = commas[count]!;
  quotes[count + 1] = quotes[count]!;
  return { count, word, tag, pos, kind, verbs, commas, quotes };
}
