import { addDays, type Day } from './time-calendar.ts';

const BOUND =
  /(?<!\b(?:shortly|just|soon|right|moments|hours|minutes)\s)\b(since|until|till|before|after|by)\s+(?:(?:at|about|around|the|late|early)\s+)?$/i;

/**
 * A preposition opens one side of what stands behind it: "since Monday" runs on from Monday, "until Monday" up to it,
 * "after Monday" from the day behind it, but "after 5 pm" from that day on, and "shortly after" opens nothing. Null where no such word stands there.
 */
export function boundsOf(
  before: string,
  whole: { readonly from: Day | null; readonly to: Day | null },
  clock: boolean,
): { from: Day | null; to: Day | null; word: string } | null {
  const word = BOUND.exec(before)?.[1]?.toLowerCase();
  if (word === undefined || whole.from === null || whole.to === null) return null;
  if (word === 'since') return { from: whole.from, to: null, word };
  const step = clock ? 0 : 1;
  if (word === 'after') return { from: addDays(whole.to, step), to: null, word };
  if (word === 'before') return { from: null, to: addDays(whole.from, -step), word };
  return { from: null, to: whole.to, word };
}
