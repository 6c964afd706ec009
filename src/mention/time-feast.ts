import { addDays, type Day, dayOf, daysBetween, lastOfMonth, weekday } from './time-calendar.ts';

/** How a feast falls: on a date, some days from Easter or the Jewish new year, on a day of the Islamic year, or on an nth weekday. */
export interface Feast {
  readonly month?: number;
  readonly day?: number;
  readonly easter?: number;
  readonly orthodox?: number;
  readonly hebrew?: number;
  readonly hijri?: readonly string[];
  readonly nth?: readonly [number, number, number];
  readonly days?: number;
}

/**
 * First days of a feast in a year of the common calendar: Easter by Gauss, the Jewish year by its molad, the Islamic year by the
 * tabular calendar of thirty years, which lies within a day of what is proclaimed.
 */
export function feastDays(feast: Feast, year: number): Day[] {
  if (feast.easter !== undefined) return [addDays(easter(year), feast.easter)];
  if (feast.orthodox !== undefined) return [addDays(orthodoxEaster(year), feast.orthodox)];
  if (feast.hebrew !== undefined) return [addDays(newYear(year), feast.hebrew)];
  if (feast.hijri !== undefined) return feast.hijri.flatMap((at) => hijri(at, year));
  if (feast.nth !== undefined) return [nthWeekday(year, ...feast.nth)];
  const day = dayOf(year, feast.month ?? 1, feast.day ?? 1);
  return day === null ? [] : [day];
}

/** Whether the day is reckoned, not fixed: the new moon is proclaimed. */
export function isReckoned(feast: Feast): boolean {
  return feast.hijri !== undefined;
}

function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)!;
}

/** The Julian Easter, thirteen days later by the common calendar from 1900 to 2099. */
function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const sum = d + e + 114;
  return addDays(dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)!, 13);
}

/** Days since the epoch of the Jewish calendar up to a year's first day, before two of its four postponements. */
function elapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const day = 29 * months + Math.floor((12084 + 13753 * months) / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

/** Rosh Hashanah that falls in a year. */
function newYear(year: number): Day {
  const y = year + 3761;
  const late = elapsed(y + 1) - elapsed(y) === 356 ? 2 : elapsed(y) - elapsed(y - 1) === 382 ? 1 : 0;
  return addDays('1970-01-01', elapsed(y) + late - 1373428 - 719162);
}

/** A day of the Islamic year ("10-01") wherever it falls in a common year; twice where two fall in it. */
function hijri(at: string, year: number): Day[] {
  const [month, date] = at.split('-').map(Number) as [number, number];
  const first = Math.floor(((year - 622) * 33) / 32);
  return [first - 1, first, first + 1, first + 2]
    .map((y) => {
      const days = date + Math.ceil(29.5 * (month - 1)) + (y - 1) * 354 + Math.floor((3 + 11 * y) / 30);
      return addDays('1970-01-01', days + 1948437.5 - 2440587.5);
    })
    .filter((day) => day.startsWith(String(year)));
}

function nthWeekday(year: number, month: number, number: number, nth: number): Day {
  const from = nth > 0 ? dayOf(year, month, 1)! : dayOf(year, month, lastOfMonth(year, month))!;
  const step = nth > 0 ? 1 : -1;
  const away = nth > 0 ? (number - weekday(from) + 7) % 7 : (weekday(from) - number + 7) % 7;
  return addDays(from, step * (away + 7 * (Math.abs(nth) - 1)));
}

/** Of the days a feast falls on, the one that the verb points to: on or before publication, on or after, else the nearest. */
export function nearestFeast(
  days: readonly Day[],
  published: Day,
  tense: string,
  length: number,
): Day | null {
  let best: Day | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const day of days) {
    const away = daysBetween(published, day);
    const wrong = (away > 0 && tense === 'past') || (away < -length && /future|leaning/.test(tense));
    const price = Math.abs(away) * (wrong ? 6 : away > 0 && tense === 'none' ? 1.6 : 1);
    if (price < cost) [best, cost] = [day, price];
  }
  return best;
}
