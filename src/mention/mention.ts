import { actorById } from '../lexicon/actor.ts';
import { cuesOf } from '../lexicon/cue.ts';
import { isOfClass } from '../lexicon/event.ts';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import type { OwnActors } from '../lexicon/own-actor.ts';
import { peopleOf } from '../lexicon/people.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { affiliate } from './affiliation.ts';
import type { Chunk } from './chunk.ts';
import { define } from './definition.ts';
import { describeChunk, isBodyNoun, ownerOf, PARTITIVE, sortsFighters } from './description.ts';
import { EntityBook, type Known } from './entity-book.ts';
import { homeOf } from './home.ts';
import { listMentions, type Resolved } from './mention-list.ts';
import { formsOf, nameChunk } from './name.ts';
import { holdOffice } from './office.ts';
import { chunkAfter, type Phrases, phrases } from './phrase.ts';
import { findPlaces, type PlaceFound } from './place.ts';
import { referent } from './pronoun.ts';

interface Work {
  readonly draft: Draft;
  readonly book: EntityBook;
  /** The places that begin in each sentence, by its index. */
  readonly places: readonly (readonly PlaceFound[])[];
  readonly all: Phrases[];
  readonly resolved: Map<Chunk, Resolved>;
}

/** Names who, where, when and how many: one pass for names, one for descriptions and pronouns, then places, times and counts. */
export const mention: Stage = mentionWith({});

/** What a reading may know beside the package. */
export interface MentionOptions {
  /** Places that the gazetteer of the package lacks. */
  readonly places?: PlaceBook | undefined;
  /** Actors of the user's own. */
  readonly actors?: OwnActors | undefined;
}

/** The same, with more places and actors. */
export function mentionWith(options: MentionOptions): Stage {
  return { name: 'mention', run: (draft) => run(draft, options) };
}

function run(draft: Draft, { places: book, actors }: MentionOptions): Draft {
  const places = findPlaces(draft.document.text, draft.sentences, book);
  const work: Work = {
    draft,
    book: new EntityBook(),
    places: bySentence(draft.sentences, places),
    all: [],
    resolved: new Map(),
  };
  work.book.home = homeOf(places);
  work.all.push(...readPhrases(draft, work.book, actors));
  for (const p of work.all) enterLexicon(work, p);
  for (const pass of ['full', 'short'] as const)
    for (const p of work.all) for (const chunk of p.chunks) nameOne(work, p, chunk, pass);
  for (const p of work.all) for (const chunk of p.chunks) countFighters(work, p, chunk);
  for (const p of work.all) for (const chunk of p.chunks) resolveOne(work, p, chunk);
  const date = draft.document.published?.slice(0, 10) ?? null;
  for (const known of work.book.all()) if (known.kind === 'person') holdOffice(known, work.book, date);
  return { ...draft, ...listMentions(work) };
}

/** Places by the sentence they begin in; both lists are in order. */
function bySentence(sentences: readonly ParsedSentence[], places: readonly PlaceFound[]): PlaceFound[][] {
  let at = 0;
  return sentences.map((s) => {
    const own: PlaceFound[] = [];
    for (; at < places.length && places[at]!.start < s.end; at++) own.push(places[at]!);
    return own;
  });
}

/** The sentences' phrases, without actors of the lexicon whose acronym the report itself uses for another name. */
function readPhrases(draft: Draft, book: EntityBook, own: OwnActors | undefined): Phrases[] {
  const all = phrases(draft.sentences, own ?? null);
  const defined = define(all, book);
  return all.map((p) => ({
    ...p,
    matches: p.matches.filter((m) => {
      const own = m.to - m.from === 1 ? defined.get(p.sentence.tokens[m.from]!.form) : undefined;
      return own === undefined || own.id === m.entry.id;
    }),
  }));
}

/** Every actor of the lexicon is known from the start, so that "the coalition" can be tied to a later "SDF". */
function enterLexicon(work: Work, p: Phrases): void {
  for (const m of p.matches) {
    if (m.via !== 'name' && m.via !== 'body') continue;
    const known = work.book.enter(m.entry.id, 'actor', m.entry.kind, m.entry.names[0]!);
    for (const name of m.entry.names) if (actorById(m.entry.id) === undefined) work.book.alias(name, known);
    for (const r of m.entry.relations) work.book.relate(known, r.kind, r.to, r.from);
  }
}

