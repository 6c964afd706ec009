import { actorData, type StateBody } from './actor-data.ts';
import type { ActorEntry } from './actor-entry.ts';
import { type NamePiece, namePieces } from './name-piece.ts';

/** A state's organ found in a run of pieces. */
export interface StateBodyMatch {
  readonly entry: ActorEntry;
  /** How many pieces the words of the organ take. */
  readonly length: number;
}

interface Row {
  readonly body: StateBody;
  readonly keys: readonly string[];
}

let rows: ReadonlyMap<string, readonly Row[]> | null = null;
const made = new Map<string, ActorEntry>();

/** Rows by the first piece of their noun, longest noun first. */
function bodyRows(): ReadonlyMap<string, readonly Row[]> {
  if (rows !== null) return rows;
  const index = new Map<string, Row[]>();
  for (const body of actorData().bodies) {
    for (const noun of body.nouns) {
      const keys = namePieces(noun).map((piece) => piece.key);
      const list = index.get(keys[0] ?? '') ?? [];
      list.push({ body, keys });
      index.set(keys[0] ?? '', list);
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  rows = index;
  return index;
}

/** "ministry of agriculture", "agriculture ministry", "agriculture minister": any portfolio makes a ministry. */
function anyMinistry(pieces: readonly NamePiece[], at: number): { portfolio: string; length: number } | null {
  const word = (offset: number) => pieces[at + offset]?.key ?? '';
  if (word(0) === 'ministry' && word(1) === 'of' && /^\p{L}{4,}$/u.test(word(2))) {
    return { portfolio: word(2), length: 3 };
  }
  if (/^\p{L}{4,}$/u.test(word(0)) && word(0) !== 'prime' && word(1) === 'ministry') {
    return { portfolio: word(0), length: 2 };
  }
  return null;
}

/** The adjective for a state's organs: its demonym where it has one ("Syrian"), else its name. */
function adjective(state: ActorEntry): string {
  return state.demonyms[0] ?? state.names[0] ?? state.id;
}

/** The state's organ of that id: the lexicon's own entry where there is one, else one made by rule. */
export function bodyOf(
  state: ActorEntry,
  body: Pick<StateBody, 'id' | 'kind' | 'name' | 'partOf'>,
  known: (id: string) => ActorEntry | undefined,
): ActorEntry {
  const id = `${state.id}-${body.id}`;
  const entry = known(id) ?? made.get(id);
  if (entry !== undefined) return entry;
  const whole = body.partOf === null ? state.id : `${state.id}-${body.partOf}`;
  const fresh: ActorEntry = {
    id,
    kind: body.kind,
    names: [`${adjective(state)} ${body.name}`],
    demonyms: [],
    metonyms: [],
    countries: state.countries,
    relations: [{ kind: 'partOf', to: whole, from: null, until: null }],
  };
  made.set(id, fresh);
  return fresh;
}

/** The longest noun of an organ that starts at `at`. */
function nounAt(pieces: readonly NamePiece[], at: number): Row | null {
  const list = bodyRows().get(pieces[at]?.key ?? '') ?? [];
  return list.find((row) => row.keys.every((key, i) => pieces[at + i]?.key === key)) ?? null;
}

/**
 * A state's name or adjective before a noun of `data/actors/bodies.yml` names an organ of that state.
 * "Syrian government forces", "Syria's army", "the Iraqi ministry of migration": `at` is the piece after the state.
 */
export function matchStateBody(
  state: ActorEntry,
  pieces: readonly NamePiece[],
  at: number,
  known: (id: string) => ActorEntry | undefined,
): StateBodyMatch | null {
  const row = nounAt(pieces, at);
  if (row !== null) return { entry: bodyOf(state, row.body, known), length: row.keys.length };
  const ministry = anyMinistry(pieces, at);
  if (ministry === null) return null;
  const body = {
    id: `${ministry.portfolio}-ministry`,
    kind: 'government' as const,
    name: `${ministry.portfolio} ministry`,
    partOf: 'government',
  };
  return { entry: bodyOf(state, body, known), length: ministry.length };
}

/**
 * The same organs with the state after them: "the army of Syria", "the foreign ministry of the United Arab Emirates".
 * `stateAt` says which state's name stands at a piece, and how long it is.
 */
export function matchBodyOf(
  pieces: readonly NamePiece[],
  at: number,
  stateAt: (at: number) => { readonly state: ActorEntry; readonly length: number } | null,
  known: (id: string) => ActorEntry | undefined,
): StateBodyMatch | null {
  const row = nounAt(pieces, at);
  if (row === null || pieces[at + row.keys.length]?.key !== 'of') return null;
  const next = at + row.keys.length + 1;
  const start = pieces[next]?.key === 'the' ? next + 1 : next;
  const found = stateAt(start);
  if (found === null) return null;
  return { entry: bodyOf(found.state, row.body, known), length: start + found.length - at };
}
