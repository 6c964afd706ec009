import type { Token } from '../model/token.ts';
import type { EntityBook, Known, Use } from './entity-book.ts';

/*
 * "he" and "she" mean the person last named, before one who was merely mentioned the one who was subject; "they" people or a
 * group; "it" an organisation or a state. "I" and "we" mean whoever speaks and are left to attribution.
 */

const PERSON = /^(?:he|she|him|her|his|hers|himself|herself)$/i;
const MANY = /^(?:they|them|their|theirs|themselves)$/i;
const THING = /^(?:it|its|itself)$/i;

/** Whom a pronoun cannot mean. */
export interface Excluded {
  /** The subject of its own verb: "the men were keeping them" keeps others. */
  readonly subject?: Known | null;
  /** Anybody named before it in its sentence: "the fighters will leave, it said" is said by somebody else. */
  readonly sentence?: boolean;
  /** It is no subject: "the men freed the villagers and fed them" feeds the last people named, not who acted before. */
  readonly object?: boolean;
}

/** The entity a pronoun of the third person means, or null; looks at most three sentences back. */
export function referent(
  token: Token,
  index: number,
  sentence: number,
  book: EntityBook,
  not: Excluded = {},
): Known | null {
  const fits = PERSON.test(token.form)
    ? (u: Use) => u.known.kind === 'person'
    : MANY.test(token.form)
      ? (u: Use) => u.known.kind === 'actor' && (u.known.plural || u.known.role !== 'state')
      : THING.test(token.form)
        ? (u: Use) =>
            u.known.kind === 'actor' &&
            !/^(?:civilians|sub-group)$/.test(u.known.role ?? '') &&
            u.known.id !== 'group:tribal-leaders'
        : null;
  if (fits === null) return null;
  const before = (u: Use) =>
    fits(u) &&
    u.known !== not.subject &&
    (u.sentence < sentence || (u.token < index && not.sentence !== true));
  if (not.object === true && MANY.test(token.form)) {
    const people = book.latest((u) => before(u) && u.known.plural && !u.subject, sentence, 0);
    if (people !== null) return people;
  }
  const acted = (reach: number) => book.latest((u) => before(u) && u.subject, sentence, reach);
  // "Its fighters left. … “We won”, their spokesman said": first its own sentence, then who acted in the one before.
  const near = token.xpos === 'PRP$' ? (acted(0) ?? book.latest(before, sentence, 0) ?? acted(1)) : acted(1);
  return near ?? book.latest(before, sentence, 3);
}
