import { isOfClass } from '../lexicon/event.ts';
import { PARTITIVE } from '../mention/description.ts';
import { chunkAt, mentionsAt, placeAt, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Mention, PlaceMention, QuantityMention, TimeMention } from '../model/mention.ts';
import type { Arg, Inherited, PlaceArg, QuantitySlot, TimeSlot } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import { hangsFrom, subtree } from '../parse/tree.ts';
import type { Frame } from './role.ts';

/** The argument a token's phrase makes: its words, and who they name. */
export function argAt(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  statement: Pick<Statement, 'speaker' | 'for'> | null,
): Arg {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, at);
  const start = tokens[chunk?.from ?? at]!.start;
  const whole =
    PARTITIVE.test(tokens[chunk?.head ?? at]!.lemma) && tokens[chunk?.to ?? at + 1]?.form === 'of'
      ? chunkAt(tokens, (chunk?.to ?? at + 1) + 1)
      : null;
  const end = tokens[(whole?.to ?? chunk?.to ?? at + 1) - 1]!.end;
  const text = draft.document.text.slice(start, end);
  const first =
    /^(?:I|[Ww]e|us|[Oo]urs?|me|[Mm]y)$/.test(tokens[at]!.form) ||
    /^(?:our|my)$/i.test(tokens[chunk?.from ?? at]!.form);
  const who = first
    ? (statement?.for ?? statement?.speaker ?? null)
    : (whoAt(draft, tokens, at)?.entity ?? placeActor(draft, sentence, at));
  const entity = draft.entities.find((e) => e.id === who);
  return { start, end, text, entity: entity?.id ?? null, name: entity?.names[0] ?? null };
}

/** A place that acts ("Turkey pressed him") is the state of that name. */
function placeActor(draft: Draft, sentence: ParsedSentence, at: number): string | null {
  const place = placeAt(draft, sentence.tokens, at);
  if (place === null) return null;
  return draft.entities.find((e) => e.kind === 'actor' && e.names.includes(place.text))?.id ?? place.entity;
}

/** The place of a predicate: in its own clause, else taken over from the sentence, the paragraph, or the report before it. */
export function placeOf(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame,
  roles: readonly string[],
  taken: ReadonlySet<number>,
): PlaceArg | null {
  for (const role of roles) {
    for (const at of tokensIn(frame, role)) {
      const arg = placeArg(draft, sentence, at);
      if (arg !== null) return arg;
    }
  }
  for (const preposition of [
    'in',
    'inside',
    'at',
    'near',
    'from',
    'out of',
    'into',
    'outside',
    'around',
    'across',
    'of',
    'through',
    'to',
    'for',
  ]) {
    for (const at of frame.obl.get(preposition) ?? []) {
      if (taken.has(at)) continue;
      const arg = placeArg(draft, sentence, at);
      if (arg !== null) return arg;
    }
  }
  const { tokens } = sentence;
  for (const at of subtree(tokens, frame.at)) {
    if (taken.has(at)) continue;
    const arg =
      placeAt(draft, tokens, at) === null && !definitePlace(sentence, at)
        ? null
        : placeArg(draft, sentence, at);
    if (arg !== null) return arg;
  }
  return inheritedPlace(draft, sentence);
}

/** Tokens that stand in a named place of the frame. */
export function tokensIn(frame: Frame, role: string): readonly number[] {
  if (role === 'subj') return frame.subj;
  if (role === 'obj') return frame.obj;
  if (role === 'iobj') return frame.iobj;
  if (role === 'by') return frame.passive ? frame.subj : (frame.obl.get('by') ?? []);
  return frame.obl.get(role) ?? [];
}

function definitePlace(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, at);
  return (
    chunk !== null &&
    chunk.head === at &&
    isOfClass(tokens[at]!.lemma, 'place') &&
    /^(?:the|this|that|its|their|whole|entire)$/i.test(tokens[chunk.from]!.form)
  );
}

/** The place a phrase names, or for "the city", "western part of the town" the place last named; null where it is none. */
export function placeArg(draft: Draft, sentence: ParsedSentence, at: number): PlaceArg | null {
  const { tokens } = sentence;
  const direct = placeAt(draft, tokens, at);
  if (direct !== null) return fromMention(direct);
  const chunk = chunkAt(tokens, at);
  const lemma = tokens[chunk?.head ?? at]!.lemma;
  if (!isOfClass(lemma, 'place')) return null;
  const below = subtree(tokens, at);
  const inside = below.map((i) => placeAt(draft, tokens, i)).find((m) => m !== null) ?? null;
  const start = tokens[chunk?.from ?? at]!.start;
  const end = tokens[(chunk?.to ?? at + 1) - 1]!.end;
  const meant = inside ?? lastTown(draft, start);
  if (meant === null) return null;
  if (inside !== null && inside.start >= end && inside.start - end <= 4)
    return {
      ...fromMention(inside),
      start,
      end: inside.end,
      text: draft.document.text.slice(start, inside.end),
    };
  const words = { start, end, text: draft.document.text.slice(start, end) };
  return isOfClass(lemma, 'facility')
    ? { ...fromMention(meant), ...words, ...facility(meant, words.text) }
    : { ...fromMention(meant), ...words };
}

