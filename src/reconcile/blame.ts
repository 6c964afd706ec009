import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import type { EventType } from '../model/claim.ts';
import { candidatePairs } from './block.ts';
import { meet, sameManner, sameTime, sayTime } from './comparable.ts';
import { type Conflict, quote } from './conflict.ts';

// Each side blames the other for one act: "The army said rebels shelled the market; the rebels said it was the army." Two attackers of
// one enemy are no such pair, so at least one of the two must be accused by the other's camp.

const HARM: ReadonlySet<EventType> = new Set(['ASSAULT', 'CASUALTY', 'COERCE', 'DETAIN']);

/** Pairs that name different doers of one harm to the same people, place and day. */
export function findBlame(testimonies: readonly Testimony[], kin: Kin): Conflict[] {
  const harms = testimonies.filter(
    (item) =>
      item.footing === 'fact' &&
      item.claim.polarity === 'positive' &&
      HARM.has(item.claim.event) &&
      item.place !== null &&
      item.agent.length > 0 &&
      item.patient.length > 0,
  );
  const keys = (item: Testimony): string[] => [`${item.claim.event}\u0001${item.place}`];
  const found: Conflict[] = [];
  for (const [a, b] of candidatePairs(harms, harms, keys)) {
    if (a.id >= b.id || !sameTime(a, b) || !sameManner(a, b) || !meet(a.patient, b.patient, kin)) continue;
    if (a.voice === b.voice || related(a.agent, b.agent, kin) || inFight(a, b, kin)) continue;
    if (!blames(a, b, kin) && !blames(b, a, kin)) continue;
    found.push({
      a,
      b,
      dimension: 'responsibility',
      ask: 'doer',
      question: `${a.claim.event} ${a.place}`,
      score: 0.75,
      why: [`${quote(a)} and ${quote(b)} name different doers of one harm.`, sayTime(a, b)],
    });
  }
  return found;
}

/** Fighting has two doers: where the victims are one of the two, each may have attacked the other. */
function inFight(a: Testimony, b: Testimony, kin: Kin): boolean {
  return related([...a.patient, ...b.patient], [...a.agent, ...b.agent], kin);
}

function related(a: readonly string[], b: readonly string[], kin: Kin): boolean {
  return a.some((x) => b.some((y) => kin.root(x) === kin.root(y) || kin.akin(x, y) || kin.allied(x, y)));
}

/** The source of `a` belongs to those whom `b` accuses. */
function blames(a: Testimony, b: Testimony, kin: Kin): boolean {
  return b.agent.some((id) => kin.akin(a.voice, id) || kin.akin(a.voice, kin.root(id)));
}
