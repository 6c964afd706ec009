import { addDays, addMonths, type Day, dayOf, lastOfMonth, pad, weekday } from './time-calendar.ts';
import { unitOf } from './time-deictic.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  count,
  type Groups,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  unresolved,
  weekdayNear,
  yearFor,
} from './time-rule.ts';

/*
 * Expressions that name a stretch: two ends ("between 10 and 12 April"), a stretch up to now ("the last 24 hours"), a length
 * ("for three days"), a rhythm ("every Friday").
 */

const TENS: Readonly<Record<string, number>> = { decade: 10, century: 100 };

/** TIMEX3 length of a count of units: P3D, PT24H, P20Y for two decades. */
function length(n: number | null, unit: string): string {
  const code = timeLexicon().unit.get(unit) ?? 'D';
  const size = n === null ? 'X' : String(n * (TENS[unit] ?? 1));
  if (TENS[unit] !== undefined) return `P${size}Y`;
  return code.startsWith('T') ? `PT${size}${code.slice(1)}` : `P${size}${code}`;
}

/** Both ends of a range of days; the month and year of the last end hold for the first where it has none. */
function range(group: Groups, context: TimeContext): TimeReading | null {
  const lexicon = timeLexicon();
  const last = lexicon.month.get(group('m2') || group('m1')) ?? 0;
  const first = lexicon.month.get(group('m1') || group('m2')) ?? 0;
  const [d1, d2] = [Number.parseInt(group('d1'), 10), Number.parseInt(group('d2'), 10)];
  const year = group('year') === '' ? yearFor(last, d2, context) : Number(group('year'));
  if (year === null) return unresolved();
  const to = dayOf(year, last, d2);
  const from = dayOf(first > last ? year - 1 : year, first, d1);
  if (from === null || to === null || from >= to) return null;
  return { timex: 'DATE', value: `${from}/${to}`, from, to };
}

/** The stretch that ends (or begins) with publication. */
function around(
  anchor: Day | null,
  n: number,
  unit: string,
  ahead: boolean,
): { from: Day | null; to: Day | null } {
  if (anchor === null) return { from: null, to: null };
  const step = ahead ? 1 : -1;
  const away =
    unit === 'month'
      ? addMonths(anchor, step * n)
      : unit === 'year'
        ? addMonths(anchor, step * 12 * n)
        : unit === 'decade'
          ? addMonths(anchor, step * 120 * n)
          : addDays(
              anchor,
              step *
                Math.ceil(
                  n *
                    (unit === 'week'
                      ? 7
                      : unit === 'hour'
                        ? 1 / 24
                        : unit === 'day' || unit === 'night'
                          ? 1
                          : 0),
                ),
            );
  return ahead ? { from: anchor, to: away } : { from: away, to: anchor };
}

/** TIMEX3 value of a rhythm: P1D for every day, XXXX-WXX-5 for every Friday, XXXX-07 for every July. */
function rhythm(group: Groups): string {
  const lexicon = timeLexicon();
  if (group('dow') !== '') return `XXXX-WXX-${lexicon.weekday.get(group('dow'))}`;
  if (group('month') !== '') return `XXXX-${pad(lexicon.month.get(group('month')) ?? 0, 2)}`;
  return length(1, group('unit'));
}

/** "12 and 13 March": a day and the next are one stretch, other pairs are two dates. */
function follow(match: string): boolean {
  const [first, second] = match.match(/\d{1,2}(?!\d)/g)!.map(Number);
  return second === first! + 1;
}

