import type { Kin } from '../link/kin.ts';
import { lies } from '../link/period.ts';
import { type Fit, fitOf, isHuman } from '../link/population.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import { wordsOf } from '../link/words.ts';
import type { EventType } from '../model/claim.ts';
import { candidatePairs, placeKeys } from './block.ts';
import { closeParts } from './closure.ts';
import { familyOf, meet, sameManner, sameTime, sayTime, subjectOf } from './comparable.ts';
import { type Count, countOf, gap, sayCount } from './count.ts';

// Two counts conflict when they count the same people for the same act, place and time, and no number fits both. A part cannot exceed its
// whole; more can always be said of the whole. Counts of the dead or displaced that grow from day to day are updates.

/** Two claims that count the same thing, or a part and its whole. `a` is the part where they differ. */
export interface Comparison {
  readonly a: Testimony;
  readonly b: Testimony;
  readonly question: string;
  readonly kind: 'oppose' | 'agree' | 'update';
  /** Both asserted as fact, by different sources: such a pair may open a dispute. */
  readonly firm: boolean;
  /** Both count the same population. */
  readonly exact: boolean;
  readonly score: number;
  readonly why: readonly string[];
}

const RUNNING: ReadonlySet<EventType> = new Set(['CASUALTY', 'FLEE', 'DETAIN', 'MOBILIZE']);
const RUNNING_DAYS = 3;

/** What the comparisons of one run share. */
interface Shared {
  /** The whole of which a part's count speaks, when its source denies the rest. */
  readonly closed: (testimony: Testimony) => string | null;
  /** The words in the names of an entity: in a count of it they narrow nothing. */
  readonly nameWords: (id: string) => readonly string[];
}

function nameWordsOf(kin: Kin): Shared['nameWords'] {
  const held = new Map<string, string[]>();
  return (id) => {
    const known = held.get(id) ?? (kin.entity(id)?.names ?? []).flatMap(wordsOf);
    held.set(id, known);
    return known;
  };
}

/** Compares all counts that may be compared. */
export function compareCounts(testimonies: readonly Testimony[], kin: Kin): Comparison[] {
  const shared: Shared = { closed: closeParts(testimonies, kin), nameWords: nameWordsOf(kin) };
  const counted = testimonies.filter(
    (item) =>
      (item.footing === 'fact' || item.footing === 'maybe') &&
      item.claim.polarity === 'positive' &&
      item.claim.quantity !== null &&
      item.population!.heads.length > 0 &&
      !item.population!.heads.includes('percent') &&
      countOf(item.claim.quantity) !== null,
  );
  const keys = (item: Testimony): string[] => {
    const heads = isHuman(item.population!) ? ['person'] : item.population!.heads;
    return placeKeys(item, kin).flatMap((place) =>
      heads.map((head) => `${familyOf(item.claim.event)}\u0001${place}\u0001${head}`),
    );
  };
  const found: Comparison[] = [];
  for (const [a, b] of candidatePairs(counted, counted, keys)) {
    if (a.id >= b.id) continue;
    const comparison = compare(a, b, kin, shared);
    if (comparison) found.push(comparison);
  }
  return found;
}

function compare(x: Testimony, y: Testimony, kin: Kin, shared: Shared): Comparison | null {
  if (!sameManner(x, y)) return null;
  if (!meet(subjectOf(x), subjectOf(y), kin)) return null;
  const fit = fitAll(x, y, kin, shared);
  if (fit === 'apart') return null;
  const [a, b] = fit === 'whole' ? [y, x] : [x, y];
  const [one, other] = [countOf(a.claim.quantity!)!, countOf(b.claim.quantity!)!];
  const exact = fit === 'same';
  const distance = exact ? gap(one, other) : one.low > other.high ? gap(one, other) : 0;
  const fuzzy = a.claim.quantity!.op === 'vague' && b.claim.quantity!.op === 'vague';
  const kind = distance === 0 || fuzzy ? 'agree' : grows(a, b, one, other) ? 'update' : 'oppose';
  return {
    a,
    b,
    question: questionKey(a, b, kin),
    kind,
    firm: a.footing === 'fact' && b.footing === 'fact' && !(a.voice === b.voice && a.speaker === b.speaker),
    exact,
    score: kind === 'oppose' ? Math.min(0.95, 0.6 + distance / 2) : 0.7,
    why: [sayCounts(a, b, exact, kind), sayTime(a, b), ...sayClosed(a, b, shared.closed, kin)],
  };
}

