import type { Reading } from '../model/reading.ts';
import { claimRow } from './claims.ts';
import type { Witness } from './witness.ts';
import { witnessesOf } from './witness.ts';

/**
 * The claims that somebody may mean: the one with this id (global, or that of a single document), else those whose statement or
 * sentence holds these words in a row, else those whose words are all there.
 */
export function claimsMeant(readings: readonly Reading[], meant: string): Witness[] {
  const witnesses = witnessesOf(readings);
  const own = witnesses.get(meant);
  if (own !== undefined) return [own];
  const all = [...witnesses.values()];
  const named = all.filter(({ claim }) => claim.id === meant);
  if (named.length > 0) return named;
  const wanted = even(meant);
  if (wanted === '') return [];
  const inRow = all.filter((witness) => even(wordsOf(witness)).includes(wanted));
  if (inRow.length > 0) return closest(inRow, wanted);
  const words = wanted.split(' ');
  return all.filter((witness) => {
    const held = new Set(even(wordsOf(witness)).split(' '));
    return words.every((word) => held.has(word));
  });
}

/** Of claims whose statement holds the words, those whose predicate is among the words, where there are any. */
function closest(witnesses: readonly Witness[], wanted: string): Witness[] {
  const predicates = witnesses.filter(({ claim }) =>
    ` ${wanted} `.includes(` ${even(claim.predicate.text)} `),
  );
  return predicates.length > 0 ? predicates : [...witnesses];
}

function wordsOf(witness: Witness): string {
  const { words } = claimRow(witness);
  const { agent, patient, predicate } = witness.claim;
  return [words, ...agent.map(({ text }) => text), predicate.text, ...patient.map(({ text }) => text)].join(
    ' ',
  );
}

/** Words as they compare: lower case, marks and white space made even. */
function even(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
