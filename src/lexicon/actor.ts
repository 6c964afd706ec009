import { actorData } from './actor-data.ts';
import type { ActorEntry } from './actor-entry.ts';
import { isAcronym, type NamePiece, namePieces } from './name-piece.ts';
import { matchBodyOf, matchStateBody, type StateBodyMatch } from './state-body.ts';

/** How words named an actor: by a name, by an adjective ("Syrian"), by a place that stands for it ("Damascus"), or by rule as a state's organ ("Syrian army"). */
export type ActorVia = 'name' | 'demonym' | 'metonym' | 'body';

/** An actor found in a sentence: words `from` to `to` (excluded), and the alias of the lexicon that matched. */
export interface ActorMatch {
  readonly from: number;
  readonly to: number;
  readonly entry: ActorEntry;
  /** For a state's organ made by rule, the words as written. */
  readonly alias: string;
  readonly via: ActorVia;
  /** Other entries of the same alias ("SNA" is Syrian and Somali); the caller's context decides. */
  readonly rivals: readonly ActorEntry[];
}

interface Pattern {
  readonly pieces: readonly NamePiece[];
  readonly alias: string;
  readonly via: ActorVia;
  readonly entries: ActorEntry[];
}

interface Index {
  readonly byId: ReadonlyMap<string, ActorEntry>;
  /** Patterns by their first piece, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Pattern[]>;
  readonly byKey: ReadonlyMap<string, readonly Pattern[]>;
}

interface Positioned extends NamePiece {
  readonly word: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Acronyms that are also English words: not trusted in a line written all in capitals. */
const WORDLIKE = new Set(['IS', 'US', 'WHO', 'AU', 'MSF']);
const HYPHEN = /^[-‐‑–—]$/u;
/** Between words this breaks a name. */
const BARRIER: Omit<Positioned, 'word'> = { key: '', form: '', first: true, last: true };

let index: Index | null = null;

function build(): Index {
  const patterns = new Map<string, Pattern>();
  const byId = new Map<string, ActorEntry>();
  const add = (entry: ActorEntry, alias: string, via: ActorVia) => {
    const pieces = namePieces(alias);
    const spelling = pieces.map((piece) => (isAcronym(piece.form) ? piece.form : piece.key)).join(' ');
    const pattern = patterns.get(spelling);
    if (pattern === undefined) patterns.set(spelling, { pieces, alias, via, entries: [entry] });
    else if (!pattern.entries.includes(entry)) pattern.entries.push(entry);
  };
  const all = actorData().actors;
  for (const entry of all) byId.set(entry.id, entry);
  for (const entry of all) for (const name of entry.names) add(entry, name, 'name');
  for (const entry of all) for (const name of entry.demonyms) add(entry, name, 'demonym');
  for (const entry of all) for (const name of entry.metonyms) add(entry, name, 'metonym');
  const byFirst = new Map<string, Pattern[]>();
  const byKey = new Map<string, Pattern[]>();
  const put = (map: Map<string, Pattern[]>, key: string, pattern: Pattern) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [pattern]);
    else list.push(pattern);
  };
  for (const pattern of patterns.values()) {
    put(byFirst, pattern.pieces[0]?.key ?? '', pattern);
    put(byKey, pattern.pieces.map((piece) => piece.key).join(' '), pattern);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.pieces.length - a.pieces.length);
  return { byId, byFirst, byKey };
}

function loaded(): Index {
  index ??= build();
  return index;
}

/** Every actor of the lexicon, in the order of its files. */
export function actors(): readonly ActorEntry[] {
  return actorData().actors;
}

/** The entry of an entity id ("actor:sdf"), if the lexicon has it. */
export function actorById(id: string): ActorEntry | undefined {
  return loaded().byId.get(id);
}

/** Acronyms must stand in their capitals; other pieces may have any case when `strict` is off, and keep a name's capital when it is on. */
function agrees(name: NamePiece, text: NamePiece, strict: boolean): boolean {
  if (name.key !== text.key) return false;
  if (isAcronym(name.form)) return name.form === text.form;
  if (!strict || !/^\p{Lu}/u.test(name.form)) return true;
  return /^\p{Lu}/u.test(text.form);
}

