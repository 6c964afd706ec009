import type { Office } from './official.ts';

/** Head of `data/actors/officials.zst`: JSON, its length in the first four bytes. Rows of keys, actors and days follow, column by column. */
export interface OfficialsHead {
  readonly format: 'counterclaim-officials-1';
  readonly rows: number;
  /** Ids of the actors that rows name, without "actor:". */
  readonly actors: readonly string[];
}

/** Day 0 of the days in the file, and the number of an open end. */
export const FIRST_DAY: number = Date.UTC(1950, 0, 1);
export const OPEN = 0xffff;
export const DAY = 86_400_000;

/** 32-bit FNV-1a of a name's key, finished so that every bit depends on every letter. */
export function officialHash(key: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Reads an expanded file of office holders. Throws an Error when the bytes are not one. */
export function readOfficials(data: Buffer): { of(key: string): Office[] } {
  const at = data.length < 4 ? 4 : 4 + data.readUInt32LE(0);
  if (at > data.length)
    throw new Error('the file of office holders is broken; take it anew from the package');
  const head = JSON.parse(data.toString('utf8', 4, at)) as OfficialsHead;
  const { rows } = head;
  const hashAt = (i: number): number => data.readUInt32LE(at + i * 4);
  const short = (column: number, i: number): number =>
    data.readUInt16LE(at + rows * (4 + column * 2) + i * 2);
  const day = (n: number): string | null =>
    n === OPEN ? null : new Date(FIRST_DAY + n * DAY).toISOString().slice(0, 10);
  return {
    of: (key) => {
      const hash = officialHash(key);
      let low = 0;
      let high = rows;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (hashAt(middle) < hash) low = middle + 1;
        else high = middle;
      }
      const found: Office[] = [];
      for (let i = low; i < rows && hashAt(i) === hash; i++)
        found.push({
          of: `actor:${head.actors[short(0, i)]}`,
          from: day(short(1, i)),
          until: day(short(2, i)),
          name: null,
        });
      return found;
    },
  };
}
