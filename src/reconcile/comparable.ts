import type { Kin } from '../link/kin.ts';
import { lies, overlaps, sayPeriod, share } from '../link/period.ts';
import type { Testimony } from '../link/testimony.ts';
import { isDated, periodOf } from '../link/when.ts';
import type { EventType } from '../model/claim.ts';

/** Types under which reports put one and the same act: taking part in talks and in the deal they led to. */
const FAMILIES: Partial<Record<EventType, string>> = { AGREE: 'TALKS', CONSULT: 'TALKS' };

/** The family of an event type: claims of one family may be about one occurrence. */
export function familyOf(event: EventType): string {
  return FAMILIES[event] ?? event;
}

/** In these types the patient is who is counted and who it is about; in the others the agent. */
const BY_PATIENT: ReadonlySet<EventType> = new Set([
  'CASUALTY',
  'DETAIN',
  'ASSAULT',
  'COERCE',
  'SANCTION',
  'AID',
]);

/** Whom a claim is about, for counting: those killed, held or hit, or else those who act. */
export function subjectOf(testimony: Testimony): readonly string[] {
  const { agent, patient, claim } = testimony;
  if (BY_PATIENT.has(claim.event)) return patient;
  return agent.length > 0 ? agent : patient;
}

/** True when each list is empty or some part of `inner` lies within some part of `outer`. */
export function coversSome(inner: readonly string[], outer: readonly string[], kin: Kin): boolean {
  if (inner.length === 0 || outer.length === 0) return true;
  return inner.some((part) => outer.some((whole) => kin.within(part, whole)));
}

/** True when the lists share an entity or one names a part of the other. */
export function meet(a: readonly string[], b: readonly string[], kin: Kin): boolean {
  return coversSome(a, b, kin) || coversSome(b, a, kin);
}

/** True when the place of `inner` is that of `outer` or lies in it; an unnamed place only fits within one document. */
export function placeLies(inner: Testimony, outer: Testimony, kin: Kin): boolean {
  if (inner.place === null || outer.place === null) {
    return inner.place === outer.place || inner.document.id === outer.document.id;
  }
  return kin.within(inner.place, outer.place);
}

/** Same act as far as the words tell: an unknown manner fits any. */
export function sameManner(a: Testimony, b: Testimony): boolean {
  return a.manner === b.manner || (a.manner === null ? isPlain(b) : b.manner === null && isPlain(a));
}

/** Surrender is not what "left" or "went" mean; other manners may go unnamed. */
function isPlain(testimony: Testimony): boolean {
  return testimony.manner === null || testimony.claim.event === 'CASUALTY';
}

// "No foreign fighter left on 14 October" denies that day only; that some left in the whole week can stand beside it. So what one
// side affirms must have happened within what the other denies. Talks and plans last: there it is enough that they share days.

// Whoever denies in so many words ("denied that foreigners had left") means the act he is asked about, so shared days are enough there too.
// A place that was taken is held on the next days, so a denial a day or two later still opposes the capture.

/** True when what `yes` affirms falls into the time that `no` denies. */
export function deniedInTime(yes: Testimony, no: Testimony): boolean {
  const [inner, outer] = [periodOf(yes), periodOf(no)];
  if (yes.claim.event === 'CONTROL' && yes.footing === 'fact') {
    return overlaps({ from: inner.from, to: inner.to === null ? null : inner.to + HELD_DAYS }, outer);
  }
  const talks = familyOf(yes.claim.event) === 'TALKS';
  const rebuts = no.statement?.stance === 'denies' || no.statement?.stance === 'disputes';
  const loose = talks || yes.footing !== 'fact' || rebuts || !isDated(yes) || !isDated(no);
  return loose ? overlaps(inner, outer) : lies(inner, outer);
}

const HELD_DAYS = 2;

/** True when two counts are made of one stretch of time: half of the longer is shared, or one is undated and may be of the other's. */
export function sameTime(a: Testimony, b: Testimony): boolean {
  const [one, other] = [periodOf(a), periodOf(b)];
  return isDated(a) && isDated(b) ? share(one, other) >= 0.5 : overlaps(one, other);
}

/** One sentence on the time two claims are about. */
export function sayTime(a: Testimony, b: Testimony): string {
  const [one, other] = [sayPeriod(periodOf(a)), sayPeriod(periodOf(b))];
  return one === other ? `Both are about ${one}.` : `One is about ${one}, the other about ${other}.`;
}
