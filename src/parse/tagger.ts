import { ROLES, SPREAD, stamp } from './feature-hash.ts';
import { bestOf, sumRows, type WeightTable } from './weight-table.ts';
import {
  CASE,
  CLASS,
  FORM,
  LISTED,
  LOWER,
  PREFIX,
  SHAPE,
  SUFFIX,
  SURE,
  TAGS,
  type WordBank,
} from './word-bank.ts';

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
  const w0 = Math.imul(cells[r0 + LOWER]!, ROLES[0]!);
  const w1 = Math.imul(i + 1 < count ? cells[rows[i + 1]! + LOWER]! : EDGE, ROLES[1]!);
  const w2 = Math.imul(i + 2 < count ? cells[rows[i + 2]! + LOWER]! : EDGE, ROLES[2]!);
  const p1 = Math.imul(i > 0 ? cells[rows[i - 1]! + LOWER]! : EDGE, ROLES[3]!);
  const p2 = Math.imul(i > 1 ? cells[rows[i - 2]! + LOWER]! : EDGE, ROLES[4]!);
  const c0 = Math.imul(cells[r0 + CLASS]!, ROLES[5]!);
  const c1 = Math.imul(i + 1 < count ? cells[rows[i + 1]! + CLASS]! : EDGE, ROLES[6]!);
  const c2 = Math.imul(i + 2 < count ? cells[rows[i + 2]! + CLASS]! : EDGE, ROLES[7]!);
  const s1 = Math.imul(i + 1 < count ? cells[rows[i + 1]! + SUFFIX + 2]! : EDGE, ROLES[8]!);
  const q1 = Math.imul(i > 0 ? cells[rows[i - 1]! + SUFFIX + 2]! : EDGE, ROLES[9]!);
  const t1 = Math.imul(i > 0 ? SPREAD[tags[i - 1]!]! : START, ROLES[10]!);
  const t2 = Math.imul(i > 1 ? SPREAD[tags[i - 2]!]! : START, ROLES[11]!);
  const s2 = Math.imul(cells[r0 + SUFFIX + 1]!, ROLES[12]!);
  const s3 = Math.imul(cells[r0 + SUFFIX + 2]!, ROLES[13]!);
  const shape = Math.imul(cells[r0 + SHAPE]!, ROLES[14]!);
  const capital = Math.imul(
    SPREAD[900 + cells[r0 + CASE]! + (i === 0 ? 4 : 0) + (shouting === 1 ? 8 : 0)]!,
    ROLES[15]!,
  );
  const after = Math.imul(SPREAD[920 + (i + 1 < count ? cells[rows[i + 1]! + CASE]! : 4)]!, ROLES[16]!);
  const before = Math.imul(
    SPREAD[930 + (i > 0 ? cells[rows[i - 1]! + CASE]! : 4) + (i === 1 ? 5 : 0)]!,
    ROLES[17]!,
  );
  const l0 = Math.imul(cells[r0 + LISTED]!, ROLES[18]!);
  const l1 = Math.imul(i + 1 < count ? cells[rows[i + 1]! + LISTED]! : EDGE, ROLES[19]!);
  let n = 0;
  keys[n++] = w0;
  keys[n++] = cells[r0 + FORM]!;
  keys[n++] = p1;
  keys[n++] = p2;
  keys[n++] = w1;
  keys[n++] = w2;
  keys[n++] = t1;
  keys[n++] = (t1 + t2) | 0;
  keys[n++] = (t1 + w0) | 0;
  keys[n++] = (p1 + w0) | 0;
  keys[n++] = (w0 + w1) | 0;
  keys[n++] = (t1 + w1) | 0;
  keys[n++] = (t1 + t2 + w0) | 0;
  keys[n++] = (p1 + w1) | 0;
  keys[n++] = shape;
  keys[n++] = (shape + t1) | 0;
  keys[n++] = (capital + s3) | 0;
  keys[n++] = (capital + t1) | 0;
  keys[n++] = (capital + before + after) | 0;
  for (let k = 0; k < 4; k++) keys[n++] = cells[r0 + PREFIX + k]!;
  for (let k = 0; k < 5; k++) keys[n++] = cells[r0 + SUFFIX + k]!;
  keys[n++] = (s3 + t1) | 0;
  keys[n++] = (s2 + s1) | 0;
  keys[n++] = (s3 + q1) | 0;
  keys[n++] = s1;
  keys[n++] = q1;
  keys[n++] = (s3 + w1) | 0;
  keys[n++] = (s3 + p1) | 0;
  keys[n++] = (c0 + c1) | 0;
  keys[n++] = (t1 + c1) | 0;
  keys[n++] = (c0 + t1 + c1) | 0;
  keys[n++] = (s2 + t1 + c1) | 0;
  keys[n++] = c1;
  keys[n++] = (c1 + c2) | 0;
  keys[n++] = (t1 + c0 + w1) | 0;
  keys[n++] = (s2 + t1 + t2) | 0;
  keys[n++] = (c0 + t1) | 0;
  keys[n++] = (w0 + c1 + c2) | 0;
  keys[n++] = (s2 + c1 + c2) | 0;
  keys[n++] = (t1 + c1 + c2) | 0;
  keys[n++] = (t2 + t1 + c1) | 0;
  keys[n++] = (p2 + p1 + s2) | 0;
  keys[n++] = (w0 + t1 + w1) | 0;
  keys[n++] = SPREAD[940 + (i === 0 ? 1 : 0) + (i + 1 === count ? 2 : 0) + shouting * 4]!;
  keys[n++] = (l0 + t1) | 0;
  keys[n++] = (l0 + capital) | 0;
  keys[n++] = (l0 + s2) | 0;
  keys[n++] = (l0 + l1 + t1) | 0;
  keys[n++] = (l0 + l1) | 0;
  return stamp(keys, n);
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
      const list = this.bank.lists[this.bank.cells[input.rows[i]! + TAGS]!];
      if (list !== undefined) {
        tags[i] = bestOf(this.table, this.keys, n, list);
        continue;
      }
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
