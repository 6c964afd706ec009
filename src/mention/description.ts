import { actorById } from '../lexicon/actor.ts';
import { isOfClass } from '../lexicon/event.ts';
import { readList } from '../lexicon/list.ts';
import { type People, peopleOf } from '../lexicon/people.ts';
import { type ActorOf, isRole, possessor } from './affiliation.ts';
import type { Chunk } from './chunk.ts';
import { type EntityBook, type Known, slug } from './entity-book.ts';
import { homeOrgan } from './home.ts';
import { nameWithin } from './name.ts';
import { chunkAfter, modifiers, type Phrases } from './phrase.ts';

/** A phrase without a name, resolved. */
export interface Described {
  readonly known: Known;
  readonly why: string;
}

/** Nouns that only say how much of their "of" phrase is meant. */
export const PARTITIVE =
  /^(?:batch|group|number|part|portion|majority|minority|rest|remainder|handful|couple|dozen|hundred|thousand|score|lot|share|half|third|quarter|contingent|wave|pair|bulk|crowd|column|some|most|many|all|none|few|several|one|two|three|four|five|any|each|both|total|remnant|last|meeting|gathering|delegation|assembly|team|column)s?$/i;
const FOREIGN = /^(?:foreign|foreigners?|non-\p{L}+)$/u;
const LOCAL = /^(?:local|locals|native|indigenous)$/u;
const RADICAL = /^(?:jihadis?t?s?|terrorists?|extremists?|islamists?|militants?|gunm[ae]n|insurgents?)$/u;

/**
 * Resolves a common noun phrase to who is meant: an organisation by its people ("coalition officers" is the coalition), a
 * sub-group with the group it is part of ("foreign fighters" of the Islamic State), people as such ("civilians"), or an
 * entity named before ("the alliance", "the council", "the spokesman").
 */
export function describeChunk(
  p: Phrases,
  chunk: Chunk,
  book: EntityBook,
  actorOf: ActorOf,
): Described | null {
  const head = p.sentence.tokens[chunk.head]!;
  const mods = modifiers(p, chunk);
  const demonym = p.matches.find((m) => m.from === chunk.head && m.via === 'demonym' && /S$/.test(head.xpos));
  const part = PARTITIVE.test(head.lemma) ? chunkAfter(p, chunk, /^of$/) : null;
  const whole = part === null ? null : actorOf(part);
  if (whole !== null) return { known: whole, why: `${head.form} of ${whole.names[0]}` };
  if (readList('lexicon/speech-noun.txt').has(head.lemma)) return issued(p, chunk, book, actorOf);
  const people = peopleOf(head.lemma, mods);
  const named =
    people !== null && /^(?:people|person|individual)$/.test(head.lemma) ? namely(p, chunk, actorOf) : null;
  if (named !== null) return { known: named, why: `people, namely ${named.names[0]}` };
  const origins = people === null ? contingent(p, chunk, book, mods) : null;
  if (origins !== null) return origins;
  if (people !== null) return describePeople(p, chunk, book, actorOf, people, mods);
  const wielder = isOfClass(head.lemma, 'wielded')
    ? (ownerOf(p, chunk, book, actorOf) ?? stateOf(p, chunk, book))
    : null;
  if (wielder !== null && wielder.kind === 'actor')
    return { known: wielder, why: `${head.form} stand for ${wielder.names[0]}` };
  if (demonym !== undefined) {
    const state = book.enter(demonym.entry.id, 'actor', demonym.entry.kind, demonym.entry.names[0]!);
    return {
      known: group(book, null, `people of ${state.names[0]}`, state.id, head.form),
      why: 'people of a state',
    };
  }
  return definite(p, chunk, book, actorOf, mods);
}

/** "The foreign contingent", "the local ones": the part of a group by where its fighters are from. */
function contingent(p: Phrases, chunk: Chunk, book: EntityBook, mods: readonly string[]): Described | null {
  const { lemma, form } = p.sentence.tokens[chunk.head]!;
  if (!/^(?:contingent|element|component|one)$/.test(lemma)) return null;
  const origin = originOf(p, chunk, mods, form.toLowerCase());
  const owner = origin === null ? null : fightersOwner(book, p.index, origin === 'foreign');
  return origin === null || owner === null
    ? null
    : subGroup(book, owner, origin, 'fighters', form.toLowerCase());
}

