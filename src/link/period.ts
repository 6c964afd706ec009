/** Days since 1970-01-01, both ends included; null where the end is open or unknown. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

const DAY = 86_400_000;

/** The day number of an ISO date or date-time, as written (no zone is applied); null for anything else. */
export function dayOf(iso: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (!match) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return Number.isNaN(time) ? null : Math.floor(time / DAY);
}

/** The ISO date of a day number. */
export function isoOf(day: number | null): string | null {
  return day === null ? null : new Date(day * DAY).toISOString().slice(0, 10);
}

/** True when the two can share a day; open ends reach as far as needed. */
export function overlaps(a: Period, b: Period): boolean {
  return (
    (a.from === null || b.to === null || a.from <= b.to) &&
    (b.from === null || a.to === null || b.from <= a.to)
  );
}

/** True when every day of `inner` may lie in `outer`; an open end of `outer` takes all, one of `inner` only an open one. */
export function lies(inner: Period, outer: Period): boolean {
  const starts = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const ends = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return starts && ends;
}

/** Shared days as a part of the longer of the two, 0 to 1; an unknown period shares all of the other. */
export function share(a: Period, b: Period): number {
  if (!overlaps(a, b)) return 0;
  if (a.from === null || a.to === null || b.from === null || b.to === null) return 1;
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1;
  return common / Math.max(a.to - a.from + 1, b.to - b.from + 1);
}

/** The period in words: "14 October 2017" or "14 to 15 October 2017"; "an unknown time" when both ends are open. */
export function sayPeriod(period: Period): string {
  const { from, to } = period;
  if (from === null && to === null) return 'an unknown time';
  if (from === null) return `until ${sayDay(to!)}`;
  if (to === null) return `from ${sayDay(from)} on`;
  if (from === to) return sayDay(from);
  const [a, b] = [sayDay(from).split(' '), sayDay(to).split(' ')];
  if (a[2] !== b[2]) return `${a.join(' ')} to ${b.join(' ')}`;
  return a[1] === b[1] ? `${a[0]} to ${b.join(' ')}` : `${a[0]} ${a[1]} to ${b.join(' ')}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function sayDay(day: number): string {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
