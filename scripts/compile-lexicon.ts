import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { ACTOR_KINDS, actorSource, ActorId as Id, ActorText as Text } from '../src/contract/actor-schema.ts';
import type { ActorData, AliasRow, AliasVia, StateBody } from '../src/lexicon/actor-data.ts';
import type { ActorEntry } from '../src/lexicon/actor-entry.ts';
import { dataPath } from '../src/lexicon/data.ts';
import { isAcronym, namePieces } from '../src/lexicon/name-piece.ts';

const Body = z.strictObject({
  id: Id,
  kind: z.enum(ACTOR_KINDS),
  name: Text,
  partOf: Id.nullable().default(null),
  nouns: z.array(Text).min(1),
  example: Text,
});

/** One entry of `data/actors/*.yml` as written, with its file. */
export interface ActorSource extends z.output<typeof actorSource> {
  readonly file: string;
}

/** The rows of `data/actors/bodies.yml` as written, with their examples. */
export function bodySources(): z.output<typeof Body>[] {
  return z.array(Body).parse(parse(readFileSync(dataPath('actors/bodies.yml'), 'utf8')));
}

/** Every actor entry as written, file by file in the order of their names; throws with file and field on a bad one. */
export function actorSources(): ActorSource[] {
  const files = readdirSync(dataPath('actors')).filter(
    (name) => name.endsWith('.yml') && name !== 'bodies.yml',
  );
  return files.sort().flatMap((file) => {
    const read = z.array(actorSource).safeParse(parse(readFileSync(dataPath(`actors/${file}`), 'utf8')));
    if (!read.success) throw new Error(`data/actors/${file}: ${z.prettifyError(read.error)}`);
    return read.data.map((entry) => ({ ...entry, file }));
  });
}

/** One row a spelling; names before adjectives before metonyms, so that the stronger reading comes first. */
function aliasRows(actors: readonly ActorEntry[]): AliasRow[] {
  const rows = new Map<string, { alias: string; pieces: string; via: AliasVia; at: number[] }>();
  const add = (alias: string, via: AliasVia, at: number) => {
    const pieces = namePieces(alias);
    const spelling = pieces.map(({ form, key }) => (isAcronym(form) ? form : key)).join(' ');
    const row = rows.get(spelling);
    if (row === undefined) {
      rows.set(spelling, { alias, pieces: pieces.map(({ form }) => form).join(' '), via, at: [at] });
    } else if (!row.at.includes(at)) row.at.push(at);
  };
  const layers = [
    ['name', 'names'],
    ['demonym', 'demonyms'],
    ['metonym', 'metonyms'],
  ] as const;
  for (const [via, field] of layers) {
    for (const [at, entry] of actors.entries()) for (const alias of entry[field]) add(alias, via, at);
  }
  return [...rows.values()].map(({ alias, pieces, via, at }) => [alias, pieces, via, at]);
}

/** The text of `data/actors/actors.json`: the lexicon without references and examples, quick to load. */
export function compileActors(): string {
  const actors = actorSources().map((source): ActorEntry => {
    const ties = (kind: 'memberOf' | 'partOf' | 'alliedWith') =>
      source[kind].map((tie) => ({ kind, to: `actor:${tie.to}`, from: tie.from, until: tie.until }));
    const { id, kind, names, demonyms, metonyms, countries } = source;
    const relations = [...ties('memberOf'), ...ties('partOf'), ...ties('alliedWith')];
    return { id: `actor:${id}`, kind, names, demonyms, metonyms, countries, relations };
  });
  const bodies = bodySources().map(
    ({ id, kind, name, partOf, nouns }): StateBody => ({ id, kind, name, partOf, nouns }),
  );
  const data: ActorData = { actors, bodies, aliases: aliasRows(actors) };
  const part = ([name, rows]: [string, readonly unknown[]]) =>
    `"${name}":[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]`;
  return `{${Object.entries(data).map(part).join(',')}}\n`;
}

const Codes = {
  says: Text,
  quad: z.enum(['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict']),
  cameo: z
    .string()
    .regex(/^(?:0[1-9]|1\d|20)\d{0,2}$/u)
    .nullable(),
  weis: z
    .string()
    .regex(/^(?:0[1-9]|1\d|2[0-2])$/u)
    .nullable(),
  acled: z.tuple([Text, Text]).nullable(),
};
const Mode = z
  .strictObject({ ...Codes, own: z.boolean() })
  .partial()
  .required({ says: true });
const Ontology = z.array(
  z.strictObject({ event: z.string().regex(/^[A-Z]+$/u), ...Codes, modes: z.record(Id, Mode) }),
);

/** The event types of `data/ontology/*.yml`, file by file in the order of their names; throws with file and field on a bad one. */
function compileOntology(): unknown[] {
  const files = readdirSync(dataPath('ontology')).filter((name) => name.endsWith('.yml'));
  return files.sort().flatMap((file) => {
    const read = Ontology.safeParse(parse(readFileSync(dataPath(`ontology/${file}`), 'utf8')));
    if (!read.success) throw new Error(`data/ontology/${file}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** The text of `data/lexicon/lexicon.json`: every YAML lexicon under its name, and the ontology. */
export function compileLexicon(): string {
  const files = readdirSync(dataPath('lexicon')).filter((name) => name.endsWith('.yml'));
  const entries = files.sort().map((file): [string, unknown] => {
    const parsed: unknown = parse(readFileSync(dataPath(`lexicon/${file}`), 'utf8'));
    return [file.replace(/\.yml$/u, ''), parsed];
  });
  const named = [...entries, ['ontology', compileOntology()] as const];
  return `{\n${named.map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`).join(',\n')}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const outputs = { 'actors/actors.json': compileActors(), 'lexicon/lexicon.json': compileLexicon() };
  for (const [name, text] of Object.entries(outputs)) {
    writeFileSync(dataPath(name), text);
    console.log(`data/${name}: ${text.length} characters`);
  }
}
