import { actorById } from '../lexicon/actor.ts';
import { actorData } from '../lexicon/actor-data.ts';
import type { EntityBook, Known } from './entity-book.ts';

/*
 * In a report from one country "the army", "the defence ministry" and "the general staff", never named, are that country's: "Rebels took
 * Goma on Monday. … The army said it had withdrawn."
 */

/** The state in whose land most of a report's places lie, or null where none has three in five of at least two. */
export function homeOf(places: readonly { readonly country: string | null }[]): string | null {
  const counts = new Map<string, number>();
  let all = 0;
  for (const { country } of places) {
    if (country === null) continue;
    all++;
    counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [country, most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const id = `actor:${country.toLowerCase()}`;
  return most >= 2 && most >= 0.6 * all && actorById(id)?.kind === 'state' ? id : null;
}

const ORGANS =
  /^(?:military|government|police|intelligence|presidency|foreign-ministry|defence-ministry|interior-ministry|health-ministry|parliament)$/;
/** Nouns that people without a state have too. */
const LOOSE =
  /^(?:forces|troops|soldiers|officials?|authorities|leadership|delegation|negotiators|diplomats?|administration|commanders|artillery|congress)$/;
let organs: ReadonlyMap<string, string> | null = null;

/** The organ of the report's home state that a noun names, or null. */
export function homeOrgan(book: EntityBook, noun: string): Known | null {
  if (book.home === null) return null;
  organs ??= new Map(
    actorData()
      .bodies.filter((row) => ORGANS.test(row.id))
      .flatMap((row) => row.nouns.map((n) => [n.toLowerCase(), row.id] as const)),
  );
  const word = noun.toLowerCase();
  const organ = LOOSE.test(word) ? undefined : word === 'general staff' ? 'military' : organs.get(word);
  const entry = organ === undefined ? undefined : actorById(`${book.home}-${organ}`);
  if (entry === undefined) return null;
  const known = book.enter(entry.id, 'actor', entry.kind, entry.names[0]!);
  for (const r of entry.relations) book.relate(known, r.kind, r.to, r.from);
  return known;
}
