import { readList } from '../lexicon/list.ts';
import type { Token } from '../model/token.ts';
import type { Chunk } from './chunk.ts';
import type { EntityBook, Known } from './entity-book.ts';
import { nameWithin } from './name.ts';
import { chunkAfter, chunkBefore, type Phrases } from './phrase.ts';

/** Finds the actor that a phrase names, or null. */
export type ActorOf = (chunk: Chunk) => Known | null;

/** The organisation a person is tied to, and the words of the office that ties them. */
interface Tie {
  readonly to: string;
  readonly office: readonly string[];
}

/*
 * Whom a person speaks for stands before the name ("SDF spokesman Mostafa Bali", "their spokesman Talal Silo"), in an apposition
 * ("Omar Alloush, a member of the council") or right behind it ("Omar Alloush of the council").
 */

/** Ties a person to the organisation the text gives for them, as spokesman or as member, from the given day on. */
export function affiliate(
  p: Phrases,
  chunk: Chunk,
  nameFrom: number,
  person: Known,
  actorOf: ActorOf,
  book: EntityBook,
  date: string | null,
): void {
  const title = p.sentence.tokens.slice(chunk.from, nameFrom).map((t) => t.form.toLowerCase());
  const tie =
    before(p, chunk, nameFrom, title, actorOf, book) ??
    behind(p, chunk, title, actorOf) ??
    apposed(p, chunk, actorOf, book);
  if (tie === null || book.get(tie.to)?.kind !== 'actor') return;
  for (const word of tie.office) if (isRole(word)) person.nouns.add(word);
  book.relate(person, tie.office.some((w) => /^spokes/.test(w)) ? 'spokesmanFor' : 'memberOf', tie.to, date);
}

function before(
  p: Phrases,
  chunk: Chunk,
  nameFrom: number,
  title: readonly string[],
  actorOf: ActorOf,
  book: EntityBook,
): Tie | null {
  const inside = named(p, chunk.from, nameFrom, book);
  if (inside !== null) return { to: inside, office: title };
  const owner = title.length > 0 ? (ownPronoun(p.sentence.tokens, chunk) ?? possessor(p, chunk)) : null;
  const known = owner === null ? null : actorOf(owner);
  return known === null ? null : { to: known.id, office: title };
}

function behind(p: Phrases, chunk: Chunk, title: readonly string[], actorOf: ActorOf): Tie | null {
  const of = chunkAfter(p, chunk, /^(?:of|from|for|at|with)$/);
  const known = of === null ? null : actorOf(of);
  return known === null ? null : { to: known.id, office: title };
}

function apposed(p: Phrases, chunk: Chunk, actorOf: ActorOf, book: EntityBook): Tie | null {
  const role = officeAfter(p, chunk) ?? officeBefore(p, chunk) ?? roleBefore(p, chunk);
  if (role === null || role.pronoun) return null;
  const { tokens } = p.sentence;
  const office = tokens.slice(role.from, role.to).map((t) => t.form.toLowerCase());
  if (!office.some(isRole)) return null;
  const inside = named(p, role.from, role.to, book);
  if (inside !== null) return { to: inside, office };
  const body = chunkAfter(p, role, /^(?:of|from|for|in|at|with|on)$/);
  const owner = ownPronoun(tokens, role) ?? possessor(p, role);
  const known = (body === null ? null : actorOf(body)) ?? (owner === null ? null : actorOf(owner));
  return known === null ? null : { to: known.id, office };
}

/** "Omar Alloush, | an official", but not "according to Alloush, | an official | left". */
function officeAfter(p: Phrases, chunk: Chunk): Chunk | null {
  const next = chunkAfter(p, chunk, /^,$/);
  return next !== null && isOffice(p, next) && !/^(?:VERB|AUX)$/.test(p.sentence.tokens[next.to]?.upos ?? '')
    ? next
    : null;
}

/** "its spokesman, | Colonel Peter Halloran". */
function officeBefore(p: Phrases, chunk: Chunk): Chunk | null {
  const prior = chunkBefore(p, chunk, /^,$/);
  return prior !== null && isOffice(p, prior) ? prior : null;
}

function isOffice(p: Phrases, chunk: Chunk): boolean {
  return (
    !chunk.pronoun &&
    p.sentence.tokens[chunk.head]!.upos === 'NOUN' &&
    isRole(p.sentence.tokens[chunk.head]!.lemma)
  );
}

/** The actor named in tokens [from, to): by the lexicon, or by the report itself. */
function named(p: Phrases, from: number, to: number, book: EntityBook): string | null {
  const match = p.matches.filter((m) => m.from >= from && m.to <= to).at(-1);
  if (match !== undefined)
    return book.enter(match.entry.id, 'actor', match.entry.kind, match.entry.names[0]!).id;
  return nameWithin(p.sentence.tokens, from, to, book)?.id ?? null;
}

/** "Jonathan Braga, its director of operations". */
function ownPronoun(tokens: readonly Token[], role: Chunk): Chunk | null {
  if (tokens[role.from]!.xpos !== 'PRP$') return null;
  return { from: role.from, to: role.from + 1, head: role.from, pronoun: true };
}

/** "a spokesman for the SDF, Mostafa Bali": the role stands two phrases before. */
function roleBefore(p: Phrases, chunk: Chunk): Chunk | null {
  const body = chunkBefore(p, chunk, /^,$/);
  return body === null ? null : chunkBefore(p, body, /^(?:of|for|from|in|at)$/);
}

/** The phrase in the genitive right before: "the coalition" in "the coalition's spokesman". */
export function possessor(p: Phrases, chunk: Chunk): Chunk | null {
  const prior = p.chunks[p.chunks.indexOf(chunk) - 1];
  if (prior === undefined) return null;
  return p.sentence.tokens[prior.to]?.xpos === 'POS' && prior.to + 1 === chunk.from ? prior : null;
}

/** Whether a word names an office: "spokesman", "minister", "commander". */
export function isRole(word: string): boolean {
  const bare = word.replace(/\.$/u, '').replace(/(?<=[a-z]{3})s$/u, '');
  return readList('lexicon/title.txt').has(bare);
}
