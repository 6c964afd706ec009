import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompress, zstdDecompressSync } from 'node:zlib';
import { packageRoot } from '../contract/version.ts';

/** Absolute path of a file under `data/`, e.g. `dataPath('lexicon/cue.yml')`. */
export function dataPath(name: string): string {
  return join(packageRoot(), 'data', name);
}

let lexicon: Readonly<Record<string, unknown>> | null = null;

/** What `data/lexicon/NAME.yml` holds, from the compiled `lexicon.json`, which loads a hundred times quicker than YAML. */
export function readLexicon(name: string): unknown {
  lexicon ??= JSON.parse(readFileSync(dataPath('lexicon/lexicon.json'), 'utf8')) as Record<string, unknown>;
  if (!Object.hasOwn(lexicon, name))
    throw new RangeError(`data/lexicon/lexicon.json has no ${name}: run npm run lexicon`);
  return lexicon[name];
}

/** The files of a reader that are packed, largest first (zstd, which expands three times as fast as brotli). */
export const PACKED_FILES = {
  syntax: 'model/syntax.bin.zst',
  gazetteer: 'gazetteer/places.zst',
  attribution: 'model/attribution.bin.zst',
  words: 'lexicon/words.zst',
  cases: 'model/case.bin.zst',
  place: 'model/place.bin.zst',
  names: 'model/names.bin.zst',
  nameWords: 'lexicon/name-words.zst',
  officials: 'actors/officials.zst',
  involved: 'model/involved.bin.zst',
  role: 'model/role.bin.zst',
} as const;

/** Bytes expanded at a time: a file in one go, where the default of 16 KB would come back to the main thread a thousand times. */
const AT_ONCE = { chunkSize: 1 << 23 };

const ahead = new Map<string, Buffer>();

/**
 * Expands the packed files beside the main thread, for a program that is about to read and still has its modules to load. A file that
 * cannot be expanded is left to `readPacked`, which says so.
 */
export async function unpackAhead(): Promise<void> {
  const expand = promisify(zstdDecompress);
  await Promise.allSettled(
    Object.values(PACKED_FILES).map(async (name) =>
      ahead.set(name, await expand(await readFile(dataPath(name)), AT_ONCE)),
    ),
  );
}

/** The bytes of a packed file of the package. */
export function readPacked(name: (typeof PACKED_FILES)[keyof typeof PACKED_FILES]): Buffer {
  const file = dataPath(name);
  const data = ahead.get(name) ?? unpacked(readFileSync(file), file);
  ahead.delete(name);
  return data;
}

/** Expands zstd bytes. Throws an Error that names `file` when they are none. */
export function unpacked(bytes: Uint8Array, file: string): Buffer {
  try {
    return zstdDecompressSync(bytes, AT_ONCE);
  } catch (cause) {
    throw new Error(
      `${file} does not decompress; take it anew from the package, or make it as CONTRIBUTING.md says`,
      {
        cause,
      },
    );
  }
}
