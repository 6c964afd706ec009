import { addDays, type Day, dayOf, pad } from './time-calendar.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  count,
  type Groups,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  weekdayNear,
  yearFor,
} from './time-rule.ts';

/*
 * Times of the day ("at 3 pm on Friday", "around noon", "in the morning") and words that point without a date ("now").
 */

const DAY =
  '(?:,?\\s+(?:on\\s+)?(?:(?<dow>{dow})|(?<word>today|yesterday|tomorrow)|(?<month>{month})\\s+(?<date>\\d{1,2})(?![\\d:])|(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m1>{month})))?';
const ZONES = '(?:\\s*(?<zone>GMT|UTC|EST|EDT|CST|CDT|PST|PDT|CET|CEST|EET|EEST|MSK|IST|AST|EAT|BST|WAT))?';
const LOCAL = '(?:\\s+local(?:\\s+time)?)?';
/** "(0630 GMT)" behind a local time. */
const BRACKET = '(?:\\s+\\((?<zh>\\d{1,2})[:.]?(?<zm>\\d\\d)\\s*(?:hrs\\s+)?(?<bz>GMT|UTC)\\))?';
const ZONE = `${ZONES}${LOCAL}${BRACKET}`;

/** Hours and minutes that a zone lies ahead of Greenwich. */
const OFFSET: Readonly<Record<string, string>> = {
  gmt: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  bst: '+01:00',
  wat: '+01:00',
  eet: '+02:00',
  eest: '+03:00',
  eat: '+03:00',
  msk: '+03:00',
  ast: '+03:00',
};

/** The day a clock time lies on: the one named with it, else the one named before, else that of publication. */
function dayFor(group: Groups, context: TimeContext): Day | null {
  const number = timeLexicon().weekday.get(group('dow'));
  if (number !== undefined) return weekdayNear(number, context);
  const month = timeLexicon().month.get(group('month') || group('m1'));
  if (month !== undefined) {
    const date = Number(group('date') || group('d1'));
    const year = yearFor(month, date, context);
    return year === null ? null : dayOf(year, month, date);
  }
  if (context.published !== null && group('word') !== '') {
    return addDays(
      context.published,
      group('word') === 'yesterday' ? -1 : group('word') === 'tomorrow' ? 1 : 0,
    );
  }
  return context.reference !== null && context.reference.from === context.reference.to
    ? context.reference.from
    : context.published;
}

/** A time of the clock on a day; in the reading with its offset from Greenwich where the text tells its zone. */
function clock(group: Groups, day: Day | null, hour: number, minute: number | null): TimeReading | null {
  if (hour > 24 || (minute ?? 0) > 59) return null;
  const at = `T${pad(hour, 2)}:${pad(minute ?? 0, 2)}`;
  const value = `${day ?? 'XXXX-XX-XX'}${at}`;
  if (day === null) return { timex: 'TIME', value, precision: 'hour' };
  const told =
    group('bz') === ''
      ? `${value}${OFFSET[group('zone')] ?? ''}`
      : `${dayAround(day, hour, Number(group('zh')))}T${pad(Number(group('zh')), 2)}:${group('zm')}Z`;
  return { timex: 'TIME', value, precision: 'hour', clock: told };
}

/** The day in Greenwich of an hour told beside a local one: "1 a.m. (2200 GMT)" is of the day before. */
function dayAround(day: Day, local: number, hour: number): Day {
  return addDays(day, hour - local > 12 ? -1 : local - hour > 12 ? 1 : 0);
}

