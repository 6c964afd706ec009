import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { EdgeError } from '../contract/error.ts';
import { placesOfCountry } from '../lexicon/country-file.ts';
import { unpacked } from '../lexicon/data.ts';
import { Gazetteer, gazetteer, type PlaceBook } from '../lexicon/gazetteer.ts';
import { layPlaces } from '../lexicon/gazetteer-layer.ts';
import { packPlaces } from '../lexicon/gazetteer-pack.ts';
import { unzip } from './zip.ts';

/** A country whose places are kept in a folder. */
export interface KeptCountry {
  readonly country: string;
  /** Day it was taken, YYYY-MM-DD. */
  readonly taken: string;
  readonly places: number;
}

const MOST_BYTES = 900e6;
const FILE = /^([A-Z]{2})-(\d{4}-\d{2}-\d{2})\.places$/;

/**
 * Keeps the places of a country file, an archive or its text, in a folder, in place of what it had of that country. Whoever reads
 * meanwhile finds the old file or the new one, whole.
 */
export function keepCountry(folder: string, country: string, bytes: Buffer, day: string): KeptCountry {
  const text =
    bytes.length > 3 && bytes.readUInt32LE(0) === 0x04034b50
      ? unzip(bytes, `${country}.txt`, MOST_BYTES)
      : bytes;
  const { head, raw } = packPlaces(placesOfCountry(text, country));
  const name = `${country}-${day}.places`;
  guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    const part = join(folder, `.${name}.${process.pid}`);
    try {
      writeFileSync(part, zstdCompressSync(raw));
      renameSync(part, join(folder, name));
    } finally {
      rmSync(part, { force: true });
    }
    for (const old of filesOf(folder))
      if (old !== name && old.startsWith(`${country}-`)) rmSync(join(folder, old));
  });
  return { country, taken: day, places: head.places };
}

/** The countries kept in a folder, by their letters; none where there is no folder. */
export function keptCountries(folder: string): KeptCountry[] {
  return filesOf(folder).map((file) => {
    const [, country = '', taken = ''] = FILE.exec(file)!;
    return { country, taken, places: opened(folder, file).size };
  });
}

/** Takes a country out of a folder. Throws an EdgeError `not-found` where it is not there. */
export function dropCountry(folder: string, country: string): void {
  const files = filesOf(folder).filter((file) => file.startsWith(`${country}-`));
  if (files.length === 0) {
    const kept = keptCountries(folder).map((each) => each.country);
    throw new EdgeError(
      'not-found',
      `No places of ${country} are kept in ${folder}; there are those of ${kept.join(', ') || 'no country'}.`,
    );
  }
  guarded(folder, () => {
    for (const file of files) rmSync(join(folder, file));
  });
}

/** The gazetteer with the countries of a folder over it, for `read(input, { places })`; undefined where the folder keeps none. */
export function readPlaces(folder: string): PlaceBook | undefined {
  const files = filesOf(folder);
  if (files.length === 0) return undefined;
  return layPlaces(
    gazetteer(),
    files.map((file) => {
      const [, country = '', taken = ''] = FILE.exec(file)!;
      return { edition: `${country} ${taken}`, places: opened(folder, file) };
    }),
  );
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => FILE.test(file))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw trouble(folder, error);
  }
}

function opened(folder: string, file: string): Gazetteer {
  try {
    return new Gazetteer(unpacked(readFileSync(join(folder, file)), file));
  } catch (cause) {
    const country = file.slice(0, 2);
    throw new EdgeError(
      'bad-gazetteer',
      `${join(folder, file)} is damaged; take it again with "gazetteer add ${country}", or drop it with "gazetteer remove ${country}".`,
      { cause },
    );
  }
}

function guarded(folder: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    throw trouble(folder, error);
  }
}

function trouble(folder: string, error: unknown): EdgeError {
  const why = error instanceof Error ? error.message : String(error);
  return new EdgeError('unreadable', `The folder ${folder} cannot be used (${why}).`, { cause: error });
}
