import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let root: string | null = null;

/** Folder of the package: the nearest one above this file that holds `data/`, in a checkout and where it is installed. */
export function packageRoot(): string {
  if (root !== null) return root;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'data', 'NOTICE'))) {
    const up = dirname(folder);
    if (up === folder) throw new Error(`counterclaim's data folder is missing above ${import.meta.url}`);
    folder = up;
  }
  root = folder;
  return folder;
}

/** The version of the program, as in package.json. */
export const VERSION: string = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')).version;
