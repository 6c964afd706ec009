import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the PostgreSQL database that store tests may use. */
    database: string | null;
  }
}

/** A database that store tests run on. */
export interface TestStore {
  readonly name: string;
  /** Why its tests do not run; null where they do. */
  readonly absent: string | null;
  /** An empty place for the tables of one ledger: the URL to open it with, undefined for SQLite in the ledger's folder. */
  readonly make: () => Promise<{ readonly database: string | undefined; readonly drop: () => Promise<void> }>;
}

const url = inject('database');
let made = 0;

/** SQLite always, PostgreSQL where DATABASE_URL named one when the tests began. */
export const STORES: readonly TestStore[] = [
  {
    name: 'SQLite',
    absent: null,
    make: async () => ({ database: undefined, drop: async () => {} }),
  },
  {
    name: 'PostgreSQL',
    absent: url === null ? 'DATABASE_URL names no PostgreSQL: its store tests were not run' : null,
    make: async () => {
      made += 1;
      const schema = `counterclaim_test_${process.pid}_${made}`;
      await onDatabase(`create schema ${schema}`);
      const own = new URL(url!);
      own.searchParams.set('options', `-csearch_path=${schema}`);
      return { database: own.href, drop: () => onDatabase(`drop schema ${schema} cascade`) };
    },
  },
];

async function onDatabase(statement: string): Promise<void> {
  const client = new Client({ connectionString: url! });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
