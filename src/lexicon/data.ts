import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

let root: string | null = null;
let version: string | null = null;

/** Folder of the package: the nearest one above this file that holds `data/`. */
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

/** Absolute path of a file under `data/`, e.g. `dataPath('lexicon/cue.yml')`. */
export function dataPath(name: string): string {
  return join(packageRoot(), 'data', name);
}

/** The version of the package, as every Reading names it. */
export function packageVersion(): string {
  version ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
  return version;
}

/** Parses a YAML file under `data/`; the caller checks its shape. */
export function readYaml(name: string): unknown {
  return parse(readFileSync(dataPath(name), 'utf8'));
}