/** "The front said | its forces | had left": those of whoever "its" means; a government's are its army. */
function ownForces(
  p: Phrases,
  chunk: Chunk,
  book: EntityBook,
  actorOf: ActorOf,
  mods: readonly string[],
): Known | null {
  const { lemma } = p.sentence.tokens[chunk.head]!;
  if (!/^(?:force|troop|army|unit)s?$/.test(lemma) || !/^(?:its|their|his|her)$/.test(mods[0] ?? ''))
    return null;
  return withArmy(book, ownerOf(p, chunk, book, actorOf));
}

/** The army of a state or government; an armed group fights itself. */
function withArmy(book: EntityBook, owner: Known | null): Known | null {
  if (owner === null || (owner.role !== 'state' && owner.role !== 'government')) return owner;
  const state = /^(actor:[a-z]{2})(?:-government)?$/.exec(owner.id)?.[1];
  const entry = state === undefined ? undefined : actorById(`${state}-military`);
  if (entry === undefined) return owner;
  const known = book.enter(entry.id, 'actor', entry.kind, entry.names[0]!);
  for (const r of entry.relations) book.relate(known, r.kind, r.to, r.from);
  return known;
}

/** "Government forces", "army troops", without the state: those of the army last spoken of. */
function forces(p: Phrases, chunk: Chunk, book: EntityBook, mods: readonly string[]): Known | null {
  const { lemma } = p.sentence.tokens[chunk.head]!;
  const own = /^(?:force|troop|army|soldier|unit)s?$/.test(lemma);
  if (!own || !mods.some((m) => /^(?:government|regime|army|loyalist)$/.test(m))) return null;
  return (
    book.latest((u) => u.known.role === 'military', p.index, 60) ??
    homeOrgan(book, 'army') ??
    withArmy(
      book,
      book.latest((u) => u.known.role === 'government', p.index, 60),
    )
  );
}

/** "About 300 people, | local fighters and their families, | left": the apposition says who they were. */
function namely(p: Phrases, chunk: Chunk, actorOf: ActorOf): Known | null {
  const next = chunkAfter(p, chunk, /^,$/);
  if (next === null || next.pronoun || !/S$/.test(p.sentence.tokens[next.head]!.xpos)) return null;
  const known = actorOf(next);
  return known?.role === 'sub-group' || known?.role === 'armed-group' ? known : null;
}

/** "US statements", "the council's report": words stand for who issued them. */
function issued(p: Phrases, chunk: Chunk, book: EntityBook, actorOf: ActorOf): Described | null {
  const owner = ownerOf(p, chunk, book, actorOf);
  return owner === null ? null : { known: owner, why: `words of ${owner.names[0]}` };
}

