import { addDays, type Day } from './time-calendar.ts';

const BOUND = /\b(since|until|till|before|after|by)\s+(?:(?:at|about|around|the|late|early)\s+)?$/i;

/**
 * A preposition opens one side of what stands behind it: "since Monday" runs on from Monday, "until Monday" up to it,
 * "after Monday" from the day behind it. Null where no such word stands there.
 */
export function boundsOf(
  before: string,
  whole: { readonly from: Day | null; readonly to: Day | null },
): { from: Day | null; to: Day | null; word: string } | null {
  const word = BOUND.exec(before)?.[1]?.toLowerCase();
  if (word === undefined || whole.from === null || whole.to === null) return null;
  if (word === 'since') return { from: whole.from, to: null, word };
  if (word === 'after') return { from: addDays(whole.to, 1), to: null, word };
  if (word === 'before') return { from: null, to: addDays(whole.from, -1), word };
  return { from: null, to: whole.to, word };
}
