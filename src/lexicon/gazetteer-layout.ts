/*
 * How the gazetteer lies in its file: one Zstandard frame; inside, a line of JSON and then the columns it lists, one after the
 * other. Places stand in the order country, first-level division, kind, id, so that columns pack well.
 *   id       varint of the zigzag difference to the place before (GeoNames id, 0 for places of our own)
 *   point    six bytes: latitude and longitude, 24 bits each
 *   people   one byte: eight times the binary logarithm of the population
 *   kind     one byte: index into KINDS, plus 16 for a national capital
 *   country  one byte: index into `countries`, 255 for none
 *   division two bytes: index into `divisions` (places of kind admin1), 65535 for none
 *   keys     the hashes of all name keys in order (32 bits each, little-endian), the index of each one's place (32 bits), and a
 *            check byte for each
 *   similar  the same for transliteration skeletons
 *   lengths  one byte: how many bytes of UTF-8 the display name has
 *   names    display names, end to end
 */

/** Kinds of places. A site is less than a town: a camp, an airbase, a crossing, a dam. */
export const KINDS = ['town', 'admin2', 'admin1', 'country', 'region', 'site'] as const;

/** What a place of the gazetteer is. */
export type PlaceKind = (typeof KINDS)[number];

/** The first line of the unpacked file: how many places, keys and skeletons, and the length of each column in bytes. */
export interface GazetteerHead {
  readonly version: 1;
  readonly places: number;
  readonly keys: number;
  readonly similar: number;
  readonly countries: readonly string[];
  /** Indexes of the places that the division column counts. */
  readonly divisions: readonly number[];
  readonly columns: Readonly<Record<Column, number>>;
}

/** Names of the columns, in their order in the file. */
export const COLUMNS = [
  'id',
  'point',
  'people',
  'kind',
  'country',
  'division',
  'keys',
  'similar',
  'lengths',
  'names',
] as const;

/** One column. */
export type Column = (typeof COLUMNS)[number];
