#!/usr/bin/env node
// Plain old syntax, so that an older Node can say what it lacks instead of failing on the first line.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `counterclaim needs Node 22.18 or newer; this is ${process.versions.node}. Install Node 24, or in a checkout use: npm run -s counterclaim -- ${process.argv.slice(2).join(' ')}`,
  );
  process.exit(2);
}
const built = new URL('../dist/src/cli/main.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);
await import((existsSync(source) ? source : built).href);
