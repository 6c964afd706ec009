#!/usr/bin/env node
// Plain old syntax, so that an older Node can say what it lacks instead of failing on the first line.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `counterclaim needs Node 22.18 or newer; this is ${process.versions.node}. Install Node 24, or in a checkout use: npm run -s counterclaim -- ${process.argv.slice(2).join(' ')}`,
  );
  process.exit(2);
}
const built = new URL('../dist/src/cli/main.js', import.meta.url);
const source = new URL('../src/', import.meta.url);

/** Whether the bundle is at least as new as everything in `src/`: a checkout that was changed since runs what it holds. */
function isFresh() {
  const folder = fileURLToPath(source);
  const made = statSync(built).mtimeMs;
  return ['', ...readdirSync(folder, { recursive: true })].every(
    (name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) <= made,
  );
}

const useBuilt = !existsSync(source) || (existsSync(built) && isFresh());
await import((useBuilt ? built : new URL('cli/main.ts', source)).href);
