import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { officialKey } from '../src/lexicon/official.ts';
import { DAY, FIRST_DAY, type OfficialsHead, OPEN, officialHash } from '../src/lexicon/official-file.ts';
import { readJsonLines } from './gold.ts';
import { packFile } from './write-model.ts';

/*
 * Packs who held office for which state: `node train/officials.ts ACTORS GEONAMES`, where ACTORS holds the Phoenix lists of actors as
 * JSON Lines and GEONAMES countryInfo.txt. Only dated offices of governments and armed forces that reach into 2005 or later, only
 * hashes of full names: whose office it was and from when until when. The same files give the same bytes.
 */

const SINCE = Math.round((Date.UTC(2005, 0, 1) - FIRST_DAY) / DAY);
const NOT_PERSONS =
  /\b(?:OF|THE|AND|FOR|MINIST\w*|PARTY|COUNCIL|COMMITTEE|GOVERNMENT|ARMY|FORCES?|POLICE|PRESIDENT|GOVERNOR|MEDIA|NEWS|UNION|BANK|COURT|FRONT|CITY|ISLANDS?|AGENCY|RADIO|STATE|PROVINCE)\b/;

const [actors = '../shared/data/actors', geonames = '../shared/data/geonames'] = process.argv.slice(2);
const short = new Map(
  readFileSync(join(geonames, 'countryInfo.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map((fields) => [fields[1]!, fields[0]!.toLowerCase()]),
);
short.set('ROM', 'ro');

/** "110101" is the first of January 2011, "610501" is of 1961. */
function dayOf(date: string): number {
  const full = date.length === 8 ? date : `${Number(date.slice(0, 2)) > 49 ? '19' : '20'}${date}`;
  const time = Date.UTC(Number(full.slice(0, 4)), Number(full.slice(4, 6)) - 1, Number(full.slice(6, 8)));
  return Math.max(0, Math.round((time - FIRST_DAY) / DAY));
}

const rows: { hash: number; actor: string; from: number; until: number }[] = [];
for (const row of readJsonLines(join(actors, 'actors.jsonl.gz'))) {
  if (row['file'] !== 'Phoenix.Countries.actors.txt') continue;
  const names = (row['names'] as string[]).filter((name) => !NOT_PERSONS.test(name) && /^\S+ \S+/.test(name));
  for (const { code, dates } of row['codes'] as { code: string; dates: string | null }[]) {
    const state = short.get(code.slice(0, 3));
    const span = /^(?:>(\d+)|<(\d+)|(\d+)-(\d+))$/.exec(dates ?? '');
    if (state === undefined || span === null || span[2] !== undefined || !/^GOV/.test(code.slice(3)))
      continue;
    const from = dayOf(span[1] ?? span[3]!);
    const until = span[4] === undefined ? OPEN : dayOf(span[4]);
    if (until < SINCE) continue;
    const actor = `${state}-${/MIL/.test(code) ? 'military' : 'government'}`;
    for (const key of new Set(names.map(officialKey)))
      if (key.includes(' ')) rows.push({ hash: officialHash(key), actor, from, until });
  }
}
rows.sort((a, b) => a.hash - b.hash || (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : a.from - b.from));
const names = [...new Set(rows.map((row) => row.actor))].sort();
const column = (size: 2 | 4, value: (row: (typeof rows)[number]) => number): Buffer => {
  const bytes = Buffer.alloc(rows.length * size);
  for (const [i, row] of rows.entries()) bytes.writeUIntLE(value(row), i * size, size);
  return bytes;
};
const head: OfficialsHead = { format: 'counterclaim-officials-1', rows: rows.length, actors: names };
const packed = packFile(head, [
  column(4, (row) => row.hash),
  column(2, (row) => names.indexOf(row.actor)),
  column(2, (row) => row.from),
  column(2, (row) => row.until),
]);
writeFileSync(dataPath(PACKED_FILES.officials), packed);
process.stdout.write(`${rows.length} offices, ${(packed.length / 1e6).toFixed(2)} MB\n`);
