import type { Kin } from './kin.ts';
import { type Period, share } from './period.ts';
import type { Testimony } from './testimony.ts';

/** Claims about one occurrence, with the stretch of time that all of them share as far as they state one. */
export interface Occurrence {
  readonly claims: readonly Testimony[];
  readonly period: Period;
}

/** How the claims are compared: what family of acts, whom they are about and when, as reconciling understands them. */
interface Likeness {
  readonly family: (testimony: Testimony) => string;
  readonly subject: (testimony: Testimony) => readonly string[];
  readonly period: (testimony: Testimony) => Period;
}

const SHARED = 0.5;

/**
 * Groups what is told as happened: same family of acts and manner, same group (its parts included), same place, and times of which
 * half of the longer is shared with the occurrence's core. Groups form in the order of time, so that no chain runs through weeks.
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
    for (const item of blocks.get(key)!.sort((a, b) => byTime(like.period(a), like.period(b), a, b))) {
      const period = like.period(item);
      const home = open.findLast((group) => share(group.period, period) >= SHARED);
      if (!home) open.push({ claims: [item], period });
      else {
        home.claims.push(item);
        home.period = core(home.period, period);
      }
    }
    found.push(...open);
  }
  return found;
}

function byTime(p: Period, q: Period, a: Testimony, b: Testimony): number {
  const low = (value: number | null): number => value ?? -1e9;
  const high = (value: number | null): number => value ?? 1e9;
  return low(p.from) - low(q.from) || high(p.to) - high(q.to) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function core(a: Period, b: Period): Period {
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return from !== null && to !== null && from > to ? a : { from, to };
}
