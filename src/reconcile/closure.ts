import type { Kin } from '../link/kin.ts';
import { overlaps } from '../link/period.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import { familyOf, subjectOf } from './comparable.ts';

// Who says "275 local fighters left" and also "no foreign fighter left" has counted all fighters who left: the rest of the whole
// is denied by the same source. Only then may a count of a part be set against a count of the whole.

/** Tells for a claim about a part whether its source denies the other parts, so that it speaks of the whole; gives that whole. */
export function closeParts(
  testimonies: readonly Testimony[],
  kin: Kin,
): (testimony: Testimony) => string | null {
  const denials = new Map<string, Testimony[]>();
  for (const item of testimonies) {
    if (item.claim.polarity !== 'negative' || item.footing !== 'fact') continue;
    for (const id of subjectOf(item)) {
      if (kin.root(id) === id) continue;
      const key = keyOf(item, kin.root(id));
      denials.set(key, [...(denials.get(key) ?? []), item]);
    }
  }
  return (testimony) => {
    for (const id of subjectOf(testimony)) {
      const whole = kin.root(id);
      if (whole === id) continue;
      const closed = (denials.get(keyOf(testimony, whole)) ?? []).some(
        (denial) =>
          !subjectOf(denial).includes(id) &&
          (denial.place === testimony.place || denial.place === null) &&
          overlaps(periodOf(denial), periodOf(testimony)),
      );
      if (closed) return whole;
    }
    return null;
  };
}

function keyOf(testimony: Testimony, whole: string): string {
  return `${testimony.voice}\u0001${familyOf(testimony.claim.event)}\u0001${whole}`;
}
