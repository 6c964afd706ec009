import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';

const BUCKET_DAYS = 30;
const MOST_BUCKETS = 13;

/**
 * Pairs of claims worth comparing, each once, in an order that depends only on ids: those with a common key whose times fall into a
 * common stretch of thirty days. A vague claim may give several keys, so that an open slot does not hide a pair.
 */
export function* candidatePairs(
  left: readonly Testimony[],
  right: readonly Testimony[],
  keysOf: (testimony: Testimony) => readonly string[],
): Generator<readonly [Testimony, Testimony]> {
  const blocks = new Map<string, Testimony[]>();
  for (const item of right) {
    for (const key of fullKeys(item, keysOf)) {
      const list = blocks.get(key);
      if (list) list.push(item);
      else blocks.set(key, [item]);
    }
  }
  for (const item of left) {
    const met = new Set<string>();
    for (const key of fullKeys(item, keysOf)) {
      for (const other of blocks.get(key) ?? []) {
        if (other.id === item.id || met.has(other.id)) continue;
        met.add(other.id);
        yield [item, other];
      }
    }
  }
}

function fullKeys(item: Testimony, keysOf: (testimony: Testimony) => readonly string[]): string[] {
  const buckets = bucketsOf(item);
  return keysOf(item).flatMap((key) => buckets.map((bucket) => `${key}\u0001${bucket}`));
}

function bucketsOf(item: Testimony): string[] {
  const { from, to } = periodOf(item);
  const first = Math.floor((from ?? to ?? 0) / BUCKET_DAYS);
  const last = Math.floor((to ?? from ?? 0) / BUCKET_DAYS);
  const count = Math.min(Math.max(last - first + 1, 1), MOST_BUCKETS);
  return Array.from({ length: count }, (_, at) => String(last - at));
}

/** Keys under which claims of one place meet: placed ones by place, unplaced ones with each other and with all of their document. */
export function placeKeys(item: Testimony, kin: Kin): string[] {
  return [item.place === null ? '~' : `@${kin.root(item.place)}`, `#${item.document.id}`];
}
