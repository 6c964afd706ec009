import type {
  ColumnDataType,
  ColumnDefinitionBuilder,
  Expression,
  Kysely,
  RawBuilder,
  SqlBool,
} from 'kysely';
import type { Tables } from './tables.ts';

/** A database, inside a transaction or not. */
export type Database = Kysely<Tables>;

/** Column types and words of `create table` that databases spell differently. */
export interface Spelling {
  /** Text compared by its bytes. */
  readonly text: RawBuilder<unknown>;
  /** Text compared without regard to case. */
  readonly folded: RawBuilder<unknown>;
  readonly number: ColumnDataType | RawBuilder<unknown>;
  /** Makes an integer column the table's own count of its rows. */
  readonly counted: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
  /** What stands behind the closing bracket of `create table`. */
  readonly end: RawBuilder<unknown>;
}

/** What differs between the databases that a ledger can stand in; everything else is written once. */
export interface Backend {
  readonly db: Database;
  readonly spelling: Spelling;
  /** The schema it has, 0 where it has none. Throws an EdgeError where it belongs to another program. */
  readonly version: (db: Database) => Promise<number>;
  readonly setVersion: (db: Database, version: number) => Promise<void>;
  /** Waits until no other process changes the schema. */
  readonly lock: (db: Database) => Promise<void>;
  /** Makes what full-text search needs. */
  readonly createWords: (db: Database) => Promise<void>;
  /** Keeps the words of a document's title and text for search, where the database does not by itself. */
  readonly keepWords: (db: Database, id: string, title: string | null, text: string) => Promise<void>;
  /** Holds of documents whose title or text has all the words of a search; null where it has none. */
  readonly hasWords: (search: string) => Expression<SqlBool> | null;
  /** Holds where `names.name` contains the words, case aside. */
  readonly nameHas: (words: string) => Expression<SqlBool>;
  /** The EdgeError for what the database throws; null where it is nothing of the database's. */
  readonly trouble: (error: Error) => Error | null;
}

/** A pattern of LIKE, with \ as its escape, for text that contains the words as they are. */
export function anywhere(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** The words of a search or a text. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