/** How what `x` counts stands to what `y` counts, over population, sub-group and place together. */
function fitAll(x: Testimony, y: Testimony, kin: Kin, { closed, nameWords }: Shared): Fit {
  const lifted = (item: Testimony): readonly string[] => {
    const whole = closed(item);
    return whole ? [whole] : subjectOf(item);
  };
  const [a, b] = [lifted(x), lifted(y)];
  const names = new Set([...subjectOf(x), ...subjectOf(y)].flatMap((id) => nameWords(id)));
  return [
    fitOf(x.population!, y.population!, names),
    groupFit(a, b, kin),
    placeFit(x, y, kin),
    timeFit(x, y),
  ].reduce(both);
}

function groupFit(a: readonly string[], b: readonly string[], kin: Kin): Fit {
  if (a.length === 0 || b.length === 0) return 'same';
  const aIn = a.some((id) => b.some((other) => kin.within(id, other)));
  const bIn = b.some((id) => a.some((other) => kin.within(id, other)));
  return aIn && bIn ? 'same' : aIn ? 'part' : bIn ? 'whole' : 'apart';
}

function placeFit(x: Testimony, y: Testimony, kin: Kin): Fit {
  if (x.place === null || y.place === null) {
    return x.place === y.place || x.document.id === y.document.id ? 'same' : 'apart';
  }
  return groupFit([x.place], [y.place], kin);
}

/** A count of one day can be part of the count of the week around it. */
function timeFit(x: Testimony, y: Testimony): Fit {
  if (sameTime(x, y)) return 'same';
  const [a, b] = [periodOf(x), periodOf(y)];
  return lies(a, b) ? 'part' : lies(b, a) ? 'whole' : 'apart';
}

function both(a: Fit, b: Fit): Fit {
  if (a === 'same') return b;
  return b === 'same' || a === b ? a : 'apart';
}

/** A later, higher count of something still going on replaces the earlier one. */
function grows(a: Testimony, b: Testimony, one: Count, other: Count): boolean {
  if (a.published === null || b.published === null || a.published === b.published) return false;
  const [earlier, first, second] = a.published < b.published ? [a, one, other] : [b, other, one];
  if (second.high < first.low) return false;
  if (a.voice === b.voice) return true;
  const end = periodOf(earlier).to ?? earlier.published!;
  return RUNNING.has(earlier.claim.event) && earlier.published! <= end + RUNNING_DAYS;
}

// The question is asked of the narrower group and of the fuller population.
function questionKey(a: Testimony, b: Testimony, kin: Kin): string {
  const depth = (item: Testimony): number => subjectOf(item).filter((id) => kin.root(id) !== id).length;
  const group = depth(a) >= depth(b) ? a : b;
  const heads = [a.population!.heads, b.population!.heads].sort((p, q) => q.length - p.length)[0]!;
  return [
    familyOf(a.claim.event),
    a.manner ?? b.manner ?? '',
    subjectOf(group).join(','),
    heads.join(','),
  ].join('\u0001');
}

function sayCounts(a: Testimony, b: Testimony, exact: boolean, kind: Comparison['kind']): string {
  const [one, other] = [sayCount(a.claim.quantity!), sayCount(b.claim.quantity!)];
  const what = a.claim.quantity!.of ?? 'the same';
  if (kind === 'update') return `Both count ${what}; ${one} and ${other} are counts of different days.`;
  const whole = b.claim.quantity!.of ?? 'the whole';
  if (kind === 'agree') {
    return exact
      ? `Both count ${what}; ${one} and ${other} can both be true.`
      : `${one} (${what}) may be a part of ${other} (${whole}).`;
  }
  if (exact) return `Both count ${what}; no number fits both ${one} and ${other}.`;
  return `${one} (${what}) are a part of ${whole}, yet exceed ${other}.`;
}

function sayClosed(
  a: Testimony,
  b: Testimony,
  closed: (testimony: Testimony) => string | null,
  kin: Kin,
): string[] {
  return [a, b].flatMap((item) => {
    const whole = closed(item);
    if (!whole) return [];
    const name = kin.entity(whole)?.names[0] ?? whole;
    return [`One source counts a part of ${name} and denies that others were among them.`];
  });
}
