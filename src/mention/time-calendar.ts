/** A calendar day as "YYYY-MM-DD". All arithmetic is in UTC, so no clock or zone of the machine takes part. */
export type Day = string;

const DAY_MS = 86_400_000;

/** The day of a year, month (from 1) and day of month, or null where the calendar has none. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lastOfMonth(year, month))
    return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** The day that opens an ISO date or date-time, in the zone it is written in; null when it is none. */
export function dayFrom(iso: string | null): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '');
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The parts of a day as numbers. */
export function parts(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

/** `count` days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 1
    ? day
    : at.toISOString().slice(0, 10);
}

/** `count` months later; the day of month is cut to the month's length. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = parts(day);
  const index = year * 12 + month - 1 + count;
  const toYear = Math.floor(index / 12);
  const toMonth = (index % 12) + 1;
  return dayOf(toYear, toMonth, Math.min(date, lastOfMonth(toYear, toMonth))) ?? day;
}

/** ISO weekday, Monday 1 to Sunday 7. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO week of a day, e.g. "2017-W41". */
export function weekOf(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const first = `${thursday.slice(0, 4)}-01-01`;
  const week = Math.floor((Date.parse(thursday) - Date.parse(first)) / DAY_MS / 7) + 1;
  return `${thursday.slice(0, 4)}-W${pad(week, 2)}`;
}

/** Monday of an ISO week. */
export function mondayOf(year: number, week: number): Day {
  const fourth = `${pad(year, 4)}-01-04`;
  return addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7);
}

/** Quarter of a day, 1 to 4. */
export function quarterOf(day: Day): number {
  return Math.ceil(parts(day).month / 3);
}

/** Last day of a month. */
export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whole days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS);
}

/** A number with leading zeros. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