/** The rules, in no order: the longest match wins. */
export const CLOCK: readonly TimeRule[] = [
  {
    name: 'half-day-clock',
    example: 'The raid began at <3:30 p.m. on Friday> in the rain.',
    needs: '\\d',
    pattern: `(?<h>\\d{1,2})(?:[:.](?<m>\\d\\d))?\\s*(?<half>[ap]\\.\\s?m\\b\\.?|[ap]\\s?m\\b)${ZONE}${DAY}`,
    read: (group, context) => {
      const hour = (Number(group('h')) % 12) + (group('half').startsWith('p') ? 12 : 0);
      if (Number(group('h')) > 12) return null;
      return clock(group, dayFor(group, context), hour, group('m') === '' ? null : Number(group('m')));
    },
  },
  {
    name: 'full-day-clock',
    example: 'The raid began at <03:30 GMT> in the rain.',
    needs: '\\d',
    pattern: `(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)(?:\\s*(?:hours|hrs|h))?${ZONE}${DAY}`,
    read: (group, context) => clock(group, dayFor(group, context), Number(group('h')), Number(group('m'))),
    fits: (before, after, match) =>
      !/[\d:.,$€£]$/.test(before) &&
      !/^[\d:%]|^\s+(?:percent|million|billion|points)/.test(after) &&
      (match.includes(':') || /GMT|UTC|time/.test(match)),
  },
  {
    name: 'four-figures',
    example: 'The raid began at <0330 GMT> in the rain.',
    needs: '\\d{4}',
    pattern: `(?<h>[01]\\d|2[0-4])(?<m>[0-5]\\d)(?:\\s*(?:hours|hrs))?${ZONE}${DAY}`,
    read: (group, context) => clock(group, dayFor(group, context), Number(group('h')), Number(group('m'))),
    fits: (_before, _after, match) => /^\d{4}\s*(?:hours|hrs|[A-Z]{3,4}\b|local)/.test(match),
  },
  {
    name: 'hour-of-daypart',
    example: 'The raid began at <4 in the morning> in the rain.',
    needs: '{part}',
    pattern: `(?<n>{n})(?:\\s+o['’]clock)?\\s+(?:in\\s+the\\s+(?<part>morning|afternoon|evening)|(?<night>at\\s+night))${DAY}`,
    read: (group, context) => {
      const n = count(group('n')) ?? 99;
      const late = /noon|evening/.test(group('part')) || (group('night') !== '' && n > 5);
      return n > 12 ? null : clock(group, dayFor(group, context), late && n < 12 ? n + 12 : n, null);
    },
    fits: (_before, _after, match) => !/^an?\s/i.test(match),
  },
  {
    name: 'oclock',
    example: "The raid began at <ten o'clock> that night.",
    needs: 'clock',
    pattern: "(?<n>{n})\\s+o['’]clock",
    read: (group, context) => {
      const hour = Number(group('n')) || (timeLexicon().number.get(group('n')) ?? 99);
      return clock(group, dayFor(group, context), hour, null);
    },
  },
  {
    name: 'noon',
    example: 'The raid began at <midnight on Friday> in the rain.',
    needs: 'noon|midday|midnight',
    pattern: `(?<part>noon|midday|midnight)${DAY}`,
    read: (group, context) => {
      const named = group('dow') + group('word') + group('month') !== '';
      const hour = group('part') !== 'midnight' ? 12 : named || context.tense !== 'past' ? 24 : 0;
      return clock(group, dayFor(group, context), hour, 0);
    },
  },
  {
    name: 'the-daypart',
    example: 'The raid began in <the early hours> of the siege.',
    needs: '{part}|hours|dawn|dusk|nightfall|sunrise|sunset',
    pattern:
      '(?:the\\s+(?:early|small)\\s+hours(?:\\s+(?:of|on)\\s+(?:(?<dow>{dow})|(?<month>{month})\\s+(?<date>\\d{1,2})|(?<d1>\\d{1,2})\\s+(?<m1>{month}))(?:\\s+morning)?)?|(?:the\\s+)?(?:early\\s+|late\\s+|mid[\\s-]+)?(?<part>{part})|dawn|dusk|nightfall|sunrise|sunset)',
    read: (group, context) => {
      const day = dayFor(group, context);
      const code = timeLexicon().daypart.get(group('part')) ?? 'MO';
      return { timex: 'TIME', value: day === null ? null : `${day}T${code}`, precision: 'day' };
    },
    fits: (before, after, match) =>
      /\b(?:in|at|by|before|after|during|since|until)\s+$/i.test(before) &&
      /^(?:the|dawn|dusk|night)/i.test(match) &&
      !/^\s+(?:prayer|raid|sky|vision|shift|time)/i.test(after),
  },
  {
    name: 'daypart-of-day',
    example: 'The raid began at <dawn on Friday> in the rain.',
    needs: 'dawn|dusk|nightfall|sunrise|sunset|{part}',
    pattern:
      '(?<part>dawn|dusk|nightfall|sunrise|sunset|(?:mid-|early\\s+|late\\s+)?(?:morning|afternoon|evening|night))\\s+(?:on|of)\\s+(?:(?<dow>{dow})|(?<month>{month})\\s+(?<date>\\d{1,2})|(?<d1>\\d{1,2})\\s+(?<m1>{month}))|(?<dow2>{dow})\\s+at\\s+(?<part2>dawn|dusk|nightfall|sunrise|sunset|night|noon|midday)',
    read: (group, context) => {
      const day =
        group('dow2') === ''
          ? dayFor(group, context)
          : weekdayNear(timeLexicon().weekday.get(group('dow2')) ?? 1, context);
      const word = (group('part') || group('part2')).split(/[-\s]/).at(-1)!;
      const code = timeLexicon().daypart.get(word) ?? (/rise/.test(word) ? 'MO' : 'EV');
      return { timex: 'TIME', value: day === null ? null : `${day}T${code}` };
    },
    fits: (before, _after, match) =>
      !/\b(?:every|each)\s+$/i.test(before) && (!/\bthe\s+$/i.test(before) || !/^night\s+of/i.test(match)),
  },
  {
    name: 'reference',
    example: 'The road is <now> open.',
    needs: '{ref}',
    pattern: '(?<ref>{ref})',
    read: (group, context) => {
      const value = timeLexicon().reference.get(group('ref')) ?? 'PRESENT_REF';
      const day = value === 'PRESENT_REF' ? context.published : null;
      return { timex: 'DATE', value, from: day, to: day, precision: 'vague' };
    },
    fits: (before, after, match) =>
      (/^the\s+future$/i.test(match) && !/^\s+of\b/i.test(after)) ||
      !/^the\s+(?:past|future)$/i.test(match) ||
      /\b(?:in|into)\s+$/i.test(before) ||
      !/^\s+\p{L}/u.test(after),
  },
];
