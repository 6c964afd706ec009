import type { Draft } from '../model/draft.ts';
import type { Entity } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';
import type { Token } from '../model/token.ts';
import type { Chunk } from './chunk.ts';
import { type EntityBook, type Known, slug } from './entity-book.ts';
import { formsOf } from './name.ts';
import type { Phrases } from './phrase.ts';
import type { PlaceFound } from './place.ts';
import { findQuantities, type QuantityFound } from './quantity.ts';
import { findTimes, type TimeFound } from './time.ts';

/** Whom a base noun phrase names or means, from which of its tokens on, and by which rule. */
export interface Resolved {
  readonly known: Known;
  readonly from: number;
  readonly why: string;
}

/** What naming and resolving found. */
export interface Found {
  readonly draft: Draft;
  readonly book: EntityBook;
  /** The places that begin in each sentence, by its index. */
  readonly places: readonly (readonly PlaceFound[])[];
  readonly all: readonly Phrases[];
  readonly resolved: ReadonlyMap<Chunk, Resolved>;
}

type Loose<M> = M extends Mention ? Omit<M, 'id'> : never;

/** The mentions of a document in order, and its entities: actors and persons as resolved, places, times, counts. */
export function listMentions(found: Found): { mentions: Mention[]; entities: Entity[] } {
  const byIndex = new Map(found.all.map((p) => [p.index, p]));
  const loose: Loose<Mention>[] = [];
  for (const index of found.draft.sentences.keys()) {
    const p = byIndex.get(index);
    const who = p === undefined ? [] : actors(found, p);
    loose.push(...who, ...found.places[index]!.map((f) => placeMention(usedBy(f, who))));
  }
  loose.push(...timesAndCounts(found.draft));
  loose.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
  const mentions = loose.map((m, i) => ({ id: `m${i + 1}`, ...m }) as Mention);
  return { mentions, entities: [...found.book.entities(), ...placeEntities(mentions)] };
}

function actors(found: Found, p: Phrases): Loose<Mention>[] {
  const { tokens } = p.sentence;
  const { text } = found.draft.document;
  const made: Loose<Mention>[] = [];
  const push = (known: Known, from: number, to: number, why: string) => {
    const start = tokens[from]!.start;
    const end = tokens[to - 1]!.end;
    const kind = known.kind === 'person' ? 'person' : 'actor';
    made.push({
      kind,
      start,
      end,
      text: text.slice(start, end),
      entity: known.id,
      name: known.names[0]!,
      why: [why],
    });
  };
  for (const chunk of p.chunks) {
    const r = found.resolved.get(chunk);
    if (r !== undefined) push(r.known, r.from, chunk.to, r.why);
  }
  // Actors that only qualify a noun ("ISIS fighters", "the coalition spokesman") are mentions too.
  for (const m of p.matches) {
    const start = tokens[m.from]!.start;
    const end = tokens[m.to - 1]!.end;
    const taken =
      made.some((f) => f.start < end && f.end === end) ||
      found.places[p.index]!.some((f) => f.use !== 'embedded' && f.start <= start && f.end >= end);
    if (taken || m.via === 'metonym') continue;
    push(
      found.book.enter(m.entry.id, 'actor', m.entry.kind, m.entry.names[0]!),
      m.from,
      m.to,
      `actor lexicon: ${m.alias}`,
    );
  }
  // So are persons and organisations that the tagger of names sees there.
  for (const n of p.sentence.names ?? []) {
    if (n.kind !== 'person' && n.kind !== 'organisation') continue;
    const start = tokens[n.from]!.start;
    const end = tokens[n.to - 1]!.end;
    if (
      n.score < SURE ||
      made.some((f) => f.start < end && f.end > start && f.end - f.start < 3 * (end - start)) ||
      found.places[p.index]!.some((f) => f.start < end && f.end > start)
    )
      continue;
    const words = formsOf(tokens, n.from, n.to);
    const known =
      found.book.named(words) ??
      (n.kind === 'person' ? found.book.surname(words) : null) ??
      (n.kind === 'person'
        ? found.book.enter(`person:${slug(words)}`, 'person', null, words)
        : found.book.enter(`actor:${slug(words)}`, 'actor', 'organisation', words));
    push(known, n.from, n.to, `names model ${n.score.toFixed(2)}`);
  }
  return made;
}

/** How sure the tagger must be of a name that no phrase has for its head. */
const SURE = 0.6;

/** A name that is read as an actor stands for those who act there; one inside an actor's name is a part of it. */
function usedBy(place: PlaceFound, who: readonly Loose<Mention>[]): PlaceFound {
  const actor = who.find((m) => m.start <= place.start && m.end >= place.end);
  if (actor === undefined || place.use === 'embedded') return place;
  const same = actor.end === place.end && (actor.start === place.start || /^the /i.test(actor.text));
  return { ...place, use: same ? 'metonymic' : 'embedded' };
}

function placeMention({ score, choices, ...place }: PlaceFound): Loose<Mention> {
  const why = [
    choices === 0 ? 'place by its words' : place.geonames === null ? 'place by pattern' : 'gazetteer',
    ...(choices > 1 ? [`chosen among ${choices} places of that name`] : []),
    `place model ${score.toFixed(2)}`,
    ...(place.use === 'literal' ? [] : [place.use]),
  ];
  return { kind: 'place', ...place, why };
}

function placeEntities(mentions: readonly Mention[]): Entity[] {
  const made = new Map<string, { id: string; kind: 'place'; role: string; names: string[]; relations: [] }>();
  for (const m of mentions) {
    if (m.kind !== 'place' || m.entity === null) continue;
    const known = made.get(m.entity) ?? {
      id: m.entity,
      kind: 'place',
      role: m.precision,
      names: [m.name ?? m.text],
      relations: [],
    };
    if (!known.names.includes(m.text)) known.names.push(m.text);
    made.set(m.entity, known);
  }
  return [...made.values()];
}

/** What is counted without whose it is: "200 Taliban fighters" are fighters. */
function counted(tokens: readonly Token[], found: QuantityFound): string | null {
  if (found.of === null || found.ofStart === null) return found.of;
  const end = found.ofEnd ?? found.end;
  const names = tokens.filter((t) => t.start >= found.ofStart! && t.end <= end && t.upos === 'PROPN');
  const gone = new Set(names.map((t) => t.form.toLowerCase()));
  const kept = found.of.split(' ').filter((w) => !gone.has(w));
  return kept.length === 0 || /^(?:of|and)$/.test(kept[0]!) ? found.of : kept.join(' ');
}

function timesAndCounts(draft: Draft): Loose<Mention>[] {
  const made: Loose<Mention>[] = [];
  const earlier: TimeFound[] = [];
  const { text, published } = draft.document;
  for (const s of draft.sentences) {
    if (s.kind === 'boilerplate') continue;
    for (const t of findTimes(text, s, s.tokens, { published, earlier })) {
      earlier.push(t);
      made.push({ kind: 'time', ...t, entity: null, name: null, why: [t.why] });
    }
    if (s.kind === 'dateline') continue;
    for (const found of findQuantities(text, s, s.tokens)) {
      const { start, end, op, min, max } = found;
      const words = { start, end, text: text.slice(start, end) };
      made.push({
        kind: 'quantity',
        ...words,
        of: counted(s.tokens, found),
        op,
        min,
        max,
        ...(found.effect === undefined ? {} : { effect: found.effect }),
        ...(found.part === undefined ? {} : { part: found.part }),
        entity: null,
        name: null,
        why: [found.why],
      });
    }
  }
  return made;
}
