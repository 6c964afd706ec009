import { key1, key2, key3, SPREAD } from './feature-hash.ts';
import { sumRows, type WeightTable } from './weight-table.ts';
import { CASE, CLASS, FORM, LOWER, PREFIX, SHAPE, SUFFIX, SURE, type WordBank } from './word-bank.ts';

/** Most keys one position can give. */
export const TAG_KEYS = 64;
const EDGE = 0x7f4a7c15;
const START = SPREAD[1000]!;

/** Hashes of one sentence's words, and the facts about the sentence that every position shares. */
export interface TagInput {
  readonly count: number;
  /** Offset of each word in the bank. */
  readonly rows: Int32Array;
  /** 1 where the whole sentence has no lower-case letter, so that capitals tell nothing. */
  readonly shouting: number;
}

/** Looks the forms up in the bank. */
export function tagInput(bank: WordBank, forms: readonly string[]): TagInput {
  const count = forms.length;
  const rows = new Int32Array(count);
  let lower = false;
  for (let i = 0; i < count; i++) {
    rows[i] = bank.row(forms[i]!);
    const c = bank.cells[rows[i]! + CASE]!;
    if ((c === 0 || c === 1) && /\p{Ll}/u.test(forms[i]!)) lower = true;
  }
  return { count, rows, shouting: lower ? 0 : 1 };
}

/** Writes the keys that describe word `i`, given the tags of the words before it, and says how many. */
export function tagKeys(
  bank: WordBank,
  input: TagInput,
  i: number,
  tags: Uint8Array,
  keys: Int32Array,
): number {
  const { cells } = bank;
  const { rows, count, shouting } = input;
  const r0 = rows[i]!;
  const w0 = cells[r0 + LOWER]!;
  const w1 = i + 1 < count ? cells[rows[i + 1]! + LOWER]! : EDGE;
  const w2 = i + 2 < count ? cells[rows[i + 2]! + LOWER]! : EDGE;
  const p1 = i > 0 ? cells[rows[i - 1]! + LOWER]! : EDGE;
  const p2 = i > 1 ? cells[rows[i - 2]! + LOWER]! : EDGE;
  const c0 = cells[r0 + CLASS]!;
  const c1 = i + 1 < count ? cells[rows[i + 1]! + CLASS]! : EDGE;
  const c2 = i + 2 < count ? cells[rows[i + 2]! + CLASS]! : EDGE;
  const s1 = i + 1 < count ? cells[rows[i + 1]! + SUFFIX + 2]! : EDGE;
  const q1 = i > 0 ? cells[rows[i - 1]! + SUFFIX + 2]! : EDGE;
  const t1 = i > 0 ? SPREAD[tags[i - 1]!]! : START;
  const t2 = i > 1 ? SPREAD[tags[i - 2]!]! : START;
  const s2 = cells[r0 + SUFFIX + 1]!;
  const s3 = cells[r0 + SUFFIX + 2]!;
  const shape = cells[r0 + SHAPE]!;
  const capital = SPREAD[900 + cells[r0 + CASE]! + (i === 0 ? 4 : 0) + (shouting === 1 ? 8 : 0)]!;
  const after = SPREAD[920 + (i + 1 < count ? cells[rows[i + 1]! + CASE]! : 4)]!;
  const before = SPREAD[930 + (i > 0 ? cells[rows[i - 1]! + CASE]! : 4) + (i === 1 ? 5 : 0)]!;
  let n = 0;
  keys[n++] = key1(0, w0);
  keys[n++] = key1(1, cells[r0 + FORM]!);
  keys[n++] = key1(2, p1);
  keys[n++] = key1(3, p2);
  keys[n++] = key1(4, w1);
  keys[n++] = key1(5, w2);
  keys[n++] = key1(6, t1);
  keys[n++] = key2(7, t1, t2);
  keys[n++] = key2(8, t1, w0);
  keys[n++] = key2(9, p1, w0);
  keys[n++] = key2(10, w0, w1);
  keys[n++] = key2(11, t1, w1);
  keys[n++] = key3(12, t1, t2, w0);
  keys[n++] = key2(13, p1, w1);
  keys[n++] = key1(14, shape);
  keys[n++] = key2(15, shape, t1);
  keys[n++] = key2(16, capital, s3);
  keys[n++] = key2(17, capital, t1);
  keys[n++] = key3(18, capital, before, after);
  for (let k = 0; k < 4; k++) keys[n++] = key1(20 + k, cells[r0 + PREFIX + k]!);
  for (let k = 0; k < 5; k++) keys[n++] = key1(24 + k, cells[r0 + SUFFIX + k]!);
  keys[n++] = key2(30, s3, t1);
  keys[n++] = key2(31, s2, s1);
  keys[n++] = key2(32, s3, q1);
  keys[n++] = key1(33, s1);
  keys[n++] = key1(34, q1);
  keys[n++] = key2(35, s3, w1);
  keys[n++] = key2(36, s3, p1);
  keys[n++] = key2(37, c0, c1);
  keys[n++] = key2(38, t1, c1);
  keys[n++] = key3(39, c0, t1, c1);
  keys[n++] = key3(40, s2, t1, c1);
  keys[n++] = key1(41, c1);
  keys[n++] = key2(42, c1, c2);
  keys[n++] = key3(43, t1, c0, w1);
  keys[n++] = key3(44, s2, t1, t2);
  keys[n++] = key2(45, c0, t1);
  keys[n++] = key3(46, w0, c1, c2);
  keys[n++] = key3(47, s2, c1, c2);
  keys[n++] = key3(48, t1, c1, c2);
  keys[n++] = key3(49, t2, t1, c1);
  keys[n++] = key3(50, p2, p1, s2);
  keys[n++] = key3(51, w0, t1, w1);
  keys[n++] = key1(52, SPREAD[940 + (i === 0 ? 1 : 0) + (i + 1 === count ? 2 : 0) + shouting * 4]!);
  return n;
}

/** Tags words from left to right with the joint part-of-speech classes of the model. */
export class Tagger {
  private readonly bank: WordBank;
  private readonly table: WeightTable;
  private readonly classes: number;
  private readonly keys = new Int32Array(TAG_KEYS);
  private readonly scores: Float64Array;

  constructor(bank: WordBank, table: WeightTable, classes: number) {
    this.bank = bank;
    this.table = table;
    this.classes = classes;
    this.scores = new Float64Array(table.columns);
  }

  /** Class of every word. */
  tag(input: TagInput): Uint8Array {
    const tags = new Uint8Array(input.count);
    for (let i = 0; i < input.count; i++) {
      const sure = this.bank.cells[input.rows[i]! + SURE]!;
      if (sure >= 0) {
        tags[i] = sure;
        continue;
      }
      const n = tagKeys(this.bank, input, i, tags, this.keys);
      sumRows(this.table, this.keys, n, this.scores, this.classes);
      tags[i] = highest(this.scores, this.classes);
    }
    return tags;
  }
}

/** Index of the highest of the first `count` scores; the lowest index on a tie. */
export function highest(scores: Float64Array, count: number): number {
  let best = 0;
  for (let c = 1; c < count; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}
