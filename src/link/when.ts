import type { EventType } from '../model/claim.ts';
import type { Period } from './period.ts';
import type { Testimony } from './testimony.ts';

// A clause without a time of its own is told as news: it is about the days before it was said or published, a few for acts
// that recur daily, a month for those that do not. "About 250 fighters went", in a look back of November, can be the exit of October.

const RECURRING: ReadonlySet<EventType> = new Set(['ASSAULT', 'CASUALTY', 'PROTEST', 'THREATEN', 'MOBILIZE']);
const RECURRING_DAYS = 2;
const LASTING_DAYS = 31;

/** True when the clause or its context dates the claim; false when only the day of speech or of publication does. */
export function isDated({ claim }: Testimony): boolean {
  const { time } = claim;
  if (!time || (time.from === null && time.to === null)) return false;
  return !['published', 'dateline', 'speech'].includes(time.inherited ?? '');
}

/** The days a claim may be about. */
export function periodOf(testimony: Testimony): Period {
  const { period, published, claim } = testimony;
  if (isDated(testimony)) {
    const end = period.to ?? published;
    return { from: period.from, to: end === null ? null : Math.max(end, period.from ?? end) };
  }
  const to = period.to ?? published;
  const days = RECURRING.has(claim.event) ? RECURRING_DAYS : LASTING_DAYS;
  return { from: to === null ? null : to - days, to };
}

/** The first day for which a claim is told: its own, or else the day on which it was said or published. */
export function toldSince({ period, published }: Testimony): number | null {
  return period.from ?? period.to ?? published;
}

/** The days of several claims together: of the dated ones, or of the telling where none is dated. */
export function stretchOf(claims: readonly Testimony[]): Period {
  const dated = claims.filter(isDated);
  const starts = (dated.length > 0 ? dated : claims).map(toldSince).filter((day) => day !== null);
  const ends = dated.map(({ period, published }) => period.to ?? published).filter((day) => day !== null);
  return {
    from: starts.length > 0 ? starts.reduce((a, b) => Math.min(a, b)) : null,
    to:
      ends.length > 0
        ? ends.reduce((a, b) => Math.max(a, b))
        : starts.length > 0
          ? starts.reduce((a, b) => Math.max(a, b))
          : null,
  };
}
