import type { Kin } from './kin.ts';
import { type Period, share } from './period.ts';
import type { Testimony } from './testimony.ts';
import { periodOf } from './when.ts';

/** Claims about one occurrence, with the stretch of time in which they place it. */
export interface Occurrence {
  readonly claims: readonly Testimony[];
  readonly period: Period;
}

/** How the claims are compared: what family of acts and whom they are about, as reconciling understands them. */
interface Likeness {
  readonly family: (testimony: Testimony) => string;
  readonly subject: (testimony: Testimony) => readonly string[];
}

const SHARED = 0.5;
const RECENT = 20;

/**
 * Groups what is told as happened: same family of acts and manner, same group (its parts included), same place, and times of which
 * half of the longer is shared with the group's stretch. Groups form in the order of time, so that no chain runs through weeks.
 */
export function groupHappenings(testimonies: readonly Testimony[], kin: Kin, like: Likeness): Occurrence[] {
  const told = testimonies.filter((item) => item.footing === 'fact' || item.footing === 'maybe');
  const blocks = Map.groupBy(told, (item) => {
    const roots = [...new Set(like.subject(item).map((id) => kin.root(id)))].sort();
    return [like.family(item), item.manner ?? '', roots.join(','), item.place ?? ''].join('\u0001');
  });
  const found: Occurrence[] = [];
  for (const key of [...blocks.keys()].sort()) {
    const open: { claims: Testimony[]; period: Period }[] = [];
    for (const item of blocks.get(key)!.sort((a, b) => byTime(periodOf(a), periodOf(b), a, b))) {
      const period = periodOf(item);
      const home = nearest(open, period);
      if (!home) open.push({ claims: [item], period });
      else {
        home.claims.push(item);
        home.period = hull(home.period, period);
      }
    }
    found.push(...open);
  }
  return found;
}

/** The group that shares most of its stretch, the larger of equals; null when none shares half. Groups long past are not looked at. */
function nearest<Group extends Occurrence>(open: readonly Group[], period: Period): Group | null {
  let best: Group | null = null;
  for (const group of open.slice(-RECENT)) {
    const score = share(group.period, period);
    const held = best ? share(best.period, period) : SHARED;
    if (score > held || (score === held && group.claims.length > (best?.claims.length ?? 0))) best = group;
  }
  return best;
}

function byTime(p: Period, q: Period, a: Testimony, b: Testimony): number {
  const low = (value: number | null): number => value ?? -1e9;
  const high = (value: number | null): number => value ?? 1e9;
  return low(p.from) - low(q.from) || high(p.to) - high(q.to) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The stretch that both lie in; a group grows to at most about twice its first claim, as each further one must share half of it. */
function hull(a: Period, b: Period): Period {
  const from = a.from === null || b.from === null ? (a.from ?? b.from) : Math.min(a.from, b.from);
  const to = a.to === null || b.to === null ? (a.to ?? b.to) : Math.max(a.to, b.to);
  return { from, to };
}
