import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainDigest, plainRead } from '../../test/plain-reader.ts';
import { STORES } from '../../test/stores.ts';
import { openLedger } from './open.ts';

const WRITER = fileURLToPath(new URL('../../test/ledger-writer.ts', import.meta.url));
const ENGINES = { read: plainRead, digest: plainDigest };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function writer(prefix: string, count: number, database: string | undefined) {
  const child = spawn(process.execPath, ['--no-warnings', WRITER, dir, prefix, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: database },
  });
  return { child, acknowledged: createInterface({ input: child.stdout }) };
}

describe.each(STORES)('a ledger in $name', (store) => {
  if (store.absent !== null) {
    test.skip(store.absent, () => {});
    return;
  }
  let place: Awaited<ReturnType<typeof store.make>>;
  beforeEach(async () => {
    place = await store.make();
  });
  afterEach(() => place.drop());

  test('what was acknowledged is there after the writer is killed', async () => {
    const { child, acknowledged } = writer('k', 100_000, place.database);
    const ids: string[] = [];
    for await (const id of acknowledged) {
      ids.push(id);
      if (ids.length === 25) child.kill('SIGKILL');
    }
    const ledger = await openLedger(dir, { ...ENGINES, database: place.database });
    const kept = new Set((await ledger.documents()).map(({ id }) => id));
    expect(ids.length).toBeGreaterThanOrEqual(25);
    expect(ids.filter((id) => !kept.has(id))).toEqual([]);
    for (const id of kept) {
      const document = await ledger.document(id);
      expect(Buffer.from((await ledger.original(id))!).toString()).toBe(document?.text);
      expect((await ledger.reading(id))?.claims).toHaveLength(1);
    }
    expect((await ledger.add({ id: 'after', text: 'After.' })).outcome).toBe('added');
    await ledger.close();
  });

  test('several processes make, add to and read one ledger at the same time', async () => {
    const children = ['a', 'b', 'c'].map((prefix) => writer(prefix, 15, place.database).child);
    const ledger = await openLedger(dir, { ...ENGINES, database: place.database });
    for (let n = 0; n < 10; n += 1) {
      await ledger.add({ id: `own${n}`, text: `Own ${n}.` });
      const { readings } = await ledger.digest();
      expect(readings.length).toBeGreaterThan(n);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const child of children) {
      if (child.exitCode === null) await once(child, 'exit');
      expect(child.exitCode).toBe(0);
    }
    expect(await ledger.documents()).toHaveLength(55);
    expect((await ledger.digest()).readings).toHaveLength(55);
    expect(await ledger.find({ actor: 'Bali' })).toHaveLength(45);
    await ledger.close();
  });
});