function describePeople(
  p: Phrases,
  chunk: Chunk,
  book: EntityBook,
  actorOf: ActorOf,
  people: People,
  mods: readonly string[],
): Described | null {
  const { tokens } = p.sentence;
  const head = tokens[chunk.head]!;
  const word = head.form.toLowerCase();
  const owner = ownerOf(p, chunk, book, actorOf);
  if (people.sense === 'tribal leaders') {
    return {
      known: book.enter('group:tribal-leaders', 'actor', 'civil-body', 'tribal leaders', true),
      why: 'tribal leaders',
    };
  }
  if (people.body === 'officers') {
    const kin = head.lemma === 'member' ? chunkAfter(p, chunk, /^of$/) : null;
    const family = kin === null ? null : actorOf(kin);
    if (family?.role === 'civilians') return { known: family, why: `members of ${family.names[0]}` };
    const origin = originOf(p, chunk, mods, word);
    if (owner !== null && origin !== null && /S$/.test(head.xpos) && isArmed(owner))
      return subGroup(book, owner, origin, 'fighters', word);
    const side = owner ?? stateOf(p, chunk, book) ?? (mods.includes('local') ? localBody(book) : null);
    if (side !== null) return { known: side, why: `${word} stand for ${side.names[0]}` };
    const person =
      mods[0] === 'the'
        ? book.latest((u) => u.known.kind === 'person' && u.known.nouns.has(head.lemma), p.index, 40)
        : null;
    return person === null ? null : { known: person, why: `the ${word} named before` };
  }
  if (
    people.body === 'armed' ||
    (people.sense === 'civilians' && /^(?:man|men)$/.test(word) && mods.includes('armed'))
  ) {
    const origin = originOf(p, chunk, mods, word);
    const of = owner ?? fightersOwner(book, p.index, RADICAL.test(word) || origin === 'foreign');
    if (owner === null && mods.includes('allied')) return null;
    if (people.sense === 'foreigners' && owner === null && !book.sorted)
      return { known: group(book, null, 'foreign people', null, word), why: 'foreigners' };
    if (people.sense === 'soldiers' && owner === null) return army(book, p.index, word);
    if (people.sense === 'soldiers' && /^(?:its|their|his|her)$/.test(mods[0] ?? '')) {
      const own = withArmy(book, owner);
      if (own !== null) return { known: own, why: `${word} of ${own.names[0]}` };
    }
    if (of === null)
      return {
        known: group(
          book,
          null,
          [origin, people.sense === 'foreigners' ? 'fighters' : people.sense].filter(Boolean).join(' '),
          null,
          word,
        ),
        why: people.sense,
      };
    return origin === null
      ? { known: of, why: `${word} of ${of.names[0]}` }
      : subGroup(book, of, origin, 'fighters', word);
  }
  if (people.sense === 'relatives' && owner !== null) {
    const of = owner.relations.find((r) => r.kind === 'partOf')?.to ?? owner.id;
    return {
      known: group(book, book.get(of) ?? owner, 'relatives', null, word),
      why: `relatives of ${owner.names[0]}`,
    };
  }
  if (owner !== null && isArmed(owner) && /^(?:men|people|members|boys)$/.test(word)) {
    return { known: owner, why: `${word} of ${owner.names[0]}` };
  }
  if (
    word === 'locals' &&
    fightersOwner(book, p.index, false) !== null &&
    !/^(?:nsubj|obj)/.test(head.deprel)
  ) {
    return subGroup(book, fightersOwner(book, p.index, false)!, 'local', 'fighters', word);
  }
  const men = /^(?:men|ones)$/.test(word) ? menBefore(book, p.index, mods) : null;
  if (men !== null) return { known: men, why: `${mods[0]} ${word} named before` };
  const known = group(book, null, people.sense, null, word);
  if (people.sense === 'captives' && !known.names.includes(word)) known.names.push(word);
  return { known, why: people.sense };
}

/** "Forty local fighters … | the men | will go": the fighters spoken of last, unless civilians were since. */
function menBefore(book: EntityBook, sentence: number, mods: readonly string[]): Known | null {
  if (!/^(?:the|these|those|such)$/.test(mods[0] ?? '')) return null;
  const last = book.latest((u) => u.known.plural, sentence, 8);
  if (last !== null) return last.role === 'sub-group' ? last : null;
  return book.latest((u) => isArmed(u.known) && u.known.nouns.has('fighters'), sentence, 8);
}

/** "Local officials": those of the one council or administration that the report names. */
function localBody(book: EntityBook): Known | null {
  const bodies = book
    .all()
    .filter(
      (k) =>
        k.role === 'civil-body' &&
        k.names.some((n) => /\b(?:Council|Administration|Municipality|Authority)\b/u.test(n)),
    );
  return bodies.length === 1 ? bodies[0]! : null;
}

/** Whether a phrase sorts fighters by where they are from: "foreign militants", "a few fighters, all of them locals". */
export function sortsFighters(p: Phrases, chunk: Chunk): boolean {
  const sorts = (t: { readonly form: string }) =>
    FOREIGN.test(t.form.toLowerCase()) || LOCAL.test(t.form.toLowerCase());
  const { tokens } = p.sentence;
  return tokens.slice(chunk.from, chunk.head).some(sorts) || tokens.slice(chunk.to, chunk.to + 8).some(sorts);
}

function subGroup(book: EntityBook, owner: Known, origin: string, sense: string, word: string): Described {
  return {
    known: group(book, owner, `${origin} ${sense}`, null, word),
    why: `${origin} part of ${owner.names[0]}`,
  };
}

function group(
  book: EntityBook,
  owner: Known | null,
  name: string,
  partOf: string | null,
  word: string,
): Known {
  const id = owner === null ? `group:${slug(name)}` : `group:${owner.id.replace(/^\w+:/, '')}/${slug(name)}`;
  const known = book.enter(
    id,
    'actor',
    /civilian|relatives|people|captives/.test(name) ? 'civilians' : 'sub-group',
    name,
    true,
  );
  if (owner !== null) book.relate(known, 'partOf', owner.id);
  if (partOf !== null) book.relate(known, 'partOf', partOf);
  known.nouns.add(word);
  return known;
}

