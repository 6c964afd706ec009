import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { dataPath } from '../src/lexicon/data.ts';
import type { PlaceKind } from '../src/lexicon/gazetteer-layout.ts';
import type { SourcePlace } from '../src/lexicon/gazetteer-pack.ts';
import { placeKey } from '../src/lexicon/place-key.ts';
import { inScript, isSpelling, latin } from '../src/lexicon/place-spelling.ts';

function yaml(name: string): unknown {
  return parse(readFileSync(dataPath(name), 'utf8'));
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
  readonly l10n?: Readonly<Record<string, string>> | null;
}

interface Extra {
  readonly abbreviations: readonly { form: string; country: string; name: string }[];
  readonly aliases: readonly Alias[];
  readonly divisions: readonly Alias[];
  readonly points: readonly { same: string; country: string; lat: number; lon: number }[];
  readonly towns: readonly ExtraPlace[];
  readonly sites: readonly ExtraPlace[];
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
  for (const row of extra.points) {
    const place = divisions.find(
      (each) => each.kind === 'admin1' && each.country === row.country && each.names.includes(row.same),
    );
    if (place === undefined) throw new Error(`extra.yml: no division "${row.same}" in ${row.country}`);
    place.lat = row.lat;
    place.lon = row.lon;
  }
  for (const { form, country, name } of extra.abbreviations) {
    divisions
      .find((place) => place.kind === 'admin1' && place.country === country && place.name === name)
      ?.names.push(form);
  }
  const countries = readCountries(folder, towns);
  return [
    ...towns,
    ...divisions,
    ...countries,
    ...own(extra.towns, 'town'),
    ...own(extra.sites, 'site'),
    ...own(extra.regions, 'region'),
  ];
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
        names: [
          ...names,
          ...city.alt.filter((alt) => isSpelling(alt, names)),
          ...inScript(
            [...Object.values(city.l10n ?? {}), ...city.alt],
            city.country,
            city.fcode === 'PPLC' || city.pop > 1_000_000,
          ),
        ],
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

/** Middles of American counties by GeoNames' code, from data/gazetteer/us-counties.txt; the last cell is a name GeoNames lacks. */
function readCounties(): Map<string, { lat: number; lon: number; name: string }> {
  const found = new Map<string, { lat: number; lon: number; name: string }>();
  for (const row of readFileSync(dataPath('gazetteer/us-counties.txt'), 'utf8').trim().split('\n')) {
    if (row.startsWith('#')) continue;
    const [code = '', lat, lon, ...name] = row.split(' ');
    found.set(code, { lat: Number(lat), lon: Number(lon), name: name.join(' ') });
  }
  return found;
}

/** First- and second-level divisions; their points lie amid their towns, their population is that of their towns. American counties
 * lie where the map has them. */
function readDivisions(folder: string, towns: readonly SourcePlace[]): SourcePlace[] {
  const inside = new Map<string, SourcePlace[]>();
  for (const town of towns) {
    for (const code of [town.division, town.district])
      inside.set(code, [...(inside.get(code) ?? []), town].slice(-4000));
  }
  const found: SourcePlace[] = [];
  const counties = readCounties();
  for (const [code, { lat, lon, name }] of counties) {
    if (name === '') continue;
    const division = code.slice(0, code.lastIndexOf('.'));
    const base = { id: 0, kind: 'admin2' as const, name, names: [name], lat, lon, country: 'US', division };
    found.push({ ...base, district: code, people: 100_000, capital: false });
  }
  for (const [file, kind] of [
    ['admin1CodesASCII.txt', 'admin1'],
    ['admin2Codes.txt.gz', 'admin2'],
  ] as const) {
    for (const row of rows(join(folder, file))) {
      const [code = '', name = '', ascii = '', id = ''] = row.split('\t');
      const [country = '', first = ''] = code.split('.');
      const members = inside.get(code) ?? [];
      const county = counties.get(code);
      if ((members.length === 0 && county === undefined) || name === '') continue;
      found.push({
        id: Number(id),
        kind,
        name,
        names: [name, ascii, ...shortNames(name)],
        ...(county === undefined ? middle(members) : { lat: county.lat, lon: county.lon }),
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
    people: kind === 'region' ? 1_000_000 : kind === 'site' ? 5_000 : 20_000,
    capital: false,
  }));
}
