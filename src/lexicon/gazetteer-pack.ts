import { COLUMNS, type Column, type GazetteerHead, KINDS, type PlaceKind } from './gazetteer-layout.ts';
import { placeHash, placeKey, placeSkeleton } from './place-key.ts';

/** A place on its way into the gazetteer. `names` are all spellings it is looked up by; `division` is e.g. "SY.04". */
export interface SourcePlace {
  id: number;
  kind: PlaceKind;
  name: string;
  names: string[];
  lat: number;
  lon: number;
  country: string;
  division: string;
  district: string;
  people: number;
  capital: boolean;
}

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

/** Puts places in the order of the file and packs them: the head, and all bytes of the unpacked file. */
export function packPlaces(source: readonly SourcePlace[]): { head: GazetteerHead; raw: Buffer } {
  const places = [...source].sort(
    (a, b) =>
      (a.country < b.country ? -1 : a.country > b.country ? 1 : 0) ||
      (a.division < b.division ? -1 : a.division > b.division ? 1 : 0) ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      a.id - b.id ||
      (a.name < b.name ? -1 : 1),
  );
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
  const body = COLUMNS.map((name) => Buffer.from(columns[name]));
  return { head, raw: Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...body]) };
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
