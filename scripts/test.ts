import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChrome } from '../test/browser/chrome.ts';
import { run } from './step.ts';
import { type Tally, tallyLine, tallyReport, type VitestReport } from './tally.ts';

// `npm test`: types, lint, unused code, the web build, then every test. Ends with one line: N passed, N failed.

const CHECKS: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ['types', 'tsc', ['--noEmit']],
  ['types of web', 'tsc', ['--noEmit', '-p', 'web']],
  ['lint and format', 'biome', ['check']],
  ['unused code', 'knip', []],
  ['web build', 'vite', ['build', 'web', '--logLevel', 'error']],
];

async function check(name: string, command: string, args: readonly string[]): Promise<Tally> {
  const began = performance.now();
  const ok = (await run(command, args)) === 0;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
  return ok ? { passed: 1, failed: 0, notes: [] } : { passed: 0, failed: 1, notes: [`failed: ${name}`] };
}

async function tests(): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-test-'));
  const report = join(folder, 'report.json');
  try {
    const status = await run('vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    const tally = tallyReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport);
    if (status === 0 || tally.failed > 0) return tally;
    return { ...tally, failed: 1, notes: [...tally.notes, `vitest ended with status ${status}`] };
  } catch (error) {
    return { passed: 0, failed: 1, notes: [`vitest left no report: ${String(error)}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function browserIsThere(): boolean {
  try {
    console.log(`browser: ${findChrome()}`);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('Nothing was tested. Run: npm run setup');
    return false;
  }
}

if (browserIsThere()) {
  const tallies: Tally[] = [];
  for (const [name, command, args] of CHECKS) tallies.push(await check(name, command, args));
  tallies.push(await tests());
  for (const note of tallies.flatMap(({ notes }) => notes)) console.log(note);
  console.log(tallyLine(tallies));
  process.exitCode = tallies.some(({ failed }) => failed > 0) ? 1 : 0;
} else {
  process.exitCode = 1;
}
