import { addDays, dayOf, pad, parts, weekOf } from './time-calendar.ts';
import { feastDays, isReckoned, nearestFeast } from './time-feast.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  count,
  type Groups,
  numberOf,
  PART,
  partOf,
  relativeYear,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  unresolved,
  yearFor,
} from './time-rule.ts';

/*
 * Expressions that name their place in the calendar: full dates, days of a month, months, years, quarters, decades.
 */

const LEADS =
  /(?:\b(?:in|since|until|till|by|of|from|to|and|or|through|throughout|during|for|before|after|between|around|about|on|the|mid|early|late|as|fiscal|than|last|next|this|that|a|its|his|their|back|election|season|year|['’]s)|[(,–—-]|^)\s*$/i;

function month(group: Groups): number {
  return timeLexicon().month.get(group('month')) ?? 0;
}

/** A day of a month; the year is the one named, or the one the verb points to. */
function date(group: Groups, context: TimeContext): TimeReading | null {
  const day = numberOf(group('day'));
  const year = group('year') === '' ? yearFor(month(group), day, context) : Number(group('year'));
  if (dayOf(2000, month(group), day) === null) return null;
  if (year === null)
    return { timex: 'DATE', value: `XXXX-${pad(month(group), 2)}-${pad(day, 2)}`, precision: 'day' };
  const value = dayOf(year, month(group), day);
  return value === null ? null : { timex: 'DATE', value };
}

/** Months share their forms with a verb, a modal and given names: those need a preposition or a neighbour that dates. */
function looksMonth(before: string, after: string, match: string): boolean {
  if (/^(?:may|march|mar|sun|sat|dec)\b/i.test(match)) {
    return /\b(?:in|since|until|till|by|of|from|to|and|during|before|after|through|last|next|this|early|late|mid|between|for)[\s-]+$/i.test(
      before,
    );
  }
  if (!/^\s+\p{Lu}\p{Ll}+/u.test(after)) return true;
  const given = /^(?:april|june|august)\b/i.test(match);
  return (
    given
      ? /\b(?:in|since|during|last|next|this|early|late)\s+$/i
      : /\b(?:in|since|until|by|of|from|to|during|last|next|this|early|late)\s+$/i
  ).test(before);
}

/** A bare year is a date after a preposition or at an edge, never a count ("2000 people") or part of a figure. */
function looksYear(before: string, after: string, match: string): boolean {
  if (
    /[\d$€£#.:]\s*$|\d[.,:/]$|[\p{L}\d]-$/u.test(before) &&
    !/\bmid-$|\bpost-$|\bpre-$|\b\d{4}-$/i.test(before)
  )
    return false;
  if (
    /^\s*(?:%|percent|per\s+cent|people|men|women|children|civilians|troops|soldiers|fighters|militants|miles|km|metres|meters|dollars|euros|shares|jobs|workers|homes|houses|feet|points|rounds|prisoners|families|gmt)\b/i.test(
      after,
    )
  )
    return false;
  if (/^[,.]\d|^:\d|^-\d|^\/\d/.test(after)) return false;
  if (
    /\b(?:and|or|of|to|about|around|than|for)\s+$/i.test(before) &&
    /^\s+(?!was\b|is\b|has\b|as\b)\p{Ll}+s\b/u.test(after)
  )
    return false;
  return (
    /^(?:fiscal|the\s+year)/i.test(match) ||
    LEADS.test(before) ||
    /^(?:\s*[),;.]|\s*$|['’]s|\s+(?:and|to|when|after|election|vote|war|deal|agreement|ceasefire|coup|uprising|invasion|attack|report|census|campaign|season|budget))/i.test(
      after,
    )
  );
}

const TENS = ['twe', 'thi', 'for', 'fif', 'six', 'sev', 'eig', 'nin'];

/** The rules, in no order: the longest match wins. */
export const ABSOLUTE: readonly TimeRule[] = [
  {
    name: 'week-of',
    example: 'The hearing is set for <the week of March 6> there.',
    needs: '{month}',
    pattern:
      'the\\s+week\\s+of\\s+(?:(?<month>{month})\\s+(?<day>\\d{1,2})|(?:the\\s+)?(?<d1>\\d{1,2})(?:\\s+of)?\\s+(?<m1>{month}))(?:,?\\s+(?<year>{year}))?',
    read: (group, context) => {
      const at = timeLexicon().month.get(group('month') || group('m1')) ?? 0;
      const day = Number(group('day') || group('d1'));
      const year = group('year') === '' ? yearFor(at, day, context) : Number(group('year'));
      const first = year === null ? null : dayOf(year, at, day);
      return first === null ? unresolved() : { timex: 'DATE', value: weekOf(first) };
    },
  },
  {
    name: 'iso',
    example: 'It was signed on <2017-10-14>.',
    needs: '\\d-\\d\\d-\\d',
    pattern:
      '(?<year>\\d{4})-(?<mm>\\d\\d)-(?<dd>\\d\\d)(?<clock>T\\d\\d:\\d\\d(?::\\d\\d)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
    read: (group) => {
      const value = dayOf(Number(group('year')), Number(group('mm')), Number(group('dd')));
      if (value === null) return null;
      const clock = group('clock').toUpperCase();
      return clock === ''
        ? { timex: 'DATE', value }
        : { timex: 'TIME', value: `${value}${clock}`, clock: `${value}${clock}`, precision: 'hour' };
    },
  },
  {
    name: 'slash',
    example: 'It was signed on <10/14/2017>.',
    needs: '\\d/\\d',
    pattern: '(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d\\d)',
    read: (group) => {
      const [a, b, y] = [Number(group('a')), Number(group('b')), Number(group('year'))];
      const year = y > 99 ? y : y < 50 ? 2000 + y : 1900 + y;
      const value = a > 12 ? dayOf(year, b, a) : dayOf(year, a, b);
      return value === null ? null : { timex: 'DATE', value };
    },
  },
  {
    name: 'dotted',
    example: 'It was signed on <14.10.2017>.',
    needs: '\\d\\.\\d',
    pattern: '(?<day>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<year>{year})',
    read: (group) => {
      const value = dayOf(Number(group('year')), Number(group('mm')), Number(group('day')));
      return value === null ? null : { timex: 'DATE', value };
    },
    fits: (before) => !/[\d.]$/.test(before),
  },
  {
    name: 'day-month',
    example: 'It was signed on <Saturday, 14 October 2017> in the town.',
    needs: '{month}',
    pattern:
      '(?:{dow},?\\s+)?(?:the\\s+)?(?<day>{ord}|\\d{1,2})\\s+(?:of\\s+)?(?<month>{month})(?:,?\\s+(?<year>{year}))?',
    read: date,
    fits: (before) => !/[\d.:,]$/.test(before),
  },
  {
    name: 'month-day',
    example: 'It was signed on <October 14, 2017>, in the town.',
    needs: '{month}',
    pattern:
      '(?:(?:this\\s+coming\\s+)?{dow},?\\s+|last\\s+)?(?<month>{month})\\s+(?:the\\s+)?(?<day>{ord}|\\d{1,2})(?:,?\\s+(?<year>{year}))?',
    read: date,
    fits: (_before, after) => !/^(?:,\d|:\d|\s*(?:percent|%))/.test(after),
  },
  {
    name: 'month-year',
    example: 'It was signed in <October 2017>.',
    needs: '{month}',
    pattern: `${PART}(?<month>{month}),?\\s+(?:of\\s+)?(?<year>{year})`,
    read: (group) => ({
      timex: 'DATE',
      value: `${group('year')}-${pad(month(group), 2)}`,
      part: partOf(group('at')),
    }),
  },
  {
    name: 'month-relative-year',
    example: 'It was signed in <October last year>.',
    needs: '{month}',
    pattern: `${PART}(?<month>{month})(?:\\s+of)?\\s+(?<rel>(?:last|this|next)\\s+year)`,
    read: (group, context) => {
      const year = relativeYear(group('rel'), context);
      if (year === null) return unresolved();
      return { timex: 'DATE', value: `${year}-${pad(month(group), 2)}`, part: partOf(group('at')) };
    },
  },
  {
    name: 'month',
    example: 'The siege began in <mid-June> and went on.',
    needs: '{month}',
    pattern: `${PART}(?<month>{month})`,
    read: (group, context) => {
      const year = yearFor(month(group), null, context);
      const value = `${year ?? 'XXXX'}-${pad(month(group), 2)}`;
      return {
        timex: 'DATE',
        value,
        part: partOf(group('at')),
        ...(year === null ? { precision: 'month' } : {}),
      };
    },
    fits: looksMonth,
  },
  {
    name: 'year',
    example: 'The war began in <2011>.',
    needs: '\\d\\d\\d\\d',
    pattern: `${PART}(?:fiscal(?:\\s+year)?\\s+|the\\s+year\\s+)?(?<year>{year})`,
    read: (group) => ({ timex: 'DATE', value: group('year'), part: partOf(group('at')) }),
    fits: looksYear,
  },
  {
    name: 'year-in-words',
    example: 'He was born in <nineteen ninety-six> there.',
    needs: 'nineteen|eighteen|thousand',
    pattern:
      '(?:the\\s+year\\s+)?(?:(?<century>nineteen|eighteen)\\s+(?<n>{n})|(?<two>two\\s+thousand)(?:\\s+(?:and\\s+)?(?<more>{n}))?)',
    read: (group) => {
      const n = count(group('n') || group('more')) ?? 0;
      if (group('two') === '' && n < 10) return null;
      const base = group('two') === '' ? (group('century') === 'nineteen' ? 1900 : 1800) : 2000;
      return { timex: 'DATE', value: String(base + n) };
    },
    fits: (before, after, match) =>
      /^the\s+year/i.test(match) ||
      (!/^two/i.test(match) &&
        !/^\s+\p{Ll}+s\b/u.test(after) &&
        /\b(?:in|of|since|until|by|an?|\p{Lu}\p{Ll}+)\s+$/u.test(before)),
  },
  {
    name: 'decade',
    example: 'He fought there in <the late 1990s>.',
    needs: "0['’]?s",
    pattern:
      "(?:the\\s+)?(?:(?<at>early|mid|late)(?:\\s+|-))?(?:(?<full>(?:1[5-9]|20)\\d)0['’]?s|['’](?<short>\\d)0s)",
    read: (group) => {
      const short = group('short');
      const value = short === '' ? group('full') : `${Number(short) < 3 ? '20' : '19'}${short}`;
      return { timex: 'DATE', value, part: partOf(group('at')) };
    },
  },
  {
    name: 'decade-in-words',
    example: 'He fought there in <the late nineties>.',
    needs: 'ties',
    pattern:
      '(?:the\\s+)(?:(?<at>early|mid|late)(?:\\s+|-))?(?<tens>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)',
    read: (group) => ({
      timex: 'DATE',
      value: `19${TENS.indexOf(group('tens').slice(0, 3)) + 2}`,
      part: partOf(group('at')),
    }),
  },
  {
    name: 'century',
    example: 'The citadel dates from <the 12th century>.',
    needs: 'century',
    pattern: '(?:the\\s+)?(?<ord>{ord})[\\s-]+century',
    read: (group) => ({ timex: 'DATE', value: pad(numberOf(group('ord')) - 1, 2) }),
  },
  {
    name: 'season',
    example: 'They rose in <the spring of 2011>.',
    needs: '{season}',
    pattern:
      '(?:the\\s+)?(?:(?<at>early|mid|late)(?:\\s+|-))?(?<season>{season})(?:\\s+of)?,?\\s+(?<year>{year})',
    read: (group) => ({
      timex: 'DATE',
      value: `${group('year')}-${timeLexicon().season.get(group('season'))}`,
      part: partOf(group('at')),
    }),
  },
  {
    name: 'holiday',
    example: 'The truce held on <Christmas Day> in the camps.',
    needs: '{holiday}',
    pattern:
      '(?:(?<which>last|this|next)\\s+)?(?<holiday>{holiday})(?:,?\\s+(?<year>{year}|last\\s+year|this\\s+year|next\\s+year))?',
    read: feast,
    fits: (_before, _after, match) => /^(?:last|this|next)?\s*\p{Lu}/u.test(match),
  },
];

/** A feast in the year named with it, or the one that the verb points to. */
function feast(group: Groups, context: TimeContext): TimeReading | null {
  const found = timeLexicon().holiday.get(group('holiday').replace('’', "'"));
  if (found === undefined) return null;
  const { published } = context;
  const length = found.days ?? 1;
  const named = group('year');
  const year = /^\d/.test(named) ? Number(named) : named === '' ? null : relativeYear(named, context);
  if (year === null && published === null) return unresolved();
  const now = published === null ? 0 : parts(published).year;
  const days = (year === null ? [now - 1, now, now + 1] : [year]).flatMap((y) => feastDays(found, y));
  const tense = group('which') === 'last' ? 'past' : group('which') === 'next' ? 'future' : context.tense;
  const from = year === null ? nearestFeast(days, published!, tense, length) : (days[0] ?? null);
  if (from === null) return null;
  const to = addDays(from, length - 1);
  const precision = length === 1 ? 'day' : length > 7 ? 'month' : 'week';
  const value = length === 1 ? from : `${from}/${to}`;
  return { timex: 'DATE', value, from, to, precision, about: isReckoned(found) };
}
