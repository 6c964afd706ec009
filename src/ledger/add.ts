import type { Transaction } from 'kysely';
import type { DocumentInput } from '../contract/document.ts';
import { defaultId, toDocument } from '../contract/document.ts';
import { EdgeError, readingFailed } from '../contract/error.ts';
import { keepOriginal } from '../evidence/original.ts';
import type { Document } from '../model/document.ts';
import type { Engine, Reading } from '../model/reading.ts';
import type { Added, Engines, Store } from './ledger.ts';
import { rowsOf } from './rows.ts';
import type { DocumentsTable, Tables } from './tables.ts';

/** Metadata that a later `add` may fill in where the ledger has none. */
const METADATA = ['title', 'publisher', 'published', 'updated', 'url', 'language'] as const;
/** Rows in one insert: SQLite binds 32,766 values at most. */
const CHUNK = 500;

type Kept = Pick<DocumentsTable, 'id' | 'sha256' | (typeof METADATA)[number]>;

/** Reads a document into the ledger. Order: read, original on the disk, then one transaction with all rows. */
export async function addDocument(store: Store, input: DocumentInput, original?: Uint8Array): Promise<Added> {
  const given = toDocument({ ...input, text: wellFormed(input.text) });
  const named = given.id !== defaultId(given.sha256);
  const read = careful(await store.read());
  const engine = engineOf(read);
  const kept = await keptRow(store, given, named);
  if (kept === null) {
    const reading = read(given);
    const hash = keepOriginal(store.dir, original ?? Buffer.from(given.text));
    const size = original?.length ?? Buffer.byteLength(given.text);
    const added = store.now();
    const won = await store.db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('originals')
        .values({ sha256: hash, bytes: size, added })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('documents')
        .values({ ...given, original: hash, added })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows !== 1n) return false;
      await store.backend.keepWords(transaction, given.id, given.title, given.text);
      await insertReading(transaction, reading, added);
      return true;
    });
    if (won) return { id: given.id, outcome: 'added', differs: [], reading };
    return addDocument(store, input, original);
  }
  return addAgain(store, given, kept, read, engine);
}

/** The document is there already: fill in what metadata it lacks, and read it again for that or for a newer engine. */
async function addAgain(
  store: Store,
  given: Document,
  kept: Kept,
  read: Engines['read'],
  engine: Engine,
): Promise<Added> {
  const filled = METADATA.filter((field) => kept[field] === null && given[field] !== null);
  const differs = METADATA.filter(
    (field) => given[field] !== null && kept[field] !== null && given[field] !== kept[field],
  );
  if (filled.length === 0 && (await isRead(store, kept.id, engine))) {
    return { id: kept.id, outcome: 'unchanged', differs, reading: null };
  }
  const metadata = Object.fromEntries(METADATA.map((field) => [field, kept[field] ?? given[field]]));
  const reading = read({ id: kept.id, text: given.text, ...metadata });
  await store.db.transaction().execute(async (transaction) => {
    await transaction.updateTable('documents').set(metadata).where('id', '=', kept.id).execute();
    await store.backend.keepWords(transaction, kept.id, metadata['title'] ?? null, given.text);
    for (const table of ['names', 'claims', 'statements'] as const) {
      await transaction.deleteFrom(table).where('document', '=', kept.id).execute();
    }
    await insertReading(transaction, reading, store.now());
  });
  return { id: kept.id, outcome: filled.length > 0 ? 'completed' : 'reread', differs, reading };
}

/**
 * The document this one is already kept as: the one with its id, or, where it came without an id and says of itself
 * nothing else, one with the same text.
 */
async function keptRow({ db }: Store, given: Document, named: boolean): Promise<Kept | null> {
  const rows = db.selectFrom('documents').select(['id', 'sha256', ...METADATA]);
  const same = await rows.where('id', '=', given.id).executeTakeFirst();
  if (same && same.sha256 !== given.sha256) {
    throw new EdgeError(
      'id-taken',
      `The ledger holds another text under the id ${JSON.stringify(given.id)}; give this document an id of its own.`,
    );
  }
  if (same || named) return same ?? null;
  const twins = await rows.where('sha256', '=', given.sha256).orderBy('n').execute();
  const fits = (twin: Kept) =>
    (given.publisher ?? twin.publisher) === twin.publisher && (given.url ?? twin.url) === twin.url;
  return twins.find(fits) ?? null;
}

async function isRead({ db }: Store, id: string, engine: Engine): Promise<boolean> {
  const newest = await db
    .selectFrom('readings')
    .select(['engine', 'version', 'models'])
    .where('document', '=', id)
    .orderBy('n', 'desc')
    .executeTakeFirst();
  return (
    newest?.engine === engine.name &&
    newest.version === engine.version &&
    newest.models === JSON.stringify(engine.models)
  );
}

async function insertReading(
  transaction: Transaction<Tables>,
  reading: Reading,
  added: string,
): Promise<void> {
  const { name, version, models } = reading.engine;
  const { n } = await transaction
    .insertInto('readings')
    .values({
      document: reading.document.id,
      engine: name,
      version,
      models: JSON.stringify(models),
      reading: JSON.stringify(reading),
      added,
    })
    .returning('n')
    .executeTakeFirstOrThrow();
  const rows = rowsOf(reading, n);
  for (const part of chunks(rows.statements))
    await transaction.insertInto('statements').values(part).execute();
  for (const part of chunks(rows.claims)) await transaction.insertInto('claims').values(part).execute();
  for (const part of chunks(rows.names)) await transaction.insertInto('names').values(part).execute();
}

/** Half a surrogate pair has no UTF-8; it becomes U+FFFD, which is as long. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function chunks<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
    rows.slice(at * CHUNK, (at + 1) * CHUNK),
  );
}

const CAREFUL = new WeakMap<Engines['read'], Engines['read']>();
const ENGINES = new WeakMap<Engines['read'], Engine>();

/** The same reader, a fault in it being an EdgeError that names the document. */
function careful(read: Engines['read']): Engines['read'] {
  let safe = CAREFUL.get(read);
  if (safe === undefined) {
    safe = (input) => {
      try {
        return read(input);
      } catch (cause) {
        throw readingFailed(input.id ?? 'without an id', cause);
      }
    };
    CAREFUL.set(read, safe);
  }
  return safe;
}

/** What a reader signs an empty text with. */
function engineOf(read: Engines['read']): Engine {
  const engine = ENGINES.get(read) ?? read({ text: '' }).engine;
  ENGINES.set(read, engine);
  return engine;
}
