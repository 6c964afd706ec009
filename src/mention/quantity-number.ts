import { quantityLexicon } from './quantity-lexicon.ts';
import { isDash, type Unit } from './quantity-unit.ts';

/** A number read from words or digits; `next` is the index of the unit after it. */
export interface NumberRead {
  readonly value: number;
  readonly next: number;
  /** Whether it was written in digits alone, so that it may be a year, a time or an identifier. */
  readonly digits: boolean;
}

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,12}(?:\.\d+)?$/;

/**
 * Numerals: digits with separators and a scale ("3,500", "1.5 million") or words ("three hundred and fifty", "two dozen",
 * "a hundred"). Null where no number begins at unit `i`.
 */
export function numberAt(all: readonly Unit[], i: number): NumberRead | null {
  const unit = all[i];
  if (unit === undefined) return null;
  if (DIGITS.test(unit.form)) {
    const plain = Number(unit.form.replaceAll(',', ''));
    const scaled = scaleAt(all, i + 1);
    const half = halfAt(all, i + 1, plain);
    if (half !== null) return half;
    if (scaled !== null) return { value: round(plain * scaled.value), next: scaled.next, digits: false };
    return { value: plain, next: i + 1, digits: true };
  }
  const read = wordsAt(all, i);
  return read === null ? null : (halfAt(all, read.next, read.value) ?? read);
}

/** "one and a half million". */
function halfAt(all: readonly Unit[], i: number, value: number): NumberRead | null {
  if (all[i]?.lower !== 'and' || all[i + 1]?.lower !== 'a' || all[i + 2]?.lower !== 'half') return null;
  const scaled = scaleAt(all, i + 3);
  return { value: (value + 0.5) * (scaled?.value ?? 1), next: scaled?.next ?? i + 3, digits: false };
}

function scaleAt(all: readonly Unit[], i: number): { value: number; next: number } | null {
  const at = isDash(all[i]) && all[i]!.glued ? i + 1 : i;
  const value = quantityLexicon().scales.get(all[at]?.lower ?? '');
  if (value === undefined || all[at]!.lower === 'score') return null;
  return { value, next: at + 1 };
}

/** Words of a number add up within a hundred, multiply by "hundred", and close a group at "thousand" and above. */
function wordsAt(all: readonly Unit[], i: number): NumberRead | null {
  const { numbers, scales } = quantityLexicon();
  const first = all[i]!.lower;
  let at = i;
  let group = 0;
  let total = 0;
  let seen = false;
  if (/^an?$/.test(first) && scales.has(all[i + 1]?.lower ?? '') && all[i + 1]!.lower !== 'score') {
    group = 1;
    at = i + 1;
  } else if (first === 'half' && all[i + 1]?.lower === 'a' && all[i + 2]?.lower === 'dozen') {
    return { value: 6, next: i + 3, digits: false };
  }
  let smallest = Number.POSITIVE_INFINITY;
  while (at < all.length) {
    const skip = seen && (isDash(all[at]) || all[at]!.lower === 'and') ? at + 1 : at;
    const word = all[skip]?.lower ?? '';
    const number = numbers.get(word);
    const scale = scales.get(word);
    if (
      number !== undefined &&
      fitsUnder(number, group, smallest) &&
      !(skip > at && group === 0 && total === 0)
    ) {
      if (all[at]!.lower === 'and' && group % 1000 < 100 && total === 0) break;
      group += number;
      smallest = number;
    } else if (scale !== undefined && (seen || group > 0) && word !== 'score' && all[at]!.lower !== 'and') {
      if (scale < 1000) group = Math.max(group, 1) * scale;
      else {
        total += Math.max(group, 1) * scale;
        group = 0;
      }
      smallest = scale < 1000 ? 100 : 1000;
    } else break;
    seen = true;
    at = skip + 1;
  }
  return seen ? { value: total + group, next: at, digits: false } : null;
}

/** After "twenty" only one to nine may follow, after "hundred" anything below it. */
function fitsUnder(number: number, group: number, smallest: number): boolean {
  if (group === 0) return true;
  if (smallest >= 100) return number < 100;
  return smallest >= 20 && smallest < 100 && number > 0 && number < 10;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
