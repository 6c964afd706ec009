import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainDigest, plainRead } from '../../test/plain-reader.ts';
import { STORES } from '../../test/stores.ts';
import { openLedger } from './open.ts';

const ENGINES = { read: plainRead, digest: plainDigest };
const store = STORES.find(({ name }) => name === 'PostgreSQL')!;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('a database that cannot be had', () => {
  test('is told by its place, never with the password', async () => {
    const database = 'postgresql://me:secret@127.0.0.1:9/ledger';
    const error = await openLedger(dir, { ...ENGINES, database }).catch((cause: Error) => cause);
    expect(error).toMatchObject({ code: 'ledger-broken' });
    expect((error as Error).message).toContain('127.0.0.1:9/ledger');
    expect((error as Error).message).not.toContain('secret');
  });

  test.each(['mysql://me@127.0.0.1/ledger', 'ledger'])('%s is no PostgreSQL URL', async (database) => {
    await expect(openLedger(dir, { ...ENGINES, database })).rejects.toMatchObject({ code: 'usage' });
  });
});

describe.runIf(store.absent === null)('a database of PostgreSQL', () => {
  let place: Awaited<ReturnType<typeof store.make>>;
  beforeEach(async () => {
    place = await store.make();
  });
  afterEach(() => place.drop());

  async function run(statement: string): Promise<void> {
    const client = new Client({ connectionString: place.database! });
    await client.connect();
    await client.query(statement);
    await client.end();
  }
  const open = (create = true) => openLedger(dir, { ...ENGINES, database: place.database, create });

  test('without a ledger, with a newer one, with tables of another program', async () => {
    await expect(open(false)).rejects.toMatchObject({ code: 'no-ledger' });
    await (await open()).close();
    await (await open(false)).close();
    await run('update ledger_schema set version = 99');
    await expect(open()).rejects.toMatchObject({ code: 'ledger-newer', exitCode: 4 });
    await run('drop table ledger_schema');
    await expect(open()).rejects.toMatchObject({ code: 'ledger-broken' });
  });

  test('keeps U+0000, and the character that stands for it', async () => {
    const ledger = await open();
    const text = 'a\u0000b \u{10ffff}0 \u{10ffff} c';
    const { id } = await ledger.add({ text, title: '\u0000' });
    expect(await ledger.document(id)).toMatchObject({ text, title: '\u0000' });
    await ledger.close();
  });

  test('several openers make the tables once', async () => {
    const all = await Promise.all([open(), open(), open()]);
    await all[0]!.add({ id: 'one', text: 'One.' });
    expect(await all[2]!.documents()).toHaveLength(1);
    for (const ledger of all) await ledger.close();
  });
});
