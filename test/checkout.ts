import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));

/** The text of a file of the checkout. */
export function read(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

/** Paths in the checkout of the files under a folder that end so, with forward slashes, sorted. */
export function filesUnder(folder: string, ...endings: readonly string[]): string[] {
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length).replaceAll('\\', '/'))
    .sort();
}
