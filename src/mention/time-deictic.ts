import { addDays, addMonths, type Day, pad, parts, quarterOf, weekday, weekOf } from './time-calendar.ts';
import { timeLexicon } from './time-lexicon.ts';
import {
  count,
  type Groups,
  PART,
  partOf,
  quarterYear,
  type TimeContext,
  type TimeReading,
  type TimeRule,
  unresolved,
  weekdayNear,
} from './time-rule.ts';
import { extentOf } from './time-value.ts';

/*
 * Expressions that count from the day of publication: "yesterday", "on Friday", "last month", "a week ago", "overnight".
 */

const SOON = '(?:(?<soon>early|earlier|late|later)(?:\\s+on)?\\s+)?';

function withPart(day: Day | null, daypart: string): TimeReading {
  if (day === null) return { ...unresolved(daypart === '' ? 'DATE' : 'TIME'), precision: 'day' };
  const code = timeLexicon().daypart.get(daypart);
  return code === undefined ? { timex: 'DATE', value: day } : { timex: 'TIME', value: `${day}T${code}` };
}

/** A period of the calendar `step` units away from a day, as TIMEX3 writes it. */
export function periodAt(day: Day, unit: string, step: number): string | null {
  if (unit === 'day') return addDays(day, step);
  if (unit === 'night') return `${addDays(day, step)}TNI`;
  if (unit === 'week') return weekOf(addDays(day, step * 7));
  if (unit === 'weekend') return `${weekOf(addDays(day, step * 7))}-WE`;
  if (unit === 'month') return addMonths(`${day.slice(0, 7)}-01`, step).slice(0, 7);
  if (unit === 'quarter') {
    const at = addMonths(`${day.slice(0, 7)}-01`, step * 3);
    return `${at.slice(0, 4)}-Q${quarterOf(at)}`;
  }
  const year = parts(day).year + step * (unit === 'decade' ? 10 : unit === 'century' ? 100 : 1);
  if (unit === 'year') return pad(year, 4);
  if (unit === 'decade') return pad(Math.floor(year / 10), 3);
  return unit === 'century' ? pad(Math.floor(year / 100), 2) : null;
}

/** Units after a count, as singular nouns. */
export function unitOf(word: string): string {
  if (word === 'centuries') return 'century';
  return word.replace(/s$/, '');
}

/** "The past week" is the seven days up to now, where "last week" is that of the calendar. */
function rollingFrom(anchor: Day, unit: string, step: number): { from?: Day; to?: Day } {
  const size = unit === 'month' ? 1 : unit === 'year' ? 12 : 0;
  if (size === 0 && unit !== 'week') return {};
  const far = size === 0 ? addDays(anchor, step * 7) : addMonths(anchor, step * size);
  return step < 0 ? { from: far, to: anchor } : { from: anchor, to: far };
}

/** "Earlier this week" runs from its Monday up to now, "later this week" from now to its end. */
function sideOf(at: string, value: string | null, now: Day): { from?: Day; to?: Day } {
  const { from, to } = extentOf(value);
  if (from === null || to === null || now < from || now > to) return {};
  return at.startsWith('earlier') ? { from, to: now } : { from: now, to };
}

function stepOf(word: string): number {
  if (/^(?:last|past|previous|the (?:last|past|previous))$/.test(word)) return -1;
  return /^(?:next|coming|the (?:next|coming)|this coming)$/.test(word) ? 1 : 0;
}

/** Said on a Sunday, "last week" is the one that ends with it. */
function sinceMonday(anchor: Day, unit: string, which: string): Day {
  return unit === 'week' && which === 'last' && weekday(anchor) === 7 ? addDays(anchor, 1) : anchor;
}

/** A season near publication: "last spring" is over or running, "this spring" is of this year. */
function seasonNear(group: Groups, context: TimeContext): TimeReading {
  if (context.published === null) return unresolved();
  const code = timeLexicon().season.get(group('season'))!;
  const { year, month } = parts(context.published);
  const start = code === 'SP' ? 3 : code === 'SU' ? 6 : code === 'FA' ? 9 : 12;
  const step = stepOf(group('which'));
  const last = month > start + 2 || (step === 0 && month >= start) ? year : year - 1;
  const at =
    step === 1 || (step === 0 && context.tense === 'future')
      ? month < start
        ? year
        : year + 1
      : step === 0
        ? year
        : last;
  return { timex: 'DATE', value: `${at}-${code}`, part: partOf(group('at')) };
}

