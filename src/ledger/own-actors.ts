import { renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { OwnActorInput } from '../contract/actor-schema.ts';
import { EdgeError } from '../contract/error.ts';
import { actorList, actorsOf } from '../ingest/actors.ts';
import { idOf, type OwnActors, ownActors } from '../lexicon/own-actor.ts';
import { makeFolder } from './folder.ts';

const FILE = 'actors.yml';
const HEAD =
  '# Actors of this ledger beside those of the program. docs/cli.md says what an entry may hold.\n';

let last: { readonly stamp: string; readonly actors: OwnActors } | null = null;

/** The actors that a ledger's folder adds to the lexicon, read anew when its file changes; null where it has none. */
export function ledgerActors(dir: string): OwnActors | null {
  const path = join(dir, FILE);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return null;
  const stamp = `${path} ${found.mtimeMs} ${found.size}`;
  if (last?.stamp !== stamp) last = { stamp, actors: actorsOf(path) };
  return last.actors;
}

/**
 * Adds actors to a ledger's folder; nothing is written unless all are right. Gives the ids of those that are new: one that stands there
 * already in the same words is let be. Throws EdgeError `bad-actors`.
 */
export function addActors(dir: string, inputs: readonly OwnActorInput[], where: string): string[] {
  const path = join(dir, FILE);
  const before = actorList(path) ?? [];
  ownActors(before, path);
  const known = new Map(before.map((each) => [idIn(each), JSON.stringify(each)]));
  const fresh = inputs.filter((each) => known.get(idIn(each)) === undefined);
  ownActors([...fresh, ...before], where);
  const added = inputs.filter((each) => known.get(idIn(each)) !== JSON.stringify(each));
  const clash = added.find((each) => known.has(idIn(each)));
  if (clash !== undefined)
    throw new EdgeError(
      'bad-actors',
      `${path} has an actor ${idIn(clash)} already, with other facts; change it there, or give the new one an id of its own.`,
      {
        fields: [
          {
            path: clash.id === undefined ? 'names.0' : 'id',
            message: 'is in this ledger already, with other facts',
          },
        ],
      },
    );
  if (added.length === 0) return [];
  const all = [...before, ...added];
  ownActors(all, where);
  makeFolder(dir);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, HEAD + stringify(all), { flush: true });
  renameSync(draft, path);
  return added.map(idIn);
}

function idIn(actor: OwnActorInput): string {
  return actor?.id ?? idOf(String(actor?.names?.[0] ?? ''));
}
