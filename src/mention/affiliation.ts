import { readList } from '../lexicon/list.ts';
import type { Token } from '../model/token.ts';
import type { Chunk } from './chunk.ts';
import type { EntityBook, Known } from './entity-book.ts';
import { chunkAfter, chunkBefore, type Phrases } from './phrase.ts';

/** Finds the actor that a phrase names, or null. */
export type ActorOf = (chunk: Chunk) => Known | null;

/*
 * Whom a person speaks for stands before the name ("SDF spokesman Mostafa Bali", "their spokesman Talal Silo"), in an apposition
 * ("Omar Alloush, an official in the Raqqa Civilian Council") or right behind it ("Omar Alloush of the council").
 */

/** Ties a person to the organisation the text gives for them, as spokesman or as member. */
export function affiliate(p: Phrases, chunk: Chunk, nameFrom: number, person: Known, actorOf: ActorOf, book: EntityBook, date: string | null): void {
  const { tokens } = p.sentence;
  const title = tokens.slice(chunk.from, nameFrom).map((t) => t.form.toLowerCase());
  const inside = p.matches.filter((m) => m.from >= chunk.from && m.to <= nameFrom).at(-1);
  if (inside !== undefined) {
    book.enter(inside.entry.id, 'actor', inside.entry.kind, inside.entry.names[0]!);
    return tie(book, person, inside.entry.id, title, date);
  }
  const owner = title.length > 0 ? possessor(p, chunk) : null;
  if (owner !== null) {
    const known = actorOf(owner);
    if (known !== null && known.kind === 'actor') return tie(book, person, known.id, title, date);
  }
  const of = chunkAfter(p, chunk, /^(?:of|from|for|at|with)$/);
  const direct = of === null ? null : actorOf(of);
  if (direct !== null && direct.kind === 'actor') return tie(book, person, direct.id, title, date);
  const role = chunkAfter(p, chunk, /^,$/) ?? roleBefore(p, chunk);
  if (role === null || role.pronoun) return;
  const words = tokens.slice(role.from, role.to).map((t) => t.form.toLowerCase());
  if (!words.some((w) => isRole(w))) return;
  const within = p.matches.filter((m) => m.from >= role.from && m.to <= role.to).at(-1);
  const body = chunkAfter(p, role, /^(?:of|from|for|in|at|with|on)$/);
  const known = within !== undefined ? within.entry.id : body !== null ? (actorOf(body)?.id ?? null) : null;
  const theirs = known === null ? (ownPronoun(tokens, role) ?? possessor(p, role)) : null;
  const to = known ?? (theirs === null ? null : (actorOf(theirs)?.id ?? null));
  if (within !== undefined) book.enter(within.entry.id, 'actor', within.entry.kind, within.entry.names[0]!);
  if (to !== null && book.get(to)?.kind === 'actor') tie(book, person, to, words, date);
}

function tie(book: EntityBook, person: Known, to: string, title: readonly string[], date: string | null): void {
  const kind = title.some((w) => /^spokes/.test(w)) ? 'spokesmanFor' : 'memberOf';
  for (const word of title) if (isRole(word)) person.nouns.add(word);
  book.relate(person, kind, to, date);
}

/** "Jonathan Braga, its director of operations". */
function ownPronoun(tokens: readonly Token[], role: Chunk): Chunk | null {
  return tokens[role.from]!.xpos === 'PRP$' ? { from: role.from, to: role.from + 1, head: role.from, pronoun: true } : null;
}

/** "a spokesman for the SDF, Mostafa Bali": the role stands two phrases before. */
function roleBefore(p: Phrases, chunk: Chunk): Chunk | null {
  const body = chunkBefore(p, chunk, /^,$/);
  return body === null ? null : chunkBefore(p, body, /^(?:of|for|from|in|at)$/);
}

/** The phrase in the genitive right before: "the coalition" in "the coalition's spokesman". */
export function possessor(p: Phrases, chunk: Chunk): Chunk | null {
  const before = p.chunks[p.chunks.indexOf(chunk) - 1];
  if (before === undefined) return null;
  return p.sentence.tokens[before.to]?.xpos === 'POS' && before.to + 1 === chunk.from ? before : null;
}

/** Whether a word names an office: "spokesman", "minister", "commander". */
export function isRole(word: string): boolean {
  const bare = word.replace(/\.$/u, '').replace(/(?<=[a-z]{3})s$/u, '');
  return readList('lexicon/title.txt').has(bare);
}
