import type { Testimony } from '../link/testimony.ts';
import { type Count, countOf, gap, sayCount } from './count.ts';
import type { Comparison } from './quantity.ts';

/** The comparisons a claim takes part in. */
export type CountsOf = (claim: string) => readonly Comparison[];

/**
 * Answers to "how many?": those that can be true together make one side. A further count (hedged, or of a part) joins the one side it
 * fits when it is opposed to another; one that fits two sides stands on none, and one with rivals of its own population stays with them.
 * A denial of a number is a side of its own.
 */
export function countSides(members: readonly Testimony[], countsOf: CountsOf): Testimony[][] {
  const ids = new Set(members.map((item) => item.id));
  const affirmed = members.filter((item) => item.claim.polarity === 'positive');
  const core = affirmed.filter((item) => {
    const pairs = countsOf(item.id).filter((pair) => ids.has(pair.a.id) && ids.has(pair.b.id));
    return pairs.some((pair) => pair.exact) || pairs.every((pair) => pair.b.id === item.id);
  });
  const sides = cluster(core, (item) => countOf(item.claim.quantity!)!);
  const held = new Set(core.map((item) => item.id));
  const waiting = new Map(affirmed.filter((item) => !held.has(item.id)).map((item) => [item.id, item]));
  for (const item of core) {
    for (const pair of countsOf(item.id)) {
      const other = pair.a.id === item.id ? pair.b : pair.a;
      if (!held.has(other.id) && (pair.exact || !hasRivals(other, countsOf))) waiting.set(other.id, other);
    }
  }
  const extra = sides.map((): Testimony[] => []);
  const alone: Testimony[] = [];
  for (const item of waiting.values()) {
    const at = fittingSide(item, sides, countsOf);
    if (at !== null) extra[at]!.push(item);
    else if (ids.has(item.id) && isOpposedToAll(item, sides, countsOf)) alone.push(item);
  }
  const denials = members.filter((item) => item.claim.polarity === 'negative');
  const further = [...cluster(alone, (item) => countOf(item.claim.quantity!)!), denials];
  return [...sides.map((side, at) => [...side, ...extra[at]!]), ...further.filter((side) => side.length > 0)];
}

/** What a side says: its numbers in the order they were told, at most three. */
export function sayCounts(items: readonly Testimony[]): string {
  const said = items.map(
    ({ claim }) => `${claim.polarity === 'negative' ? 'not ' : ''}${sayCount(claim.quantity!)}`,
  );
  return [...new Set(said)].slice(0, 3).join(', ');
}

function hasRivals(item: Testimony, countsOf: CountsOf): boolean {
  return countsOf(item.id).some((pair) => pair.exact && pair.firm && pair.kind === 'oppose');
}

/** Sides from intervals: sorted by bound, each joins the first side whose common numbers it shares. */
export function cluster(items: readonly Testimony[], countOf: (item: Testimony) => Count): Testimony[][] {
  const sides: { common: Count; items: Testimony[] }[] = [];
  const sorted = items
    .map((item) => ({ item, count: countOf(item) }))
    .sort(
      (a, b) => a.count.low - b.count.low || a.count.high - b.count.high || (a.item.id < b.item.id ? -1 : 1),
    );
  for (const { item, count } of sorted) {
    const side = sides.find((one) => gap(one.common, count) === 0);
    if (!side) {
      sides.push({ common: count, items: [item] });
      continue;
    }
    side.items.push(item);
    side.common = {
      low: Math.max(side.common.low, count.low),
      high: Math.min(side.common.high, count.high),
    };
  }
  return sides.map((side) => side.items);
}

type Stand = 'opposed' | 'fits' | 'silent';

/** How a further count stands to each side. */
function standings(item: Testimony, sides: readonly (readonly Testimony[])[], countsOf: CountsOf): Stand[] {
  const own = countsOf(item.id);
  return sides.map((side) => {
    const ids = new Set(side.map((member) => member.id));
    const pairs = own.filter((pair) => ids.has(pair.a.id === item.id ? pair.b.id : pair.a.id));
    if (pairs.some((pair) => pair.kind === 'oppose')) return 'opposed';
    return pairs.some((pair) => pair.kind === 'agree') ? 'fits' : 'silent';
  });
}

/** The one side a further count fits, when it is opposed to another; null when it fits several or none. */
function fittingSide(
  item: Testimony,
  sides: readonly (readonly Testimony[])[],
  countsOf: CountsOf,
): number | null {
  const standing = standings(item, sides, countsOf);
  const fits = standing.flatMap((stand, at) => (stand === 'fits' ? [at] : []));
  return fits.length === 1 && standing.includes('opposed') ? fits[0]! : null;
}

function isOpposedToAll(
  item: Testimony,
  sides: readonly (readonly Testimony[])[],
  countsOf: CountsOf,
): boolean {
  return standings(item, sides, countsOf).every((stand) => stand === 'opposed');
}
