import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { plainDigest, plainRead } from '../../test/plain-reader.ts';
import { STORES } from '../../test/stores.ts';
import { sha256 } from '../contract/document.ts';
import { originalPath } from '../evidence/original.ts';
import type { Ledger } from './ledger.ts';
import { type LedgerOptions, openLedger } from './open.ts';

const ENGINES = { read: plainRead, digest: plainDigest, now: () => '2020-01-02T03:04:05.000Z' };
const BALI = {
  id: 'a/1',
  text: 'Bali said fighters left Raqqa.',
  publisher: 'Meridian Press',
  published: '2017-10-15',
};

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-test-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe.each(STORES)('a ledger in $name', (store) => {
  if (store.absent !== null) {
    test.skip(store.absent, () => {});
    return;
  }
  let ledger: Ledger;
  let engines: LedgerOptions;
  let place: Awaited<ReturnType<typeof store.make>>;

  beforeEach(async () => {
    place = await store.make();
    engines = { ...ENGINES, database: place.database };
    ledger = await openLedger(dir, engines);
  });

  afterEach(async () => {
    await ledger.close();
    await place.drop();
  });

  describe('adding', () => {
    test('keeps the document, the original and the reading', async () => {
      const bytes = Buffer.from(`\ufeff${BALI.text}`);
      const added = await ledger.add(BALI, bytes);
      expect(added).toMatchObject({ id: 'a/1', outcome: 'added' });
      expect(await ledger.document('a/1')).toMatchObject({
        ...BALI,
        title: null,
        characters: 30,
        claims: 1,
        statements: 1,
      });
      expect(Buffer.from((await ledger.original('a/1'))!)).toEqual(bytes);
      expect(await ledger.reading('a/1')).toEqual(plainRead(BALI));
      expect(await ledger.reading('nowhere')).toBeNull();
      expect(await ledger.document('nowhere')).toBeNull();
      expect(await ledger.original('nowhere')).toBeNull();
    });

    test('the same bytes twice add nothing', async () => {
      await ledger.add(BALI);
      expect((await ledger.add(BALI)).outcome).toBe('unchanged');
      expect(await ledger.add({ text: BALI.text })).toMatchObject({ id: 'a/1', outcome: 'unchanged' });
      expect(await ledger.documents()).toHaveLength(1);
    });

    test('a copy by another publisher is a document of its own', async () => {
      await ledger.add(BALI);
      expect((await ledger.add({ text: BALI.text, publisher: 'Copyist' })).outcome).toBe('added');
      expect((await ledger.add({ ...BALI, id: 'b' })).outcome).toBe('added');
      expect((await ledger.add({ ...BALI, id: sha256(BALI.text).slice(0, 3) })).outcome).toBe('added');
      expect(await ledger.documents()).toHaveLength(4);
    });

    test('the same id with another text is refused', async () => {
      await ledger.add(BALI);
      await expect(ledger.add({ ...BALI, text: 'Other.' })).rejects.toMatchObject({
        code: 'id-taken',
        status: 409,
      });
    });

    test('metadata that was missing is filled in, what stands is kept', async () => {
      await ledger.add({ text: BALI.text });
      const again = await ledger.add({ text: BALI.text, published: '2017-10-15', publisher: 'Wire' });
      expect(again).toMatchObject({ outcome: 'completed', differs: [] });
      expect((await ledger.reading(again.id))?.document).toMatchObject({
        publisher: 'Wire',
        published: '2017-10-15',
      });
      const differs = await ledger.add({ text: BALI.text, published: '2017-10-16' });
      expect(differs).toMatchObject({ outcome: 'unchanged', differs: ['published'] });
    });

    test('a newer engine reads again, beside the old reading', async () => {
      await ledger.add(BALI);
      const newer = await openLedger(dir, { ...engines, read: (input) => plainRead(input, '2') });
      expect((await newer.add(BALI)).outcome).toBe('reread');
      expect((await newer.add(BALI)).outcome).toBe('unchanged');
      expect((await ledger.reading('a/1'))?.engine.version).toBe('2');
      expect(await ledger.find({})).toEqual(['a%2F1/c1']);
      await newer.close();
    });

    test('any string can be kept, half a surrogate pair becoming U+FFFD', async () => {
      const { id } = await ledger.add({ text: 'a\u0000b \ud800 😀\r\n' });
      expect((await ledger.document(id))?.text).toBe('a\u0000b \ufffd 😀\r\n');
      await ledger.add({ text: '' });
      expect(await ledger.documents()).toHaveLength(2);
    });

    test('documents added at the same time wait for one another', async () => {
      const all = Array.from({ length: 20 }, (_, n) => ({ id: `d${n % 10}`, text: `Text ${n % 10}.` }));
      const outcomes = (await Promise.all(all.map((each) => ledger.add(each)))).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(10);
      expect(await ledger.documents()).toHaveLength(10);
    });
  });

  test('a fault of the engine is told with the document it failed on, and nothing is kept of it', async () => {
    const read = (input: { text: string }) => {
      if (input.text.includes('7')) throw new Error('seven');
      return plainRead(input);
    };
    const faulty = await openLedger(dir, { ...engines, read });
    await expect(faulty.add({ id: 'd7', text: '7' })).rejects.toMatchObject({
      code: 'reading-failed',
      message: expect.stringMatching(/d7.*seven/),
    });
    expect((await faulty.add({ id: 'd8', text: '8' })).outcome).toBe('added');
    await faulty.close();
  });

  describe('asking', () => {
    beforeEach(async () => {
      await ledger.add({
        id: 'later',
        text: 'Alloush said jihadists left Raqqa.\nAlloush said fighters left Tabqa.',
        published: '2017-10-16',
      });
      await ledger.add({
        id: 'earlier',
        text: 'Bali said fighters left Raqqa.',
        published: '2017-10-15',
        title: 'Évacuation',
      });
      await ledger.add({ id: 'undated', text: 'Nothing is said here about 100% of it.' });
    });

    test('documents come by published time, undated last', async () => {
      expect((await ledger.documents()).map(({ id }) => id)).toEqual(['earlier', 'later', 'undated']);
    });

    test('documents by the words they hold', async () => {
      const found = async (words: string) => (await ledger.documents(words)).map(({ id }) => id);
      expect(await found('raqqa fighters')).toEqual(['earlier', 'later']);
      expect(await found('evacuation')).toEqual(['earlier']);
      expect(await found('100%')).toEqual(['undated']);
      expect(await found('" OR NEAR( *')).toEqual([]);
      expect(await found('--')).toHaveLength(3);
    });

    test('claims by who, where, what and which words', async () => {
      expect(await ledger.find({})).toEqual(['earlier/c1', 'later/c1', 'later/c2']);
      expect(await ledger.find({ actor: 'alloush' })).toEqual(['later/c1', 'later/c2']);
      expect(await ledger.find({ actor: 'fighters', place: 'raqqa' })).toEqual(['earlier/c1']);
      expect(await ledger.find({ actor: '%' })).toEqual([]);
      expect(
        await ledger.find({ event: 'retreat', document: 'later', polarity: 'positive', stance: 'asserts' }),
      ).toHaveLength(2);
      expect(await ledger.find({ search: 'tabqa' })).toEqual(['later/c1', 'later/c2']);
      expect(await ledger.find({ from: '2017-01-01' })).toEqual([]);
    });
  });

  describe('the digest', () => {
    test('is made once for the same readings, by whichever process, and anew after a change', async () => {
      const digest = vi.fn(plainDigest);
      const first = await openLedger(dir, { ...engines, digest });
      await first.add(BALI);
      const made = await first.digest();
      expect(made.readings).toHaveLength(1);
      expect(await first.digest()).toBe(made);
      await first.close();
      const second = await openLedger(dir, { ...engines, digest });
      expect(await second.digest()).toEqual(made);
      expect(digest).toHaveBeenCalledTimes(1);
      await ledger.add({ id: 'b', text: 'Alloush said jihadists left Raqqa.' });
      expect((await second.digest()).readings.map(({ document }) => document.id)).toEqual(['a/1', 'b']);
      expect(digest).toHaveBeenCalledTimes(2);
      await second.close();
    });
  });

  test('an original that was altered is noticed', async () => {
    await ledger.add(BALI);
    const path = join(dir, originalPath(sha256(BALI.text)));
    expect(readFileSync(path, 'utf8')).toBe(BALI.text);
    writeFileSync(path, 'Something else.');
    await expect(ledger.original('a/1')).rejects.toMatchObject({ code: 'ledger-broken' });
    rmSync(path);
    await expect(ledger.original('a/1')).rejects.toMatchObject({ code: 'ledger-broken' });
  });
});

