import { placeKey } from './place-key.ts';

/** Countries that write Arabic script, and those that write Cyrillic. */
const ARABIC = new Set(
  'SY IQ LB JO PS IL YE SA AE OM KW BH QA EG LY TN DZ MA SD SO DJ IR AF PK MR TD ER'.split(' '),
);
const CYRILLIC = new Set('UA RU BY BG RS MK KZ KG TJ MN BA ME MD'.split(' '));

/** Those of the names that are in the script of the country; of capitals and large cities those in either. */
export function inScript(all: readonly string[], country: string, large: boolean): string[] {
  return all.filter(
    (name) =>
      ((large || ARABIC.has(country)) && /^[\p{Script=Arabic}\p{M}\s-]{3,}$/u.test(name)) ||
      ((large || CYRILLIC.has(country)) && /^\p{Lu}[\p{Script=Cyrillic}\p{M}\s’'-]{2,}$/u.test(name)),
  );
}

/** Whether a name is in Latin letters. */
export function latin(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{N}\s'’‘`ʿʻ.,()-]+$/u.test(name);
}

/**
 * Whether an alternate name is a spelling an English report may use: Latin letters, a capital, no airport code, and not far from
 * one of the names proper, which leaves out exonyms of other languages and historical names.
 */
export function isSpelling(alt: string, names: readonly string[]): boolean {
  if (!latin(alt) || !/^[\p{Lu}'’‘]/u.test(alt) || /^\p{Lu}{2,4}$/u.test(alt) || alt.length < 4) return false;
  const key = placeKey(alt);
  return names.some((name) => {
    const other = placeKey(name);
    return (
      distance(key, other) <= Math.floor(Math.max(key.length, other.length) * 0.34) &&
      (key[0] === other[0] || / /.test(key))
    );
  });
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + same));
    }
    before = now;
  }
  return before[b.length]!;
}
