import { lookupActor } from '../lexicon/actor.ts';
import { acronyms } from '../text/acronym.ts';
import { type EntityBook, type Known, slug } from './entity-book.ts';
import { formsOf } from './name.ts';
import type { Phrases } from './phrase.ts';

/** The acronyms a report introduces, with whom they mean for the whole of it, whatever a lexicon knows under them. */
export function define(all: readonly Phrases[], book: EntityBook): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (const p of all) {
    const { tokens } = p.sentence;
    for (const { acronym, from, to } of acronyms(tokens)) {
      if (!found.has(acronym)) found.set(acronym, enter(book, p, from, to, acronym));
    }
  }
  return found;
}

function enter(book: EntityBook, p: Phrases, from: number, to: number, acronym: string): Known {
  const name = formsOf(p.sentence.tokens, from, to);
  const entry = p.matches.find((m) => m.from === from && m.to === to)?.entry ?? lookupActor(name)[0];
  const known =
    entry === undefined
      ? book.enter(`actor:${slug(name)}`, 'actor', 'organisation', name)
      : book.enter(entry.id, 'actor', entry.kind, entry.names[0]!);
  book.alias(name, known);
  book.alias(acronym, known);
  const tail = /['’]s\s+(.+)$/u.exec(name)?.[1];
  if (tail !== undefined) book.alias(tail, known);
  return known;
}
