import { EdgeError } from '../contract/error.ts';
import { readOriginal } from '../evidence/original.ts';
import { addDocument } from './add.ts';
import type { Backend } from './backend.ts';
import { digestOf } from './digest.ts';
import { findClaims } from './find.ts';
import { folderTrouble, makeFolder } from './folder.ts';
import type { Engines, Ledger, Store } from './ledger.ts';
import { migrate } from './migrations.ts';
import { documentRow, documentRows, newestReadings } from './query.ts';
import { ledgerReader, type ReaderOptions } from './reader.ts';

/** How to open a ledger. */
export interface LedgerOptions extends Partial<Engines>, ReaderOptions {
  /** False: a folder without a ledger is an EdgeError `no-ledger`. Default true. */
  readonly create?: boolean;
  /** URL of a PostgreSQL database that holds the tables; without it they lie in DIR/ledger.sqlite. Originals lie in DIR either way. */
  readonly database?: string | undefined;
  readonly now?: () => string;
}

/** Opens the ledger in a folder. Close it when done. */
export async function openLedger(dir: string, options: LedgerOptions = {}): Promise<Ledger> {
  const backend = await openBackend(dir, options);
  const { db } = backend;
  const store: Store = {
    dir,
    db,
    backend,
    now: options.now ?? (() => new Date().toISOString()),
    read: async () => options.read ?? (await ledgerReader(dir, options)),
    digest: async () => options.digest ?? (await ownDigester()),
  };
  const safe = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw troubleOf(error, backend, dir);
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

/** The database of a ledger at today's schema. */
async function openBackend(dir: string, { create = true, database }: LedgerOptions): Promise<Backend> {
  let backend: Backend | null = null;
  try {
    if (database === undefined) {
      const { sqliteBackend } = await import('./sqlite-backend.ts');
      backend = await sqliteBackend(dir, create);
    } else {
      const { postgresBackend } = await import('./postgres-backend.ts');
      backend = await postgresBackend(database, create);
      makeFolder(dir);
    }
    await migrate(backend);
    return backend;
  } catch (error) {
    await backend?.db.destroy();
    throw troubleOf(error, backend, dir);
  }
}

/** The EdgeError for trouble with the ledger; anything else comes back as it is. */
function troubleOf(error: unknown, backend: Backend | null, dir: string): unknown {
  if (!(error instanceof Error) || error instanceof EdgeError) return error;
  return backend?.trouble(error) ?? folderTrouble(error, dir) ?? error;
}

async function ownDigester(): Promise<Engines['digest']> {
  return (await import('../digest.ts')).digest;
}
