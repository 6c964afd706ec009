import { strings } from '../strings.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it ("15 Oct 2017"); the publisher's own day, whatever the reader's time zone. */
export function day(iso: string | null): string {
  if (iso === null) return strings.unknown.date;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (match === null) return iso;
  if (match[2] === undefined) return match[1]!;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] ?? 1)));
  return (match[3] === undefined ? MONTH : DAY).format(date);
}

/** An interval of days; an open side is left out. */
export function interval(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null;
  if (from !== null && to !== null) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return from !== null ? `${day(from)} –` : `– ${day(to)}`;
}
