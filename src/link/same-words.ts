import { wordsOf } from './words.ts';

const EMPTY = new Set(
  'a an the of to in on at by for from with and or but that which who whom it its he his him she her they their them this these those as is are was were be been being has have had would will could may might not no said says say some'.split(
    ' ',
  ),
);

/** The words of a text that carry content. */
export function contentWords(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => !EMPTY.has(word)));
}

/** How many content words the two share, as a part of the smaller set (0 to 1). */
export function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common / small.size;
}
