import { readList } from '../lexicon/list.ts';
import type { NameSpan } from '../model/name-span.ts';
import type { Token } from '../model/token.ts';
import type { Chunk } from './chunk.ts';
import { type EntityBook, type Known, slug } from './entity-book.ts';
import { chunkAfter, type Phrases } from './phrase.ts';

/** A name found at the end of a base noun phrase: its entity and the token where the name itself begins. */
export interface Named {
  readonly known: Known;
  readonly from: number;
  readonly why: string;
}

/**
 * Names the head of a base noun phrase: an actor of the lexicon ("the SDF"), an organisation by its last word ("Raqqa Civil
 * Council") or its capitals, a person ("Colonel Ryan Dillon", later "Dillon"), or what the tagger of names says of it. Null where the head is no name. A place that covers
 * only the end of the name (`placeStart`, "Ali" in "Hassan bin Ali") is none.
 */
export function nameChunk(
  p: Phrases,
  chunk: Chunk,
  book: EntityBook,
  placeStart: number | null,
  pass: 'full' | 'short',
): Named | null {
  const { tokens } = p.sentence;
  const match = p.matches.find((m) => m.from < chunk.to && m.to >= chunk.to && m.to > chunk.head);
  const run = nameRun(tokens, chunk, p);
  if (match !== undefined && (match.from <= run || match.to - match.from > 1) && match.via !== 'demonym') {
    const known = book.enter(
      match.entry.id,
      'actor',
      match.entry.kind,
      match.entry.names[0]!,
      isPlural(tokens[chunk.head]!),
    );
    for (const r of match.entry.relations) book.relate(known, r.kind, r.to, r.from);
    book.alias(formsOf(tokens, match.from, match.to), known);
    return { known, from: Math.max(match.from, chunk.from), why: `actor lexicon: ${match.alias}` };
  }
  if (run >= chunk.to) return null;
  const name = formsOf(tokens, run, chunk.to);
  const isPlace = placeStart !== null && placeStart <= tokens[run]!.start;
  const earlier = book.named(name);
  if (earlier !== null && earlier.kind !== 'place')
    return { known: earlier, from: run, why: `named before: ${name}` };
  const person = book.surname(name);
  if (person !== null) {
    book.alias(name, person);
    return { known: person, from: run, why: `family name of ${person.names[0]}` };
  }
  if (isPlace) return null;
  const tagged = taggedAt(p, chunk);
  if (tagged !== null && (tagged.to - tagged.from > 1 || pass === 'short')) {
    const named = taggedName(p, chunk, tagged, book);
    if (named !== null) return named;
  }
  if (isBody(tokens, run, chunk)) {
    const to = extendBody(p, chunk);
    const full = formsOf(tokens, bodyStart(tokens, chunk, run), to);
    return {
      known: book.enter(`actor:${slug(full)}`, 'actor', 'organisation', full),
      from: run,
      why: 'name of a body',
    };
  }
  const titled = titleOf(p, chunk, run, book);
  if (titled !== null) return titled;
  if (isShort(tokens, run, chunk) && (pass === 'full' || isCommon(tokens, run))) return null;
  if (isAcronym(name) && tagged?.kind !== 'other') {
    const initials = book.withInitials(name);
    if (initials !== null) book.alias(name, initials);
    const known = initials ?? book.enter(`actor:${slug(name)}`, 'actor', 'organisation', name);
    return { known, from: run, why: initials === null ? 'acronym' : `initials of ${initials.names[0]}` };
  }
  return personName(p, chunk, run, name, book);
}

/** "the Sons of the Desert": capitals over an "of" are the name of a movement, unless they lead to a place. */
function titleOf(p: Phrases, chunk: Chunk, run: number, book: EntityBook): Named | null {
  const { tokens } = p.sentence;
  const to = extendBody(p, chunk, 1);
  if (to === chunk.to || tokens[run - 1]?.upos !== 'DET' || isTitle(tokens[chunk.head]!.form)) return null;
  const name = formsOf(tokens, run, to);
  const known = book.enter(`actor:${slug(name)}`, 'actor', 'organisation', name);
  return { known, from: run, why: 'capitals over "of"' };
}

