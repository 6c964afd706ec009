import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { DocumentInput } from '../contract/document.ts';
import { sha256 } from '../contract/document.ts';
import { EdgeError } from '../contract/error.ts';
import type { ManifestEntry } from '../contract/manifest.ts';
import type { Arrival } from './arrival.ts';
import { refuse } from './arrival.ts';
import { allBytes, fileBytes, fileError } from './bytes.ts';
import { decode } from './decode.ts';
import type { OpenManifest } from './folder.ts';
import { entryBeside, entryPath, MANIFEST, openManifest } from './folder.ts';
import { ndjsonArrivals } from './ndjson.ts';

/** What is to be read, and what is said of documents that do not say it themselves. */
export interface Order {
  /** Files, folders, manifests; "-" is standard input. */
  readonly paths: readonly string[];
  /** Standard input holds one JSON document a line. */
  readonly ndjson: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
}

/**
 * The documents of an order, one at a time and in its order. A file named twice is read once; the same id with another
 * text is refused.
 */
export async function* arrivals(order: Order): AsyncGenerator<Arrival> {
  const hashes = new Map<string, string>();
  const seen = new Set<string>();
  for (const path of order.paths) {
    for await (const arrival of arrivalsOf(order, path, seen)) {
      if (arrival.kind === 'refused') {
        yield arrival;
        continue;
      }
      const taken = idTaken(hashes, arrival.input, arrival.where);
      yield taken
        ? refuse(arrival.where, arrival.input.id ?? null, taken)
        : { ...arrival, input: withDefaults(arrival.input, order) };
    }
  }
}

/** Whether a path stands for one document, and not for a folder, manifest or file of lines. */
export async function isSingle(path: string): Promise<boolean> {
  return (await kindOf(path, false).catch(() => 'text')) === 'text';
}

/** How many documents an order is likely to hold, as far as that is known without reading them; null where it is not. */
export async function countArrivals({ paths, ndjson }: Order): Promise<number | null> {
  let count = 0;
  for (const path of paths) {
    const kind = await kindOf(path, ndjson).catch(() => 'text');
    if (kind === 'lines') return null;
    if (kind === 'text') count += 1;
    else if (kind === 'manifest') count += (await manifestAt(path).catch(() => null))?.entries.length ?? 1;
    else count += (await textFiles(path).catch(() => [])).length;
  }
  return count;
}

/** An arrival for each document that one argument stands for. */
async function* arrivalsOf(order: Order, path: string, seen: Set<string>): AsyncGenerator<Arrival> {
  try {
    const kind = await kindOf(path, order.ndjson);
    if (kind === 'lines') {
      const stream = path === '-' ? order.stdin : createReadStream(path);
      yield* ndjsonArrivals(stream, path === '-' ? 'standard input' : path);
    } else if (kind === 'folder') {
      for (const file of await textFiles(path)) yield* fileArrival(file, await entryBeside(file), seen);
    } else if (kind === 'manifest') {
      yield* manifestArrivals(await manifestAt(path), seen);
    } else if (path === '-') {
      const where = 'standard input';
      const original = await allBytes(order.stdin, where);
      yield { kind: 'document', where, input: { text: decode(original, where) }, original };
    } else {
      yield* fileArrival(path, await entryBeside(path), seen);
    }
  } catch (error) {
    yield refuse(path, null, fileError(error, path));
  }
}

async function* manifestArrivals(manifest: OpenManifest, seen: Set<string>): AsyncGenerator<Arrival> {
  for (const entry of manifest.entries) {
    try {
      yield* fileArrival(await entryPath(manifest, entry), entry, seen);
    } catch (error) {
      yield refuse(manifest.path, entry.id ?? null, fileError(error, entry.file));
    }
  }
}

async function* fileArrival(
  path: string,
  entry: ManifestEntry | null,
  seen: Set<string>,
): AsyncGenerator<Arrival> {
  const real = await realpath(path);
  if (seen.has(real)) return;
  seen.add(real);
  try {
    const original = await fileBytes(path);
    const { file: _, ...metadata } = entry ?? { file: '' };
    yield { kind: 'document', where: path, input: { ...metadata, text: decode(original, path) }, original };
  } catch (error) {
    yield refuse(path, entry?.id ?? null, fileError(error, path));
  }
}

/** A manifest is a docs.json; lines are *.ndjson and *.jsonl, and standard input where it is said to hold them. */
async function kindOf(path: string, ndjson: boolean): Promise<'lines' | 'folder' | 'manifest' | 'text'> {
  if (path === '-') return ndjson ? 'lines' : 'text';
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder) return (await isFile(join(path, MANIFEST))) ? 'manifest' : 'folder';
  if (basename(path) === MANIFEST || extname(path).toLowerCase() === '.json') return 'manifest';
  return ['.ndjson', '.jsonl'].includes(extname(path).toLowerCase()) ? 'lines' : 'text';
}

/** The manifest that a folder holds, or that a file is. */
async function manifestAt(path: string): Promise<OpenManifest> {
  return openManifest((await isFile(path)) ? path : join(path, MANIFEST));
}

async function textFiles(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => extname(name).toLowerCase() === '.txt').sort();
  if (names.length === 0) {
    throw new EdgeError(
      'empty',
      `${folder} holds neither a ${MANIFEST} nor .txt files; name the files to read.`,
    );
  }
  return names.map((name) => join(folder, name));
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (about) => about.isFile(),
    () => false,
  );
}

/** Only ids that were given are remembered: a default id follows from the text. */
function idTaken(hashes: Map<string, string>, { id, text }: DocumentInput, where: string): EdgeError | null {
  if (!id?.trim()) return null;
  const hash = sha256(text);
  const known = hashes.get(id);
  hashes.set(id, known ?? hash);
  if (known === undefined || known === hash) return null;
  return new EdgeError(
    'id-taken',
    `${where} gives the id ${JSON.stringify(id)} to another text than before; ids must differ.`,
  );
}

function withDefaults(input: DocumentInput, { published, publisher }: Order): DocumentInput {
  return {
    ...input,
    published: input.published?.trim() ? input.published : published,
    publisher: input.publisher?.trim() ? input.publisher : publisher,
  };
}
