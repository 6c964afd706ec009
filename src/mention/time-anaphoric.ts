import { addDays, type Day, parts } from './time-calendar.ts';
import { periodAt, quarterBack, shifted } from './time-deictic.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  count,
  PART,
  partOf,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  unresolved,
} from './time-rule.ts';

/*
 * Expressions that count from the time named before: "the same day", "the following year", "two days later", "a month after".
 * Where nothing was named before, those that look back count from publication.
 */

/** A day counts from a day, a month or year from any time but a decade; the future never counts from publication. */
function anchorOf(context: TimeContext, unit: string, side: 1 | -1 | 0): Day | null {
  const { reference, day } = context;
  if (/^(?:month|year|quarter|decade)s?$/.test(unit)) {
    if (reference !== null && reference.precision !== 'decade')
      return side === 1 ? reference.to : reference.from;
  } else if (day !== null) return day;
  return side === 1 ? null : context.published;
}

/** The rules, in no order: the longest match wins. */
export const ANAPHORIC: readonly TimeRule[] = [
  {
    name: 'same-period',
    example: 'The army left and <the same day> the others came.',
    needs: 'day|night|morning|afternoon|evening|week|month|year|quarter|decade|century',
    pattern: `${PART}(?:(?:the|that|on\\s+the)\\s+(?:very\\s+)?same|that)\\s+(?<unit>day|night|morning|afternoon|evening|week|weekend|month|year|quarter)`,
    read: (group, context) => {
      const anchor = anchorOf(context, group('unit'), 1);
      if (anchor === null) return unresolved();
      const code = timeLexicon().daypart.get(group('unit'));
      if (code !== undefined) return { timex: 'TIME', value: `${anchor}T${code}` };
      return { timex: 'DATE', value: periodAt(anchor, group('unit'), 0), part: partOf(group('at')) };
    },
  },
  {
    name: 'next-period',
    example: 'They signed on 3 May and left <the next day> by bus.',
    needs: 'day|night|morning|afternoon|evening|week|month|year|quarter|decade|century',
    pattern:
      '(?:the\\s+)(?<which>next|following|previous|preceding)\\s+(?<unit>day|night|morning|afternoon|evening|week|weekend|month|year|quarter)',
    read: (group, context) => {
      const step = /next|following/.test(group('which')) ? 1 : -1;
      const anchor = anchorOf(context, group('unit'), step);
      if (anchor === null) return unresolved();
      const code = timeLexicon().daypart.get(group('unit'));
      if (code !== undefined) return { timex: 'TIME', value: `${addDays(anchor, step)}T${code}` };
      return { timex: 'DATE', value: periodAt(anchor, group('unit'), step) };
    },
  },
  {
    name: 'previous-weekday',
    example: 'They signed on 3 May; <the previous Monday> they had refused.',
    needs: '{dow}',
    pattern: '(?:the\\s+)(?<which>next|following|previous|preceding)\\s+(?<dow>{dow})',
    read: (group, context) => {
      const step = /next|following/.test(group('which')) ? 1 : -1;
      const anchor = anchorOf(context, 'day', step);
      if (anchor === null) return unresolved();
      const number = timeLexicon().weekday.get(group('dow')) ?? 1;
      for (let away = 1; away <= 7; away++) {
        const day = addDays(anchor, step * away);
        if ((new Date(`${day}T00:00:00Z`).getUTCDay() || 7) === number) return { timex: 'DATE', value: day };
      }
      return null;
    },
  },
  {
    name: 'day-before',
    example: 'They left on Friday; <the day before>, a deal was struck.',
    needs: 'before|after|earlier|later',
    pattern: '(?:the|a)\\s+(?<unit>day|week|month|year|night)\\s+(?<side>before|after|earlier|later)',
    read: (group, context) => {
      const step = /before|earlier/.test(group('side')) ? -1 : 1;
      const quarter = step === -1 ? quarterBack(group, context) : null;
      if (quarter !== null) return quarter;
      const anchor = anchorOf(context, group('unit'), step);
      if (anchor === null) return unresolved();
      return { timex: 'DATE', value: periodAt(anchor, group('unit'), step) };
    },
    fits: (_before, after, match) => !/(?:before|after)$/i.test(match) || !/^\s+[\p{L}“"]/u.test(after),
  },
  {
    name: 'later',
    example: 'They signed on 3 May and <two weeks later> the truce broke.',
    needs: 'before|after|earlier|later',
    pattern:
      '(?<n>{n}|several|a\\s+few|a\\s+couple\\s+of)\\s+(?<unit>{unit})\\s+(?<side>later|earlier|before|after|afterwards)',
    read: (group, context) => {
      const sign = /earlier|before/.test(group('side')) ? -1 : 1;
      if (count(group('n')) === null)
        return { timex: 'DATE', value: sign === -1 ? 'PAST_REF' : 'FUTURE_REF' };
      return shifted(group, anchorOf(context, group('unit'), sign), sign);
    },
    fits: (_before, after, match) => !/(?:before|after)$/i.test(match) || !/^\s+\p{L}/u.test(after),
  },
  {
    name: 'in-year',
    example: 'The pact came <earlier in the year>.',
    needs: 'day|night|morning|afternoon|evening|week|month|year|quarter|decade|century',
    pattern: '(?<at>earlier|later|early|late)\\s+in\\s+the\\s+(?<unit>day|week|month|year)',
    read: (group, context): TimeReading => {
      const anchor = context.published;
      if (anchor === null) return unresolved();
      return { timex: 'DATE', value: periodAt(anchor, group('unit'), 0), part: partOf(group('at')) };
    },
  },
  {
    name: 'period-end',
    example: 'The force will be gone by <the end of the year>.',
    needs: 'day|night|morning|afternoon|evening|week|month|year|quarter|decade|century',
    pattern:
      '(?<at>(?:the\\s+)?(?:beginning|start|middle|end))\\s+of\\s+(?:the|this)\\s+(?<unit>week|month|year|quarter|decade)',
    read: (group, context): TimeReading => {
      const anchor = context.published;
      if (anchor === null) return unresolved();
      return { timex: 'DATE', value: periodAt(anchor, group('unit'), 0), part: partOf(group('at')) };
    },
  },
  {
    name: 'year-end',
    example: 'The force will be gone by <year-end> at most.',
    needs: 'year',
    pattern: "year(?:['’]s)?[\\s-]end",
    read: (_group, context) =>
      context.published === null
        ? unresolved()
        : { timex: 'DATE', value: `${parts(context.published).year}-12-31` },
  },
];
