import { entityOf, mentionsWithin, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { TimeMention } from '../model/mention.ts';
import type { TimeSlot } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import type { Statement, StatementMode } from '../model/statement.ts';
import { hangsFrom } from '../parse/tree.ts';
import { paragraphs } from '../text/paragraph.ts';
import { type Quotation, quotations } from '../text/quotation.ts';
import { type Content, contentsOf, predicated } from './content.ts';
import { contentSpans } from './content-span.ts';
import type { Cue } from './cue.ts';
import { hear } from './hearing.ts';
import { byPattern } from './pattern.ts';
import { type Proposed, proposals } from './proposed.ts';
import { goesOnAt } from './second.ts';
import { type Source, sourceOf, withLearned } from './source.ts';
import { officeHolder, type Speaker, speakerOf } from './speaker.ts';
import { stanceOf } from './stance.ts';
import { standingOf, subjectOf } from './standing.ts';

/** Finds who says what: every cue with its source and contents, then quotations that have no cue of their own. */
export const attribution: Stage = { name: 'attribution', run };

type Loose = Omit<Statement, 'id' | 'within' | 'about'>;

function run(draft: Draft): Draft {
  const { text } = draft.document;
  const found: Loose[] = [];
  const quotes = paragraphs(text).flatMap((p) => quotations(text, p.start, p.end));
  const proposed = proposals(draft);
  for (const [at, sentence] of draft.sentences.entries()) {
    if (sentence.kind !== 'body') continue;
    const made = fromCues(draft, sentence, found, quotes, proposed.get(at) ?? []);
    found.push(...made);
    found.push(...withoutCue(draft, sentence, made, found, quotes));
  }
  const statements = nest(numbered(found));
  return { ...draft, statements };
}

/** A cue that has been read, with who spoke and by which words of the sentence. */
interface Turn {
  readonly cue: Cue;
  readonly source: Source | null;
  readonly reach: readonly number[];
  readonly speaker: Speaker;
}

function numbered(found: readonly Loose[]): Statement[] {
  return found.map((s, i) => ({ id: `s${i + 1}`, within: null, about: null, ...s }));
}

function fromCues(
  draft: Draft,
  sentence: ParsedSentence,
  before: readonly Loose[],
  quotes: readonly Quotation[],
  proposed: readonly Proposed[],
): Loose[] {
  const { text } = draft.document;
  const { tokens } = sentence;
  const made: Loose[] = [];
  const turns: Turn[] = [];
  const heard = hear(tokens, proposed);
  for (const [k, { cue, proposed: found }] of heard.entries()) {
    const first = turns.findLast((t) => goesOnAt(tokens, t.cue, cue) !== null);
    const ruled = byPattern(tokens, cue)?.source ?? sourceOf(tokens, cue);
    const source = first?.source ?? withLearned(tokens, cue, ruled, found?.source ?? []);
    // the trained reader knows best how far a source reaches: “SDF spokesman | Mostafa Bali”
    const ofFirst = first !== undefined && !(found?.source ?? []).some((i) => i < first.cue.at);
    const reach = ofFirst
      ? first.reach
      : found !== null && found.source.length > 0
        ? found.source
        : (source?.words ?? []);
    if (source === null && cue.kind === 'noun') continue;
    const learned = (found?.content.length ?? 0) > 0;
    const end = Math.min(...heard.slice(k + 1).map((h) => goesOnAt(tokens, cue, h.cue) ?? tokens.length));
    const contents = contentsOf(text, sentence, cue, source, found)
      .map((c) => (learned ? c : withoutTime(draft, tokens, cue, c)))
      .map((c) => ({ ...c, words: c.words.filter((i) => i < end) }))
      .filter((c) => c.words.length > 0);
    const speaker: Speaker =
      source === null
        ? (turns.at(-1)?.speaker ?? { speaker: null, for: null })
        : (first?.speaker ?? speakerOf(draft, sentence, source, before));
    turns.push({ cue, source, reach, speaker });
    if (contents.length === 0) continue;
    if (source === null && speaker.speaker === null && !quoted(tokens, cue)) continue;
    for (const [i, content] of contents.entries()) {
      const spans = contentSpans(text, sentence, content);
      if (spans.length === 0) continue;
      const asPredicate = predicated(tokens, content);
      const further = i === contents.length - 1 ? (found?.elsewhere ?? []) : [];
      const whole =
        further.length > 0 ? joined(text, [...spans, ...further]) : runOn(text, sentence, spans, quotes);
      made.push({
        mode: modeOf(text, whole, quotes),
        stance: stanceOf(
          tokens,
          cue,
          asPredicate,
          standingOf(draft, tokens, asPredicate, speaker, [...before, ...made]),
        ),
        source: reach.length === 0 ? null : spanOf(text, sentence, reach),
        cue: spanOf(text, sentence, found?.cue ?? cue.words),
        content: whole,
        ...officeHolder(draft, speaker, subjectOf(draft, tokens, content)),
        relay: relayOf(draft, sentence, cue, source),
        time: timeOf(draft, sentence, cue, content),
        why: [
          `${cue.kind} cue: ${cue.entry.sense === 'asserts' ? tokens[cue.at]!.lemma : `${tokens[cue.at]!.lemma} (${cue.entry.sense})`}`,
          learned ? 'content: attribution model' : 'content: rule',
        ],
      });
    }
  }
  return made;
}

/** Spans in order, those that only a stop or a space parts made one. */
function joined(text: string, spans: readonly Span[]): Span[] {
  const made: Span[] = [];
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    const last = made.at(-1);
    const near = last !== undefined && /^[\s.,;:!?…]*$/u.test(text.slice(last.end, s.start));
    if (!near) made.push(s);
    else
      made[made.length - 1] = {
        start: last.start,
        end: Math.max(last.end, s.end),
        text: text.slice(last.start, Math.max(last.end, s.end)),
      };
  }
  return made;
}