/** One word: a family name or an acronym, which may be introduced only later in the report. */
function isShort(tokens: readonly Token[], run: number, chunk: Chunk): boolean {
  return tokens.slice(run, chunk.to).filter((t) => /\p{L}/u.test(t.form)).length === 1;
}

/** "Correction: …", "Officials said": a capital that only begins its sentence is no name. */
function isCommon(tokens: readonly Token[], at: number): boolean {
  return (
    at === 0 &&
    (tokens[at]!.upos !== 'PROPN' ||
      readList('lexicon/speech-noun.txt').has(tokens[at]!.form.toLowerCase()) ||
      tokens[at + 1]?.form === ':')
  );
}

/** The name that the tagger sees where a phrase has its head; nothing where it is unsure. */
function taggedAt(p: Phrases, chunk: Chunk): NameSpan | null {
  const found = p.sentence.names?.find((n) => n.from <= chunk.head && n.to > chunk.head);
  return found !== undefined && found.from >= chunk.from && found.score >= SURE ? found : null;
}

/** Below this the rules decide alone. */
const SURE = 0.5;

/** Persons and organisations that the tagger of names knows by their words: "Amira Saleh", "the Emergency Lawyers". */
function taggedName(p: Phrases, chunk: Chunk, name: NameSpan, book: EntityBook): Named | null {
  const { tokens } = p.sentence;
  if (name.kind !== 'person' && name.kind !== 'organisation') return null;
  const words = formsOf(tokens, name.from, name.to);
  const why = `names model ${name.score.toFixed(2)}`;
  if (name.kind === 'person') {
    const known = book.surname(words) ?? book.enter(`person:${slug(words)}`, 'person', null, words);
    if (name.from > chunk.from && isTitle(tokens[name.from - 1]!.form))
      noteTitle(tokens, chunk, name.from, words, known);
    return known.kind === 'person' ? { known, from: name.from, why } : null;
  }
  const initials = isAcronym(words) ? book.withInitials(words) : null;
  if (initials !== null) book.alias(words, initials);
  const known = initials ?? book.enter(`actor:${slug(words)}`, 'actor', 'organisation', words);
  return known.kind === 'actor' ? { known, from: name.from, why } : null;
}

/** A capitalised run behind a title is a person, whatever the tagger says: "Colonel Nur". */
function personName(p: Phrases, chunk: Chunk, run: number, name: string, book: EntityBook): Named | null {
  const { tokens } = p.sentence;
  if (run === chunk.from || !isTitle(tokens[run - 1]!.form) || /\d/u.test(name)) return null;
  if (tokens.slice(run, chunk.to).filter((t) => /\p{Lu}/u.test(t.form)).length > 4) return null;
  const known = book.enter(`person:${slug(name)}`, 'person', null, name);
  noteTitle(tokens, chunk, run, name, known);
  return { known, from: run, why: 'title and name' };
}

/** "Colonel Ryan Dillon" is a name of his too, and he may be "the colonel" later. */
function noteTitle(tokens: readonly Token[], chunk: Chunk, run: number, name: string, known: Known): void {
  let from = run;
  while (from > chunk.from && isTitle(tokens[from - 1]!.form)) from--;
  for (let i = from; i < run; i++) known.nouns.add(tokens[i]!.form.toLowerCase());
  const title = formsOf(tokens, from, run);
  if (/^\p{Lu}/u.test(title) && !known.names.includes(`${title} ${name}`))
    known.names.push(`${title} ${name}`);
}