/** "the national hospital" is a place of its own in the town last named, at the town's point for want of a better one. */
function facility(town: PlaceMention, words: string): { entity: string; name: string } {
  const name = words.replace(/^(?:the|a|an|its|their|this|that)\s+/iu, '');
  const kind = name
    .split(/\s+/u)
    .at(-1)!
    .toLowerCase()
    .replace(/(?<=[a-z]{3})s$/u, '');
  return { entity: `${town.entity ?? `place:${town.text}`}#${kind}`, name };
}

function fromMention(m: PlaceMention): PlaceArg {
  return { start: m.start, end: m.end, text: m.text, entity: m.entity, name: m.name, lat: m.lat, lon: m.lon };
}

function lastTown(draft: Draft, before: number): PlaceMention | null {
  const places = draft.mentions.filter((m): m is PlaceMention => m.kind === 'place' && m.start < before);
  return places.findLast((m) => m.precision === 'town' || m.precision === 'exact') ?? places.at(-1) ?? null;
}

function inheritedPlace(draft: Draft, sentence: ParsedSentence): PlaceArg | null {
  const places = draft.mentions.filter(
    (m): m is PlaceMention =>
      m.kind === 'place' && (m.precision === 'town' || m.precision === 'exact' || m.precision === 'admin2'),
  );
  const same = places.find((m) => m.start >= sentence.start && m.end <= sentence.end);
  if (same !== undefined) return inherit(fromMention(same), 'sentence');
  const earlier = places.filter((m) => m.end <= sentence.start);
  const story = earlier.findLast((m) => kindAt(draft, m) === 'body');
  if (story !== undefined) return inherit(fromMention(story), 'paragraph');
  const head =
    earlier.find((m) => kindAt(draft, m) === 'headline') ??
    earlier.findLast((m) => kindAt(draft, m) === 'dateline');
  return head === undefined ? null : inherit(fromMention(head), 'dateline');
}

function kindAt(draft: Draft, m: Mention): string {
  return draft.sentences.find((s) => s.start <= m.start && m.end <= s.end)?.kind ?? 'body';
}

function inherit<T extends object>(slot: T, from: Inherited): T & { inherited: Inherited } {
  return { ...slot, inherited: from };
}

/** The time of a predicate: in its clause, else of the sentence, of the speech, or of publication. */
export function timeOf(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame,
  statement: Pick<Statement, 'time' | 'cue' | 'content'> | null,
): TimeSlot | null {
  const { tokens } = sentence;
  const spoken = statement?.time ?? null;
  const times = draft.mentions.filter(
    (m): m is TimeMention =>
      m.kind === 'time' &&
      m.start >= sentence.start &&
      m.end <= sentence.end &&
      (m.timex === 'DATE' || m.timex === 'TIME') &&
      (m.from !== null || m.to !== null) &&
      m.start !== spoken?.start,
  );
  const said = statement?.content.length
    ? times.filter((m) => statement.content.some((c) => c.start <= m.start && c.end >= m.end))
    : times;
  const own = said.find((m) =>
    tokens.some((t, i) => t.start >= m.start && t.end <= m.end && hangsFrom(tokens, i, frame.at)),
  );
  if (own !== undefined) return timeSlot(own);
  if (said.length > 0) return inherit(timeSlot(said[0]!), 'clause');
  if (times.length > 0) return inherit(timeSlot(times[0]!), 'sentence');
  if (spoken !== null && spoken.from !== null) return inherit(spoken, 'speech');
  const day = draft.document.published?.slice(0, 10) ?? null;
  return day === null
    ? null
    : { start: null, end: null, text: draft.document.published!, from: day, to: day, inherited: 'published' };
}

function timeSlot(m: TimeMention): TimeSlot {
  return { start: m.start, end: m.end, text: m.text, from: m.from, to: m.to };
}

/** The count of one of the participants, taken in the order given. */
export function quantityOf(
  draft: Draft,
  sentence: ParsedSentence,
  tokens: readonly number[],
): QuantitySlot | null {
  const counts = draft.mentions.filter(
    (m): m is QuantityMention => m.kind === 'quantity' && m.start >= sentence.start && m.end <= sentence.end,
  );
  for (const at of tokens) {
    const chunk = chunkAt(sentence.tokens, at);
    const from = sentence.tokens[chunk?.from ?? at]!.start;
    const to = sentence.tokens[(chunk?.to ?? at + 1) - 1]!.end;
    const found = counts.find((m) => m.start < to && m.end > from);
    if (found !== undefined)
      return {
        start: found.start,
        end: found.end,
        text: found.text,
        of: found.of,
        op: found.op,
        min: found.min,
        max: found.max,
      };
  }
  return null;
}

/** Whether a phrase means civilians rather than armed people or organisations. */
export function isCivil(draft: Draft, sentence: ParsedSentence, at: number): boolean {
  const who = mentionsAt(draft, sentence.tokens, at).find((m) => m.kind === 'actor' || m.kind === 'person');
  return draft.entities.find((e) => e.id === who?.entity)?.role === 'civilians';
}
