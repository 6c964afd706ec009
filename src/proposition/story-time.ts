import { isOfClass } from '../lexicon/event.ts';
import { mentionsWithin } from '../mention/lookup.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { TimeMention } from '../model/mention.ts';
import type { TimeSlot } from '../model/slot.ts';
import { dependents } from '../parse/tree.ts';

/*
 * A report that looks back dates its story once and tells the rest in the past tense: "Two months after the siege of the port … a guard
 * told the paper that forty lorries had left." What has no date of its own happened then, not on the day of printing.
 */

/** Days within which a report counts as one of the day. */
const FRESH = 5;
/** Days before which a date may be that of a story looked back on; a week ago is background in a report of the day. */
const PAST = 14;
/** Days beyond which a date is background, not the story. */
const OLD = 400;
/** Sentences within which a report says what it looks back on. */
const LEAD = 4;
const UNIT: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30, Y: 365 };

/** When the story of a report that looks back happened; null for a report of the day, or one without a date. */
export function storyTime(draft: Draft, claims: readonly Claim[]): TimeSlot | null {
  const day = draft.document.published?.slice(0, 10);
  if (day === undefined) return null;
  if (claims.some((c) => isOwn(c.time) && c.time!.to !== null && apart(c.time!.to, day) <= FRESH))
    return null;
  for (const sentence of draft.sentences.filter((s) => s.kind === 'body').slice(0, LEAD)) {
    for (const m of mentionsWithin(draft, sentence.start, sentence.end)) {
      const found = m.kind === 'time' ? (since(sentence, m, day) ?? dated(m, day)) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

/** Whether a time stands in the claim's own clause. */
function isOwn(time: TimeSlot | null): boolean {
  return time !== null && (time.inherited === undefined || time.inherited === 'clause');
}

function dated(m: TimeMention, day: string): TimeSlot | null {
  if (m.timex !== 'DATE' && m.timex !== 'TIME') return null;
  if (m.from === null || m.to === null || apart(m.from, m.to) > 40) return null;
  const ago = apart(m.to, day);
  return ago > PAST && ago <= OLD
    ? { start: m.start, end: m.end, text: m.text, from: m.from, to: m.to }
    : null;
}

/** "Two months after | the battle for the port": the battle was two months ago, give or take a quarter of it. */
function since({ tokens }: ParsedSentence, m: TimeMention, day: string): TimeSlot | null {
  const length = /^P(\d+)([DWMY])$/.exec(m.timex === 'DURATION' ? (m.value ?? '') : '');
  const at = tokens.findIndex((t) => t.start >= m.end);
  if (length === null || at < 0 || tokens[at]!.form.toLowerCase() !== 'after') return null;
  const event = tokens
    .slice(at + 1, at + 5)
    .some(
      (t) =>
        t.upos === 'NOUN' &&
        ['assault', 'siege', 'passage', 'deal', 'surrender'].some((c) => isOfClass(t.lemma, c)),
    );
  const days = Number(length[1]) * UNIT[length[2]!]!;
  if (!event || days < PAST || days > OLD) return null;
  const reach = Math.max(1, Math.round(days / 8));
  return {
    start: m.start,
    end: m.end,
    text: m.text,
    from: plus(day, -days - reach),
    to: plus(day, -days + reach),
  };
}

/** Whether a claim tells of something over: its verb, or the one that carries its tense, stands in the past. */
export function isPast({ tokens }: ParsedSentence, predicate: number): boolean {
  for (let at = predicate, steps = 0; at >= 0 && steps < 4; at = tokens[at]!.head, steps++) {
    const aux = dependents(tokens, at, 'aux', 'cop').map((i) => tokens[i]!);
    const finite =
      aux.find((t) => /^(?:VB[DZP]|MD)$/.test(t.xpos)) ??
      (/^VB[DZP]$/.test(tokens[at]!.xpos) ? tokens[at]! : undefined);
    if (finite !== undefined) return finite.xpos === 'VBD' || /^(?:could|had|was|were)$/i.test(finite.form);
  }
  return false;
}

/** Days from one date to another, never negative. */
function apart(from: string, to: string): number {
  return Math.max(0, (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

function plus(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
