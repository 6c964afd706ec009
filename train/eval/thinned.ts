import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/version.ts';
import type { Document } from '../../src/model/document.ts';
import type { Reading } from '../../src/model/reading.ts';

/** What the compiled lexicons of a thinned reader hold. */
export interface Lexicons {
  readonly lexicon: unknown;
  readonly actors: unknown;
}

/** The lexicons as shipped. */
export function shipped(): Lexicons {
  const data = (file: string): unknown => JSON.parse(readFileSync(join(packageRoot(), 'data', file), 'utf8'));
  return { lexicon: data('lexicon/lexicon.json'), actors: data('actors/actors.json') };
}

/**
 * Reads documents with other lexicons: a copy of the package in a folder of its own, its sources as they are and its models linked, so
 * that the product itself needs no switch for it.
 */
export function readThinned(documents: readonly Document[], lexicons: Lexicons): Reading[] {
  const root = packageRoot();
  const folder = mkdtempSync(join(tmpdir(), 'thinned-'));
  try {
    for (const name of ['src', 'package.json'])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'data'));
    for (const name of readdirSync(join(root, 'data'))) {
      if (name === 'lexicon' || name === 'actors') continue;
      symlinkSync(join(root, 'data', name), join(folder, 'data', name));
    }
    for (const name of ['lexicon', 'actors']) {
      mkdirSync(join(folder, 'data', name), { recursive: true });
      for (const file of readdirSync(join(root, 'data', name)))
        if (!file.endsWith('.json'))
          symlinkSync(join(root, 'data', name, file), join(folder, 'data', name, file));
    }
    writeFileSync(join(folder, 'data/lexicon/lexicon.json'), JSON.stringify(lexicons.lexicon));
    writeFileSync(join(folder, 'data/actors/actors.json'), JSON.stringify(lexicons.actors));
    const lines = documents.map(({ id, text, title, publisher, published }) =>
      JSON.stringify({ id, text, title, publisher, published }),
    );
    const run = spawnSync(
      process.execPath,
      [join(folder, 'src/cli/main.ts'), 'read', '--ndjson', '--with-text'],
      {
        input: lines.join('\n'),
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    if (run.status !== 0) throw new Error(`a reader with other lexicons failed: ${run.stderr}`);
    return run.stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Reading);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