describe('trouble with a ledger in SQLite', () => {
  test('a schema newer than the program is refused', async () => {
    await (await openLedger(dir, ENGINES)).close();
    const database = new DatabaseSync(join(dir, 'ledger.sqlite'));
    database.exec('pragma user_version = 99');
    database.close();
    await expect(openLedger(dir, ENGINES)).rejects.toMatchObject({ code: 'ledger-newer', exitCode: 4 });
  });

  test('a folder without a ledger, another program’s database, a file that is none', async () => {
    await expect(openLedger(join(dir, 'none'), { ...ENGINES, create: false })).rejects.toMatchObject({
      code: 'no-ledger',
    });
    const other = mkdtempSync(join(dir, 'other-'));
    const database = new DatabaseSync(join(other, 'ledger.sqlite'));
    database.exec('pragma user_version = 1');
    database.close();
    await expect(openLedger(other, ENGINES)).rejects.toMatchObject({ code: 'ledger-broken' });
    writeFileSync(join(other, 'ledger.sqlite'), 'This is no database. '.repeat(500));
    await expect(openLedger(other, ENGINES)).rejects.toMatchObject({ code: 'ledger-broken' });
    await expect(openLedger('/proc/nowhere/ledger', ENGINES)).rejects.toMatchObject({
      code: 'ledger-broken',
    });
    await expect(openLedger(join(other, 'ledger.sqlite'), ENGINES)).rejects.toMatchObject({
      code: 'ledger-broken',
    });
  });

  test.runIf(process.platform === 'linux')('a folder that cannot be made', async () => {
    await expect(openLedger('/proc/nowhere/ledger', ENGINES)).rejects.toMatchObject({
      code: 'ledger-broken',
    });
  });
});
