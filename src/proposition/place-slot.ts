import { isOfClass } from '../lexicon/event.ts';
import type { Chunk } from '../mention/chunk.ts';
import { PARTITIVE } from '../mention/description.ts';
import { slug } from '../mention/entity-book.ts';
import { chunkAt, isSpot, mentionsWithin, placeAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Mention, PlaceMention } from '../model/mention.ts';
import type { SentenceKind } from '../model/sentence.ts';
import type { PlaceArg } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents, subtree } from '../parse/tree.ts';
import { type Frame, tokensIn } from './role.ts';
import { isSaid } from './said.ts';
import { inherit } from './slot.ts';

/** The place of a predicate: in its own clause, else taken over from the sentence, the paragraph, or the report before it. */
export function placeOf(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame,
  roles: readonly string[],
  taken: ReadonlySet<number>,
  voice: Pick<Statement, 'cue' | 'content'>,
): PlaceArg | null {
  const there = thereAt(draft, sentence, frame.at);
  if (there !== null) return there;
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
  const mine = ({ start, end }: Token) =>
    voice.cue === null || voice.content.some((c) => c.start <= start && end <= c.end);
  for (const at of subtree(tokens, frame.at)) {
    if (taken.has(at) || !mine(tokens[at]!)) continue;
    const arg =
      placeAt(draft, tokens, at) === null && !definitePlace(sentence, at)
        ? null
        : placeArg(draft, sentence, at);
    if (arg !== null) return arg;
  }
  return inheritedPlace(draft, sentence, voice);
}

/** "Freed the hospital, and that ten men had been killed | there": the place last named in the sentence, else the town of the report. */
function thereAt(draft: Draft, sentence: ParsedSentence, verb: number): PlaceArg | null {
  const { tokens } = sentence;
  const at = dependents(tokens, verb, 'advmod').find((i) => /^there$/i.test(tokens[i]!.form) && i > verb);
  if (at === undefined) return null;
  const { start, end, form } = tokens[at]!;
  for (let i = verb - 1; i >= 0; i--) {
    if (placeAt(draft, tokens, i) === null && !definitePlace(sentence, i)) continue;
    const arg = placeArg(draft, sentence, i);
    if (arg !== null) return { ...arg, start, end, text: form };
  }
  // "In Moscow, an official said they had taken Palmyra. … had moved there": the place told of, not the place of telling.
  const { counts } = placesOf(draft);
  const told = (m: PlaceMention) => isTown(m) && (isSaid(draft, m) || counts.get(m.entity)! > 1);
  const town = placesBefore(draft, sentence.start).findLast(told) ?? lastTown(draft, sentence.start);
  return town === null ? null : { ...fromMention(town), start, end, text: form };
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
  const whole =
    chunk !== null && PARTITIVE.test(lemma) && tokens[chunk.to]?.form === 'of'
      ? chunkAt(tokens, chunk.to + 1)
      : null;
  if (whole !== null) {
    const place = placeArg(draft, sentence, whole.head);
    const start = tokens[chunk!.from]!.start;
    return place === null || place.end === null
      ? place
      : { ...place, start, text: draft.document.text.slice(start, place.end) };
  }
  if (!isOfClass(lemma, 'place')) return null;
  const below = subtree(tokens, at);
  const inside = below.map((i) => placeAt(draft, tokens, i)).find((m) => m !== null) ?? null;
  const start = tokens[chunk?.from ?? at]!.start;
  const end = tokens[(chunk?.to ?? at + 1) - 1]!.end;
  const named = chunk === null || inside !== null ? null : namedBy(draft, sentence, chunk);
  if (named !== null) return named;
  const meant = inside ?? (isDefinite(tokens, chunk) ? lastTown(draft, start) : null);
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

/** "overran | Sarimiya": a name that nothing else is known by, where only a place can stand. */
export function placeByName(draft: Draft, sentence: ParsedSentence, at: number): PlaceArg {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, at) ?? { from: at, to: at + 1 };
  const proper = tokens.findIndex((t, i) => i >= chunk.from && t.upos === 'PROPN');
  const start = tokens[proper < 0 ? chunk.from : proper]!.start;
  const end = tokens[chunk.to - 1]!.end;
  const text = draft.document.text.slice(start, end);
  return { start, end, text, entity: `place:${slug(text)}`, name: text, lat: null, lon: null };
}

