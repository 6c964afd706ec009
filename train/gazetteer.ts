import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { packageRoot } from '../src/contract/version.ts';
import { dataPath, PACKED_FILES } from '../src/lexicon/data.ts';
import { COLUMNS, type Column, type GazetteerHead, KINDS } from '../src/lexicon/gazetteer-layout.ts';
import { placeHash, placeKey, placeSkeleton } from '../src/lexicon/place-key.ts';
import { readSource, type SourcePlace } from './gazetteer-source.ts';

/*
 * Packs the gazetteer: `node train/gazetteer.ts [FOLDER]`, where FOLDER holds the GeoNames files. The same files give the same bytes.
 */

/** Countries whose names reach English by transliteration: only they are looked up by skeleton. */
const TRANSLITERATED = new Set(
  'SY IQ LB JO PS IL YE SA AE OM KW BH QA EG LY TN DZ MA SD SS SO ER ET DJ IR AF PK TR UA RU BY GE AM AZ KZ KG TJ TM UZ ML NE BF TD MR NG CM CF'.split(
    ' ',
  ),
);

function varint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function pack(places: readonly SourcePlace[]): { head: GazetteerHead; body: Uint8Array } {
  const countries = [...new Set(places.map((place) => place.country).filter((code) => code !== ''))].sort();
  const divisions = places.flatMap((place, index) => (place.kind === 'admin1' ? [index] : []));
  const divisionOf = new Map(divisions.map((index, at) => [places[index]!.division, at]));
  const columns: Record<Column, number[] | Uint8Array> = {
    id: [],
    point: [],
    people: [],
    kind: [],
    country: [],
    division: [],
    keys: [],
    similar: [],
    lengths: [],
    names: [],
  };
  const plain = columns as Record<Column, number[]>;
  let last = 0;
  for (const place of places) {
    const step = place.id - last;
    varint(plain.id, step < 0 ? -step * 2 - 1 : step * 2);
    last = place.id;
    for (const scaled of [((place.lat + 90) / 180) * 0xffffff, ((place.lon + 180) / 360) * 0xffffff]) {
      const whole = Math.round(scaled);
      plain.point.push(whole & 255, (whole >> 8) & 255, whole >> 16);
    }
    plain.people.push(Math.min(255, Math.round(Math.log2(place.people + 1) * 8)));
    plain.kind.push(KINDS.indexOf(place.kind) + (place.capital ? 16 : 0));
    plain.country.push(place.country === '' ? 255 : countries.indexOf(place.country));
    const division = divisionOf.get(place.division) ?? 0xffff;
    plain.division.push(division & 255, division >> 8);
  }
  const keys = index(places, (place) => place.names.map(placeKey));
  const similar = index(places, (place) =>
    TRANSLITERATED.has(place.country) && place.kind !== 'admin2' ? place.names.map(placeSkeleton) : [],
  );
  columns.keys = keys.bytes;
  columns.similar = similar.bytes;
  columns.lengths = Uint8Array.from(places, (place) => Buffer.byteLength(place.name));
  columns.names = Buffer.from(places.map((place) => place.name).join(''));
  const lengths = Object.fromEntries(COLUMNS.map((name) => [name, columns[name].length])) as Record<
    Column,
    number
  >;
  const head: GazetteerHead = {
    version: 1,
    places: places.length,
    keys: keys.count,
    similar: similar.count,
    countries,
    divisions,
    columns: lengths,
  };
  return { head, body: Buffer.concat(COLUMNS.map((name) => Buffer.from(columns[name]))) };
}

function index(
  places: readonly SourcePlace[],
  keysOf: (place: SourcePlace) => readonly string[],
): { bytes: Uint8Array; count: number } {
  const entries = places.flatMap((place, at) =>
    [...new Set(keysOf(place))].filter((key) => key.length > 1).map((key) => ({ ...placeHash(key), at })),
  );
  entries.sort((a, b) => a.hash - b.hash || a.check - b.check || a.at - b.at);
  const hashes = Uint32Array.from(entries, (entry) => entry.hash);
  const at = Uint32Array.from(entries, (entry) => entry.at);
  const checks = Uint8Array.from(entries, (entry) => entry.check);
  const bytes = Buffer.concat([bytesOf(hashes), bytesOf(at), checks]);
  return { bytes, count: entries.length };
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

const folder = process.argv[2] ?? join(packageRoot(), '..', 'shared', 'data', 'geonames');
const places = readSource(folder).sort(
  (a, b) =>
    (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) ||
    (a.division < b.division ? -1 : a.division > b.division ? 1 : 0) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    a.id - b.id ||
    (a.name < b.name ? -1 : 1),
);
const { head, body } = pack(places);
const raw = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
const packed = zstdCompressSync(raw, {
  params: { [constants.ZSTD_c_compressionLevel]: 19, [constants.ZSTD_c_windowLog]: 24 },
});
writeFileSync(dataPath(PACKED_FILES.gazetteer), packed);
console.log(
  `${places.length} places, ${head.keys} names, ${head.similar} skeletons: ${raw.length} bytes, packed ${packed.length}`,
);
console.log(head.columns);
