import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type OwnActorInput, ownActor } from '../contract/actor-schema.ts';
import { EdgeError } from '../contract/error.ts';
import type { EntityRelation } from '../model/entity.ts';
import { lookupActor } from './actor.ts';
import type { ActorEntry } from './actor-entry.ts';
import { entryOf, type Pattern, patternOf } from './actor-index.ts';

/** Actors of a user beside those of the lexicon, ready to be found in text. */
export interface OwnActors {
  readonly entries: readonly ActorEntry[];
  /** Their names by the first piece. */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  /** Changes with them: part of what a Reading says it was made with. */
  readonly print: string;
}

const RELATIONS = ['memberOf', 'partOf', 'alliedWith'] as const;

/**
 * Checks a user's actors and makes them ready. Where a name is the lexicon's too, the user's actor is meant. Throws EdgeError
 * `bad-actors`, which names `where`, the entry and the field.
 */
export function ownActors(inputs: readonly OwnActorInput[], where: string): OwnActors {
  const read = z.array(ownActor).safeParse(inputs);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    const [at, ...path] = issue.path;
    const field = path.length === 0 ? '' : ` (${path.join('.')})`;
    throw bad(where, typeof at === 'number' ? `entry ${at + 1}${field}: ${issue.message}` : issue.message);
  }
  const ids = read.data.map((each) => `actor:${each.id ?? idOf(each.names[0]!)}`);
  for (const [i, id] of ids.entries()) {
    if (id === 'actor:')
      throw bad(where, `entry ${i + 1}: its name has no letters to make an id of; give it an id`, {
        path: 'names.0',
        message: 'has no letters from a to z to make an id of',
      });
    if (ids.indexOf(id) !== i)
      throw bad(where, `entry ${i + 1}: the id ${id.slice(6)} is taken by entry ${ids.indexOf(id) + 1}`);
  }
  const byName = new Map(
    read.data.flatMap((each, i) => each.names.map((name) => [name.toLowerCase(), ids[i]!])),
  );
  const entries = read.data.map((each, i): ActorEntry => {
    const relations = RELATIONS.flatMap((kind) =>
      each[kind].map(
        ({ to, from, until }, n): EntityRelation => ({
          kind,
          to: target(to, ids, byName, where, i, `${kind}.${n}.to`),
          from,
          until,
        }),
      ),
    );
    const { kind, names, demonyms, metonyms, countries } = each;
    return { id: ids[i]!, kind, names, demonyms, metonyms, countries, relations };
  });
  const patterns = new Map<string, Pattern[]>();
  for (const entry of entries)
    for (const [via, list] of [
      ['name', entry.names],
      ['demonym', entry.demonyms],
      ['metonym', entry.metonyms],
    ] as const)
      for (const alias of list) {
        const pattern = patternOf(alias, via, [entry]);
        const first = pattern.pieces[0]?.key;
        if (first !== undefined) patterns.set(first, [...(patterns.get(first) ?? []), pattern]);
      }
  const print = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 12);
  return { entries, patterns, print };
}

/** The id that a name makes: "Valley Guard" gives "valley-guard". */
export function idOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
}

/** The entity that a tie goes to: by id, by a name of the user's own, or by a name of the lexicon. */
function target(
  to: string,
  ids: readonly string[],
  byName: ReadonlyMap<string, string>,
  where: string,
  at: number,
  path: string,
): string {
  const id = `actor:${to}`;
  if (ids.includes(id) || entryOf(id) !== undefined) return id;
  const found = byName.get(to.toLowerCase()) ?? lookupActor(to)[0]?.id;
  if (found !== undefined) return found;
  throw bad(
    where,
    `entry ${at + 1}: no actor is called ${JSON.stringify(to)}; add it to the file, or give the name or id of one that is known`,
    { path, message: `no actor is called ${JSON.stringify(to)}` },
  );
}

function bad(where: string, what: string, field?: { path: string; message: string }): EdgeError {
  return new EdgeError(
    'bad-actors',
    `${where} is no list of actors: ${what}. docs/cli.md shows what an actor looks like.`,
    { fields: field === undefined ? [] : [field] },
  );
}
