import { EdgeError } from '../contract/error.ts';
import type { PlaceKind } from './gazetteer-layout.ts';
import type { SourcePlace } from './gazetteer-pack.ts';
import { inScript, latin } from './place-spelling.ts';

/** Features that are no towns but where things happen: camps, airfields, bases, border posts, dams, wells, hills and the like. */
const SITES =
  /^(?:AIR[BFP]|MILB|INSM|FT|PSTB|CMP[A-Z]*|DAM|OIL[A-Z]*|GAS[A-Z]*|REFR?|PS[A-Z]?|BDG|PRT|PRN|CSTL|RUIN|ANS|WLL[A-Z]*|OAS|HLL[S]?|MT[S]?|PASS|ISL[S]?|WAD[IS]?|LK[S]?|STM|RSV|VAL|DSRT|PLN|CAPE|FRST)$/;
const MOST_PLACES = 600_000;
const COLUMNS = 19;
const LONGEST = 200;

/** The two letters of a country, in capitals. Throws an EdgeError `usage` for anything else. */
export function countryCode(word: string): string {
  if (/^[A-Za-z]{2}$/.test(word)) return word.toUpperCase();
  throw new EdgeError(
    'usage',
    `${JSON.stringify(word.slice(0, 40))} is no country: give its two letters (ISO 3166-1), such as SY for Syria.`,
  );
}

/**
 * The places of a GeoNames country file: tab-separated lines of nineteen columns. Towns and villages, divisions, and sites where things
 * happen are taken. Throws an EdgeError `bad-gazetteer` that names the line where the file is something else.
 */
export function placesOfCountry(bytes: Uint8Array, country: string): SourcePlace[] {
  const found: SourcePlace[] = [];
  const decoder = new TextDecoder();
  let line = 0;
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const row = decoder.decode(bytes.subarray(at, end < 0 ? bytes.length : end)).replace(/\r$/, '');
    at = end < 0 ? bytes.length : end + 1;
    line++;
    if (row === '') continue;
    const cells = row.split('\t');
    if (cells.length !== COLUMNS) throw bad(line, `it has ${cells.length} columns, not ${COLUMNS}`);
    const place = placeOf(cells, country, line);
    if (place !== null) found.push(place);
    if (found.length > MOST_PLACES)
      throw new EdgeError('too-big', `The country file holds more than ${MOST_PLACES} places.`);
  }
  if (found.length === 0) throw bad(line, `it holds no place of ${country}`);
  return found;
}

function bad(line: number, why: string): EdgeError {
  return new EdgeError(
    'bad-gazetteer',
    `This is no GeoNames country file: line ${line}: ${why}. Take the file again from the GeoNames dump.`,
  );
}

function placeOf(cells: readonly string[], country: string, line: number): SourcePlace | null {
  const [id = '', name = '', ascii = '', others = '', , , shape = '', feature = '', code = ''] = cells;
  const lat = Number(cells[4] || Number.NaN);
  const lon = Number(cells[5] || Number.NaN);
  if (!/^\d{1,10}$/.test(id)) throw bad(line, 'it begins with no GeoNames id');
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) throw bad(line, 'it has no latitude and longitude');
  const kind = kindOf(shape, feature);
  if (code !== country || kind === null || name === '' || Number(id) > 0xffffffff) return null;
  const proper = [name, ascii].filter((each) => each !== '' && each.length <= LONGEST);
  if (proper.length === 0) return null;
  const alt = others.split(',').filter((each) => each.length <= LONGEST);
  const division = `${country}.${cells[10] ?? ''}`;
  return {
    id: Number(id),
    kind,
    name: cut(latin(name) ? name : (proper[1] ?? name)),
    names: [...proper, ...alt.filter(isName), ...inScript(alt, country, false)],
    lat,
    lon,
    country,
    division,
    district: `${division}.${cells[11] ?? ''}`,
    people: Math.max(0, Math.min(2e9, Number(cells[14]) || 0)),
    capital: feature === 'PPLC',
  };
}

/** The other names of a village are mostly other spellings; codes and words in lower case are left out. */
function isName(name: string): boolean {
  return name.length > 3 && latin(name) && /^['’‘]?\p{Lu}/u.test(name) && !/^\p{Lu}{4}$/u.test(name);
}

/** Display names have at most 255 bytes in the packed file. */
function cut(name: string): string {
  return Buffer.byteLength(name) <= 255
    ? name
    : Buffer.from(name)
        .toString('utf8', 0, 240)
        .replace(/\uFFFD+$/u, '');
}

function kindOf(shape: string, feature: string): PlaceKind | null {
  if (shape === 'P') return /^PPL[HQW]$|^PPLCH$/.test(feature) ? null : 'town';
  if (feature === 'ADM1') return 'admin1';
  if (feature === 'ADM2') return 'admin2';
  return SITES.test(feature) ? 'site' : null;
}
