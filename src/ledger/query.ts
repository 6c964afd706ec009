import { sql } from 'kysely';
import type { Reading } from '../model/reading.ts';
import type { DocumentRow, DocumentWithText, Store } from './ledger.ts';

/** All documents, or those whose title or text holds all the words of `search`. */
export async function documentRows(store: Store, search?: string): Promise<DocumentRow[]> {
  const rows = await select(store, search).execute();
  return rows.map(({ text, ...row }) => ({ ...row, characters: text.length }));
}

/** One document with its text. */
export async function documentRow(store: Store, id: string): Promise<DocumentWithText | null> {
  const row = await select(store).where('documents.id', '=', id).executeTakeFirst();
  return row ? { ...row, characters: row.text.length } : null;
}

/** The newest Reading of every document (or of one), by document id, with the number of its row. */
export async function newestReadings(store: Store, id?: string): Promise<{ n: number; reading: Reading }[]> {
  let query = store.db
    .selectFrom('readings')
    .select(['n', 'reading'])
    .where('n', 'in', (from) =>
      from
        .selectFrom('readings')
        .select(({ fn }) => fn.max('n').as('n'))
        .groupBy('document'),
    );
  if (id !== undefined) query = query.where('document', '=', id);
  const rows = await query.orderBy('document').execute();
  return rows.map(({ n, reading }) => ({ n, reading: JSON.parse(reading) as Reading }));
}

function select({ db, backend }: Store, search = '') {
  const found = backend.hasWords(search);
  const query = db
    .selectFrom('documents')
    .select([
      'id',
      'sha256',
      'original',
      'text',
      'title',
      'publisher',
      'published',
      'updated',
      'url',
      'language',
      'added',
    ])
    .select((from) => [
      from
        .selectFrom('statements')
        .whereRef('statements.document', '=', 'documents.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('statements'),
      from
        .selectFrom('claims')
        .whereRef('claims.document', '=', 'documents.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .$asScalar()
        .$notNull()
        .as('claims'),
    ])
    .orderBy(sql`published is null`)
    .orderBy('published')
    .orderBy('id');
  return found === null ? query : query.where(found);
}
