import { hashText, mix, ROLES, SPREAD, stamp } from './feature-hash.ts';
import { wordClasses } from './word-class.ts';

/** How a word is written in ordinary text. */
export const CASES = ['small', 'capital', 'capitals'] as const;
/** Most keys of a word. */
export const CASE_KEYS = 32;

const EDGE = 0x3c6ef372;

/** The words of a line in capitals as the truecaser sees them: nothing that depends on their case. */
export interface CaseInput {
  readonly count: number;
  readonly word: Int32Array;
  /** What the dictionary says a word can be, spread. */
  readonly kind: Int32Array;
  readonly shape: Int32Array;
  readonly ends: Int32Array;
  readonly starts: Int32Array;
}

/** Letters that make a word pronounceable tell names from acronyms: "FRENTE" and "FNLR". */
function shapeOf(form: string): number {
  const letters = form.replace(/[^a-z]/g, '');
  const vowels = letters.replace(/[^aeiouy]/g, '').length;
  const digits = /\d/.test(form) ? 1 : 0;
  const marks = /[.'’-]/.test(form) ? 1 : 0;
  const size = Math.min(letters.length, 7);
  const sound = vowels === 0 ? 0 : vowels * 4 < letters.length ? 1 : 2;
  return ((size * 3 + sound) * 2 + digits) * 2 + marks;
}

export function caseInput(forms: readonly string[]): CaseInput {
  const count = forms.length;
  const classes = wordClasses();
  const word = new Int32Array(count);
  const kind = new Int32Array(count);
  const shape = new Int32Array(count);
  const ends = new Int32Array(count);
  const starts = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const form = forms[i]!.toLowerCase();
    word[i] = hashText(form);
    kind[i] = mix(classes.of(word[i]!) + 77);
    shape[i] = SPREAD[300 + shapeOf(form)]!;
    ends[i] = hashText(form, Math.max(0, form.length - 3));
    starts[i] = hashText(form, 0, 3);
  }
  return { count, word, kind, shape, ends, starts };
}

/** Writes the keys of word `i`, given how the two words before it were written (0 at the start of a sentence), and says how many. */
export function caseKeys(
  input: CaseInput,
  i: number,
  before: number,
  earlier: number,
  keys: Int32Array,
): number {
  const { word, kind, shape, ends, starts, count } = input;
  const at = (list: Int32Array, k: number, role: number) =>
    Math.imul(k < 0 || k >= count ? EDGE : list[k]!, ROLES[role]!);
  const w = at(word, i, 0);
  const w1 = at(word, i + 1, 1);
  const v1 = at(word, i - 1, 2);
  const w2 = at(word, i + 2, 3);
  const v2 = at(word, i - 2, 4);
  const k = at(kind, i, 5);
  const k1 = at(kind, i + 1, 6);
  const j1 = at(kind, i - 1, 7);
  const k2 = at(kind, i + 2, 8);
  const s = at(shape, i, 9);
  const s1 = at(shape, i + 1, 10);
  const e = at(ends, i, 11);
  const b = at(starts, i, 12);
  const p = Math.imul(SPREAD[900 + before]!, ROLES[13]!);
  const pp = Math.imul(SPREAD[910 + before * 4 + earlier]!, ROLES[14]!);
  let n = 0;
  keys[n++] = w;
  keys[n++] = (w + w1) | 0;
  keys[n++] = (w + v1) | 0;
  keys[n++] = (w + p) | 0;
  keys[n++] = (k + v1) | 0;
  keys[n++] = (k + w1) | 0;
  keys[n++] = k;
  keys[n++] = (k + p) | 0;
  keys[n++] = (k + pp) | 0;
  keys[n++] = (k + k1 + p) | 0;
  keys[n++] = (k + j1 + p) | 0;
  keys[n++] = (j1 + k + k1) | 0;
  keys[n++] = s;
  keys[n++] = (s + k) | 0;
  keys[n++] = (s + k + p) | 0;
  keys[n++] = (s + v1) | 0;
  keys[n++] = (s + w1) | 0;
  keys[n++] = (s + k + s1) | 0;
  keys[n++] = e;
  keys[n++] = (e + k) | 0;
  keys[n++] = (e + p) | 0;
  keys[n++] = b;
  keys[n++] = (b + k) | 0;
  keys[n++] = (v1 + p + k) | 0;
  keys[n++] = (v2 + v1 + k) | 0;
  keys[n++] = (w1 + w2 + k) | 0;
  keys[n++] = (k + k1 + k2) | 0;
  keys[n++] = (w + pp) | 0;
  keys[n++] = (w + k1 + p) | 0;
  return stamp(keys, n);
}
