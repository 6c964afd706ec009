import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { SqlBool } from 'kysely';
import { Kysely, sql } from 'kysely';
import { EdgeError } from '../contract/error.ts';
import { anywhere, type Backend, type Database, wordsOf } from './backend.ts';
import { makeFolder } from './folder.ts';
import { sqliteDialect } from './sqlite.ts';
import type { Tables } from './tables.ts';

/** "CCLM" in ASCII: marks a SQLite file as a ledger of this program. */
const APPLICATION_ID = 0x43434c4d;
/** How long a writer waits for another process, in milliseconds. */
const PATIENCE = 15_000;

/** Full-text search over titles and texts, kept by SQLite itself. */
const WORDS = [
  `create virtual table words using fts5 (
    title, text, content = 'documents', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2'
  )`,
  `create trigger words_added after insert on documents begin
    insert into words (rowid, title, text) values (new.n, new.title, new.text);
  end`,
  `create trigger words_retitled after update of title on documents begin
    insert into words (words, rowid, title, text) values ('delete', old.n, old.title, old.text);
    insert into words (rowid, title, text) values (new.n, new.title, new.text);
  end`,
];

/** The database DIR/ledger.sqlite, made where `create` says so. */
export async function sqliteBackend(dir: string, create: boolean): Promise<Backend> {
  const path = join(dir, 'ledger.sqlite');
  if (!create && !existsSync(path)) {
    throw new EdgeError(
      'no-ledger',
      `There is no ledger in ${dir}; make one with: counterclaim add FILE… --ledger ${dir}`,
    );
  }
  const { DatabaseSync } = await quietly(() => import('node:sqlite'));
  const trouble = (error: Error) => troubleOf(error, dir);
  try {
    makeFolder(dir);
    const database = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
    try {
      database.exec('pragma journal_mode = wal; pragma synchronous = full');
    } catch (error) {
      database.close();
      throw error;
    }
    return backend(database, path, trouble);
  } catch (error) {
    throw (error instanceof Error ? trouble(error) : null) ?? error;
  }
}

function backend(database: DatabaseSync, path: string, trouble: Backend['trouble']): Backend {
  return {
    db: new Kysely<Tables>({ dialect: sqliteDialect(database) }),
    spelling: {
      text: sql`text`,
      folded: sql`text collate nocase`,
      number: 'real',
      counted: (column) => column.primaryKey().autoIncrement(),
      end: sql`strict`,
    },
    version: async (db) => {
      const version = await pragma(db, 'user_version');
      const owner = await pragma(db, 'application_id');
      if (owner !== APPLICATION_ID && (owner !== 0 || version > 0))
        throw new EdgeError('ledger-broken', `${path} is a database of another program.`);
      return version;
    },
    setVersion: async (db, version) => {
      await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(db);
      await sql.raw(`pragma user_version = ${version}`).execute(db);
    },
    // A transaction begins immediately: nobody else writes.
    lock: async () => {},
    createWords: async (db) => {
      for (const step of WORDS) await sql.raw(step).execute(db);
    },
    // Triggers do.
    keepWords: async () => {},
    hasWords: (search) => {
      const words = wordsOf(search);
      if (words.length === 0) return null;
      const all = words.map((word) => `"${word}"`).join(' ');
      return sql<SqlBool>`documents.n in (select rowid from words where words match ${all})`;
    },
    nameHas: (words) => sql<SqlBool>`names.name like ${anywhere(words)} escape '\\'`,
    trouble,
  };
}

async function pragma(db: Database, name: 'user_version' | 'application_id'): Promise<number> {
  const { rows } = await sql.raw<Record<string, number>>(`pragma ${name}`).execute(db);
  return Number(rows[0]?.[name]);
}

function troubleOf(error: Error, dir: string): Error | null {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code !== 'ERR_SQLITE_ERROR' || errcode === undefined) return null;
  const options = { cause: error };
  const kind = errcode & 0xff;
  if (kind === 5 || kind === 6) {
    return new EdgeError(
      'ledger-busy',
      `Another process keeps the ledger in ${dir} locked; try again when it is done.`,
      options,
    );
  }
  if ([8, 10, 11, 13, 14, 26].includes(kind)) {
    return new EdgeError(
      'ledger-broken',
      `The ledger in ${dir} cannot be used (${error.message}); check the disk and the folder's rights, or restore a backup.`,
      options,
    );
  }
  return null;
}

/** Node 22 warns that its SQLite is new; a person who reads a report need not hear it. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const warn = process.emitWarning;
  process.emitWarning = ((warning: string | Error, ...rest: never[]) => {
    if (!String(warning).includes('SQLite')) warn.call(process, warning, ...rest);
  }) as typeof process.emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = warn;
  }
}