/** The rules, in no order: the longest match wins. */
export const SPANS: readonly TimeRule[] = [
  {
    name: 'days-month',
    example: 'They met <between 10 and 12 April> in the camp.',
    needs: '{month}',
    pattern:
      '(?:(?:between|from)\\s+)?(?:the\\s+(?:night|nights)\\s+of\\s+)?(?:the\\s+)?(?<d1>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?<m1>{month}))?\\s*(?:-|–|—|to|and|until)\\s*(?:the\\s+)?(?<d2>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<m2>{month})(?:,?\\s+(?<year>{year}))?',
    read: range,
    fits: (before, _after, match) =>
      !/[\d.,:]$/.test(before) &&
      (/^(?:between|from|the\s+night|\d+(?:st|nd|rd|th)?\s*[-–—])/i.test(match) ||
        !/^\d+\s+and\b/i.test(match) ||
        follow(match)),
  },
  {
    name: 'month-days',
    example: 'They met on <April 10-12, 2016> in the camp.',
    needs: '{month}',
    pattern:
      '(?:(?:between|from)\\s+)?(?<m1>{month})\\s+(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|–|—|to|and|until)\\s*(?:(?<m2>{month})\\s+)?(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(?<year>{year}))?',
    read: range,
    fits: (_before, after, match) =>
      !/^(?:,\d|:\d)/.test(after) &&
      (/^(?:between|from)/i.test(match) || !/\band\s+\d/i.test(match) || follow(match)),
  },
  {
    name: 'weekdays',
    example: 'They left <between Tuesday and Thursday> by bus.',
    needs: '{dow}',
    pattern: '(?:between|from)\\s+(?<w1>{dow})\\s+(?:and|to|until)\\s+(?<dow>{dow})',
    read: (group, context) => {
      const { weekday: numbers } = timeLexicon();
      const to = weekdayNear(numbers.get(group('dow')) ?? 0, context);
      if (to === null) return unresolved();
      const back = (weekday(to) - (numbers.get(group('w1')) ?? 0) + 7) % 7;
      const from = addDays(to, -back);
      return { timex: 'DATE', value: `${from}/${to}`, from, to };
    },
  },
  {
    name: 'months',
    example: 'They fought <between March and June 2016> for it.',
    needs: '{month}',
    pattern:
      '(?:between|from)\\s+(?<m1>{month})\\s+(?:and|to|until)\\s+(?<m2>{month})(?:,?\\s+(?<year>{year}))?',
    read: (group, context) => {
      const { month } = timeLexicon();
      const [first, last] = [month.get(group('m1')) ?? 1, month.get(group('m2')) ?? 1];
      const year = group('year') === '' ? yearFor(last, null, context) : Number(group('year'));
      if (year === null) return unresolved();
      const from = dayOf(first > last ? year - 1 : year, first, 1);
      const to = dayOf(year, last, lastOfMonth(year, last));
      return {
        timex: 'DATE',
        value: `${from?.slice(0, 7)}/${to?.slice(0, 7)}`,
        from,
        to,
        precision: 'month',
      };
    },
  },
  {
    name: 'years',
    example: 'He served there <between 2011 and 2014> as a scout.',
    needs: '\\d\\d\\d\\d',
    pattern:
      '(?:(?<lead>between|from)\\s+)?(?<y1>{year})\\s*(?<link>-|–|—|to|and|until)\\s*(?<y2>{year}|\\d\\d)',
    read: (group) => {
      const y1 = Number(group('y1'));
      const y2 =
        group('y2').length === 2 ? Number(group('y1').slice(0, 2) + group('y2')) : Number(group('y2'));
      if (y2 <= y1 || y2 - y1 > 120) return null;
      return {
        timex: 'DATE',
        value: `${y1}/${y2}`,
        from: `${y1}-01-01`,
        to: `${y2}-12-31`,
        precision: 'year',
      };
    },
    fits: (before, _after, match) =>
      !/[\d$€£]$/.test(before) && (/^(?:between|from)/i.test(match) || /^\d{4}[-–—]\d/.test(match)),
  },
  {
    name: 'recent-stretch',
    example: 'It was hit twice in <the last 24 hours> alone.',
    needs: '{unit}',
    pattern:
      '(?:(?:the|these)\\s+)?(?<which>last|past|previous|next|coming|following)\\s+(?<n>{n}|few|several|couple\\s+of)\\s+(?<unit>{unit})',
    read: (group, context) => {
      const n = count(group('n'));
      const unit = unitOf(group('unit'));
      const ahead = /next|coming|following/.test(group('which'));
      const anchor = /previous|following/.test(group('which'))
        ? (context.reference?.to ?? context.published)
        : context.published;
      const base = { timex: 'DURATION', value: length(n, unit), precision: 'vague' } as const;
      return n === null ? { ...base, from: null, to: null } : { ...base, ...around(anchor, n, unit, ahead) };
    },
  },
  {
    name: 'ahead',
    example: 'The force will be gone in <two weeks> at most.',
    needs: '{unit}',
    pattern: '(?<=\\b(?<lead>in|within)\\s+)(?<n>{n})\\s+(?<unit>{unit})',
    read: (group, context) => {
      const n = count(group('n'));
      const unit = unitOf(group('unit'));
      const base = { timex: 'DURATION', value: length(n, unit) } as const;
      if (n === null || !/^(?:future|leaning)$/.test(context.tense)) return { ...base, from: null, to: null };
      const { from, to } = around(context.published, n, unit, true);
      return { ...base, from: group('lead') === 'in' && /day|week/.test(unit) ? to : from, to };
    },
    fits: (_before, after) => !/^[\s-]+old\b/.test(after),
  },
  {
    name: 'night-of',
    example: 'They slipped out on <the night of 9 May> by boat.',
    needs: 'night',
    pattern:
      'the\\s+night\\s+(?:of|between)\\s+(?:(?<dow>{dow})(?:\\s+(?:and|to|into)\\s+(?:{dow}))?|(?<month>{month})\\s+(?<day>\\d{1,2})|(?<d1>\\d{1,2})(?:st|nd|rd|th)?\\s+(?<m1>{month}))(?:,?\\s+(?<year>{year}))?',
    read: (group, context) => {
      const { month, weekday: numbers } = timeLexicon();
      const at = month.get(group('month') || group('m1')) ?? 0;
      const date = Number(group('day') || group('d1'));
      const year = group('year') === '' ? yearFor(at, date, context) : Number(group('year'));
      const day =
        group('dow') !== ''
          ? weekdayNear(numbers.get(group('dow')) ?? 1, context)
          : year === null
            ? null
            : dayOf(year, at, date);
      return day === null ? unresolved('TIME') : { timex: 'TIME', value: `${day}TNI` };
    },
  },
  {
    name: 'length',
    example: 'The battle lasted <three days> in all.',
    needs: '{unit}',
    pattern:
      '(?<n>{n}|several|a\\s+few|few|a\\s+couple\\s+of|many)[\\s-]+(?:more\\s+|full\\s+|whole\\s+|consecutive\\s+)?(?<unit>{unit})(?:-old)?',
    read: (group) => ({
      timex: 'DURATION',
      value: length(count(group('n')), unitOf(group('unit'))),
      from: null,
      to: null,
    }),
    fits: (before, after, match) =>
      !/\d[.,]?$/.test(before) &&
      !/-old$/i.test(match) &&
      !/^[\s-]+old\b/.test(after) &&
      !/second$/i.test(match),
  },
  {
    name: 'lengths',
    example: 'They were without bread for <months> under siege.',
    needs: '{unit}',
    pattern: '(?<unit>days|weeks|months|years|decades|hours|centuries)',
    read: (group) => ({
      timex: 'DURATION',
      value: length(null, unitOf(group('unit'))),
      from: null,
      to: null,
    }),
    fits: (before) => /\b(?:for|within|in|after|of)\s+$/i.test(before),
  },
  {
    name: 'rhythm',
    example: 'They are shelled <every Friday> at noon.',
    needs: 'every|each',
    pattern:
      '(?:every|each)\\s+(?:(?<unit>day|night|morning|afternoon|evening|week|weekend|month|year|hour)|(?<dow>{dow})|(?<month>{month}))',
    read: (group) => ({
      timex: 'SET',
      value: rhythm(group),
      from: null,
      to: null,
    }),
  },
  {
    name: 'adverb-rhythm',
    example: 'The road is shelled <daily> now.',
    needs: 'daily|weekly|monthly|yearly|annually',
    pattern: '(?<word>daily|weekly|monthly|yearly|annually)',
    read: (group) => {
      const code = { d: 'D', w: 'W', m: 'M', y: 'Y', a: 'Y' }[group('word')[0]!] ?? 'D';
      return { timex: 'SET', value: `P1${code}`, from: null, to: null };
    },
    fits: (_before, _after, match) => /^\p{Ll}/u.test(match),
  },
];
