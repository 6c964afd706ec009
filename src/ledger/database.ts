import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { EdgeError } from '../contract/error.ts';
import { MIGRATIONS } from './migrations.ts';

/** "CCLM" in ASCII: marks a SQLite file as a ledger of this program. */
const APPLICATION_ID = 0x43434c4d;
/** How long a writer waits for another process, in milliseconds. */
const PATIENCE = 15_000;

/** Opens DIR/ledger.sqlite at today's schema, making it first where `create` says so. */
export async function openDatabase(dir: string, create: boolean): Promise<DatabaseSync> {
  const path = join(dir, 'ledger.sqlite');
  if (!create && !existsSync(path)) {
    throw new EdgeError(
      'no-ledger',
      `There is no ledger in ${dir}; make one with: counterclaim add FILE… --ledger ${dir}`,
    );
  }
  const { DatabaseSync } = await quietly(() => import('node:sqlite'));
  return guarded(dir, () => {
    makeFolder(dir);
    const database = new DatabaseSync(path, { timeout: PATIENCE, enableForeignKeyConstraints: true });
    try {
      prepare(database, dir);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });
}

/** Runs something on the database and turns what SQLite and the file system throw into an EdgeError. */
export function guarded<T>(dir: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw ledgerError(error, dir);
  }
}

/** The EdgeError for trouble with the ledger in `dir`; anything else comes back as it is. */
export function ledgerError(error: unknown, dir: string): unknown {
  if (!(error instanceof Error) || error instanceof EdgeError) return error;
  const { code, errcode } = error as { code?: string; errcode?: number };
  const options = { cause: error };
  if (code === 'ERR_SQLITE_ERROR' && errcode !== undefined) {
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
  }
  if (code && ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code)) {
    return new EdgeError('ledger-broken', `The ledger in ${dir} cannot be used (${error.message}).`, options);
  }
  return error;
}

/** Makes a folder and those above it. Node's own way never ends where a folder takes no others, as in /proc. */
function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  const above = dirname(resolve(dir));
  if (above !== resolve(dir)) makeFolder(above);
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function prepare(database: DatabaseSync, dir: string): void {
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  if (versionOf(database) === MIGRATIONS.length && pragma(database, 'application_id') === APPLICATION_ID)
    return;
  database.exec('begin immediate');
  try {
    const from = versionOf(database);
    const owner = pragma(database, 'application_id');
    if (owner !== APPLICATION_ID && (owner !== 0 || from > 0)) {
      throw new EdgeError('ledger-broken', `${join(dir, 'ledger.sqlite')} is a database of another program.`);
    }
    if (from > MIGRATIONS.length) {
      throw new EdgeError(
        'ledger-newer',
        `The ledger in ${dir} has schema ${from}; this program knows ${MIGRATIONS.length}. Use a newer counterclaim.`,
      );
    }
    for (const step of MIGRATIONS.slice(from)) database.exec(step);
    database.exec(
      `pragma application_id = ${APPLICATION_ID}; pragma user_version = ${MIGRATIONS.length}; commit`,
    );
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return pragma(database, 'user_version');
}

function pragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name]);
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