/** First token of the capitalised run that ends the chunk, after titles, adjectives of states and other actors' names. */
function nameRun(tokens: readonly Token[], chunk: Chunk, p: Phrases): number {
  let from = chunk.to;
  while (from > chunk.from && isNamePart(tokens, from - 1)) from--;
  for (let i = chunk.to - 2; i >= from; i--) {
    if (
      isTitle(tokens[i]!.form) &&
      !(NAMELIKE.test(tokens[i]!.form) && i > from && !isTitle(tokens[i - 1]!.form))
    ) {
      from = i + 1;
      break;
    }
  }
  for (const m of p.matches)
    if (m.from <= from && m.to > from && m.to < chunk.to && m.via !== 'metonym') from = m.to;
  while (from < chunk.to && (tokens[from]!.form === '-' || /^["“”'‘’.]$/u.test(tokens[from]!.form))) from++;
  return from;
}

/** Titles that are also names: "Jihan Sheikh Ahmed". */
const NAMELIKE = /^(?:sheikh?|prince|king|imam|judge|pope|major|doctor)$/i;

function isNamePart(tokens: readonly Token[], i: number): boolean {
  const t = tokens[i]!;
  if (t.form === '-' || /^(?:al|el|ar|as|ash|bin|ibn|de|van|von|der)$/u.test(t.form)) return i > 0;
  return /^\p{Lu}/u.test(t.form) && (t.upos === 'PROPN' || t.upos === 'NOUN' || (t.upos === 'ADJ' && i > 0));
}

function isTitle(form: string): boolean {
  return readList('lexicon/title.txt').has(form.toLowerCase().replace(/\.$/u, ''));
}

function isBody(tokens: readonly Token[], run: number, chunk: Chunk): boolean {
  return (
    chunk.to - run >= 1 &&
    run <= chunk.head &&
    hasBodyNoun(tokens[chunk.head]!) &&
    (chunk.to - run > 1 || tokens[run - 1]?.upos === 'ADJ')
  );
}

function hasBodyNoun(token: Token): boolean {
  return /^\p{Lu}/u.test(token.form) && readList('lexicon/bodies.txt').has(token.form.toLowerCase());
}

/** A body keeps the adjective of a state in its name: "Syrian Democratic Forces". */
function bodyStart(tokens: readonly Token[], chunk: Chunk, run: number): number {
  let from = run;
  while (from > chunk.from && /^\p{Lu}/u.test(tokens[from - 1]!.form) && tokens[from - 1]!.upos !== 'DET')
    from--;
  return from;
}

/** "Observatory for Human Rights", "Movement of the Free": a body's name runs on over a preposition to capitals. */
function extendBody(p: Phrases, chunk: Chunk, least = 2): number {
  const next = chunkAfter(p, chunk, /^(?:for|of)$/);
  if (next === null || next.pronoun) return chunk.to;
  const { tokens } = p.sentence;
  const capital = tokens.slice(next.from, next.to).every((t) => /^\p{Lu}|^the$/u.test(t.form));
  return capital && next.to - next.from >= least ? next.to : chunk.to;
}

function isAcronym(name: string): boolean {
  return /^(?=.{2,8}$)[\p{Lu}][\p{Lu}\p{N}-]*\p{Lu}s?$/u.test(name);
}

function isPlural(token: Token): boolean {
  return /S$/.test(token.xpos) && token.xpos !== 'POS';
}

/** The actor that the report itself names in tokens [from, to), by its longest name there; looks at the last ten words. */
export function nameWithin(
  tokens: readonly Token[],
  from: number,
  to: number,
  book: EntityBook,
): Known | null {
  for (let i = Math.max(from, to - 10); i < to; i++) {
    if (!/^\p{Lu}/u.test(tokens[i]!.form)) continue;
    for (let k = Math.min(to, i + 7); k > i; k--) {
      const name = formsOf(tokens, i, k);
      const known = book.named(name) ?? (isAcronym(name) ? book.withInitials(name) : null);
      if (known?.kind === 'actor') return known;
    }
  }
  return null;
}

/** Words joined as written in a name: one space, none round a hyphen or before a stop. */
export function formsOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const gap = i > from && tokens[i]!.start > tokens[i - 1]!.end ? ' ' : '';
    text += gap + tokens[i]!.form;
  }
  return text;
}
