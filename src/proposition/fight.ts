import { actorById } from '../lexicon/actor.ts';
import { entityOf } from '../mention/lookup.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft } from '../model/draft.ts';
import type { Entity } from '../model/entity.ts';

/*
 * A report on a fight names the enemy once and then leaves it out: "The rebels hold the port. … The army opened its assault on Monday."
 * Who stands against whom is read from the report itself: those named as fighting each other first, else the armed body that is named
 * most, and no part, member or ally of the other.
 */

/** The sides of the fight that a document tells of. */
export interface Fight {
  /** Whether an entity can be a side: an armed group, an army, a coalition, a state, or their fighters. */
  readonly isSide: (id: string | null) => boolean;
  /** The side that an entity belongs to: the group of its foreign fighters. */
  readonly sideOf: (id: string) => string;
  /** Who it fights in this document, or null. */
  readonly opponentOf: (id: string) => string | null;
  /** The two that fight each other before all others; empty where the report names no two sides. */
  readonly main: readonly string[];
  /** Whether one is part, member or ally of the other. */
  readonly together: (a: string, b: string) => boolean;
}

const WEIGHT: Readonly<Record<string, number>> = {
  'armed-group': 2,
  military: 2,
  'sub-group': 1,
  coalition: 0.7,
  police: 0.5,
  state: 0.5,
  government: 0.4,
};
const HOSTILE = /^(?:ASSAULT|CONTROL|CASUALTY|DETAIN)$/;
const MARTIAL = /^(?:ASSAULT|CONTROL|RETREAT|CASUALTY|DETAIN)$/;

/** Reads the sides from a document's actors and from what its clauses say outright. */
export function fightOf(
  draft: Draft,
  claims: readonly Pick<Claim, 'event' | 'mode' | 'agent' | 'patient'>[],
): Fight {
  const day = draft.document.published?.slice(0, 10) ?? '9999';
  const wholes = remembered((id) => wholesOf(draft, id, day));
  const allies = remembered((id) => alliesOf(draft, wholes(id), day));
  const together = (a: string, b: string) => {
    const [wa, wb] = [wholes(a), wholes(b)];
    return (
      [...wa].some((x) => wb.has(x)) ||
      [...wb].some((x) => allies(a).has(x)) ||
      [...wa].some((x) => allies(b).has(x))
    );
  };
  const isSide = (id: string | null) => WEIGHT[roleOf(draft, id)] !== undefined;
  const sideOf = (id: string) => {
    const entity = entityOf(draft, id);
    const whole =
      entity?.role === 'sub-group' ? entity.relations.find((r) => r.kind === 'partOf') : undefined;
    return whole === undefined ? id : whole.to;
  };
  const scores = scoresOf(draft, claims, sideOf);
  const hostile = hostilesOf(claims, sideOf);
  const opponentOf = remembered((id: string): string | null => {
    let best: string | null = null;
    let bestScore = 0;
    for (const [other, score] of scores) {
      if (other === id || together(id, other)) continue;
      const total = hostile.has(`${id} ${other}`) ? score + 20 : score * likelihoodOf(other);
      if (total > bestScore) [best, bestScore] = [other, total];
    }
    return best;
  });
  const ranked = [...scores].map(([id, score]) => [id, score * likelihoodOf(id)] as const);
  const first = ranked.sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const second = first === null ? null : opponentOf(first);
  const main = first === null || second === null ? [] : [first, second];
  return { isSide, sideOf, opponentOf: (id) => opponentOf(sideOf(id)), main, together };
}

/** "Fighters" without a name are most often of a side that has one, unless they are told to fight somebody. */
function likelihoodOf(side: string): number {
  return side.startsWith('group:') ? 0.1 : 1;
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    if (!known.has(id)) known.set(id, make(id));
    return known.get(id)!;
  };
}

function roleOf(draft: Draft, id: string | null): string {
  const entity: Entity | undefined = entityOf(draft, id);
  return entity?.kind === 'actor' ? (entity.role ?? '') : '';
}

/** The ties of an entity that hold on a day. */
function ties(draft: Draft, id: string, day: string) {
  const own = entityOf(draft, id)?.relations ?? [];
  return [
    ...(actorById(id)?.relations ?? []),
    ...own.filter((r) => actorById(id) === undefined || r.kind === 'spokesmanFor'),
  ].filter((r) => (r.until ?? '9999') > day && (r.from ?? '0') <= day);
}

/** An entity and what it is part or member of. */
function wholesOf(draft: Draft, id: string, day: string): Set<string> {
  const found = new Set([id]);
  for (const at of found) {
    if (found.size > 12) break;
    for (const r of ties(draft, at, day)) if (r.kind !== 'alliedWith') found.add(r.to);
  }
  return found;
}

function alliesOf(draft: Draft, wholes: ReadonlySet<string>, day: string): Set<string> {
  return new Set(
    [...wholes].flatMap((id) =>
      ties(draft, id, day)
        .filter((r) => r.kind === 'alliedWith')
        .map((r) => r.to),
    ),
  );
}

/** How much each side is spoken of: its mentions, and more for each act of war. */
function scoresOf(
  draft: Draft,
  claims: readonly Pick<Claim, 'event' | 'agent' | 'patient'>[],
  sideOf: (id: string) => string,
): Map<string, number> {
  const scores = new Map<string, number>();
  const add = (id: string | null, by: number) => {
    const weight = WEIGHT[roleOf(draft, id)];
    if (id === null || weight === undefined) return;
    const side = sideOf(id);
    scores.set(side, (scores.get(side) ?? 0) + by * weight);
  };
  for (const m of draft.mentions) if (m.kind === 'actor') add(m.entity, 1);
  for (const c of claims)
    if (MARTIAL.test(c.event)) for (const a of [...c.agent, ...c.patient]) add(a.entity, 2);
  return scores;
}

/** Pairs of sides that the text sets against each other outright, in both directions. */
function hostilesOf(
  claims: readonly Pick<Claim, 'event' | 'agent' | 'patient'>[],
  sideOf: (id: string) => string,
): Set<string> {
  const found = new Set<string>();
  for (const c of claims) {
    if (!HOSTILE.test(c.event)) continue;
    for (const a of c.agent)
      for (const p of c.patient) {
        if (a.entity === null || p.entity === null) continue;
        found.add(`${sideOf(a.entity)} ${sideOf(p.entity)}`);
        found.add(`${sideOf(p.entity)} ${sideOf(a.entity)}`);
      }
  }
  return found;
}
