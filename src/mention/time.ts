import type { TimeMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { ABSOLUTE } from './time-absolute.ts';
import { ANAPHORIC } from './time-anaphoric.ts';
import { boundsOf } from './time-bound.ts';
import { dayFrom } from './time-calendar.ts';
import { CLOCK } from './time-clock.ts';
import { DEICTIC } from './time-deictic.ts';
import { timeLexicon } from './time-lexicon.ts';
import { QUARTERS } from './time-quarter.ts';
import type { TimeContext, TimeReading, TimeRule } from './time-rule.ts';
import { SPANS } from './time-span.ts';
import { tenseAt } from './time-tense.ts';
import { edtfOf, extentOf } from './time-value.ts';

/** A time expression with what it resolves to; see TimeMention for the fields. */
export interface TimeFound extends Span {
  readonly timex: TimeMention['timex'];
  readonly value: string | null;
  readonly edtf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: TimeMention['precision'];
  readonly why: string;
}

/** Every rule; on equal length the earlier one wins. */
export const TIME_RULES: readonly TimeRule[] = [
  ...ABSOLUTE,
  ...QUARTERS,
  ...SPANS,
  ...DEICTIC,
  ...ANAPHORIC,
  ...CLOCK,
];

/** How many characters before and behind a match its rule may look at. */
const AROUND = 80;

/** A context to try a match in: where a rule makes nothing of it even here, it is no time at all. */
const NEUTRAL: TimeContext = {
  published: '2001-01-01',
  reference: null,
  day: null,
  period: null,
  tense: 'none',
};

/** How many time expressions back a rule may look for a day or a period to count from. */
const BACK = 6;

interface Compiled {
  readonly rule: TimeRule;
  readonly needs: RegExp;
  readonly pattern: RegExp;
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly rule: TimeRule;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

let compiled: readonly Compiled[] | null = null;

/** Edges of a word in Latin, Greek and Cyrillic letters. Classes of all scripts cost a quarter of a second to compile into sixty rules. */
const BEFORE = '(?<![0-9A-Za-z\u00c0-\u024f\u0370-\u04ff])';
const AFTER = '(?![0-9A-Za-z\u00c0-\u024f\u0370-\u04ff])';

/** The rules with their patterns; rules that need the same share one. */
export function compiledRules(): readonly Compiled[] {
  if (compiled !== null) return compiled;
  const { fill } = timeLexicon();
  const needs = new Map(TIME_RULES.map((rule) => [rule.needs, new RegExp(fill(rule.needs), 'i')]));
  compiled = TIME_RULES.map((rule) => ({
    rule,
    needs: needs.get(rule.needs)!,
    pattern: new RegExp(`${BEFORE}${fill(rule.pattern)}${AFTER}`, 'gi'),
  }));
  return compiled;
}

/**
 * Time expressions of a sentence, in order, never overlapping. `context.published` is an ISO date or date-time, read in its
 * own zone; without it relative expressions stay unresolved. `context.earlier` are the times named before this sentence.
 * Spans are those of TIMEX3 (no preposition), save that two ends under "between" or "from" are one expression.
 */
export function findTimes(
  text: string,
  sentence: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
  context: { readonly published: string | null; readonly earlier: readonly TimeFound[] },
): TimeFound[] {
  const words = text.slice(sentence.start, sentence.end);
  const published = dayFrom(context.published);
  const found: TimeFound[] = [];
  const hits = longest(words);
  if (hits.length === 0) return found;
  const named = context.earlier.slice(-4 * BACK);
  for (const hit of hits) {
    const tense = tenseAt(tokens, sentence.start + hit.start);
    const read = hit.rule.read(group(hit), { published, tense, ...said(named) });
    if (read === null) continue;
    const time = made(words, sentence.start, hit, read);
    found.push(time);
    named.push(time);
  }
  return found;
}

/** What the times named before give to count from. */
function said(named: readonly TimeFound[]): Pick<TimeContext, 'reference' | 'day' | 'period'> {
  const last = named.findLast(anchors);
  const near = named.slice(-BACK);
  const day = near.findLast((t) => anchors(t) && (t.precision === 'day' || t.precision === 'hour'));
  return {
    reference:
      last === undefined
        ? null
        : { from: (last.from ?? last.to)!, to: (last.to ?? last.from)!, precision: last.precision },
    day: day?.from ?? day?.to ?? null,
    period: near.findLast((t) => /^(?:\d{4}(?:-[QH]\d)?|P\d+[MY])$/.test(t.value ?? ''))?.value ?? null,
  };
}

/** Whether later expressions may count from this one. */
function anchors(time: TimeFound): boolean {
  return (
    (time.from !== null || time.to !== null) && time.value !== 'PRESENT_REF' && time.timex !== 'DURATION'
  );
}

function group(hit: Pick<Hit, 'groups'>): (name: string) => string {
  return (name) => {
    const words = (hit.groups[name] ?? '').toLowerCase().replace(/\s+/g, ' ');
    return name === 'month' || name === 'dow' || name === 'm1' || name === 'm2' || name === 'w1'
      ? words.replace(/\.$/, '')
      : words;
  };
}

/** Matches of all rules; where they overlap the longest stands, then the one that begins first (so two ends tell an overlap). */
function longest(words: string): Hit[] {
  const hits: Hit[] = [];
  const met = new Map<RegExp, boolean>();
  for (const { rule, needs, pattern } of compiledRules()) {
    const worth = met.get(needs) ?? needs.test(words);
    met.set(needs, worth);
    if (!worth) continue;
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const groups = match.groups ?? {};
      if (!capital(groups)) continue;
      const before = words.slice(Math.max(0, match.index - AROUND), match.index);
      if (rule.fits !== undefined && !rule.fits(before, words.slice(end, end + AROUND), match[0])) continue;
      if (rule.read(group({ groups }), NEUTRAL) === null) continue;
      hits.push({ start: match.index, end, rule, groups });
    }
  }
  hits.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  const taken = new Uint8Array(words.length + 1);
  for (const hit of hits) {
    if (taken[hit.start] === 1 || taken[hit.end - 1] === 1) continue;
    taken.fill(1, hit.start, hit.end);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Names of months and days are written with a capital; "may" and "march" are verbs. */
function capital(groups: Hit['groups']): boolean {
  return [groups.month, groups.dow, groups.m1, groups.m2, groups.w1].every(
    (name) => name === undefined || /^\p{Lu}/u.test(name),
  );
}

/** Words that make a date approximate. */
const ABOUT = /\b(?:around|about|circa|approximately|roughly|some\s+time\s+in)\s+(?:the\s+)?$/i;

function made(words: string, offset: number, hit: Hit, read: TimeReading): TimeFound {
  const extent = extentOf(read.value, read.part ?? null);
  const whole = {
    from: read.from !== undefined ? read.from : extent.from,
    to: read.to !== undefined ? read.to : extent.to,
  };
  const before = words.slice(Math.max(0, hit.start - AROUND), hit.start);
  const text = words.slice(hit.start, hit.end);
  const bound =
    read.timex === 'DATE' || read.timex === 'TIME' ? boundsOf(before, whole, read.clock !== undefined) : null;
  const { from, to } = bound ?? whole;
  const about =
    read.about === true || ABOUT.test(before) || /^(?:about|around|some|nearly|almost)\s/i.test(text);
  return {
    start: offset + hit.start,
    end: offset + hit.end,
    text,
    timex: read.timex,
    value: read.value,
    edtf: edtfOf(bound === null ? read.value : null, from, to, {
      about,
      ...(bound === null && read.clock !== undefined ? { clock: read.clock } : {}),
    }),
    from,
    to,
    precision: read.precision ?? extent.precision,
    why: `time:${hit.rule.name}${bound === null ? '' : `+${bound.word}`}`,
  };
}
