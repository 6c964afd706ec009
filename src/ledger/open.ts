import { Kysely } from 'kysely';
import { readOriginal } from '../evidence/original.ts';
import { addDocument } from './add.ts';
import { ledgerError, openDatabase } from './database.ts';
import { digestOf } from './digest.ts';
import { findClaims } from './find.ts';
import type { Engines, Ledger, Store } from './ledger.ts';
import { documentRow, documentRows, newestReadings } from './query.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** How to open a ledger. */
export interface LedgerOptions extends Partial<Engines> {
  /** False: a folder without a ledger is an EdgeError `no-ledger`. Default true. */
  readonly create?: boolean;
  readonly now?: () => string;
}

/** Opens the ledger in a folder. Close it when done. */
export async function openLedger(dir: string, options: LedgerOptions = {}): Promise<Ledger> {
  const database = await openDatabase(dir, options.create ?? true);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  const store: Store = {
    dir,
    db,
    now: options.now ?? (() => new Date().toISOString()),
    read: async () => options.read ?? (await ownReader()),
    digest: async () => options.digest ?? (await ownDigester()),
  };
  const safe = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw ledgerError(error, dir);
    }
  };
  return {
    dir,
    add: (input, original) => safe(() => addDocument(store, input, original)),
    documents: (search) => safe(() => documentRows(store, search)),
    document: (id) => safe(() => documentRow(store, id)),
    original: (id) =>
      safe(async () => {
        const row = await db
          .selectFrom('documents')
          .select('original')
          .where('id', '=', id)
          .executeTakeFirst();
        return row ? readOriginal(dir, row.original) : null;
      }),
    reading: (id) => safe(async () => (await newestReadings(store, id))[0]?.reading ?? null),
    readings: () => safe(async () => (await newestReadings(store)).map(({ reading }) => reading)),
    find: (filter) => safe(() => findClaims(store, filter)),
    digest: () => safe(() => digestOf(store)),
    close: () => db.destroy(),
  };
}

async function ownReader(): Promise<Engines['read']> {
  return (await import('../reading.ts')).read;
}

async function ownDigester(): Promise<Engines['digest']> {
  return (await import('../digest.ts')).digest;
}
