import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

let lexicon: Readonly<Record<string, unknown>> | null = null;

/** What `data/lexicon/NAME.yml` holds, from the compiled `lexicon.json`, which loads a hundred times quicker than YAML. */
export function readLexicon(name: string): unknown {
  lexicon ??= JSON.parse(readFileSync(dataPath('lexicon/lexicon.json'), 'utf8')) as Record<string, unknown>;
  if (!Object.hasOwn(lexicon, name))
    throw new RangeError(`data/lexicon/lexicon.json has no ${name}: run npm run lexicon`);
  return lexicon[name];
}
