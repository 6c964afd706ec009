import { EdgeError } from '../contract/error.ts';
import type { Backend, Database } from './backend.ts';
import { firstTables } from './migration/first-tables.ts';

/** One step of the schema. */
type Migration = (db: Database, backend: Backend) => Promise<void>;

/** The steps that lead from an empty database to today's tables, in order. Only ever add at the end. */
const MIGRATIONS: readonly Migration[] = [firstTables];

/** Brings a database to today's schema, one process at a time. Throws an EdgeError where it is newer than this program. */
export async function migrate(backend: Backend): Promise<void> {
  if ((await backend.version(backend.db)) === MIGRATIONS.length) return;
  await backend.db.transaction().execute(async (transaction) => {
    await backend.lock(transaction);
    const from = await backend.version(transaction);
    if (from > MIGRATIONS.length)
      throw new EdgeError(
        'ledger-newer',
        `The ledger has schema ${from}; this program knows ${MIGRATIONS.length}. Use a newer counterclaim.`,
      );
    for (const step of MIGRATIONS.slice(from)) await step(transaction, backend);
    await backend.setVersion(transaction, MIGRATIONS.length);
  });
}
