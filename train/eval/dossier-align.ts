import { globalClaimId } from '../../src/link/claim-id.ts';
import { contentWords, sameWords } from '../../src/link/same-words.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Arg } from '../../src/model/slot.ts';
import { actorId, type GoldDossier, placeId } from './dossier-gold.ts';

/** Gold ids of what a digest names; ids of its own where gold has nothing of the kind. */
export interface Naming {
  readonly actor: (arg: Arg) => string;
  readonly place: (arg: Arg) => string;
  /** The gold wording of the term that says most nearly the same; the words given where none shares half. */
  readonly act: (does: string) => string;
}

/** Names are compared without case, over all names an entity has. */
export function namingOf(gold: GoldDossier, made: Digest): Naming {
  const named = (list: readonly { id: string; names: readonly string[] }[], idOf: (id: string) => string) => {
    const byName = new Map(
      list.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)),
    );
    const byId = new Map(list.map(({ id }) => [idOf(id), id]));
    return (arg: Arg): string => {
      if (arg.entity && byId.has(arg.entity)) return byId.get(arg.entity)!;
      const entity = made.entities.find((one) => one.id === arg.entity);
      for (const name of [...(entity?.names ?? []), arg.name ?? '', arg.text]) {
        const id = byName.get(name.toLowerCase().replace(/^the /, ''));
        if (id) return id;
      }
      return arg.entity ?? arg.text;
    };
  };
  const acts = gold.agreements.flatMap((agreement) => agreement.terms.map((term) => term.does));
  return {
    actor: named(gold.actors, actorId),
    place: named(gold.places, placeId),
    act: (does) => {
      const words = contentWords(does);
      const ranked = acts
        .map((act) => ({ act, score: sameWords(words, contentWords(act)) }))
        .sort((a, b) => b.score - a.score);
      return ranked[0] && ranked[0].score >= 0.5 ? ranked[0].act : does;
    },
  };
}

/**
 * Maps the digest's claim ids to gold ones. Claims that carry gold ids map to themselves; others to the gold claim of their document
 * whose statement shares most characters with theirs and whose event, polarity and participants agree best, each gold claim once.
 */
export function alignClaims(gold: GoldDossier, made: Digest): (claim: string) => string {
  const statements = new Map(gold.statements.map((statement) => [statement.id, statement]));
  const map = new Map<string, string>();
  for (const reading of made.readings) {
    const wanted = gold.claims.filter(
      (claim) => statements.get(claim.statement)!.doc === reading.document.id,
    );
    const own = new Map(reading.statements.map((statement) => [statement.id, statement]));
    const scored = reading.claims.flatMap((claim) =>
      wanted.map((target) => {
        if (claim.id === target.id) return { claim: claim.id, target: target.id, score: 9 };
        const spans = own.get(claim.statement)?.content ?? [claim.predicate];
        const overlap = overlapOf(
          spans.map(({ start, end }) => [start, end] as const),
          statements.get(target.statement)!.contentAt,
        );
        const agree = Number(claim.event === target.event) + Number(claim.polarity === target.polarity);
        const counted = Number((claim.quantity?.min ?? null) === (target.quantity?.min ?? null));
        return {
          claim: claim.id,
          target: target.id,
          score: overlap < 0.3 || agree === 0 ? 0 : overlap + agree + counted,
        };
      }),
    );
    scored.sort((a, b) => b.score - a.score || (a.claim + a.target < b.claim + b.target ? -1 : 1));
    const used = new Set<string>();
    for (const { claim, target, score } of scored) {
      const id = globalClaimId(reading.document.id, claim);
      if (score === 0 || map.has(id) || used.has(target)) continue;
      map.set(id, target);
      used.add(target);
    }
  }
  return (claim) => map.get(claim) ?? claim;
}

/** The gold statement that shares most characters with a claim's own, by global claim id; null where none shares a third. */
export function alignStatements(gold: GoldDossier, made: Digest): (claim: string) => string | null {
  const map = new Map<string, string>();
  for (const reading of made.readings) {
    const wanted = gold.statements.filter((statement) => statement.doc === reading.document.id);
    const own = new Map(reading.statements.map((statement) => [statement.id, statement]));
    for (const claim of reading.claims) {
      const spans = own.get(claim.statement)?.content ?? [claim.predicate];
      const at = spans.map(({ start, end }) => [start, end] as const);
      const ranked = wanted
        .map((statement) => ({
          id: statement.id,
          same: statement.id === claim.statement,
          overlap: overlapOf(at, statement.contentAt),
        }))
        .sort((a, b) => Number(b.same) - Number(a.same) || b.overlap - a.overlap);
      const [best] = ranked;
      if (best && best.overlap >= 0.3) map.set(globalClaimId(reading.document.id, claim.id), best.id);
    }
  }
  return (claim) => map.get(claim) ?? null;
}

/** Common characters as a part of the shorter. */
function overlapOf(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): number {
  const size = (list: readonly (readonly [number, number])[]): number =>
    list.reduce((sum, [start, end]) => sum + end - start, 0);
  let common = 0;
  for (const [s, e] of a) for (const [p, q] of b) common += Math.max(0, Math.min(e, q) - Math.max(s, p));
  return common / Math.max(1, Math.min(size(a), size(b)));
}
