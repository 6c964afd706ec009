/** 32-bit FNV-1a over the UTF-16 units of `text[from, to)`, finished so that every bit depends on every letter. */
export function hashText(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

/** Spreads a small integer or a hash over all 32 bits. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Spread constants for small integers (tags, relations, buckets). */
export const SPREAD: Int32Array = Int32Array.from({ length: 1024 }, (_, i) => mix(i + 0x51ed270b));

/*
 * Where many keys are made from few values, a key is the sum of what its template joins: each role (the word on top of the stack, the tag
 * of the next word ...) spreads its values in its own way, by an odd factor, so that the sum tells who stands where, and `stamp` tells the
 * templates apart.
 */

/** Odd factors, one a role. */
export const ROLES: Int32Array = Int32Array.from({ length: 64 }, (_, i) => mix(i + 0x2c1b3c6d) | 1);

const TEMPLATES = Int32Array.from({ length: 128 }, (_, i) => mix(i + 0x297a2d39));

/** Adds to each of the first `count` sums the mark of its template; the templates are numbered from `first`, below 128. Returns `count`. */
export function stamp(keys: Int32Array, count: number, first = 0): number {
  for (let i = 0; i < count; i++) keys[i] = (keys[i]! + TEMPLATES[first + i]!) | 0;
  return count;
}
