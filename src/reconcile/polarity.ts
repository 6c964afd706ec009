import type { Kin } from '../link/kin.ts';
import { overlaps } from '../link/period.ts';
import { fitOf } from '../link/population.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import type { EventType } from '../model/claim.ts';
import type { Dimension } from '../model/dispute.ts';
import { candidatePairs, placeKeys } from './block.ts';
import { coversSome, deniedInTime, familyOf, placeLies, sameManner, sayTime } from './comparable.ts';
import { type Conflict, quote } from './conflict.ts';
import { countOf, gap } from './count.ts';

// One says that it happened, another that it did not. A denial of the whole denies every part of it ("no fighter left" opposes "some
// foreign fighters left"); a denial of a part leaves the whole alone ("no foreign fighter left" and "fighters left" can both be true).

const HARM: ReadonlySet<EventType> = new Set(['ASSAULT', 'CASUALTY', 'COERCE', 'DETAIN']);

/** Pairs in which one claim affirms what the other denies, both as fact or both as plan. */
export function findDenied(testimonies: readonly Testimony[], kin: Kin): Conflict[] {
  const usable = testimonies.filter((item) => item.footing === 'fact' || item.footing === 'plan');
  const yes = usable.filter((item) => item.claim.polarity === 'positive');
  const no = usable.filter((item) => item.claim.polarity === 'negative');
  const keys = (item: Testimony): string[] => {
    const head = `${familyOf(item.claim.event)}\u0001${item.footing}`;
    const roots = [...item.agent, ...item.patient].map((id) => kin.root(id));
    const parts = [...new Set(item.claim.event === 'AID' ? [...roots, ''] : roots)];
    return placeKeys(item, kin).flatMap((place) => parts.map((part) => `${head}\u0001${place}\u0001${part}`));
  };
  const others = dealsByPlace(yes);
  const found: Conflict[] = [];
  for (const [a, b] of candidatePairs(yes, no, keys)) {
    const conflict = compare(a, b, kin, others);
    if (conflict) found.push(conflict);
  }
  return found;
}

type Deals = ReadonlyMap<string, readonly Testimony[]>;

function dealsByPlace(yes: readonly Testimony[]): Deals {
  return Map.groupBy(
    yes.filter((item) => familyOf(item.claim.event) === 'TALKS' && item.place !== null),
    (item) => item.place!,
  );
}

function compare(yes: Testimony, no: Testimony, kin: Kin, deals: Deals): Conflict | null {
  if (yes.footing !== no.footing || !sameManner(yes, no)) return null;
  if (familyOf(yes.claim.event) !== familyOf(no.claim.event)) return null;
  if (changedMind(yes, no)) return null;
  if (!sameParts(yes, no, kin) || !placeLies(yes, no, kin) || !deniedInTime(yes, no)) return null;
  const number = deniedNumber(yes, no);
  if (number === false) return null;
  return {
    a: yes,
    b: no,
    dimension: dimensionOf(yes, no, kin, deals),
    ask: number ? 'number' : 'whether',
    question: number ? yes.id : `${familyOf(yes.claim.event)} ${yes.footing}`,
    score: yes.footing === 'fact' ? 0.9 : 0.8,
    why: [
      yes.footing === 'fact'
        ? `${quote(yes)} affirms what ${quote(no)} denies.`
        : `${quote(yes)} tells of a plan that ${quote(no)} excludes.`,
      sayTime(yes, no),
      ...(number ? [number] : []),
    ],
  };
}

/** The same source that says otherwise on another day has changed its account, which is no dispute between two sides. */
function changedMind(a: Testimony, b: Testimony): boolean {
  return a.voice === b.voice && a.speaker === b.speaker;
}

function sameParts(yes: Testimony, no: Testimony, kin: Kin): boolean {
  if (!coversSome(yes.agent, no.agent, kin) || !coversSome(yes.patient, no.patient, kin)) return false;
  const both = (p: readonly string[], q: readonly string[]): boolean => p.length > 0 && q.length > 0;
  // Aid comes or does not come to a place, whoever sends it.
  const aid = yes.claim.event === 'AID' && yes.place !== null && yes.place === no.place;
  return aid || both(yes.agent, no.agent) || both(yes.patient, no.patient);
}

/**
 * "It is false that 3,500 fighters left" denies the number, not that fighters left: such a denial opposes only a claim of that number.
 * Gives a sentence for it, null for a denial without a number, false when the numbers differ.
 */
function deniedNumber(yes: Testimony, no: Testimony): string | null | false {
  const denied = no.claim.quantity && countOf(no.claim.quantity);
  if (!denied || denied.high === 0) return null;
  const affirmed = yes.claim.quantity && countOf(yes.claim.quantity);
  if (!affirmed || gap(denied, affirmed) > 0 || affirmed.high > 2 * denied.high) return false;
  if (fitOf(yes.population!, no.population!, new Set()) !== 'same') return false;
  return 'The denial is of that number.';
}

// Where others tell of the same talks or deal, its existence is not in question, only who had a part in it; a plan for a part of a group
// asks who was meant. What a speaker denies of himself after another has charged him is a question of responsibility.
function dimensionOf(yes: Testimony, no: Testimony, kin: Kin, deals: Deals): Dimension {
  if (familyOf(yes.claim.event) === 'TALKS') {
    const told = (deals.get(yes.place ?? '') ?? []).some(
      (other) => !meets(other.agent, yes.agent, kin) && overlaps(periodOf(other), periodOf(yes)),
    );
    return told || yes.claim.event !== no.claim.event ? 'participants' : 'polarity';
  }
  if (yes.footing === 'plan') {
    return [...yes.agent, ...yes.patient].some((id) => kin.root(id) !== id) ? 'participants' : 'polarity';
  }
  if (yes.claim.event === 'CONTROL') return 'control';
  const accused = yes.agent.some((id) => kin.akin(id, no.voice) || id === no.speaker);
  const accuses = !yes.agent.some((id) => kin.akin(id, yes.voice));
  return HARM.has(yes.claim.event) && accused && accuses ? 'responsibility' : 'polarity';
}

function meets(a: readonly string[], b: readonly string[], kin: Kin): boolean {
  return a.some((x) => b.some((y) => kin.root(x) === kin.root(y) || kin.akin(x, y)));
}
