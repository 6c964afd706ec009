import type { TimeMention } from '../model/mention.ts';
import { addDays, type Day, dayOf, daysBetween, parts, weekday } from './time-calendar.ts';
import { timeLexicon } from './time-lexicon.ts';
import type { PeriodPart } from './time-value.ts';

/**
 * Where the verb puts an expression that does not say itself whether it looks back or ahead. `leaning` is the way of "to leave"
 * and "would leave": ahead for a day of the week, undecided for a month.
 */
export type Tense = 'past' | 'future' | 'leaning' | 'none';

/** What an expression is resolved against. */
export interface TimeContext {
  /** Day the document was published, in the publisher's zone. */
  readonly published: Day | null;
  /** First and last day of the time expression before this one, for "the same day", "two days later". */
  readonly reference: {
    readonly from: Day;
    readonly to: Day;
    readonly precision: TimeMention['precision'];
  } | null;
  /** The last single day named shortly before, for "the next day", "three days later". */
  readonly day: Day | null;
  /** TIMEX3 value of the stretch that figures shortly before are given for: a quarter, a half, a year, nine months. */
  readonly period: string | null;
  readonly tense: Tense;
}

/** What a rule makes of an expression; `from`, `to` and `precision` only where the value does not give them. */
export interface TimeReading {
  readonly timex: TimeMention['timex'];
  readonly value: string | null;
  readonly part?: PeriodPart | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  readonly precision?: TimeMention['precision'];
  /** Whether it is only known to lie about there. */
  readonly about?: boolean;
  /** Day and time of the clock with its offset, where one is told: "2017-10-13T06:30Z". */
  readonly clock?: string;
}

/** The named parts of a match, in lower case, white space single, no closing stop; '' where absent. */
export type Groups = (name: string) => string;

/** One way of the language to name a time. `pattern` is filled from the lexicon and matched between word edges. */
export interface TimeRule {
  readonly name: string;
  /** A sentence that fires the rule, with the expression in angle brackets. */
  readonly example: string;
  /** A small pattern that every match contains: where the sentence has none, the rule is not tried. */
  readonly needs: string;
  readonly pattern: string;
  readonly read: (group: Groups, context: TimeContext) => TimeReading | null;
  /** What must and must not stand around the match. */
  readonly fits?: (before: string, after: string, match: string) => boolean;
}

/** A value that names no day for lack of something to resolve it against. */
export function unresolved(timex: TimeMention['timex'] = 'DATE'): TimeReading {
  return { timex, value: null, from: null, to: null };
}

/** "early", "mid", "the end of", "later" and their like as a part of the period they stand before. */
export function partOf(word: string): PeriodPart | null {
  if (/\b(?:early|earlier|beginning|start|first days)\b/.test(word)) return 'START';
  if (/\b(?:mid|middle)\b/.test(word)) return 'MID';
  return /\b(?:late|later|end|last days|close)\b/.test(word) ? 'END' : null;
}

/** The pattern of such a word, as group `at`. */
export const PART =
  '(?:(?<at>early(?:\\s+in)?|mid|late(?:\\s+in)?|earlier(?:\\s+in)?|later(?:\\s+in)?|the\\s+(?:beginning|start|middle|end|close)\\s+of)(?:\\s+|-))?';

/** The number a word or numeral stands for, null where it is not definite. */
export function count(word: string): number | null {
  if (/^\d/.test(word)) return Number(word);
  const { number } = timeLexicon();
  const [tens, ones] = word.split(/[- ]/);
  const first = number.get(tens ?? '');
  const second = ones === undefined ? 0 : number.get(ones);
  return first === undefined || second === undefined ? null : first + second;
}

/**
 * The year of a month (and day) named without one. Under a past verb a month lies on or before publication, under a future
 * one on or after; a day that the verb would put most of a year away is taken on the near side instead.
 */
export function yearFor(month: number, day: number | null, context: TimeContext): number | null {
  if (context.published === null)
    return context.reference === null ? null : parts(context.reference.from).year;
  const now = parts(context.published);
  if (day === null) {
    if (context.tense === 'past') return month <= now.month ? now.year : now.year - 1;
    if (context.tense === 'future') return month >= now.month ? now.year : now.year + 1;
  }
  let best: number | null = null;
  let cost = Number.POSITIVE_INFINITY;
  for (const year of [now.year, now.year - 1, now.year + 1]) {
    const at = dayOf(year, month, Math.min(day ?? 15, 28));
    if (at === null) continue;
    const away = daysBetween(context.published, at);
    const wrong = (away > 3 && context.tense === 'past') || (away < -3 && context.tense === 'future');
    const price = Math.abs(away) * (wrong ? 4 : away > 0 && context.tense === 'none' ? 1.6 : 1);
    if (price < cost) {
      cost = price;
      best = year;
    }
  }
  return best;
}

/** The day of the week nearest to publication on the side the verb looks to; the day of publication itself counts. */
export function weekdayNear(number: number, context: TimeContext): Day | null {
  if (context.published === null) return null;
  const ahead = (number - weekday(context.published) + 7) % 7;
  if (context.tense === 'future' || context.tense === 'leaning') return addDays(context.published, ahead);
  return addDays(context.published, ahead === 0 ? 0 : ahead - 7);
}

/** The number of an ordinal, in words or digits. */
export function numberOf(ordinal: string): number {
  return timeLexicon().ordinal.get(ordinal) ?? Number.parseInt(ordinal, 10);
}

/** "this year", "last year", "next year" beside a month or quarter. */
export function relativeYear(word: string, context: TimeContext): number | null {
  if (context.published === null) return null;
  const step = /^(?:last|the previous|the past)/.test(word) ? -1 : /^next/.test(word) ? 1 : 0;
  return parts(context.published).year + step;
}

/** A quarter or half without a year is the latest one that has begun, or the coming one under a future verb. */
export function quarterYear(ord: number, size: 'Q' | 'H', published: Day, tense: Tense = 'past'): number {
  const { year, month: now } = parts(published);
  const length = size === 'Q' ? 3 : 6;
  return now <= (ord - 1) * length && tense !== 'future' ? year - 1 : year;
}
