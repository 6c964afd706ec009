import type { SqlBool } from 'kysely';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { EdgeError } from '../contract/error.ts';
import { anywhere, type Backend, wordsOf } from './backend.ts';
import { postgresPool } from './postgres.ts';
import type { Tables } from './tables.ts';

/** "CCLM" in ASCII: the advisory lock under which a ledger's schema changes. */
const LOCK = 0x43434c4d;
/** Longer words are searched by their beginning: an index entry has a limit. */
const LONGEST = 200;

/**
 * A ledger's tables in the PostgreSQL database (15 or newer) behind a connection URL, in the schema that its search path names first.
 * Originals stay in the ledger's folder.
 */
export async function postgresBackend(url: string, create: boolean): Promise<Backend> {
  const where = placeOf(url);
  const trouble = (error: Error) => troubleOf(error, where);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await postgresPool(url) }) });
  const made: Backend = {
    db,
    spelling: {
      text: sql`text collate "C"`,
      folded: sql`text`,
      number: 'double precision',
      counted: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
      end: sql``,
    },
    version: async (own) => {
      // pg_tables and not to_regclass: names that another process has just made must not be missed.
      const { rows } = await sql<{ name: string }>`
        select tablename as name from pg_tables
        where schemaname = current_schema() and tablename in ('ledger_schema', 'documents')
      `.execute(own);
      if (rows.some(({ name }) => name === 'ledger_schema')) {
        const found = await sql<{ version: number }>`select version from ledger_schema`.execute(own);
        return found.rows[0]?.version ?? 0;
      }
      if (rows.length > 0)
        throw new EdgeError(
          'ledger-broken',
          `The database at ${where} holds tables of another program; name a schema of its own in DATABASE_URL (?options=-csearch_path%3Dcounterclaim).`,
        );
      return 0;
    },
    setVersion: async (own, version) => {
      await sql`create table if not exists ledger_schema (version integer not null)`.execute(own);
      await sql`delete from ledger_schema`.execute(own);
      await sql`insert into ledger_schema (version) values (${version})`.execute(own);
    },
    lock: async (own) => {
      await sql`select pg_advisory_xact_lock(${LOCK})`.execute(own);
    },
    createWords: async (own) => {
      await sql`create table words (n integer primary key references documents (n), words text[] not null)`.execute(
        own,
      );
      await sql`create index words_by_word on words using gin (words)`.execute(own);
    },
    keepWords: async (own, id, title, text) => {
      const words = foldedWords(`${title ?? ''} ${text}`);
      await sql`
        insert into words (n, words) select n, ${words}::text[] from documents where id = ${id}
        on conflict (n) do update set words = excluded.words
      `.execute(own);
    },
    hasWords: (search) => {
      const words = foldedWords(search);
      if (words.length === 0) return null;
      return sql<SqlBool>`documents.n in (select n from words where words @> ${words}::text[])`;
    },
    nameHas: (words) => sql<SqlBool>`names.name ilike ${anywhere(words)} escape '\\'`,
    trouble,
  };
  try {
    if (!create && (await made.version(db)) === 0)
      throw new EdgeError(
        'no-ledger',
        `There is no ledger in the database at ${where}; make one with: counterclaim add FILE…`,
      );
    return made;
  } catch (error) {
    await db.destroy();
    throw (error instanceof Error ? trouble(error) : null) ?? error;
  }
}

/** Words without case and accents, each once, as SQLite's search folds them. */
function foldedWords(text: string): string[] {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return [...new Set(wordsOf(plain).map((word) => word.slice(0, LONGEST)))].sort();
}

/** Host and database of a connection URL, without who connects. Throws an EdgeError where it is no such URL. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(?:ql)?:$/.test(parsed.protocol))
    throw new EdgeError(
      'usage',
      'DATABASE_URL must be a PostgreSQL URL, such as postgresql://user@127.0.0.1:5432/ledger.',
    );
  return `${parsed.searchParams.get('host') ?? (parsed.host || 'localhost')}${parsed.pathname}`;
}

const BUSY = /^(?:40001|40P01|55P03)$/;

function troubleOf(error: Error, where: string): Error | null {
  const { code } = error as { code?: string };
  const options = { cause: error };
  if (code !== undefined && BUSY.test(code))
    return new EdgeError(
      'ledger-busy',
      `Another process keeps the ledger in the database at ${where} locked; try again when it is done.`,
      options,
    );
  const refused = /^(?:ECONNREFUSED|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|ECONNRESET|EAI_AGAIN)$/.test(code ?? '');
  const ended = /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
  if (refused || ended || /^[0-9A-Z]{5}$/.test(code ?? ''))
    return new EdgeError(
      'ledger-broken',
      `The database at ${where} cannot be used (${error.message || code}); check that it runs and that DATABASE_URL names a user who may use it.`,
      options,
    );
  return null;
}
