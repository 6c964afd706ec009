import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { dataPath } from '../src/lexicon/data.ts';
import type { PlaceKind } from '../src/lexicon/gazetteer-layout.ts';
import { placeKey } from '../src/lexicon/place-key.ts';

function yaml(name: string): unknown {
  return parse(readFileSync(dataPath(name), 'utf8'));
}

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

interface City {
  readonly id: string;
  readonly name: string;
  readonly ascii?: string;
  readonly alt: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly fcode: string;
  readonly country: string;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly pop: number;
  readonly l10n?: { readonly en?: string } | null;
}

interface Extra {
  readonly abbreviations: readonly { form: string; country: string; name: string }[];
  readonly aliases: readonly Alias[];
  readonly divisions: readonly Alias[];
  readonly towns: readonly ExtraPlace[];
  readonly regions: readonly ExtraPlace[];
}

interface Alias {
  readonly same: string;
  readonly country: string;
  readonly names: readonly string[];
}

interface ExtraPlace {
  readonly id?: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
}

/** What a town of unknown population is taken to have: the lists hold none below it. */
const LEAST = 1000;

/** All places of the gazetteer, read from a folder of GeoNames files and from data/gazetteer/*.yml. */
export function readSource(folder: string): SourcePlace[] {
  const towns = readTowns(folder);
  const extra = yaml('gazetteer/extra.yml') as Extra;
  addAliases(towns, extra.aliases);
  const divisions = readDivisions(folder, towns);
  addAliases(
    divisions.filter((place) => place.kind === 'admin1'),
    extra.divisions,
  );
  for (const { form, country, name } of extra.abbreviations) {
    divisions
      .find((place) => place.kind === 'admin1' && place.country === country && place.name === name)
      ?.names.push(form);
  }
  const countries = readCountries(folder, towns);
  return [...towns, ...divisions, ...countries, ...own(extra.towns, 'town'), ...own(extra.regions, 'region')];
}

function rows(path: string): string[] {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
}

function readTowns(folder: string): SourcePlace[] {
  const all = new Map<number, SourcePlace>();
  for (const file of ['cities1000.jsonl.gz', 'cities15000.jsonl.gz']) {
    for (const row of rows(join(folder, file))) {
      const city = JSON.parse(row) as City;
      const english = latin(city.l10n?.en ?? '') ? city.l10n?.en : undefined;
      const names = [city.name, city.ascii ?? city.name, ...(english === undefined ? [] : [english])];
      all.set(Number(city.id), {
        id: Number(city.id),
        kind: 'town',
        name: english ?? city.name,
        names: [...names, ...city.alt.filter((alt) => isSpelling(alt, names))],
        lat: city.lat,
        lon: city.lon,
        country: city.country,
        division: `${city.country}.${city.admin1 ?? ''}`,
        district: `${city.country}.${city.admin1 ?? ''}.${city.admin2 ?? ''}`,
        people: Math.max(city.pop, all.get(Number(city.id))?.people ?? LEAST),
        capital: city.fcode === 'PPLC',
      });
    }
  }
  return [...all.values()];
}

function latin(name: string): boolean {
  return /^[\p{Script=Latin}\p{M}\p{N}\s'’‘`ʿʻ.,()-]+$/u.test(name);
}

/**
 * Whether an alternate name is a spelling an English report may use: Latin letters, a capital, no airport code, and not far from
 * one of the names proper, which leaves out exonyms of other languages and historical names.
 */
function isSpelling(alt: string, names: readonly string[]): boolean {
  if (!latin(alt) || !/^[\p{Lu}'’‘]/u.test(alt) || /^\p{Lu}{2,4}$/u.test(alt) || alt.length < 4) return false;
  const key = placeKey(alt);
  return names.some((name) => {
    const other = placeKey(name);
    return (
      distance(key, other) <= Math.floor(Math.max(key.length, other.length) * 0.34) &&
      (key[0] === other[0] || / /.test(key))
    );
  });
}

function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      now.push(Math.min(before[j]! + 1, now[j - 1]! + 1, before[j - 1]! + same));
    }
    before = now;
  }
  return before[b.length]!;
}

