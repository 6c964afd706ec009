import type { Backend, Database } from '../backend.ts';

/** Documents with their originals, what was read in them, rows to query by, and full-text search. */
export async function firstTables(db: Database, { spelling, createWords }: Backend): Promise<void> {
  const { schema } = db;
  const { text, folded, number, counted, end } = spelling;
  await schema
    .createTable('originals')
    .addColumn('sha256', text, (c) => c.primaryKey().notNull())
    .addColumn('bytes', 'integer', (c) => c.notNull())
    .addColumn('added', text, (c) => c.notNull())
    .modifyEnd(end)
    .execute();

  await schema
    .createTable('documents')
    .addColumn('n', 'integer', counted)
    .addColumn('id', text, (c) => c.notNull().unique())
    .addColumn('sha256', text, (c) => c.notNull())
    .addColumn('original', text, (c) => c.notNull().references('originals.sha256'))
    .addColumn('text', text, (c) => c.notNull())
    .addColumn('title', text)
    .addColumn('publisher', text)
    .addColumn('published', text)
    .addColumn('updated', text)
    .addColumn('url', text)
    .addColumn('language', text)
    .addColumn('added', text, (c) => c.notNull())
    .modifyEnd(end)
    .execute();
  await schema.createIndex('documents_by_text').on('documents').column('sha256').execute();

  await schema
    .createTable('readings')
    .addColumn('n', 'integer', counted)
    .addColumn('document', text, (c) => c.notNull().references('documents.id'))
    .addColumn('engine', text, (c) => c.notNull())
    .addColumn('version', text, (c) => c.notNull())
    .addColumn('models', text, (c) => c.notNull())
    .addColumn('reading', text, (c) => c.notNull())
    .addColumn('added', text, (c) => c.notNull())
    .modifyEnd(end)
    .execute();
  await schema.createIndex('readings_by_document').on('readings').columns(['document', 'n']).execute();

  await schema
    .createTable('statements')
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('id', text, (c) => c.notNull())
    .addColumn('reading', 'integer', (c) => c.notNull().references('readings.n'))
    .addColumn('mode', text, (c) => c.notNull())
    .addColumn('stance', text, (c) => c.notNull())
    .addColumn('speaker', text)
    .addColumn('start', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('statements_key', ['document', 'id'])
    .modifyEnd(end)
    .execute();

  await schema
    .createTable('claims')
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('id', text, (c) => c.notNull())
    .addColumn('statement', text, (c) => c.notNull())
    .addColumn('event', text, (c) => c.notNull())
    .addColumn('polarity', text, (c) => c.notNull())
    .addColumn('modality', text, (c) => c.notNull())
    .addColumn('start', 'integer', (c) => c.notNull())
    .addColumn('from_date', text)
    .addColumn('to_date', text)
    .addColumn('quantity_of', text)
    .addColumn('quantity_min', number)
    .addColumn('quantity_max', number)
    .addPrimaryKeyConstraint('claims_key', ['document', 'id'])
    .addForeignKeyConstraint('claims_statement', ['document', 'statement'], 'statements', ['document', 'id'])
    .modifyEnd(end)
    .execute();
  await schema.createIndex('claims_by_event').on('claims').column('event').execute();

  await schema
    .createTable('names')
    .addColumn('document', text, (c) => c.notNull())
    .addColumn('claim', text, (c) => c.notNull())
    .addColumn('role', text, (c) => c.notNull())
    .addColumn('entity', text)
    .addColumn('name', folded, (c) => c.notNull())
    .addForeignKeyConstraint('names_claim', ['document', 'claim'], 'claims', ['document', 'id'])
    .modifyEnd(end)
    .execute();
  await schema.createIndex('names_by_claim').on('names').columns(['document', 'claim']).execute();

  await schema
    .createTable('digests')
    .addColumn('key', text, (c) => c.primaryKey().notNull())
    .addColumn('digest', text, (c) => c.notNull())
    .modifyEnd(end)
    .execute();

  await createWords(db);
}
