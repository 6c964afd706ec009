import { PACKED_FILES, readPacked } from './data.ts';
import { COLUMNS, type Column, type GazetteerHead, KINDS, type PlaceKind } from './gazetteer-layout.ts';
import { placeHash, placeKey, placeSkeleton } from './place-key.ts';
import { remembered } from './remembered.ts';

/** A place as the gazetteer knows it. */
export interface GazetteerPlace {
  /** Its number in the gazetteer; stable only for one edition of the data. */
  readonly index: number;
  /** GeoNames id, null for the few places of our own. */
  readonly geonames: string | null;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166-1 alpha-2, null for regions across borders. */
  readonly country: string | null;
  /** Number of the first-level division it lies in (or is), null where unknown. */
  readonly division: number | null;
  /** Rounded to a tenth; that of all its towns for a division. */
  readonly people: number;
  readonly capital: boolean;
}

/** Where places are looked up by name: the gazetteer of the package, or one with more places laid over it. */
export interface PlaceBook {
  /** What is laid over the package's own gazetteer ("SY 2031-03-09"). */
  readonly editions: readonly string[];
  /** Places with this name, whatever its case, marks and hyphens. */
  readonly find: (name: string) => readonly GazetteerPlace[];
  /** Places whose name is another transliteration of this one ("Mayadeen", "al-Mayadin"). */
  readonly findSimilar: (name: string) => readonly GazetteerPlace[];
  /** The first-level division a place lies in. */
  readonly divisionOf: (place: GazetteerPlace) => GazetteerPlace | null;
}

interface KeyIndex {
  readonly hashes: Uint32Array;
  readonly checks: Uint8Array;
  readonly places: Uint32Array;
}

/** Places by name. Look-ups never throw; an unknown name gives an empty list. */
export class Gazetteer implements PlaceBook {
  readonly editions: readonly string[] = [];
  readonly #head: GazetteerHead;
  readonly #columns: Readonly<Record<Column, Buffer>>;
  readonly #keys: KeyIndex;
  readonly #known = new Map<number, GazetteerPlace>();
  #similar: KeyIndex | null = null;
  #ids: Uint32Array | null = null;
  #ends: Uint32Array | null = null;
  #at: Map<string, number> | null = null;
  readonly #named = new Map<string, readonly GazetteerPlace[]>();
  readonly #likened = new Map<string, readonly GazetteerPlace[]>();

  /** Reads an unpacked gazetteer file (see gazetteer-layout.ts). */
  constructor(raw: Buffer) {
    const line = raw.indexOf(10);
    this.#head = JSON.parse(raw.toString('utf8', 0, line)) as GazetteerHead;
    let at = line + 1;
    const columns: Partial<Record<Column, Buffer>> = {};
    for (const name of COLUMNS) {
      columns[name] = raw.subarray(at, at + this.#head.columns[name]);
      at += this.#head.columns[name];
    }
    this.#columns = columns as Record<Column, Buffer>;
    this.#keys = readKeys(this.#columns.keys, this.#head.keys);
  }

  /** How many places it holds. */
  get size(): number {
    return this.#head.places;
  }

  /** Places with this name, whatever its case, marks and hyphens. */
  find(name: string): readonly GazetteerPlace[] {
    return remembered(this.#named, name, () => this.#lookUp(this.#keys, placeKey(name)));
  }

  /** Places whose name is another transliteration of this one ("Mayadeen", "al-Mayadin"). */
  findSimilar(name: string): readonly GazetteerPlace[] {
    return remembered(this.#likened, name, () => {
      this.#similar ??= readKeys(this.#columns.similar, this.#head.similar);
      return this.#lookUp(this.#similar, placeSkeleton(name));
    });
  }

  /** The first-level division a place lies in. */
  divisionOf(place: GazetteerPlace): GazetteerPlace | null {
    const at = place.division === null ? undefined : this.#head.divisions[place.division];
    return at === undefined ? null : this.#place(at);
  }

  /** The place with this GeoNames id, or null. */
  withId(id: string): GazetteerPlace | null {
    this.#ids ??= readIds(this.#columns.id, this.#head.places);
    this.#at ??= new Map(Array.from(this.#ids, (known, index) => [String(known), index]));
    const index = this.#at.get(id);
    return index === undefined || id === '0' ? null : this.#place(index);
  }

  #lookUp(index: KeyIndex, key: string): readonly GazetteerPlace[] {
    if (key.length < 2) return [];
    const { hash, check } = placeHash(key);
    let low = 0;
    let high = index.hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    const found: GazetteerPlace[] = [];
    for (let at = low; index.hashes[at] === hash; at++) {
      if (index.checks[at] === check) found.push(this.#place(index.places[at]!));
    }
    return found;
  }

  #place(index: number): GazetteerPlace {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    this.#ids ??= readIds(this.#columns.id, this.#head.places);
    this.#ends ??= readEnds(this.#columns.lengths);
    const { point, kind, country, division, people } = this.#columns;
    const id = this.#ids[index]!;
    const first = division.readUInt16LE(index * 2);
    const place: GazetteerPlace = {
      index,
      geonames: id === 0 ? null : String(id),
      kind: KINDS[kind[index]! & 15]!,
      name: this.#columns.names.toString('utf8', this.#ends[index - 1] ?? 0, this.#ends[index]),
      lat: degrees(point.readUIntLE(index * 6, 3), 180),
      lon: degrees(point.readUIntLE(index * 6 + 3, 3), 360),
      country: this.#head.countries[country[index]!] ?? null,
      division: first === 0xffff ? null : first,
      people: Math.round(2 ** (people[index]! / 8) - 1),
      capital: (kind[index]! & 16) !== 0,
    };
    this.#known.set(index, place);
    return place;
  }
}

let loaded: Gazetteer | null = null;

/** The gazetteer, read on first use. */
export function gazetteer(): Gazetteer {
  loaded ??= new Gazetteer(readPacked(PACKED_FILES.gazetteer));
  return loaded;
}

function degrees(scaled: number, range: number): number {
  return Math.round(((scaled / 0xffffff) * range - range / 2) * 10000) / 10000;
}

/** Copies the column, so that its numbers are aligned whatever stands before it. */
function readKeys(bytes: Buffer, count: number): KeyIndex {
  const own = new Uint8Array(bytes);
  return {
    hashes: new Uint32Array(own.buffer, 0, count),
    places: new Uint32Array(own.buffer, count * 4, count),
    checks: new Uint8Array(own.buffer, count * 8, count),
  };
}

function readIds(bytes: Buffer, count: number): Uint32Array {
  const ids = new Uint32Array(count);
  let at = 0;
  let id = 0;
  for (let i = 0; i < count; i++) {
    let step = 0;
    let scale = 1;
    for (let byte = 128; byte > 127; scale *= 128) {
      byte = bytes[at++]!;
      step += (byte & 127) * scale;
    }
    id += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    ids[i] = id;
  }
  return ids;
}

function readEnds(lengths: Buffer): Uint32Array {
  const ends = new Uint32Array(lengths.length);
  let end = 0;
  for (let i = 0; i < lengths.length; i++) {
    end += lengths[i]!;
    ends[i] = end;
  }
  return ends;
}
