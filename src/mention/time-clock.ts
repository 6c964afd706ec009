import { addDays, type Day, dayOf, pad } from './time-calendar.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
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
  '(?:,?\\s+(?:on\\s+)?(?:(?<dow>{dow})|(?<word>today|yesterday|tomorrow)|(?<month>{month})\\s+(?<date>\\d{1,2})(?![\\d:])))?';
const ZONE = '(?:\\s+(?:GMT|UTC|EST|EDT|CET|CEST|BST|local\\s+time))?';

/** The day a clock time lies on: the one named with it, else the one named before, else that of publication. */
function dayFor(group: Groups, context: TimeContext): Day | null {
  const number = timeLexicon().weekday.get(group('dow'));
  if (number !== undefined) return weekdayNear(number, context);
  const month = timeLexicon().month.get(group('month'));
  if (month !== undefined) {
    const year = yearFor(month, Number(group('date')), context);
    return year === null ? null : dayOf(year, month, Number(group('date')));
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

function clock(day: Day | null, hour: number, minute: number | null): TimeReading | null {
  if (hour > 24 || (minute ?? 0) > 59) return null;
  const at = `T${pad(hour, 2)}:${pad(minute ?? 0, 2)}`;
  return { timex: 'TIME', value: `${day ?? 'XXXX-XX-XX'}${at}`, precision: 'hour' };
}

/** The rules, in no order: the longest match wins. */
export const CLOCK: readonly TimeRule[] = [
  {
    name: 'half-day-clock',
    example: 'The raid began at <3:30 p.m. on Friday> in the rain.',
    needs: '\\d',
    pattern: `(?<h>\\d{1,2})(?:[:.](?<m>\\d\\d))?\\s*(?<half>[ap]\\.?\\s?m\\b\\.?)${ZONE}${DAY}`,
    read: (group, context) => {
      const hour = (Number(group('h')) % 12) + (group('half').startsWith('p') ? 12 : 0);
      if (Number(group('h')) > 12) return null;
      return clock(dayFor(group, context), hour, group('m') === '' ? null : Number(group('m')));
    },
  },
  {
    name: 'full-day-clock',
    example: 'The raid began at <03:30 GMT> in the rain.',
    needs: '\\d',
    pattern: `(?<h>[01]?\\d|2[0-4])[:.](?<m>[0-5]\\d)(?:\\s*(?:hours|hrs|h))?${ZONE}${DAY}`,
    read: (group, context) => clock(dayFor(group, context), Number(group('h')), Number(group('m'))),
    fits: (before, after, match) =>
      !/[\d:.,$€£]$/.test(before) &&
      !/^[\d:%]|^\s+(?:percent|million|billion|points)/.test(after) &&
      (match.includes(':') || /GMT|UTC|time/.test(match)),
  },
  {
    name: 'oclock',
    example: "The raid began at <ten o'clock> that night.",
    needs: 'clock',
    pattern: "(?<n>{n})\\s+o['’]clock",
    read: (group, context) => {
      const hour = Number(group('n')) || (timeLexicon().number.get(group('n')) ?? 99);
      return clock(dayFor(group, context), hour, null);
    },
  },
  {
    name: 'noon',
    example: 'The raid began at <midnight on Friday> in the rain.',
    needs: 'noon|midday|midnight',
    pattern: `(?<part>noon|midday|midnight)${DAY}`,
    read: (group, context) => clock(dayFor(group, context), group('part') === 'midnight' ? 24 : 12, 0),
  },
  {
    name: 'the-daypart',
    example: 'The raid began in <the early hours> of the siege.',
    needs: '{part}|hours|dawn|dusk|nightfall|sunrise|sunset',
    pattern:
      '(?:the\\s+early\\s+hours(?:\\s+of\\s+(?<dow>{dow}))?|(?:the\\s+)?(?:early\\s+|late\\s+|mid[\\s-]+)?(?<part>{part})|dawn|dusk|nightfall|sunrise|sunset)',
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
