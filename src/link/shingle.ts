import { hash32, wordsOf } from './words.ts';

/** The set of hashes of all runs of three words; a shorter text gives one for the whole. */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  if (words.length < 3) return new Set([hash32(words.join(' '))]);
  const set = new Set<number>();
  for (let at = 0; at + 3 <= words.length; at++) {
    set.add(hash32(`${words[at]} ${words[at + 1]} ${words[at + 2]}`));
  }
  return set;
}

/** How much of the smaller set stands in the larger, 0 to 1: a cut version is contained in the full one. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const item of small) if (large.has(item)) common++;
  return common / small.size;
}
