import type { Occurrence } from '../link/happening.ts';
import type { Kin } from '../link/kin.ts';
import { isoOf } from '../link/period.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import { stretchOf } from '../link/when.ts';
import { contentId } from '../link/words.ts';
import type { Grade, Happening } from '../model/digest.ts';
import type { Dispute } from '../model/dispute.ts';
import type { PlaceArg } from '../model/slot.ts';

/** What a grade is computed from, besides the happening itself. */
interface Standing {
  readonly disputes: readonly Dispute[];
  readonly withdrawn: ReadonlySet<string>;
  /** The first telling of a claim. */
  readonly root: (claim: string) => string;
  readonly kin: Kin;
}

/** Occurrences as happenings with their grade and its reason. */
export function gradeHappenings(occurrences: readonly Occurrence[], standing: Standing): Happening[] {
  const sideOf = new Map<string, Set<string>>();
  for (const dispute of standing.disputes) {
    dispute.sides.forEach((side, at) => {
      for (const claim of side.claims) {
        sideOf.set(claim, (sideOf.get(claim) ?? new Set()).add(`${dispute.id} ${at}`));
      }
    });
  }
  const byId = new Map(occurrences.flatMap(({ claims }) => claims.map((item) => [item.id, item] as const)));
  return occurrences
    .map(({ claims }) => {
      const ordered = [...claims].sort(byTelling);
      const ids = ordered.map((item) => item.id).sort();
      const period = stretchOf(ordered);
      const [grade, why] = gradeOf(ordered, sideOf, byId, standing);
      return {
        id: contentId('happening', ids),
        event: ordered[0]!.claim.event,
        claims: ids,
        place: placeOf(ordered),
        from: isoOf(period.from),
        to: isoOf(period.to),
        grade,
        why: [why],
      };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function placeOf(claims: readonly Testimony[]): PlaceArg | null {
  const named = claims.filter((item) => item.claim.place !== null);
  const place = (named.find((item) => item.claim.place?.entity) ?? named[0])?.claim.place;
  return place ? { ...place, start: null, end: null } : null;
}

function gradeOf(
  claims: readonly Testimony[],
  sideOf: ReadonlyMap<string, ReadonlySet<string>>,
  byId: ReadonlyMap<string, Testimony>,
  standing: Standing,
): [Grade, string] {
  const live = claims.filter((item) => !standing.withdrawn.has(item.id));
  if (live.length === 0) return ['discounted', 'Every claim of it was withdrawn by a correction.'];
  const sides = new Set(live.flatMap((item) => [...(sideOf.get(item.id) ?? [])]));
  const disputes = [...sides].map((key) => key.split(' ')[0]!);
  if (new Set(disputes).size < disputes.length) {
    return ['contested', 'Its claims stand on different sides of an open dispute.'];
  }
  const affirmed = live.filter((item) => item.claim.polarity === 'positive' && item.footing === 'fact');
  const first = (item: Testimony): Testimony => byId.get(standing.root(item.id)) ?? item;
  const voices = new Set(affirmed.map((item) => first(item).voice));
  if (voices.size === 0) return ['weak', 'Nobody affirms it as fact.'];
  const doer = affirmed.some(
    (item) =>
      item.agent.includes(first(item).voice) ||
      item.agent.some((id) => standing.kin.root(id) === first(item).voice),
  );
  if (voices.size >= 3 || (voices.size === 2 && doer)) {
    return [
      'confirmed',
      `${voices.size} independent sources affirm it${doer ? ', one of them the doer' : ''}; none denies it.`,
    ];
  }
  if (voices.size === 2) return ['fair', 'Two independent sources affirm it; none denies it.'];
  return ['weak', 'One source affirms it.'];
}
