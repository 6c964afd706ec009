import { type AliasVia, actorData } from './actor-data.ts';
import type { ActorEntry } from './actor-entry.ts';
import { isAcronym, type NamePiece, namePieces } from './name-piece.ts';

/** How words named an actor: by an alias, or by rule as a state's organ ("Syrian army"). */
export type ActorVia = AliasVia | 'body';

/** A piece of a name with what its spelling asks of a match. */
export interface PatternPiece extends NamePiece {
  readonly acronym: boolean;
  readonly capital: boolean;
}

/** A name, adjective or metonym as pieces, with every entry it may mean. */
export interface Pattern {
  readonly pieces: readonly PatternPiece[];
  readonly alias: string;
  readonly via: AliasVia;
  readonly entries: readonly ActorEntry[];
}

let byId: ReadonlyMap<string, ActorEntry> | null = null;
let rows: ReadonlyMap<string, readonly number[]> | null = null;
const patterns = new Map<string, readonly Pattern[]>();

/** The lexicon's own entry of an entity id. */
export function entryOf(id: string): ActorEntry | undefined {
  byId ??= new Map(actorData().actors.map((entry) => [entry.id, entry]));
  return byId.get(id);
}

function rowsByFirst(): ReadonlyMap<string, readonly number[]> {
  if (rows !== null) return rows;
  const index = new Map<string, number[]>();
  for (const [at, [, pieces]] of actorData().aliases.entries()) {
    const blank = pieces.indexOf(' ');
    const first = (blank < 0 ? pieces : pieces.slice(0, blank)).toLowerCase();
    const list = index.get(first);
    if (list === undefined) index.set(first, [at]);
    else list.push(at);
  }
  rows = index;
  return index;
}

function made(at: number): Pattern {
  const { actors, aliases } = actorData();
  const [alias, pieces, via, entries] = aliases[at]!;
  return {
    pieces: pieces.split(' ').map(patternPiece),
    alias,
    via,
    entries: entries.map((entry) => actors[entry]!),
  };
}

function patternPiece(form: string): PatternPiece {
  return { key: form.toLowerCase(), form, acronym: isAcronym(form), capital: /^\p{Lu}/u.test(form) };
}

/** A name as a pattern. */
export function patternOf(alias: string, via: AliasVia, entries: readonly ActorEntry[]): Pattern {
  return { pieces: namePieces(alias).map(({ form }) => patternPiece(form)), alias, via, entries };
}

/** Patterns whose first piece is `key`, longest first. Made on demand: most of the lexicon is never asked for. */
export function patternsFrom(key: string): readonly Pattern[] {
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const at = rowsByFirst().get(key);
  if (at === undefined) return [];
  const list = at.map(made).sort((a, b) => b.pieces.length - a.pieces.length);
  patterns.set(key, list);
  return list;
}
