import type { Claim } from '../model/claim.ts';
import type { TimeSlot } from '../model/slot.ts';

/*
 * A report dates a departure once: "The rebels drove off at dawn. … None of the officers went, he said." What later clauses say
 * of the same event at the same place is meant for the same time, unless they date it themselves.
 */

const ONCE = new Set(['RETREAT', 'FLEE', 'CASUALTY', 'DETAIN', 'AGREE']);

/** Gives claims without a time of their own the time of the last earlier claim of the same event at the same place. */
export function withEarlierTimes(claims: readonly Claim[]): Claim[] {
  const made: Claim[] = [];
  for (const claim of claims) {
    const earlier =
      isUndated(claim) && ONCE.has(claim.event)
        ? made.findLast((m) => sameEvent(m, claim) && isDated(m))
        : undefined;
    made.push(
      earlier === undefined ? claim : { ...claim, time: { ...earlier.time!, inherited: 'paragraph' } },
    );
  }
  return made;
}

function isUndated(claim: Claim): boolean {
  if (claim.modality !== 'actual') return false;
  return claim.time === null || claim.time.inherited === 'published' || claim.time.inherited === 'speech';
}

function isDated(claim: Claim): boolean {
  const time: TimeSlot | null = claim.time;
  if (claim.modality !== 'actual' || time === null || time.from === null) return false;
  return (
    time.inherited === undefined ||
    time.inherited === 'clause' ||
    time.inherited === 'sentence' ||
    time.inherited === 'paragraph'
  );
}

function sameEvent(a: Claim, b: Claim): boolean {
  const events =
    a.event === b.event || (/^(?:RETREAT|FLEE)$/.test(a.event) && /^(?:RETREAT|FLEE)$/.test(b.event));
  return events && a.place !== null && b.place !== null && a.place.entity === b.place.entity;
}
