import { mentionsWithin } from '../mention/lookup.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { TimeMention } from '../model/mention.ts';
import type { TimeSlot } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import { isSaid, paragraphStart, sentenceAt } from './said.ts';
import { isPast, storyTime } from './story-time.ts';

/*
 * A report dates a departure once: "The rebels drove off at dawn. … None of the officers went, he said." What later clauses say
 * of the same event at the same place is meant for the same time, unless they date it themselves. Other clauses without a time are
 * as old as the story where the report looks back on one, else as what their speaker, or the sentence before, was speaking of.
 */

const ONCE = /^(?:RETREAT|FLEE|CASUALTY|DETAIN|AGREE|COERCE)$/;

/** Gives claims without a time of their own the time that the report goes on from. */
export function withEarlierTimes(
  draft: Draft,
  claims: readonly Claim[],
  statements: readonly Statement[],
): Claim[] {
  const made: Claim[] = [];
  const byId = new Map(statements.map((s) => [s.id, s]));
  const story = storyTime(draft, claims);
  const spoken = new Map<string, TimeSlot>();
  let next = 0;
  for (const claim of claims) {
    const statement = byId.get(claim.statement)!;
    const sentence = sentenceAt(draft, claim.predicate.start);
    for (; next < statements.length; next++) {
      const { id, speaker, time } = statements[next]!;
      if (speaker !== null && time?.from != null) spoken.set(speaker, time);
      if (id === claim.statement) break;
    }
    const time = isOpen(claim) ? earlier(made, claim) : null;
    const found =
      time ??
      (isOpen(claim) && story !== null && past(sentence, claim)
        ? { ...story, inherited: 'paragraph' as const }
        : null) ??
      (isUndated(claim) && sentence !== null ? ofSpeech(draft, sentence, claim, statement, spoken) : null);
    made.push(found === null ? claim : { ...claim, time: found });
  }
  return made;
}

/** How many claims back a date is looked for. */
const REACH = 200;

/** The last earlier claim of the same event at the same place that has a date. */
function earlier(made: readonly Claim[], claim: Claim): TimeSlot | null {
  const attack = claim.event === 'ASSAULT' && claim.patient.some((a) => a.entity === 'group:civilians');
  if (!attack && !ONCE.test(claim.event) && !(claim.event === 'CONTROL' && claim.mode === 'capture'))
    return null;
  const found = made.slice(-REACH).findLast((m) => sameEvent(m, claim) && isDated(m));
  return found === undefined ? null : { ...found.time!, inherited: 'paragraph' };
}

/** When its speaker spoke last, or what the sentences before it in the paragraph are about. */
function ofSpeech(
  draft: Draft,
  sentence: ParsedSentence,
  claim: Claim,
  statement: Statement,
  spoken: Map<string, TimeSlot>,
): TimeSlot | null {
  const { speaker } = statement;
  const own = speaker === null ? undefined : spoken.get(speaker);
  if (own !== undefined) return { ...own, inherited: 'speech' };
  const near = timeBefore(draft, sentence, claim, past(sentence, claim));
  if (near !== null && speaker !== null) spoken.set(speaker, near);
  return near;
}

/** Days before publication within which the time of a sentence before is still what the paragraph is about. */
const WEEK = 7 * 86_400_000;

/** What is told in the present is not of the time that others' words in the paragraph are about, only of when they were said. */
function timeBefore(draft: Draft, sentence: ParsedSentence, claim: Claim, past: boolean): TimeSlot | null {
  const day = draft.document.published;
  if (day === null) return null;
  const from = paragraphStart(draft, sentence);
  const fits = (m: TimeMention) =>
    (m.timex === 'DATE' || m.timex === 'TIME') &&
    m.from !== null &&
    m.to !== null &&
    m.from <= day &&
    Date.parse(day) - Date.parse(m.from) <= WEEK &&
    (past || !isSaid(draft, m));
  const m = mentionsWithin(draft, from, claim.predicate.start).findLast(
    (x): x is TimeMention => x.kind === 'time' && fits(x),
  );
  return m === undefined
    ? null
    : { start: m.start, end: m.end, text: m.text, from: m.from, to: m.to, inherited: 'paragraph' };
}

function past(sentence: ParsedSentence | null, claim: Claim): boolean {
  const at = sentence?.tokens.findIndex((t) => t.start === claim.predicate.start) ?? -1;
  return sentence !== null && at >= 0 && isPast(sentence, at);
}

/** Whether a claim has no time but that of its telling. */
function isOpen(claim: Claim): boolean {
  if (claim.modality !== 'actual' && claim.modality !== 'possible') return false;
  return claim.time === null || claim.time.inherited === 'published' || claim.time.inherited === 'speech';
}

function isUndated(claim: Claim): boolean {
  return claim.modality !== 'planned' && (claim.time === null || claim.time.inherited === 'published');
}

function isDated(claim: Claim): boolean {
  const time: TimeSlot | null = claim.time;
  if (claim.modality !== 'actual' || time === null || time.from === null) return false;
  if (claim.event === 'CONTROL' && time.inherited === 'speech') return true;
  return time.inherited === undefined || /^(?:clause|sentence|paragraph)$/.test(time.inherited);
}

function sameEvent(a: Claim, b: Claim): boolean {
  const events =
    a.event === b.event ||
    [/^(?:RETREAT|FLEE)$/, /^(?:CASUALTY|ASSAULT)$/].some((pair) => pair.test(a.event) && pair.test(b.event));
  const town = (c: Claim) => c.place?.entity?.split('#')[0];
  return events && a.place !== null && b.place !== null && town(a) === town(b);
}