/** Adds the names of each row to the largest place of that name and country; the first of them becomes its display name. */
function addAliases(places: readonly SourcePlace[], rows: readonly Alias[]): void {
  for (const row of rows) {
    const place = places
      .filter(
        (each) =>
          each.country === row.country && each.names.some((name) => placeKey(name) === placeKey(row.same)),
      )
      .sort((a, b) => b.people - a.people)[0];
    if (place === undefined)
      throw new Error(`extra.yml: no place "${row.same}" in ${row.country}; give it a point under "towns"`);
    place.names.push(...row.names);
    place.name = row.names[0]!;
    place.people = Math.max(place.people, 20_000);
  }
}

/** First- and second-level divisions; their points lie amid their towns, their population is that of their towns. American
 * counties without a listed town lie amid their state. */
function readDivisions(folder: string, towns: readonly SourcePlace[]): SourcePlace[] {
  const inside = new Map<string, SourcePlace[]>();
  for (const town of towns) {
    for (const code of [town.division, town.district])
      inside.set(code, [...(inside.get(code) ?? []), town].slice(-4000));
  }
  const found: SourcePlace[] = [];
  for (const [file, kind] of [
    ['admin1CodesASCII.txt', 'admin1'],
    ['admin2Codes.txt.gz', 'admin2'],
  ] as const) {
    for (const row of rows(join(folder, file))) {
      const [code = '', name = '', ascii = '', id = ''] = row.split('\t');
      const [country = '', first = ''] = code.split('.');
      const members = inside.get(code) ?? (country === 'US' ? (inside.get(`${country}.${first}`) ?? []) : []);
      if (members.length === 0 || name === '') continue;
      found.push({
        id: Number(id),
        kind,
        name,
        names: [name, ascii, ...shortNames(name)],
        ...middle(members),
        country,
        division: kind === 'admin1' ? code : `${country}.${first}`,
        district: code,
        people: inside.has(code) ? members.reduce((sum, town) => sum + town.people, 0) : 10_000,
        capital: false,
      });
    }
  }
  return found;
}

/** "Kharkiv Oblast" is also looked up as "Kharkiv". Districts keep their full name, lest every county seat be doubled. */
function shortNames(name: string): string[] {
  const short = name.replace(/\s+(?:Oblast|Governorate|Province|State|Region|Republic|City|Krai)$/i, '');
  return short === name ? [] : [short];
}

/** The middle of the bounding box without its outermost tenths, which stray islands would pull. */
function middle(members: readonly SourcePlace[]): { lat: number; lon: number } {
  const at = (values: number[]) => {
    values.sort((a, b) => a - b);
    const cut = Math.floor(values.length / 10);
    return (values[cut]! + values[values.length - 1 - cut]!) / 2;
  };
  return { lat: at(members.map((town) => town.lat)), lon: at(members.map((town) => town.lon)) };
}

function readCountries(folder: string, towns: readonly SourcePlace[]): SourcePlace[] {
  const own = yaml('gazetteer/countries.yml') as {
    points: Readonly<Record<string, [number, number]>>;
    names: Readonly<Record<string, string[]>>;
  };
  const found: SourcePlace[] = [];
  for (const row of rows(join(folder, 'countryInfo.txt'))) {
    const cells = row.split('\t');
    const country = cells[0]!;
    if (!/^[A-Z]{2}$/.test(country) || country === 'CS' || country === 'AN') continue;
    const members = towns.filter((town) => town.country === country);
    const point = own.points[country];
    if (point === undefined && members.length === 0) continue;
    found.push({
      id: Number(cells[16]),
      kind: 'country',
      name: cells[4]!,
      names: [cells[4]!, ...(own.names[country] ?? [])],
      ...(point === undefined ? middle(members) : { lat: point[0], lon: point[1] }),
      country,
      division: '',
      district: '',
      people: Number(cells[7]),
      capital: false,
    });
  }
  return found;
}

function own(rowsOfOurs: readonly ExtraPlace[], kind: PlaceKind): SourcePlace[] {
  return rowsOfOurs.map((row) => ({
    id: row.id ?? 0,
    kind,
    name: row.name,
    names: [row.name, ...row.names],
    lat: row.lat,
    lon: row.lon,
    country: row.country ?? '',
    division: '',
    district: '',
    people: kind === 'region' ? 1_000_000 : 20_000,
    capital: false,
  }));
}
