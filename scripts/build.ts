import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './step.ts';

// `npm run build`: what the published package runs. JavaScript and types of src/ to dist/src, the command line bundled into a few files
// there, since two hundred load slowly, and the web page to dist/web.

const STEPS: readonly (readonly [command: string, args: readonly string[]])[] = [
  ['tsc', ['-p', 'tsconfig.build.json']],
  ['npm', ['run', '-s', 'bundle']],
  ['vite', ['build', 'web', '--logLevel', 'error']],
  ['publint', ['run', '--strict', '--pack', 'false']],
];

rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const [command, args] of STEPS) {
  const status = await run(command, args);
  if (status !== 0) {
    console.error(`build: "${[command, ...args].join(' ')}" failed`);
    process.exit(status);
  }
}
console.log('build: dist/src and dist/web are made');
