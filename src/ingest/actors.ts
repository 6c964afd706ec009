import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { OwnActorInput } from '../contract/actor-schema.ts';
import { EdgeError } from '../contract/error.ts';
import { type OwnActors, ownActors } from '../lexicon/own-actor.ts';

/** The actors that a YAML file lists, unchecked; null where there is no such file. Throws EdgeError `unreadable` or `bad-actors`. */
export function actorList(path: string): OwnActorInput[] | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new EdgeError(
      'unreadable',
      `${path} cannot be read (${code}); check that it is a file you may read.`,
      { cause },
    );
  }
  let list: unknown;
  try {
    list = parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new EdgeError(
      'bad-actors',
      `${path} is no list of actors: it is not YAML (${why}). docs/cli.md shows what one looks like.`,
    );
  }
  return Array.isArray(list) ? (list as OwnActorInput[]) : list === null ? [] : [list as OwnActorInput];
}

/** The actors of a YAML file, ready to be read with. Throws EdgeError `no-such-file`, `unreadable` or `bad-actors`. */
export function actorsOf(path: string): OwnActors {
  const list = actorList(path);
  if (list === null)
    throw new EdgeError(
      'no-such-file',
      `There is no ${path}; --actors takes a YAML file of actors, as docs/cli.md shows.`,
    );
  return ownActors(list, path);
}