/** In capitals inside a sentence such words are the name of a programme or paper: ABC's "This Week", "USA Today". */
function notTitle(before: string, _after: string, match: string): boolean {
  return (
    !/^\p{Lu}\p{Ll}*(?:\s\p{Lu}\p{Ll}*)?$/u.test(match) ||
    !/\p{L}["“]?\s*["“]?$/u.test(before) ||
    /[:;.]\s*["“]?$/.test(before)
  );
}

/** The rules, in no order: the longest match wins. */
export const DEICTIC: readonly TimeRule[] = [
  {
    name: 'day-word',
    example: 'The convoy left <yesterday morning> by road.',
    needs: 'today|yesterday|tomorrow|tonight',
    pattern: `${SOON}(?<day>today|yesterday|tomorrow|tonight)(?:\\s+(?<part>{part}))?`,
    read: (group, context) => {
      const word = group('day');
      const step = word === 'yesterday' ? -1 : word === 'tomorrow' ? 1 : 0;
      const day = context.published === null ? null : addDays(context.published, step);
      return { ...withPart(day, word === 'tonight' ? 'night' : group('part')), part: partOf(group('soon')) };
    },
    fits: notTitle,
  },
  {
    name: 'day-beyond',
    example: 'The convoy left <the day before yesterday>.',
    needs: 'yesterday|tomorrow',
    pattern: '(?:the\\s+)?day\\s+(?<side>before\\s+yesterday|after\\s+tomorrow)',
    read: (group, context) =>
      withPart(
        context.published === null
          ? null
          : addDays(context.published, group('side').startsWith('b') ? -2 : 2),
        '',
      ),
  },
  {
    name: 'weekday',
    example: 'The minister said <Friday> that it was over.',
    needs: '{dow}',
    pattern: `${SOON}(?:(?<which>last|this\\s+past|this\\s+coming|this|next|this\\s+last)\\s+)?(?<dow>{dow})s?(?:\\s+(?<part>{part}))?`,
    read: (group, context) => {
      const number = timeLexicon().weekday.get(group('dow')) ?? 0;
      const which = group('which');
      const tense = /next|coming/.test(which) ? 'future' : /last|past/.test(which) ? 'past' : context.tense;
      let day = weekdayNear(number, { ...context, tense });
      if (day !== null && day === context.published && /next|last|past/.test(which))
        day = addDays(day, tense === 'future' ? 7 : -7);
      return { ...withPart(day, group('part')), part: partOf(group('soon')) };
    },
    fits: (before, after, match) =>
      !/^(?:sun|sat|mon|wed|fri)\b/i.test(match) ||
      /\b(?:on|last|next|this|until|by|since)\s+$/i.test(before) ||
      /^,?\s+\p{Lu}?[\p{L}.]*\s*\d/u.test(after),
  },
  {
    name: 'last-night',
    example: '<Last night>, the buses left.',
    needs: 'night',
    pattern: `${SOON}(?<word>last\\s+night|overnight)`,
    read: (_group, context) =>
      context.published === null
        ? unresolved('TIME')
        : { timex: 'TIME', value: `${addDays(context.published, -1)}TNI` },
    fits: (_before, after) => !/^\s+(?:success|sensation)/i.test(after),
  },
  {
    name: 'this-daypart',
    example: 'Shelling began <early this morning> near the bridge.',
    needs: '{part}|hours|dawn|dusk|nightfall|sunrise|sunset',
    pattern: `${SOON}this\\s+(?<part>{part})`,
    read: (group, context) => withPart(context.published, group('part')),
  },
  {
    name: 'period',
    example: 'The front moved <late last month>.',
    needs: 'day|night|morning|afternoon|evening|week|month|year|quarter|decade|century',
    pattern: `${PART}(?<which>last|this|next|(?:the\\s+)?(?:past|previous|coming)|the\\s+last|the\\s+next|the\\s+current)\\s+(?:fiscal\\s+)?(?<unit>week|weekend|month|quarter|year|decade|century)`,
    read: (group, context) => {
      const which = group('which');
      const anchor =
        /previous/.test(which) && context.reference !== null ? context.reference.from : context.published;
      if (anchor === null) return unresolved();
      const value = periodAt(sinceMonday(anchor, group('unit'), which), group('unit'), stepOf(which));
      const step = stepOf(which);
      const rolling =
        /past|coming/.test(which) && group('at') === ''
          ? rollingFrom(anchor, group('unit'), step)
          : step === 0 && /^(?:earlier|later)/.test(group('at'))
            ? sideOf(group('at'), value, anchor)
            : {};
      return { timex: 'DATE', value, part: partOf(group('at')), ...rolling };
    },
    fits: notTitle,
  },
  {
    name: 'weekend',
    example: 'Talks failed at <the weekend>.',
    needs: 'weekend',
    pattern: '(?:the|at)\\s+weekend',
    read: (_group, context) => {
      if (context.published === null) return unresolved();
      const ahead = context.tense === 'future' || weekday(context.published) >= 6;
      return { timex: 'DATE', value: periodAt(context.published, 'weekend', ahead ? 0 : -1) };
    },
  },
  {
    name: 'period-month',
    example: 'The pact was signed <last June>.',
    needs: '{month}',
    pattern: `(?<which>last|this|next|this\\s+past|this\\s+coming)\\s+(?<month>{month})`,
    read: (group, context) => {
      if (context.published === null) return unresolved();
      const now = parts(context.published);
      const month = timeLexicon().month.get(group('month')) ?? 1;
      const step = /next|coming/.test(group('which')) ? 1 : /last|past/.test(group('which')) ? -1 : 0;
      const year =
        step === 1 && month <= now.month
          ? now.year + 1
          : step === -1 && month >= now.month - 1
            ? now.year - 1
            : now.year;
      return { timex: 'DATE', value: `${year}-${pad(month, 2)}` };
    },
  },
  {
    name: 'period-season',
    example: 'They fought there <last spring> and lost.',
    needs: '{season}',
    pattern: `${PART}(?<which>last|this|next|this\\s+past|this\\s+coming)\\s+(?<season>{season})`,
    read: seasonNear,
  },
  {
    name: 'the-season',
    example: 'The road was open over <the summer> but no longer.',
    needs: '{season}',
    pattern: '(?:the\\s+)(?:(?<at>early|late|mid)\\s+)?(?<season>spring|summer|autumn|winter)',
    read: seasonNear,
    fits: (before, after) =>
      /\b(?:in|over|during|for|into|through|by|until|of|since)\s+$/i.test(before) &&
      !/^\s+(?:of|offensive|months|season|campaign|palace)/.test(after),
  },
  {
    name: 'ago',
    example: 'The town was taken <a week ago> by rebels.',
    needs: 'ago',
    pattern:
      '(?:(?:about|around|nearly|almost|over|more\\s+than|some)\\s+)?(?<n>{n}|several|a\\s+few|a\\s+couple\\s+of|many|some|half\\s+a)\\s+(?<unit>{unit})(?:\\s+or\\s+so)?\\s+ago',
    read: ago,
  },
  {
    name: 'from-now',
    example: 'The truce ends <three days from now>.',
    needs: 'now',
    pattern: '(?:in\\s+)?(?<n>{n})\\s+(?<unit>{unit})\\s+from\\s+now',
    read: (group, context) => shifted(group, context.published, 1),
  },
];

function ago(group: Groups, context: TimeContext): TimeReading {
  if (count(group('n')) === null) return { timex: 'DATE', value: 'PAST_REF' };
  return (
    (count(group('n')) === 1 ? quarterBack(group, context) : null) ?? shifted(group, context.published, -1)
  );
}

/**
 * Where the text gives figures for a quarter, "a year ago" is that quarter, of the year before its latest one; where it gives them
 * for nine months, it is the year before that of publication.
 */
export function quarterBack(group: Groups, context: TimeContext): TimeReading | null {
  const { period, published } = context;
  if (published === null || period === null || unitOf(group('unit')) !== 'year') return null;
  if (/^P\d+M$/.test(period)) return { timex: 'DATE', value: pad(parts(published).year - 1, 4) };
  if (period[5] !== 'Q') return null;
  const quarter = Number(period[6]);
  const latest = quarterYear(quarter, 'Q', published);
  return { timex: 'DATE', value: `${latest - (count(group('n') || 'a') ?? 1)}-Q${quarter}` };
}

/**
 * A time some units away from a day. Days are exact; weeks are meant to the day or so; months and years name the month and
 * the year they fall in.
 */
export function shifted(group: Groups, anchor: Day | null, sign: 1 | -1): TimeReading {
  const n = count(group('n'));
  const unit = unitOf(group('unit'));
  if (anchor === null || n === null) return unresolved();
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const hours = unit === 'hour' ? n : 0;
    const from = addDays(anchor, sign * Math.floor(hours / 24));
    return { timex: 'TIME', value: from, precision: 'hour' };
  }
  if (unit === 'week') {
    const day = addDays(anchor, sign * Math.round(n * 7));
    return {
      timex: 'DATE',
      value: weekOf(day),
      from: addDays(day, -1),
      to: addDays(day, 1),
      precision: 'week',
    };
  }
  if (unit === 'month') return { timex: 'DATE', value: addMonths(anchor, sign * Math.round(n)).slice(0, 7) };
  return { timex: 'DATE', value: periodAt(anchor, unit === 'night' ? 'day' : unit, sign * Math.round(n)) };
}
