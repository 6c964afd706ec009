import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { EdgeError } from '../contract/error.ts';
import type { ManifestEntry } from '../contract/manifest.ts';
import { fileBytes, fileError } from './bytes.ts';
import { decode } from './decode.ts';
import { faultsOf } from './fault.ts';

/** The name of a manifest. */
export const MANIFEST = 'docs.json';

/** A manifest that was read: the folder its files must lie in, and what it says of them. */
export interface OpenManifest {
  readonly path: string;
  readonly folder: string;
  readonly entries: readonly ManifestEntry[];
}

/** Reads a manifest; a fault in its shape is an EdgeError `bad-manifest` that names the field. */
export async function openManifest(path: string): Promise<OpenManifest> {
  let json: unknown;
  const text = decode(await fileBytes(path), path);
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new EdgeError('bad-manifest', `${path} is not JSON: ${(cause as Error).message}`, { cause });
  }
  const { manifest } = await import('../contract/manifest.ts');
  const checked = manifest.safeParse(json);
  if (!checked.success) {
    throw new EdgeError(
      'bad-manifest',
      `${path} is no manifest (a list of {id, file, …}): ${faultsOf(checked.error)}`,
    );
  }
  return { path, folder: dirname(await realpath(path)), entries: checked.data };
}

/** The real path of a manifest's file. It must lie in the manifest's folder, links followed. */
export async function entryPath(manifest: OpenManifest, entry: ManifestEntry): Promise<string> {
  const named = resolve(manifest.folder, entry.file);
  let real: string;
  try {
    real = await realpath(named);
  } catch (error) {
    throw inside(manifest.folder, named) ? fileError(error, named) : outside(manifest, entry);
  }
  if (!inside(manifest.folder, real)) throw outside(manifest, entry);
  return real;
}

/** What a docs.json beside a file, or in the folder above, says of that file; null where none names it. */
export async function entryBeside(path: string): Promise<ManifestEntry | null> {
  let real: string;
  try {
    real = await realpath(path);
  } catch {
    return null;
  }
  for (const folder of [dirname(real), dirname(dirname(real))]) {
    const beside = folder === dirname(real);
    const place = join(folder, MANIFEST);
    if (!(await mayBeManifest(place))) continue;
    try {
      const manifest = await openManifest(place);
      const entry = manifest.entries.find(({ file }) => resolve(folder, file) === real);
      if (entry) return entry;
    } catch (error) {
      if (beside) throw error;
    }
  }
  return null;
}

async function mayBeManifest(path: string): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')).trimStart().startsWith('[');
  } catch {
    return false;
  }
}

function inside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

function outside({ path }: OpenManifest, { file }: ManifestEntry): EdgeError {
  return new EdgeError(
    'outside-folder',
    `${path} names ${JSON.stringify(file)}, which lies outside its folder; move it in.`,
  );
}