/** Whose fighters the report speaks of, counted over the whole of it before anything is resolved. */
function countFighters(work: Work, p: Phrases, chunk: Chunk): void {
  if (chunk.pronoun || peopleOf(p.sentence.tokens[chunk.head]!.lemma, [])?.sense !== 'fighters') return;
  const owner = ownerOf(p, chunk, work.book, (c) => work.resolved.get(sameChunk(p, c))?.known ?? null);
  if (owner !== null) owner.fighters++;
  if (sortsFighters(p, chunk)) work.book.sorted = true;
}

function nameOne(work: Work, p: Phrases, chunk: Chunk, pass: 'full' | 'short'): void {
  if (work.resolved.has(chunk) || chunk.pronoun || isTime(p.sentence.tokens, chunk)) return;
  const place = placeAt(work, p, chunk);
  const named = nameChunk(p, chunk, work.book, place?.start ?? null, pass);
  if (named === null) return;
  if (place !== null && named.known.kind === 'actor' && actsAsPlace(p.sentence.tokens, chunk)) return;
  work.resolved.set(chunk, named);
  if (named.known.kind !== 'actor') return;
  const bracket = chunkAfter(p, chunk, /^(?:, )?\($/);
  if (bracket === null || p.sentence.tokens[bracket.to]?.form !== ')') return;
  const acronym = formsOf(p.sentence.tokens, bracket.from, bracket.to);
  if (/^[\p{Lu}\p{N}-]{2,10}$/u.test(acronym)) work.book.alias(acronym, named.known);
}

function resolveOne(work: Work, p: Phrases, chunk: Chunk): void {
  const { tokens } = p.sentence;
  const actorOf = (c: Chunk): Known | null =>
    work.resolved.get(sameChunk(p, c))?.known ?? pronounOf(work, p, c) ?? describe(work, p, sameChunk(p, c));
  let resolved = work.resolved.get(chunk) ?? null;
  if (resolved !== null && resolved.known.kind === 'person') {
    affiliate(
      p,
      chunk,
      resolved.from,
      resolved.known,
      actorOf,
      work.book,
      work.draft.document.published?.slice(0, 10) ?? null,
    );
  } else if (resolved === null && chunk.pronoun) {
    const part = PARTITIVE.test(tokens[chunk.head]!.form) ? chunkAfter(p, chunk, /^of$/) : null;
    const known = part === null ? pronounOf(work, p, chunk) : actorOf(part);
    if (known !== null)
      resolved = { known, from: chunk.from, why: part === null ? 'pronoun' : 'part of a group' };
  } else if (resolved === null && apposed(work, p, chunk) !== null) {
    resolved = { known: apposed(work, p, chunk)!, from: chunk.from, why: 'apposition' };
  } else if (resolved === null && !isTime(tokens, chunk) && placeAt(work, p, chunk) === null) {
    const described = describeChunk(p, chunk, work.book, actorOf);
    if (described !== null) resolved = { ...described, from: chunk.from };
  }
  if (resolved === null) return;
  work.resolved.set(chunk, resolved);
  if (
    (resolved.known.id.startsWith('group:') && resolved.known.role !== 'civilians') ||
    (resolved.known.kind === 'actor' && isBodyNoun(tokens[chunk.head]!.lemma))
  )
    work.book.alias(bareText(work, p, chunk), resolved.known);
  noteApposition(work, p, chunk, resolved.known);
  if (
    /^(?:fighter|militant|jihadi|gunm|terrorist|extremist|insurgent)/.test(
      tokens[chunk.head]!.form.toLowerCase(),
    )
  ) {
    const owner = resolved.known.relations.find((r) => r.kind === 'partOf')?.to;
    (owner === undefined ? resolved.known : (work.book.get(owner) ?? resolved.known)).nouns.add('fighters');
    if (owner !== undefined && work.book.get(owner) !== null)
      work.book.use(work.book.get(owner)!, p.index, chunk.head, false);
  }
  work.book.use(resolved.known, p.index, chunk.head, isSubject(tokens, chunk));
}

/** The words of a phrase without articles and numbers: "around 275 local fighters" gives "local fighters". */
function bareText(work: Work, p: Phrases, chunk: Chunk): string {
  const { tokens } = p.sentence;
  const number = tokens.slice(chunk.from, chunk.head).findLastIndex((t) => t.upos === 'NUM');
  let from = chunk.from + number + 1;
  while (from < chunk.head && !/^(?:ADJ|NOUN|PROPN|VERB)$/.test(tokens[from]!.upos)) from++;
  if (tokens[chunk.head]!.upos !== 'NOUN' || PARTITIVE.test(tokens[chunk.head]!.lemma)) return '';
  return work.draft.document.text.slice(tokens[from]!.start, tokens[chunk.head]!.end);
}

function describe(work: Work, p: Phrases, chunk: Chunk): Known | null {
  return describeChunk(p, chunk, work.book, () => null)?.known ?? null;
}

function pronounOf(work: Work, p: Phrases, chunk: Chunk): Known | null {
  if (!chunk.pronoun) return null;
  const { tokens } = p.sentence;
  const token = tokens[chunk.head]!;
  const subject = /^(?:obj|iobj)/.test(token.deprel) ? subjectOver(work, p, token) : null;
  const tells =
    /^[,”"]$/u.test(tokens[chunk.head - 1]?.form ?? '') &&
    cuesOf(tokens[chunk.head + 1]?.lemma ?? '').length > 0;
  return referent(token, chunk.head, p.index, work.book, {
    subject,
    sentence: tells,
    object: /^(?:obj|iobj)/.test(token.deprel),
  });
}

/** Whom the subject of a token's verb means, in the clause itself or in the one it is joined to. */
function subjectOver(work: Work, p: Phrases, token: Token): Known | null {
  const { tokens } = p.sentence;
  for (let verb = token.head, steps = 0; verb >= 0 && steps < 3; verb = tokens[verb]!.head, steps++) {
    const subject = tokens.findIndex((t) => t.head === verb && t.deprel.startsWith('nsubj'));
    const chunk = subject < 0 ? undefined : p.chunks.find((c) => c.from <= subject && subject < c.to);
    if (chunk !== undefined) return work.resolved.get(chunk)?.known ?? null;
    if (tokens[verb]!.deprel !== 'conj' && tokens[verb]!.deprel !== 'xcomp') return null;
  }
  return null;
}

function sameChunk(p: Phrases, chunk: Chunk): Chunk {
  return p.chunks.find((c) => c.from === chunk.from && c.to === chunk.to) ?? chunk;
}

/** "The Valley Guard (VG), | a militia of herdsmen": a phrase with "a" right behind a name and a comma is the name's. */
function apposed(work: Work, p: Phrases, chunk: Chunk): Known | null {
  const { tokens } = p.sentence;
  if (!/^an?$/i.test(tokens[chunk.from]!.form) || tokens[chunk.from - 1]?.form !== ',') return null;
  const end = tokens[chunk.from - 2]?.form === ')' ? chunk.from - 2 : chunk.from - 1;
  const before = p.chunks.find((c) => c.to === end);
  const known = before === undefined ? undefined : work.resolved.get(before)?.known;
  return known !== undefined && known.kind === 'actor' ? known : null;
}

/** "The Valley Guard, a militia of herdsmen": the noun of an apposition names its entity from then on. */
function noteApposition(work: Work, p: Phrases, chunk: Chunk, known: Known): void {
  const { tokens } = p.sentence;
  const next = chunkAfter(p, chunk, /^(?:\( [\p{L}\d]+ \) )?,$|^\($/u);
  const after =
    next !== null && work.resolved.get(next)?.known === known && tokens[next.to]?.form === ')'
      ? chunkAfter(p, next, /^\) ,$/)
      : next;
  if (after === null || known.kind !== 'actor' || !/^(?:an?|the)$/i.test(tokens[after.from]!.form)) return;
  if (/^(?:VERB|AUX)$/.test(tokens[after.to]?.upos ?? '')) return; // "… civilians, | the army said"
  if (work.resolved.get(after) === undefined && tokens[after.head]!.upos === 'NOUN')
    known.nouns.add(tokens[after.head]!.lemma);
}

function isSubject(tokens: readonly Token[], chunk: Chunk): boolean {
  for (let i = chunk.from; i < chunk.to; i++) if (/^nsubj/.test(tokens[i]!.deprel)) return true;
  return false;
}

function isTime(tokens: readonly Token[], chunk: Chunk): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tomorrow)$/i.test(
    tokens[chunk.head]!.form,
  );
}

function placeAt(work: Work, p: Phrases, chunk: Chunk): PlaceFound | null {
  const head = p.sentence.tokens[chunk.head]!;
  return (
    work.places[p.index]!.find((f) => f.use !== 'embedded' && f.start <= head.start && f.end >= head.end) ??
    null
  );
}

/** A state or capital is a place behind a preposition of place, an actor as subject or party: "in Syria" but "Syria said". */
function actsAsPlace(tokens: readonly Token[], chunk: Chunk): boolean {
  const before = tokens[chunk.from - 1]?.form.toLowerCase() ?? '';
  if (before === 'of' && isOfClass(tokens[chunk.from - 2]?.lemma ?? '', 'place')) return true;
  return (
    /^(?:in|inside|near|at|into|across|around|outside|throughout|within|toward|towards|through|to|from|,)$/.test(
      before,
    ) && !isSubject(tokens, chunk)
  );
}
