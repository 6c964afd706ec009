import { sha256 } from '../contract/document.ts';
import { VERSION } from '../contract/version.ts';
import type { Digest } from '../model/digest.ts';
import type { Store } from './ledger.ts';
import { newestReadings } from './query.ts';

/** What is kept of a Digest: its readings stand in their own table. */
type Kept = Omit<Digest, 'readings'>;

/** The last Digest each open ledger gave out, under its key. */
const LAST = new WeakMap<Store, { readonly key: string; readonly digest: Digest }>();

/** All documents reconciled. It is made anew only when another set of readings counts, or another version runs. */
export async function digestOf(store: Store): Promise<Digest> {
  const numbers = await store.db
    .selectFrom('readings')
    .select(({ fn }) => ['document', fn.max('n').as('n')])
    .groupBy('document')
    .orderBy('document')
    .execute();
  const last = LAST.get(store);
  if (last?.key === keyOf(numbers.map(({ n }) => n))) return last.digest;

  const newest = await newestReadings(store);
  const key = keyOf(newest.map(({ n }) => n));
  const readings = newest.map(({ reading }) => reading);
  const kept = await store.db
    .selectFrom('digests')
    .select('digest')
    .where('key', '=', key)
    .executeTakeFirst();
  const digest = kept ? { readings, ...(JSON.parse(kept.digest) as Kept) } : await make(store, key, readings);
  LAST.set(store, { key, digest });
  return digest;
}

async function make(store: Store, key: string, readings: Digest['readings']): Promise<Digest> {
  const texts = await store.db.selectFrom('documents').select(['id', 'text']).execute();
  const reconcile = await store.digest();
  const digest = reconcile(readings, new Map(texts.map(({ id, text }) => [id, text])));
  const { readings: _, ...kept } = digest;
  await store.db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('digests').execute();
    await transaction
      .insertInto('digests')
      .values({ key, digest: JSON.stringify(kept) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
  return digest;
}

function keyOf(numbers: readonly number[]): string {
  return sha256(`${VERSION} ${numbers.join(' ')}`);
}
