import { gazetteer } from '../lexicon/gazetteer.ts';
import { hashText, mix } from '../parse/feature-hash.ts';
import { caseOf, FormBank, shapeOf } from '../parse/form-bank.ts';
import { INNER, NOUN, nameWords, PART_BITS } from '../parse/name-word.ts';
import { foldForm } from '../parse/word-bank.ts';
import { wordClasses } from '../parse/word-class.ts';
import { placeLexicon } from './place-lexicon.ts';

/** Columns of a word's row. */
export const LOWER = 0;
export const FORM = 1;
export const SHAPE = 2;
export const PREFIX = 3; // 3..5: first 2-4 letters
export const SUFFIX = 6; // 6..9: last 1-4 letters
/** 0 small, 1 first letter capital, 2 all capitals, 3 capitals inside, 4 digits, 5 mark. */
export const CASE = 10;
/** What the dictionary says the small word can be, spread. */
export const LISTED = 11;
/** Bits of `src/parse/name-word.ts`. */
export const PARTS = 12;
/** How big the biggest place of this name is, 0 to 6. */
export const PLACE = 13;
/** Bits of `ROLE`. */
export const DUTY = 14;
/** Clusters of words that stand in like places, narrow and wide, spread. */
export const CLUSTER = 15;
export const WIDE = 16;
const WIDTH = 17;

/** What the lexicon says of a word beside names. */
export const ROLE = {
  title: 1,
  body: 2,
  designator: 4,
  direction: 8,
  locator: 16,
  calendar: 32,
  link: 64,
} as const;

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const LOCATOR = /^(?:in|at|near|from|into|inside|outside|around|across|towards?|throughout)$/;
/** Small words inside names: "Bank of England", "Hassan bin Ali", "Ar-Raqqah". */
const LINK =
  /^(?:of|the|for|and|de|del|der|des|du|da|dos|di|la|le|les|van|von|den|bin|ibn|bint|ben|al|el|ar|as|ash|an|ad|at|az|ez|ould|y|in|on|to|&|-|–|['’]s?|\.|\/)$/;

const LIMIT = 1 << 16;

/** What a word looks like, and what dictionary, gazetteer and lexicon say of it. */
export class NameBank extends FormBank {
  constructor() {
    super(WIDTH, LIMIT);
  }

  protected override fill(at: number, form: string): void {
    const { cells } = this;
    const lower = foldForm(form);
    const n = lower.length;
    const hash = hashText(lower);
    cells[at + LOWER] = hash;
    cells[at + FORM] = hashText(form);
    cells[at + SHAPE] = hashText(shapeOf(form));
    for (let k = 2; k <= 4; k++) cells[at + PREFIX + k - 2] = n >= k ? hashText(lower, 0, k) : 0;
    for (let k = 1; k <= 4; k++) cells[at + SUFFIX + k - 1] = n >= k ? hashText(lower, n - k, n) : 0;
    const kind = kindOf(form);
    cells[at + CASE] = kind;
    const listed = wordClasses().of(hash);
    cells[at + LISTED] = listed === 0 ? 0 : mix(listed + 60013);
    const facts = nameWords().of(hash);
    const parts = facts & ((1 << PART_BITS) - 1);
    cells[at + PARTS] =
      parts === 0 && lower.endsWith('s') ? nameWords().of(hashText(lower, 0, n - 1)) & NOUN : parts;
    const cluster = facts >> PART_BITS;
    cells[at + CLUSTER] = mix(cluster + 70001);
    cells[at + WIDE] = cluster === 0 ? 0 : mix(Math.floor((cluster - 1) / INNER) + 80021);
    cells[at + PLACE] = kind >= 1 && kind <= 3 ? placeSize(form) : 0;
    cells[at + DUTY] = duties(lower);
  }
}

/** The case of a form by its letters, and what is no word apart: see `CASE`. */
function kindOf(form: string): number {
  if (!/[\p{L}\p{N}]/u.test(form)) return 5;
  return /^\p{N}/u.test(form) && !/\p{Lu}/u.test(form) ? 4 : caseOf(form);
}

function placeSize(form: string): number {
  let size = 0;
  for (const place of gazetteer().find(form)) {
    const own =
      place.kind === 'country'
        ? 6
        : place.kind === 'admin1' || place.kind === 'region'
          ? 5
          : place.people > 1_000_000
            ? 4
            : place.people > 100_000
              ? 3
              : place.people > 15_000
                ? 2
                : 1;
    if (own > size) size = own;
  }
  return size;
}

function duties(lower: string): number {
  const lexicon = placeLexicon();
  const bare = lower.replace(/\.$/u, '');
  return (
    (lexicon.titles.has(bare) ? ROLE.title : 0) |
    (lexicon.bodies.has(lower) ? ROLE.body : 0) |
    (lexicon.designators.has(lower) || lexicon.places.has(lower) ? ROLE.designator : 0) |
    (lexicon.directions.has(lower) ? ROLE.direction : 0) |
    (LOCATOR.test(lower) ? ROLE.locator : 0) |
    (CALENDAR.test(lower) ? ROLE.calendar : 0) |
    (LINK.test(lower) ? ROLE.link : 0)
  );
}