/** Entries called exactly `name`; case does not matter except for acronyms ("IS" is no "is"). A leading "the" is ignored. */
export function lookupActor(name: string): ActorEntry[] {
  const pieces = namePieces(name);
  const tries = pieces[0]?.key === 'the' ? [pieces, pieces.slice(1)] : [pieces];
  const found = new Set<ActorEntry>();
  for (const wanted of tries) {
    for (const pattern of loaded().byKey.get(wanted.map((piece) => piece.key).join(' ')) ?? []) {
      if (pattern.pieces.every((piece, i) => agrees(piece, wanted[i] ?? piece, false))) {
        for (const entry of pattern.entries) found.add(entry);
      }
    }
  }
  return [...found];
}

function position(words: readonly { readonly form: string }[]): Positioned[] {
  return words.flatMap(({ form }, word) => {
    const pieces = namePieces(form);
    if (pieces.length === 0) return HYPHEN.test(form) ? [] : [{ ...BARRIER, word }];
    const end = pieces.length - 1;
    return pieces.map((piece, i) => ({ ...piece, word, first: i === 0, last: i === end }));
  });
}

interface Found {
  readonly length: number;
  readonly entry: ActorEntry;
  readonly rivals: readonly ActorEntry[];
  readonly alias: string;
  readonly via: ActorVia;
}

function organ(
  match: StateBodyMatch,
  pieces: readonly Positioned[],
  at: number,
  length: number,
): Found | null {
  const end = at + length;
  if (pieces[end - 1]?.last !== true) return null;
  const alias = pieces.slice(at, end).map((piece) => piece.form);
  return { length, entry: match.entry, rivals: [], alias: alias.join(' '), via: 'body' };
}

/** "Syrian army" and "Syria's army" name the organ, not the state. */
function withBody(plain: Found, pieces: readonly Positioned[], at: number): Found {
  if (plain.entry.kind !== 'state' || plain.via === 'metonym') return plain;
  const before = plain.length + (pieces[at + plain.length]?.key === 's' ? 1 : 0);
  const match = matchStateBody(plain.entry, pieces, at + before, actorById);
  return match === null ? plain : (organ(match, pieces, at, before + match.length) ?? plain);
}

/** The longest name of the lexicon that starts at `at`. */
function nameAt(pieces: readonly Positioned[], at: number, shouted: boolean): Found | null {
  for (const pattern of loaded().byFirst.get(pieces[at]?.key ?? '') ?? []) {
    const { length } = pattern.pieces;
    if (pieces[at + length - 1]?.last !== true) continue;
    if (!pattern.pieces.every((piece, i) => agrees(piece, pieces[at + i] ?? BARRIER, true))) continue;
    if (shouted && pattern.pieces.every((piece) => WORDLIKE.has(piece.form))) continue;
    const [entry, ...rivals] = pattern.entries;
    if (entry !== undefined) return { length, entry, rivals, alias: pattern.alias, via: pattern.via };
  }
  return null;
}

function matchAt(pieces: readonly Positioned[], at: number, shouted: boolean): Found | null {
  const start = pieces[at];
  if (start === undefined || !start.first || start.key === '') return null;
  const name = nameAt(pieces, at, shouted);
  if (name !== null) return withBody(name, pieces, at);
  const stateAt = (place: number) => {
    const found = nameAt(pieces, place, shouted);
    return found?.entry.kind === 'state' && found.via === 'name'
      ? { state: found.entry, length: found.length }
      : null;
  };
  const match = matchBodyOf(pieces, at, stateAt, actorById);
  return match === null ? null : organ(match, pieces, at, match.length);
}

/**
 * Finds actors in the words of one sentence, longest match first, left to right, without overlap. Hyphens and
 * possessives may or may not be words of their own. Names keep their capitals: "the Coalition" is no "coalition".
 */
export function scanActors(
  words: readonly { readonly form: string; readonly start: number; readonly end: number }[],
): ActorMatch[] {
  const pieces = position(words);
  const shouted = !words.some(({ form }) => /\p{Ll}/u.test(form));
  const found: ActorMatch[] = [];
  for (let at = 0; at < pieces.length; ) {
    const match = matchAt(pieces, at, shouted);
    if (match === null) {
      at += 1;
      continue;
    }
    const { length, ...rest } = match;
    const from = pieces[at]?.word ?? 0;
    const to = (pieces[at + length - 1]?.word ?? from) + 1;
    found.push({ from, to, ...rest });
    at += length;
  }
  return found;
}