/** "said Friday | the US would accept": a time right behind the cue tells when it was said. */
function withoutTime(draft: Draft, tokens: ParsedSentence['tokens'], cue: Cue, content: Content): Content {
  const next = tokens[cue.words.at(-1)! + 1];
  const time =
    next === undefined
      ? undefined
      : mentionsWithin(draft, next.start, next.end + 40).find(
          (m) =>
            m.kind === 'time' &&
            m.timex === 'DATE' &&
            (m.start === next.start ||
              (/^(?:on|in|late|early)$/i.test(next.form) && m.start > next.start && m.start - next.end <= 6)),
        );
  if (time === undefined) {
    const adverb = /^(?:earlier|later|then|also|previously|repeatedly|again)$/i.test(next?.form ?? '')
      ? cue.words.at(-1)! + 1
      : -1;
    return { ...content, words: content.words.filter((i) => i !== adverb) };
  }
  return {
    ...content,
    words: content.words.filter((i) => tokens[i]!.start >= time.end || tokens[i]!.end <= next!.start),
  };
}

function quoted(tokens: ParsedSentence['tokens'], cue: Cue): boolean {
  return tokens.some((t, i) => /^["“”]$/u.test(t.form) && Math.abs(i - cue.at) < 60);
}

function spanOf(text: string, sentence: ParsedSentence, words: readonly number[]): Span {
  const start = sentence.tokens[words[0]!]!.start;
  const end = sentence.tokens[words.at(-1)!]!.end;
  return { start, end, text: text.slice(start, end) };
}

/** A quotation that began in an earlier sentence of the paragraph belongs whole to the cue behind it: "“We won. They left,” he said." */
function runOn(
  text: string,
  sentence: ParsedSentence,
  spans: readonly Span[],
  quotes: readonly Quotation[],
): Span[] {
  const first = spans[0]!;
  const quote = quotes.find((q) => q.innerStart < first.start && q.innerEnd >= first.end);
  if (quote === undefined || quote.innerStart >= sentence.start || first.start > sentence.start + 1)
    return [...spans];
  return [
    { start: quote.innerStart, end: first.end, text: text.slice(quote.innerStart, first.end) },
    ...spans.slice(1),
  ];
}

function modeOf(text: string, spans: readonly Span[], quotes: readonly Quotation[]): StatementMode {
  const inQuote = (s: Span) => quotes.some((q) => q.innerStart <= s.start && q.innerEnd >= s.end);
  if (spans.every(inQuote)) return 'direct';
  return spans.some((s) => /[“”"«»„]/u.test(text.slice(s.start, s.end)) || inQuote(s)) ? 'mixed' : 'indirect';
}

/** "told Reuters", "in an interview with Reuters": the outlet it was said to. */
function relayOf(draft: Draft, sentence: ParsedSentence, cue: Cue, source: Source | null): string | null {
  const { tokens } = sentence;
  for (const [i, token] of tokens.entries()) {
    if (
      source?.words.includes(i) ||
      !/^(?:obj|iobj|obl|nmod)/.test(token.deprel) ||
      !hangsFrom(tokens, i, cue.at)
    )
      continue;
    if (Math.abs(i - cue.at) > 8) continue;
    const who = whoAt(draft, tokens, i);
    const entity = entityOf(draft, who?.entity);
    if (entity?.role === 'outlet') return entity.names[0] ?? null;
  }
  return null;
}

/** The time that hangs on the cue itself: "said Friday", "had said earlier". */
function timeOf(draft: Draft, sentence: ParsedSentence, cue: Cue, content: Content): TimeSlot | null {
  const { tokens } = sentence;
  const inside = new Set(content.words);
  for (const m of mentionsWithin(draft, sentence.start, sentence.end)) {
    if (m.kind !== 'time' || m.timex === 'DURATION' || m.timex === 'SET') continue;
    const at = tokens.findIndex(
      (t) => t.start >= m.start && t.end <= m.end && /^(?:obl|nmod|advmod|nsubj|obj)/.test(t.deprel),
    );
    const near = tokens.findIndex((t) => t.start >= m.start);
    if (near < 0) continue;
    const apart = content.words.some((i) => i > cue.at && i < near);
    const hangs = at >= 0 && !apart && !inside.has(at) && hangsFrom(tokens, at, cue.at);
    const touches = !inside.has(near) && near > cue.at && near - cue.at <= 2;
    if (hangs || touches) return slot(m);
  }
  return null;
}

function slot(m: TimeMention): TimeSlot {
  return { start: m.start, end: m.end, text: m.text, from: m.from, to: m.to };
}

/*
 * A quotation without a cue goes on for whoever spoke last in the paragraph: "Ten men were still in the fort, according to the
 * mayor. “Two of them are wounded.”"
 */
function withoutCue(
  draft: Draft,
  sentence: ParsedSentence,
  made: readonly Loose[],
  before: readonly Loose[],
  quotes: readonly Quotation[],
): Loose[] {
  const { text } = draft.document;
  if (made.length > 0) return [];
  if (before.slice(-12).some((s) => s.content.some((c) => c.start < sentence.end && c.end > sentence.start)))
    return [];
  const last = before.at(-1);
  const quote = quotes.find((q) => q.start <= sentence.start + 1 && q.end >= sentence.end - 1);
  if (quote === undefined || last === undefined || last.mode === 'narrative') return [];
  const gap = text.slice(Math.max(...last.content.map((c) => c.end), last.cue?.end ?? 0), sentence.start);
  const goesOn =
    !/[\n\r]/u.test(gap) ||
    (/^\s*[“"]/u.test(text.slice(sentence.start)) && last.mode === 'direct' && gap.length < 60);
  const later = text.slice(quote.innerEnd).match(/^[”"]?\s*(?:[\p{L}]|,)/u);
  if (!goesOn || (quote.end > sentence.end + 1 && later !== null && !quote.open)) return [];
  const start = Math.max(quote.innerStart, sentence.start);
  const end = Math.min(quote.innerEnd, sentence.end);
  const trimmed = text.slice(start, end).replace(/[\s.,;]+$/u, '');
  if (trimmed === '') return [];
  const content = [{ start, end: start + trimmed.length, text: trimmed }];
  return [
    {
      mode: 'direct',
      stance: 'asserts',
      source: null,
      cue: null,
      content,
      speaker: last.speaker,
      for: last.for,
      relay: last.relay,
      time: null,
      why: ['quotation goes on'],
    },
  ];
}

/** A statement whose cue stands in the content of another one is nested in it; both stand near each other. */
function nest(statements: readonly Statement[]): Statement[] {
  return statements.map((s, i) => {
    const { cue } = s;
    if (cue === null) return s;
    const near = statements.slice(Math.max(0, i - NEAR), i + NEAR);
    const outer = near.filter(
      (o) =>
        o !== s &&
        o.cue?.start !== cue.start &&
        o.content.some((c) => c.start <= cue.start && c.end >= cue.end),
    );
    const inner = outer.sort((a, b) => width(a) - width(b))[0];
    return inner === undefined ? s : { ...s, within: inner.id };
  });
}

/** How many statements on either side one may be nested in. */
const NEAR = 30;

function width(s: Statement): number {
  return s.content.reduce((n, c) => n + c.end - c.start, 0);
}
