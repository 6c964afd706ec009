import { readFileSync } from 'node:fs';
import { dataPath } from './data.ts';

const lists = new Map<string, ReadonlySet<string>>();

/** A plain list under `data/`, one entry a line, lower-cased; lines that begin with "#" are comments. */
export function readList(name: string): ReadonlySet<string> {
  const known = lists.get(name);
  if (known !== undefined) return known;
  const lines = readFileSync(dataPath(name), 'utf8').split('\n');
  const made = new Set(
    lines.map((l) => l.trim().toLowerCase()).filter((l) => l !== '' && !l.startsWith('#')),
  );
  lists.set(name, made);
  return made;
}
