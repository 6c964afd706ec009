import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { reading } from '../src/contract/reading-schema.ts';
import { misquotes } from './misquotes.ts';

const BIN = fileURLToPath(new URL('../bin/counterclaim.js', import.meta.url));
const REPORT =
  '“No foreign fighters left the city,” said Mostafa Bali, a spokesman for the Syrian Democratic Forces.\n';
const dir = mkdtempSync(join(tmpdir(), 'cli-process-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: dir, stdio: 'pipe' });
  child.stdin.on('error', () => {});
  return child;
}

async function finish(child: ReturnType<typeof start>, stdin = '') {
  child.stdin.end(stdin);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, err, code };
}

test('a report on standard input becomes a Reading whose spans all quote', async () => {
  const { out, err, code } = await finish(start('read', '--json', '--published', '2017-10-15', '-'), REPORT);
  expect([err, code]).toEqual(['', 0]);
  const made = reading.parse(JSON.parse(out));
  expect(made).toEqual(JSON.parse(out));
  expect(made.claims.length).toBeGreaterThan(0);
  expect(misquotes(made, REPORT)).toEqual([]);
});

test('the filter answers line by line, while its input is still open', async () => {
  const child = start('read', '--ndjson');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of ['one', 'two']) {
    child.stdin.write(`${JSON.stringify({ id, text: REPORT })}\n`);
    expect(JSON.parse(String((await lines.next()).value)).document.id).toBe(id);
  }
  child.stdin.end();
  expect((await lines.next()).done).toBe(true);
  await once(child, 'close');
  expect(child.exitCode).toBe(0);
});

test('a reader that stops reading ends it without a word', async () => {
  const child = start('read', '--ndjson');
  const errors = text(child.stderr);
  child.stdin.end(`${JSON.stringify({ text: REPORT })}\n`.repeat(200));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  await once(child, 'close');
  expect([child.exitCode, await errors]).toEqual([0, '']);
});

test('what one process adds another shows', async () => {
  const added = await finish(start('add', '-', '--ledger', 'here'), REPORT);
  expect(added).toEqual({ out: '1 document added. Ledger: here\n', err: '', code: 0 });
  const claims = await finish(start('claims', '--json', '--ledger', 'here'));
  expect(JSON.parse(claims.out).length).toBeGreaterThan(0);
  const missing = await finish(start('show', 'x', '--ledger', 'here'));
  expect(missing).toMatchObject({ out: '', code: 5 });
});

test('the demo reads the sample dossier, prints it, serves it and cleans up', async () => {
  const child = spawn(process.execPath, [BIN, 'demo', '--port', '0'], {
    env: { ...process.env, TMPDIR: dir },
  });
  let out = '';
  for await (const chunk of child.stdout) {
    out += chunk;
    const address = /Open (http:\/\/127\.0\.0\.1:\d+)/.exec(out)?.[1];
    if (address === undefined) continue;
    const answer = await fetch(`${address}/api/documents`);
    expect(((await answer.json()) as { documents: unknown[] }).documents).toHaveLength(12);
    child.kill('SIGINT');
  }
  if (child.exitCode === null) await once(child, 'close');
  expect(child.exitCode).toBe(0);
  for (const words of ['12 documents', 'Disputes', 'independent source', 'Agreements', 'Control'])
    expect(out).toContain(words);
  expect(readdirSync(dir).filter((name) => name.startsWith('counterclaim-demo-'))).toEqual([]);
});
