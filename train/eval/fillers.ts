import type { InvolvedRole } from '../../src/model/involved.ts';

/** An entity as the strings that name it. */
export type Filler = readonly string[];
export type Fillers = Readonly<Record<InvolvedRole, readonly Filler[]>>;

/** Entities right, found and wanted. */
export interface FillerTally {
  right: number;
  found: number;
  gold: number;
}

/*
 * CEAF-REE, the scoring of role-filler entities of Du, Rush and Cardie (GRIT, EACL 2021): in each document and role the found entities
 * are matched one to one with the wanted ones; a match counts where every string of the found entity is a string of the wanted one
 * ("the two men", "men" are both right for {two men, men}, but not together with "gunmen"). Strings are compared in lower case, without
 * punctuation and articles. Right, found and wanted entities are summed over documents, and over roles for the micro average.
 */

/** Lower case, without ASCII punctuation (which joins its neighbours), articles and double spaces. */
export function plainString(text: string): string {
  return text
    .toLowerCase()
    .replace(/[!-/:-@[-`{-~]/g, '')
    .replace(/\b(?:a|an|the)\b/g, ' ')
    .split(/\s+/)
    .filter((w) => w !== '')
    .join(' ');
}

/** Adds one document and role to the tally. */
export function tallyFillers(found: readonly Filler[], gold: readonly Filler[], into: FillerTally): void {
  const wanted = gold.map((g) => new Set(g.map(plainString)));
  const fits = found.map((f) => {
    const strings = f.map(plainString);
    return wanted.flatMap((w, k) => (strings.every((s) => w.has(s)) ? [k] : []));
  });
  into.right += matched(fits, gold.length);
  into.found += found.length;
  into.gold += gold.length;
}

/** Size of the largest one-to-one matching; `fits` lists the partners of each on the left. */
export function matched(fits: readonly (readonly number[])[], right: number): number {
  const owner = new Int32Array(right).fill(-1);
  let count = 0;
  for (const [left] of fits.entries()) if (place(left, fits, owner, new Set())) count++;
  return count;
}

function place(
  left: number,
  fits: readonly (readonly number[])[],
  owner: Int32Array,
  tried: Set<number>,
): boolean {
  for (const k of fits[left]!) {
    if (tried.has(k)) continue;
    tried.add(k);
    if (owner[k]! < 0 || place(owner[k]!, fits, owner, tried)) {
      owner[k] = left;
      return true;
    }
  }
  return false;
}

/** Precision, recall and F1 in percent. */
export function shares({ right, found, gold }: FillerTally): { p: number; r: number; f: number } {
  return {
    p: found === 0 ? 0 : (100 * right) / found,
    r: gold === 0 ? 0 : (100 * right) / gold,
    f: found + gold === 0 ? 0 : (200 * right) / (found + gold),
  };
}
