import { actorData } from './actor-data.ts';
import type { ActorEntry, ActorKind } from './actor-entry.ts';
import { type ActorVia, entryOf, type Pattern, type PatternPiece, patternsFrom } from './actor-index.ts';
import { type NamePiece, namePieces } from './name-piece.ts';
import { remembered } from './remembered.ts';
import { bodyOf, matchBodyOf, matchStateBody, type StateBodyMatch } from './state-body.ts';

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

interface Positioned extends NamePiece {
  readonly word: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** Names of a user's actors, by their first piece. */
interface Own {
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
}

/** Acronyms that are also English words: not trusted in a line written all in capitals. */
const WORDLIKE = new Set(['IS', 'US', 'WHO']);
const ARTICLES = new Set(['al', 'el', 'ad', 'ar', 'as']);
/** Marks inside names: "Deir-Ezzor", "RFE/RL", "Lions' Den". */
const INNER = /^[-‐‑–—/+'’]$/u;
/** Between words this breaks a name. */
const BARRIER: Omit<Positioned, 'word'> = { key: '', form: '', first: true, last: true };

/** Every actor of the lexicon, in the order of its files. */
export function actors(): readonly ActorEntry[] {
  return actorData().actors;
}

/** The entry of an entity id: the lexicon's ("actor:sdf"), or a state's organ by rule ("actor:iq-police"). */
export function actorById(id: string): ActorEntry | undefined {
  const entry = entryOf(id);
  if (entry !== undefined) return entry;
  const parts = /^(actor:[a-z]{2})-(.+)$/.exec(id);
  const state = entryOf(parts?.[1] ?? '');
  const body = actorData().bodies.find((row) => row.id === parts?.[2]);
  return state?.kind === 'state' && body !== undefined ? bodyOf(state, body, entryOf) : undefined;
}

/** Acronyms must stand in their capitals; other pieces may have any case. */
function agrees(name: PatternPiece, text: NamePiece): boolean {
  return name.key === text.key && (!name.acronym || name.form === text.form);
}

/**
 * A name in running text keeps its capitals, articles apart; a name of three words or more must keep the first only.
 * "al-Nusra", "Raqqa civil council"; but "the Security Belt" is no "security belt".
 */
function agreesInText(name: readonly PatternPiece[], text: readonly NamePiece[], at: number): boolean {
  let free = false;
  for (const [i, piece] of name.entries()) {
    const found = text[at + i];
    if (found === undefined || !agrees(piece, found)) return false;
    if (free || !piece.capital || ARTICLES.has(piece.key)) continue;
    if (!/^\p{Lu}/u.test(found.form)) return false;
    free = name.length > 2;
  }
  return true;
}

/**
 * Entries called exactly `name`, organs of states included ("Syria's foreign ministry"); case does not matter except for
 * acronyms ("IS" is no "is"). A leading "the" is ignored.
 */
export function lookupActor(name: string): ActorEntry[] {
  const pieces = namePieces(name);
  const tries = pieces[0]?.key === 'the' ? [pieces, pieces.slice(1)] : [pieces];
  const found = new Set<ActorEntry>();
  for (const wanted of tries) {
    for (const { pieces: own, entries } of patternsFrom(wanted[0]?.key ?? '')) {
      if (own.length !== wanted.length || !own.every((piece, i) => agrees(piece, wanted[i] ?? BARRIER)))
        continue;
      for (const entry of entries) found.add(entry);
    }
  }
  return found.size > 0 ? [...found] : wholeOrgan(tries.at(-1) ?? []);
}

/** The organ of a state that these pieces name from end to end. */
function wholeOrgan(wanted: readonly NamePiece[]): ActorEntry[] {
  const pieces = wanted.map((piece, word) => ({ ...piece, word, first: true, last: true }));
  const match = matchAt(pieces, 0, false, null);
  return match?.via === 'body' && match.length === pieces.length ? [match.entry] : [];
}

function position(words: readonly { readonly form: string }[]): Positioned[] {
  return words.flatMap(({ form }, word) => {
    const pieces = namePieces(form);
    if (pieces.length === 0) return INNER.test(form) ? [] : [{ ...BARRIER, word }];
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
  if (plain.via === 'metonym') return plain;
  const before = plain.length + (pieces[at + plain.length]?.key === 's' ? 1 : 0);
  const match = matchStateBody(plain.entry, pieces, at + before, entryOf);
  return match === null ? plain : (organ(match, pieces, at, before + match.length) ?? plain);
}

/** The longest name of the lexicon that starts at `at`. */
function nameAt(
  pieces: readonly Positioned[],
  at: number,
  shouted: boolean,
  own: Own | null,
  kind: ActorKind | null = null,
): Found | null {
  const key = pieces[at]?.key ?? '';
  const mine = own?.patterns.get(key);
  const patterns =
    mine === undefined
      ? patternsFrom(key)
      : [...mine, ...patternsFrom(key)].sort((a, b) => b.pieces.length - a.pieces.length);
  for (const pattern of patterns) {
    const { length } = pattern.pieces;
    if (pieces[at + length - 1]?.last !== true) continue;
    if (!agreesInText(pattern.pieces, pieces, at)) continue;
    if (shouted && pattern.pieces.every((piece) => WORDLIKE.has(piece.form))) continue;
    const [entry, ...rivals] = pattern.entries;
    if (entry !== undefined && (kind === null || entry.kind === kind))
      return { length, entry, rivals, alias: pattern.alias, via: pattern.via };
  }
  return null;
}

function matchAt(pieces: readonly Positioned[], at: number, shouted: boolean, own: Own | null): Found | null {
  const start = pieces[at];
  if (start === undefined || !start.first || start.key === '') return null;
  const name = nameAt(pieces, at, shouted, own);
  const next = start.key === 'the' && name !== null ? nameAt(pieces, at + 1, shouted, own) : null;
  if (next !== null && name !== null && next.length + 1 > name.length) return null;
  const state =
    name === null || name.entry.kind === 'state' ? name : nameAt(pieces, at, shouted, own, 'state');
  const organOf = state === null ? null : withBody(state, pieces, at);
  if (name !== null) return organOf !== null && organOf.length > name.length ? organOf : name;
  const stateAt = (place: number) => {
    const found = nameAt(pieces, place, shouted, own, 'state');
    return found?.via === 'name' ? { state: found.entry, length: found.length } : null;
  };
  const match = matchBodyOf(pieces, at, stateAt, entryOf);
  return match === null ? null : organ(match, pieces, at, match.length);
}

/** Sentences kept with the actors found in them: the parser asks first, then whoever looks for mentions. */
const scanned = new Map<string, readonly ActorMatch[]>();

/**
 * Finds actors in the words of one sentence, longest match first, left to right, without overlap. Hyphens and
 * possessives may or may not be words of their own. Names keep their capitals: "the Coalition" is no "coalition". `own` are a user's
 * actors, which come before those of the lexicon.
 */
export function scanActors(
  words: readonly { readonly form: string; readonly start: number; readonly end: number }[],
  own: Own | null = null,
): readonly ActorMatch[] {
  if (own !== null) return scan(words, own);
  return remembered(scanned, words.map(({ form }) => form).join('\n'), () => scan(words, null));
}

function scan(words: readonly { readonly form: string }[], own: Own | null): ActorMatch[] {
  const pieces = position(words);
  const shouted = !words.some(({ form }) => /\p{Ll}/u.test(form));
  const found: ActorMatch[] = [];
  for (let at = 0; at < pieces.length; ) {
    const match = matchAt(pieces, at, shouted, own);
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
