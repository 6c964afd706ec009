import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// `prepack` and `postpack`: the published package.json carries neither the Node that a checkout brings for itself nor
// what only a checkout can run. npm reads the file from disk, so it is changed for the time of packing and put back.

const KEPT = '.cache/package.json.kept';

interface Manifest {
  readonly optionalDependencies?: unknown;
  readonly devDependencies?: unknown;
  readonly scripts?: unknown;
  readonly [field: string]: unknown;
}

/** package.json as published: without optionalDependencies, devDependencies and scripts. */
export function publishedManifest(text: string): string {
  const { optionalDependencies, devDependencies, scripts, ...rest } = JSON.parse(text) as Manifest;
  return `${JSON.stringify(rest, null, 2)}\n`;
}

/** Puts the checkout's package.json back, byte by byte; does nothing when it was not taken away. */
export function restore(folder: string): void {
  const kept = join(folder, KEPT);
  if (existsSync(kept)) renameSync(kept, join(folder, 'package.json'));
}

/** Keeps package.json aside and leaves the published one in its place; a run that broke off before is undone first. */
export function strip(folder: string): void {
  restore(folder);
  const path = join(folder, 'package.json');
  const text = readFileSync(path, 'utf8');
  const published = publishedManifest(text);
  mkdirSync(join(folder, '.cache'), { recursive: true });
  writeFileSync(join(folder, `${KEPT}.part`), text);
  renameSync(join(folder, `${KEPT}.part`), join(folder, KEPT));
  writeFileSync(`${path}.part`, published);
  renameSync(`${path}.part`, path);
  rmSync(join(folder, `${KEPT}.part`), { force: true });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [action] = process.argv.slice(2);
  if (action === 'strip') strip(process.cwd());
  else if (action === 'restore') restore(process.cwd());
  else {
    console.error('pack: say "strip" or "restore"');
    process.exitCode = 2;
  }
}
