import { addDays, pad, parts, quarterOf } from './time-calendar.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  type Groups,
  numberOf,
  quarterYear,
  relativeYear,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  unresolved,
  yearFor,
} from './time-rule.ts';

/*
 * Quarters and halves of a year, named or taken from the text before ("the latest quarter", "year-ago").
 */

/** The rules, in no order: the longest match wins. */
export const QUARTERS: readonly TimeRule[] = [
  {
    name: 'quarters',
    example: 'Output will fall in <the first two quarters of 2016>.',
    needs: 'quarter|half',
    pattern:
      '(?:the\\s+)?(?:(?<side>first|last)\\s+two\\s+quarters|(?<half>first|last|latter|second)\\s+half)\\s+of\\s+(?<year>{year}|this\\s+year|last\\s+year|next\\s+year)',
    read: (group, context) => {
      const named = group('year');
      const year = /^\d/.test(named) ? Number(named) : relativeYear(named, context);
      if (year === null) return unresolved();
      return { timex: 'DATE', value: `${year}-H${(group('side') || group('half')) === 'first' ? 1 : 2}` };
    },
  },
  {
    name: 'quarter',
    example: 'Output fell in <the third quarter of 2016>.',
    needs: 'quarter|half',
    pattern:
      "(?:the\\s+)?(?:(?<lead>{year}|this\\s+year|last\\s+year|next\\s+year)(?:['’]s)?\\s+)?(?<ago>year-(?:ago|earlier)\\s+)?(?:fiscal[\\s-]+)?(?<ord>first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:fiscal\\s+)?(?<size>quarter|half)(?:\\s+(?:of\\s+)?(?<year>{year}|last\\s+year|this\\s+year|next\\s+year))?",
    read: quarter,
    fits: (_before, _after, match) => !/half$/i.test(match) || /the/i.test(match),
  },
  {
    name: 'quarter-word',
    example: 'They gave <third-quarter> figures.',
    needs: 'quarter|half',
    pattern: '(?<ord>first|second|third|fourth)-(?<size>quarter|half)',
    read: quarter,
  },
  {
    name: 'the-quarter',
    example: 'Output fell in <the latest quarter>.',
    needs: 'quarter|period|year-',
    pattern:
      "(?:(?:the\\s+)?(?:(?<which>latest|current|recent|comparable|corresponding|same|year-ago|year-earlier|{year}|last\\s+year['’]s)\\s+)+(?:fiscal\\s+)?(?<spoken>quarter|period)|(?:the\\s+)?quarter(?=\\s+ended)|the\\s+quarter|(?<bare>year-(?:ago|earlier)))(?:(?=\\s+ended\\s+(?:on\\s+)?(?<m2>{month})\\s+(?<d2>\\d{1,2})\\b)|)",
    read: (group, context) => {
      const ended = quarterEnded(group, context);
      if (ended !== null) return { timex: 'DATE', value: ended };
      const named = group('which') || group('bare');
      const value = latestQuarter(context, group('spoken') || (group('bare') === '' ? 'quarter' : 'period'));
      if (value === null) return unresolved();
      const year = Number(value.slice(0, 4));
      const at = /^\d/.test(named)
        ? named
        : named === '' || /latest|current|recent/.test(named)
          ? year
          : year - 1;
      return { timex: 'DATE', value: `${at}${value.slice(4)}` };
    },
    fits: (before, after, match) =>
      (!/^period|^quarter/i.test(match) || /^\s+ended\b/i.test(after)) && !/[\p{L}-]$/u.test(before),
  },
];

/** "The third quarter", of the year named with it or the latest one that has begun; "year-ago" is one year back. */
function quarter(group: Groups, context: TimeContext): TimeReading {
  const named = group('year') || group('lead');
  const size = group('size') === 'half' ? 'H' : 'Q';
  const ord = numberOf(group('ord'));
  const year = /^\d/.test(named)
    ? Number(named)
    : named === ''
      ? context.published === null
        ? null
        : quarterYear(ord, size, context.published, context.tense)
      : relativeYear(named, context);
  if (year === null) return unresolved();
  return { timex: 'DATE', value: `${group('ago') === '' ? year : year - 1}-${size}${ord}` };
}

/** "The quarter ended July 31" is the one that most of its three months lie in. */
function quarterEnded(group: Groups, context: TimeContext): string | null {
  const month = timeLexicon().month.get(group('m2'));
  if (month === undefined) return null;
  const year = yearFor(month, Number(group('d2')), { ...context, tense: 'past' });
  if (year === null) return null;
  const middle = addDays(`${year}-${pad(month, 2)}-15`, -45);
  return `${middle.slice(0, 4)}-Q${quarterOf(middle)}`;
}

/** The quarter the text speaks of: that of the time before, else the last one that ended before publication. */
function latestQuarter(context: TimeContext, spoken: string): string | null {
  const { period, published } = context;
  if (published === null) return null;
  const { year, month } = parts(published);
  if (spoken === 'period' && period !== null && /^(?:P\d+M|\d{4})$/.test(period)) return String(year);
  if (period?.[5] === 'Q') {
    const quarter = Number(period[6]);
    return `${quarterYear(quarter, 'Q', published)}-Q${quarter}`;
  }
  const at = Math.ceil(month / 3) - 1;
  return at === 0 ? `${year - 1}-Q4` : `${year}-Q${at}`;
}
