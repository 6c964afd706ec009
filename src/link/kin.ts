import type { Entity, EntityRelation } from '../model/entity.ts';

import { publisherKey } from './publisher.ts';

type Tie = EntityRelation['kind'];

/** How entities stand to one another, asked by id. Ids that no entity has stand alone. */
export interface Kin {
  readonly entity: (id: string) => Entity | null;
  /** The whole that a part belongs to in the end (partOf only); the id itself for a whole. */
  readonly root: (id: string) => string;
  /** True when `a` is `b` or a part of it, at any depth. */
  readonly within: (a: string, b: string) => boolean;
  /** True when one is within the other, or is a member of it or speaks for it. */
  readonly akin: (a: string, b: string) => boolean;
  /** The actor whose name gives this publisher key; null when none does. */
  readonly outlet: (key: string) => string | null;
  /** True when either states an alliance with the other (their wholes included). */
  readonly allied: (a: string, b: string) => boolean;
}

const DEPTH = 8;

/** Builds the answers once over a list of entities; circles in the relations are cut at depth 8. */
export function kinOf(entities: readonly Entity[]): Kin {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const up = (id: string, kinds: readonly Tie[]): string[] => {
    const found = [id];
    for (let at = 0; at < found.length && at < DEPTH; at++) {
      for (const tie of byId.get(found[at]!)?.relations ?? []) {
        if (kinds.includes(tie.kind) && !found.includes(tie.to)) found.push(tie.to);
      }
    }
    return found;
  };
  const within = (a: string, b: string): boolean => a === b || up(a, ['partOf']).includes(b);
  const belongs = (a: string, b: string): boolean =>
    up(a, ['partOf', 'memberOf', 'spokesmanFor']).includes(b);
  const outlets = new Map<string, string>();
  for (const { id, kind, names } of [...entities].reverse()) {
    if (kind === 'actor') for (const name of names) outlets.set(publisherKey(name), id);
  }
  return {
    outlet: (key) => (key === '' ? null : (outlets.get(key) ?? null)),
    entity: (id) => byId.get(id) ?? null,
    root: (id) => up(id, ['partOf']).at(-1)!,
    within,
    akin: (a, b) => belongs(a, b) || belongs(b, a),
    allied: (a, b) => {
      const [wholesA, wholesB] = [up(a, ['partOf', 'memberOf']), up(b, ['partOf', 'memberOf'])];
      const states = (from: readonly string[], to: readonly string[]): boolean =>
        from.some((id) =>
          (byId.get(id)?.relations ?? []).some((tie) => tie.kind === 'alliedWith' && to.includes(tie.to)),
        );
      return states(wholesA, wholesB) || states(wholesB, wholesA);
    },
  };
}
