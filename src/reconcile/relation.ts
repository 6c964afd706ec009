import type { Occurrence } from '../link/happening.ts';
import type { Kin } from '../link/kin.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import type { Relation } from '../model/digest.ts';
import { coversSome } from './comparable.ts';
import { type Conflict, quote } from './conflict.ts';
import type { Comparison } from './quantity.ts';

/** What ties are made from. */
export interface Ties {
  readonly conflicts: readonly Conflict[];
  readonly counts: readonly Comparison[];
  readonly occurrences: readonly Occurrence[];
  readonly testimonies: readonly Testimony[];
  readonly withdrawn: ReadonlySet<string>;
  readonly root: (claim: string) => string;
  readonly kin: Kin;
}

/** All ties between claims, at most one of each kind and slot for a pair; copies are tied to the first telling only. */
export function relate(ties: Ties): Relation[] {
  const made = new Map<string, Relation>();
  const add = (relation: Relation): void => {
    const key = [...[relation.a, relation.b].sort(), relation.kind, relation.dimension].join('\u0001');
    const held = made.get(key);
    if (!held || relation.score > held.score) made.set(key, relation);
  };
  for (const item of ties.testimonies) {
    const first = ties.root(item.id);
    if (first !== item.id) {
      add({
        a: item.id,
        b: first,
        kind: 'repeats',
        dimension: 'polarity',
        score: 0.9,
        why: ['It goes back to the same telling and adds no source.'],
      });
    }
  }
  for (const { a, b, dimension, score, why } of ties.conflicts) {
    const [earlier, later] = [a, b].sort(byTelling);
    add({ a: later!.id, b: earlier!.id, kind: 'contradicts', dimension, score, why });
  }
  for (const pair of ties.counts) {
    if (!ties.withdrawn.has(pair.a.id) && !ties.withdrawn.has(pair.b.id)) addCount(pair, ties, add);
  }
  for (const { claims } of ties.occurrences) addAgreeing(claims, ties, add);
  return [...made.keys()].sort().map((key) => made.get(key)!);
}

function addCount(pair: Comparison, ties: Ties, add: (relation: Relation) => void): void {
  if (ties.root(pair.a.id) !== pair.a.id || ties.root(pair.b.id) !== pair.b.id) return;
  const [earlier, later] = [pair.a, pair.b].sort(byTelling);
  const base = { dimension: 'quantity', score: pair.score, why: pair.why } as const;
  if (pair.kind === 'update') add({ ...base, a: later!.id, b: earlier!.id, kind: 'updates' });
  else if (pair.kind === 'oppose') return;
  else if (!pair.exact) add({ ...base, a: pair.a.id, b: pair.b.id, kind: 'narrows' });
  else if (pair.firm && pair.a.voice !== pair.b.voice) {
    add({ ...base, a: later!.id, b: earlier!.id, kind: 'corroborates' });
  }
}

// The first claim of each further source is tied to the first claim of all; a claim of a part is tied to one of the whole.
function addAgreeing(claims: readonly Testimony[], ties: Ties, add: (relation: Relation) => void): void {
  const told = claims
    .filter(
      (item) => ties.root(item.id) === item.id && item.footing === 'fact' && !ties.withdrawn.has(item.id),
    )
    .sort(byTelling);
  for (const polarity of ['positive', 'negative'] as const) {
    const side = told.filter((item) => item.claim.polarity === polarity && item.claim.quantity === null);
    const [first] = side;
    const heard = new Set([first?.voice]);
    for (const item of side.slice(1)) {
      if (heard.has(item.voice)) continue;
      heard.add(item.voice);
      const alike =
        coversSome(item.agent, first!.agent, ties.kin) && coversSome(first!.agent, item.agent, ties.kin);
      const narrower = coversSome(item.agent, first!.agent, ties.kin);
      const [a, b] = alike || narrower ? [item, first!] : [first!, item];
      add({
        a: a.id,
        b: b.id,
        kind: alike ? 'corroborates' : 'narrows',
        dimension: alike ? 'polarity' : 'participants',
        score: 0.6,
        why: [
          alike
            ? `${quote(item)} and ${quote(first!)} tell of one occurrence, from different sources.`
            : 'Both tell of one occurrence; one of a part of those who took part.',
        ],
      });
    }
  }
}
