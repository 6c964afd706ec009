import type { TimeMention } from '../model/mention.ts';
import { addDays, type Day, lastOfMonth, mondayOf, pad } from './time-calendar.ts';

/** Which part of a period is meant: "early June", "mid-October", "late last month". */
export type PeriodPart = 'START' | 'MID' | 'END';

/** First and last day of what a TIMEX3 value covers; null where it names no fixed time. */
export interface Extent {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly precision: TimeMention['precision'];
}

const NONE: Extent = { from: null, to: null, precision: 'vague' };
/** Months of the seasons of the northern half of the world; winter is the one that begins the year before its end. */
const SEASON: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 2],
};

/** The days a TIMEX3 value covers, narrowed to the part meant: "2017-06" with START is 1 to 10 June. */
export function extentOf(value: string | null, part: PeriodPart | null = null): Extent {
  const whole = value === null ? NONE : wholeOf(value);
  if (part === null || whole.from === null || whole.to === null || whole.from === whole.to) return whole;
  return narrow(whole.from, whole.to, whole.precision, part);
}

function wholeOf(value: string): Extent {
  const day = /^(\d{4}-\d\d-\d\d)(T(?:\d\d|MO|MI|AF|EV|NI|DT)?.*)?$/.exec(value);
  if (day !== null) {
    const clock = /^T\d\d/.test(day[2] ?? '');
    const night = day[2] === 'TNI';
    return { from: day[1]!, to: night ? addDays(day[1]!, 1) : day[1]!, precision: clock ? 'hour' : 'day' };
  }
  const range = /^(\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/.exec(value);
  if (range !== null) return { from: range[1]!, to: range[2]!, precision: 'day' };
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value);
  if (week !== null) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return {
      from: week[3] === undefined ? monday : addDays(monday, 5),
      to: addDays(monday, 6),
      precision: 'week',
    };
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month !== null) return months(Number(month[1]), Number(month[2]), Number(month[2]), 'month');
  const quarter = /^(\d{4})-([QH])(\d)$/.exec(value);
  if (quarter !== null) {
    const size = quarter[2] === 'Q' ? 3 : 6;
    return months(
      Number(quarter[1]),
      (Number(quarter[3]) - 1) * size + 1,
      Number(quarter[3]) * size,
      'quarter',
    );
  }
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season !== null) {
    const [first, last] = SEASON[season[2]!]!;
    const year = Number(season[1]);
    if (last > first) return months(year, first, last, 'quarter');
    return { ...months(year, first, 12, 'quarter'), to: months(year + 1, last, last, 'quarter').to };
  }
  if (/^\d{4}$/.test(value)) return months(Number(value), 1, 12, 'year');
  if (/^\d{3}$/.test(value)) return { from: `${value}0-01-01`, to: `${value}9-12-31`, precision: 'decade' };
  if (/^\d{2}$/.test(value)) return { from: `${value}00-01-01`, to: `${value}99-12-31`, precision: 'vague' };
  return NONE;
}

function months(year: number, first: number, last: number, precision: Extent['precision']): Extent {
  const head = pad(year, 4);
  return {
    from: `${head}-${pad(first, 2)}-01`,
    to: `${head}-${pad(last, 2)}-${pad(lastOfMonth(year, last), 2)}`,
    precision,
  };
}

/** A period is cut in thirds of its days, to the nearest day. */
function narrow(from: Day, to: Day, precision: Extent['precision'], part: PeriodPart): Extent {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const third = Math.max(1, Math.round(days / 3));
  if (part === 'START') return { from, to: addDays(from, third - 1), precision };
  if (part === 'MID') return { from: addDays(from, third), to: addDays(to, -third), precision };
  return { from: addDays(to, 1 - third), to, precision };
}

/**
 * EDTF for a value and its days: the plain date where it covers them exactly, else an interval; ".." is an open end, "~" says that a
 * date is approximate, a time of the clock has seconds and the offset told with it.
 */
export function edtfOf(
  value: string | null,
  from: Day | null,
  to: Day | null,
  more: { readonly about?: boolean; readonly clock?: string } = {},
): string | null {
  const about = more.about === true ? '~' : '';
  if (more.clock !== undefined) return `${withSeconds(more.clock)}${about}`;
  if (from === null && to === null) return null;
  if (value !== null && /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value)) {
    const whole = wholeOf(value);
    if (whole.from === from && whole.to === to) return `${value}${about}`;
  }
  if (from === to && from !== null) return `${from}${about}`;
  return `${from === null ? '..' : from + about}/${to === null ? '..' : to + about}`;
}

/** A time of the clock as EDTF wants it: "T24:00" is the next day's "T00:00:00". */
function withSeconds(clock: string): string {
  const [, day, hour, rest] = /^(.{10})T(\d\d)(.*)$/.exec(clock)!;
  const end = hour === '24';
  const time = `${end ? addDays(day!, 1) : day}T${end ? '00' : hour}${rest}`;
  return time.replace(/^(.{10}T\d\d:\d\d)(?!:)/, '$1:00').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}
