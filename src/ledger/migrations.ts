import { firstTables } from './migration/first-tables.ts';

/** The steps that lead from an empty database to today's tables, in order. Only ever add at the end. */
export const MIGRATIONS: readonly string[] = [firstTables];
