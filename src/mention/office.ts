import { actorById } from '../lexicon/actor.ts';
import { type Office, officeOf, officeOfFamily } from '../lexicon/official.ts';
import { hashText } from '../parse/feature-hash.ts';
import { GIVEN, nameWords } from '../parse/name-word.ts';
import type { EntityBook, Known } from './entity-book.ts';

/*
 * Who holds a high office is named without saying whose: "Lavrov said", "a letter by Antonio Guterres". On the day of the report the
 * name tells whom they speak for. What the report itself says of a person goes before, and a family name that is a first name as well
 * ("Ahmed said") tells nothing. Members of a government speak for their state.
 */

/** Length of a state's id, "actor:xx". */
const STATE = 8;

/** Ties a person to the actor whose office he or she holds on the day of the report. */
export function holdOffice(person: Known, book: EntityBook, date: string | null): void {
  if (person.relations.some((r) => r.kind === 'memberOf' || r.kind === 'spokesmanFor')) return;
  const office = officeOn(person, date);
  if (office === null) return;
  const organ = actorById(office.of);
  const state = organ?.kind === 'government' ? actorById(office.of.slice(0, STATE)) : undefined;
  const entry = state?.kind === 'state' ? state : organ;
  if (entry === undefined) return;
  const actor = book.enter(entry.id, 'actor', entry.kind, entry.names[0]!);
  for (const r of entry.relations) book.relate(actor, r.kind, r.to, r.from);
  if (office.name !== null) book.alias(office.name, person);
  book.relate(person, 'memberOf', actor.id, office.from);
}

function officeOn(person: Known, date: string | null): Office | null {
  for (const name of person.names) {
    const office = officeOf(name, date);
    if (office !== null) return office;
  }
  const [name] = person.names;
  if (date === null || name === undefined || person.names.some((n) => /\s/.test(n))) return null;
  const given = (nameWords().of(hashText(name.toLowerCase())) & GIVEN) !== 0;
  return given ? null : officeOfFamily(name, date);
}