/** Whose people: a name inside the phrase, behind "of" or "for", or in the genitive before it. */
export function ownerOf(p: Phrases, chunk: Chunk, book: EntityBook, actorOf: ActorOf): Known | null {
  const inside = p.matches
    .filter((m) => m.from >= chunk.from && m.to <= chunk.head && m.via !== 'demonym')
    .at(-1);
  if (inside !== undefined) {
    const known = book.enter(inside.entry.id, 'actor', inside.entry.kind, inside.entry.names[0]!);
    for (const r of inside.entry.relations) book.relate(known, r.kind, r.to, r.from);
    return known;
  }
  const { tokens } = p.sentence;
  const named = nameWithin(tokens, chunk.from, chunk.head, book) ?? bodyWithin(p, chunk, book);
  if (named !== null) return named;
  const of = chunkAfter(p, chunk, /^(?:of|for|from|in|at|with|loyal to|allied to)$/) ?? possessor(p, chunk);
  const known = of === null ? null : actorOf(of);
  if (known !== null && known.kind === 'actor' && known.role !== 'civilians') return known;
  const before = p.chunks[p.chunks.indexOf(chunk) - 1];
  const own =
    before?.pronoun === true && before.to === chunk.from
      ? actorOf(before)
      : tokens[chunk.from]!.xpos === 'PRP$'
        ? actorOf({ ...chunk, to: chunk.from + 1, head: chunk.from, pronoun: true })
        : null;
  if (own?.kind !== 'person') return own !== null && own.kind === 'actor' ? own : null;
  const side = own.relations.find((r) => r.kind === 'spokesmanFor' || r.kind === 'memberOf');
  return side === undefined ? null : book.get(side.to);
}

/** "coalition officers", "army commanders": the common noun of a body before the head means the one named before. */
function bodyWithin(p: Phrases, chunk: Chunk, book: EntityBook): Known | null {
  const { tokens } = p.sentence;
  for (let i = Math.max(chunk.from, chunk.head - 3); i < chunk.head; i++) {
    const noun = isBodyNoun(tokens[i]!.form) ? tokens[i]!.form : null;
    const known = noun === null ? null : (byNoun(book, noun, p.index) ?? homeOrgan(book, noun));
    if (known !== null && known.kind === 'actor') return known;
  }
  return null;
}

/** "a Turkish security official": an officer named by a state's adjective stands for the state. */
function stateOf(p: Phrases, chunk: Chunk, book: EntityBook): Known | null {
  const match = p.matches.find((m) => m.from >= chunk.from && m.to <= chunk.head && m.via === 'demonym');
  return match === undefined
    ? null
    : book.enter(match.entry.id, 'actor', match.entry.kind, match.entry.names[0]!);
}

/** "foreign" or "local", or the state whose people they are, where the phrase says so. */
function originOf(p: Phrases, chunk: Chunk, mods: readonly string[], word: string): string | null {
  if (FOREIGN.test(word) || mods.some((m) => FOREIGN.test(m))) return 'foreign';
  if (LOCAL.test(word) || mods.some((m) => LOCAL.test(m))) return 'local';
  const demonym = p.matches.find((m) => m.from >= chunk.from && m.to <= chunk.head && m.via === 'demonym');
  return demonym === undefined ? null : demonym.alias;
}

function isArmed(known: Known): boolean {
  return known.role === 'armed-group' || known.role === 'organisation' || known.role === 'military';
}

/**
 * Fighters without a name belong to the group whose fighters the report last spoke of, or speaks of most; foreign ones and
 * "terrorists" rather to one that no state stands by.
 */
function fightersOwner(book: EntityBook, sentence: number, loose: boolean): Known | null {
  const armed = book.all().filter((k) => k.fighters > 0 || k.role === 'armed-group');
  const alone = armed.filter(
    (k) => !k.relations.some((r) => r.kind === 'alliedWith' || r.kind === 'memberOf'),
  );
  const pool = !loose ? armed : alone.length > 0 ? alone : armed.filter((k) => k.fighters > 0);
  const counted = pool.filter((k) => k.fighters > 0);
  const last = book.latest((u) => counted.includes(u.known), sentence, 60);
  if (last !== null) return last;
  const most = [...counted].sort((a, b) => b.fighters - a.fighters)[0];
  return most ?? (pool.length === 1 ? pool[0]! : null);
}