/** "the nearby village of Rihan": the words call a place what no gazetteer knows. */
function namedBy(draft: Draft, sentence: ParsedSentence, chunk: Chunk): PlaceArg | null {
  const { tokens } = sentence;
  const next = tokens[chunk.to]?.form === 'of' ? chunkAt(tokens, chunk.to + 1) : null;
  if (next === null || !tokens.slice(next.from, next.to).every((t) => /^\p{Lu}|^-$/u.test(t.form)))
    return null;
  const start = tokens[chunk.from]!.start;
  const end = tokens[next.to - 1]!.end;
  const name = draft.document.text.slice(tokens[next.from]!.start, end);
  return {
    start,
    end,
    text: draft.document.text.slice(start, end),
    entity: `place:${slug(name)}`,
    name,
    lat: null,
    lon: null,
  };
}

/** "the city", "its centre", "90 percent of it": a place spoken of before; "areas held by the army" is some other. */
function isDefinite(tokens: ParsedSentence['tokens'], chunk: Chunk | null): boolean {
  if (chunk === null) return false;
  const first = tokens[chunk.from]!;
  return (
    /^(?:the|this|that|its|their|his|whole|entire|all)$/i.test(first.form) ||
    /^(?:percent|half|%)$/.test(tokens[chunk.head]!.lemma) ||
    tokens[chunk.from - 1]?.xpos === 'POS'
  );
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

/** The places of a document, in order, with how often each is named. */
interface Places {
  readonly all: readonly PlaceMention[];
  readonly counts: ReadonlyMap<string | null, number>;
}

const placed = new WeakMap<readonly Mention[], Places>();

function placesOf(draft: Draft): Places {
  let known = placed.get(draft.mentions);
  if (known === undefined) {
    const all = draft.mentions.filter(isSpot);
    const counts = new Map<string | null, number>();
    for (const m of all) counts.set(m.entity, (counts.get(m.entity) ?? 0) + 1);
    known = { all, counts };
    placed.set(draft.mentions, known);
  }
  return known;
}

/** How many places back one is looked for. */
const REACH = 200;

/** The last places that end before an offset, in order. */
function placesBefore(draft: Draft, offset: number): readonly PlaceMention[] {
  const { all } = placesOf(draft);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return all.slice(Math.max(0, low - REACH), low);
}

function isTown(m: PlaceMention): boolean {
  return m.precision === 'town' || m.precision === 'exact';
}

/** The last of some places that the report names more than once, or else the last. */
function recurring(draft: Draft, places: readonly PlaceMention[]): PlaceMention | undefined {
  const { counts } = placesOf(draft);
  return places.findLast((m) => counts.get(m.entity)! > 1) ?? places.at(-1);
}

function lastTown(draft: Draft, before: number): PlaceMention | null {
  const earlier = placesBefore(draft, before);
  return recurring(draft, earlier.filter(isTown)) ?? earlier.at(-1) ?? null;
}

/*
 * A clause without a place goes on about the town the report last spoke of; one named a single time, as in "told reporters in Ain
 * Issa", gives way to one it comes back to.
 */
function inheritedPlace(
  draft: Draft,
  sentence: ParsedSentence,
  voice: Pick<Statement, 'cue' | 'content'>,
): PlaceArg | null {
  const fits = (m: PlaceMention) => isTown(m) || m.precision === 'admin2';
  const here = mentionsWithin(draft, sentence.start, sentence.end).filter(
    (m): m is PlaceMention => isSpot(m) && fits(m),
  );
  const own = (m: Mention) => voice.content.some((c) => c.start <= m.start && m.end <= c.end);
  const same = here.find(own) ?? here.find((m) => voice.cue === null || !isSaid(draft, m));
  if (same !== undefined) return inherit(fromMention(same), 'sentence');
  const earlier = placesBefore(draft, sentence.start).filter(fits);
  const story = recurring(
    draft,
    earlier.filter((m) => kindAt(draft, m) === 'body'),
  );
  if (story !== undefined) return inherit(fromMention(story), 'paragraph');
  const head =
    earlier.find((m) => kindAt(draft, m) === 'headline') ??
    earlier.findLast((m) => kindAt(draft, m) === 'dateline');
  return head === undefined ? null : inherit(fromMention(head), 'dateline');
}

const kinds = new WeakMap<Mention, SentenceKind>();

/** The kind of the sentence that a mention stands in. */
function kindAt(draft: Draft, m: Mention): SentenceKind {
  let kind = kinds.get(m);
  if (kind === undefined) {
    kind = draft.sentences.find((s) => s.start <= m.start && m.end <= s.end)?.kind ?? 'body';
    kinds.set(m, kind);
  }
  return kind;
}