function army(book: EntityBook, sentence: number, word: string): Described | null {
  const known = book.latest((u) => u.known.role === 'military' || u.known.role === 'coalition', sentence, 20);
  return known === null
    ? { known: group(book, null, 'soldiers', null, word), why: 'soldiers' }
    : { known, why: `${word} of ${known.names[0]}` };
}

/** Whether a lemma is the last word of names of organisations ("council", "army"). */
export function isBodyNoun(lemma: string): boolean {
  return readList('lexicon/bodies.txt').has(lemma.toLowerCase());
}

/** "the alliance", "the army", "the council", "the extremist group": the last entity that was called so, or is of that kind. */
function definite(
  p: Phrases,
  chunk: Chunk,
  book: EntityBook,
  actorOf: ActorOf,
  mods: readonly string[],
): Described | null {
  const head = p.sentence.tokens[chunk.head]!;
  const inside = p.matches
    .filter((m) => m.from >= chunk.from && m.to <= chunk.head && m.via !== 'demonym')
    .at(-1);
  const bodies = readList('lexicon/bodies.txt');
  if (inside !== undefined && (bodies.has(head.lemma) || bodies.has(head.form.toLowerCase()))) {
    const known = book.enter(inside.entry.id, 'actor', inside.entry.kind, inside.entry.names[0]!);
    known.nouns.add(head.lemma);
    return { known, why: `${head.form} named by ${inside.alias}` };
  }
  const troops = ownForces(p, chunk, book, actorOf, mods) ?? forces(p, chunk, book, mods);
  if (troops !== null) return { known: troops, why: `${head.form} of ${troops.names[0]}` };
  const determined =
    /^(?:the|this|that|its|their|his|her)$/.test(mods[0] ?? '') || possessor(p, chunk) !== null;
  if (!determined || (!bodies.has(head.lemma) && !isRole(head.lemma) && head.lemma !== 'staff')) return null;
  const civil = mods.some((m) =>
    /^(?:monitor|monitoring|rights|activist|aid|advocacy|relief|campaign|media|research)$/.test(m),
  );
  const known =
    byNoun(book, head.lemma, p.index, civil) ??
    (mods[0] === 'the' ? homeOrgan(book, [...mods.slice(1), head.form].join(' ')) : null);
  return known === null ? null : { known, why: `the ${head.lemma} named before` };
}

const ROLE_OF: Readonly<Record<string, string>> = {
  army: 'military',
  force: 'military',
  forces: 'military',
  coalition: 'coalition',
  alliance: 'armed-group',
  militia: 'armed-group',
  group: 'armed-group',
  faction: 'armed-group',
  movement: 'armed-group',
  government: 'government',
  council: 'civil-body',
  agency: 'outlet',
  broadcaster: 'outlet',
  organisation: 'international',
  organization: 'international',
};

/** The latest actor described by this noun, or with it in its name, or of the kind it stands for. */
export function byNoun(book: EntityBook, noun: string, sentence: number, civil = false): Known | null {
  const wanted = noun.toLowerCase();
  if (wanted === 'group' && civil)
    return book.latest(
      (u) =>
        u.known.kind === 'actor' &&
        /^(?:civil-body|international|organisation|outlet)$/.test(u.known.role ?? ''),
      sentence,
      8,
    );
  const called = book.latest(
    (u) =>
      u.known.kind === 'actor' &&
      (u.known.nouns.has(wanted) || u.known.names.some((n) => hasWord(n, wanted))),
    sentence,
    60,
  );
  if (called !== null) return called;
  const role = ROLE_OF[wanted];
  if (role === undefined) return null;
  const fits = (k: Known) =>
    k.role === role && (wanted !== 'group' || !k.relations.some((r) => r.kind === 'alliedWith'));
  return (
    book.latest((u) => u.sentence <= sentence && fits(u.known), sentence, 60) ??
    homeOrgan(book, wanted) ??
    book.latest((u) => fits(u.known), sentence, 60) ??
    related(book, role)
  );
}

/** "the coalition", never named: the one that an actor of the report belongs to or is allied with, by the lexicon. */
function related(book: EntityBook, role: string): Known | null {
  if (role !== 'coalition') return null;
  for (const known of book.all()) {
    for (const r of known.relations) {
      const entry = actorById(r.to);
      if (entry?.kind === role) return book.enter(entry.id, 'actor', entry.kind, entry.names[0]!);
    }
  }
  return null;
}

function hasWord(name: string, word: string): boolean {
  return name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((w) => w === word || w === `${word}s`);
}
