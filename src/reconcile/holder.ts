import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import { candidatePairs } from './block.ts';
import { sameTime, sayTime } from './comparable.ts';
import { type Conflict, quote } from './conflict.ts';
import { type Count, countOf, gap, sayCount } from './count.ts';

// A place has one holder at a time, unless the holders are allies or each holds a part. "the whole town is ours" and "four fifths of it
// are", said of one day, are rival answers; said of different days the later one is news.

const PARTIAL =
  /\b(?:parts?|several|some|half|most|much|buildings?|districts?|quarters?|neighbou?rhoods?|positions?|outskirts|suburbs?|streets?|pockets?|edges?)\b/i;
const FULL = /\b(?:full(?:y)?|complete(?:ly)?|entire(?:ly)?|total(?:ly)?|whole|all of|every part)\b/i;
const OCCUPIED = /\b(?:occupied|occupation|usurped|illegally held)\b/i;

/** True for a claim that someone holds the place, or a share of it, as against people merely being there. */
export function isHolding(item: Testimony): boolean {
  const heads = item.population?.heads ?? [];
  if (item.claim.event !== 'CONTROL' || item.claim.mode === 'hold-out' || item.claim.mode === 'besiege')
    return false;
  return heads.length === 0 || heads.includes('percent');
}

/** How much of the place a claim says is held, in percent: its number, or all for words such as "full control"; else null. */
export function shareOf(item: Testimony): Count | null {
  if (item.population?.heads.includes('percent')) return countOf(item.claim.quantity!);
  return item.claim.quantity === null && FULL.test(item.words) ? { low: 100, high: 100 } : null;
}

/** The share as a short answer. */
export function sayShare(item: Testimony): string {
  return item.claim.quantity ? sayCount(item.claim.quantity) : 'all of it';
}

/** True when the claim holds only for a part of the place: a share below 100, or words such as "several buildings". */
export function isPartial(item: Testimony): boolean {
  const share = shareOf(item);
  return share ? share.low < 100 : PARTIAL.test(item.words);
}

/** Pairs of claims about who holds a place, or how much of it, that exclude each other. */
export function findRivals(testimonies: readonly Testimony[], kin: Kin): Conflict[] {
  const holding = testimonies.filter(
    (item) => item.footing === 'fact' && item.place !== null && isHolding(item),
  );
  const keys = (item: Testimony): string[] => [item.place!];
  const found: Conflict[] = [];
  for (const [a, b] of candidatePairs(holding, holding, keys)) {
    const conflict = a.id < b.id ? (compareShares(a, b, kin) ?? compareHolders(a, b, kin)) : null;
    const contested = conflict ?? compareTitle(a, b, kin);
    if (contested) found.push(contested);
  }
  return found;
}

function compareShares(a: Testimony, b: Testimony, kin: Kin): Conflict | null {
  if (!positive(a, b) || !sameHolder(a, b, kin) || !sameTime(a, b) || a.voice === b.voice) return null;
  const [one, other] = [shareOf(a), shareOf(b)];
  if (!one || !other || gap(one, other) === 0) return null;
  return {
    a,
    b,
    dimension: 'control',
    ask: 'share',
    question: a.place!,
    score: 0.85,
    why: [
      `Both say how much of the place is held; ${sayShare(a)} and ${sayShare(b)} exclude each other.`,
      sayTime(a, b),
    ],
  };
}

function compareHolders(a: Testimony, b: Testimony, kin: Kin): Conflict | null {
  if (!positive(a, b) || a.voice === b.voice || !isForce(a, kin) || !isForce(b, kin)) return null;
  if (
    a.agent.some((x) =>
      b.agent.some((y) => kin.root(x) === kin.root(y) || kin.akin(x, y) || kin.allied(x, y)),
    )
  ) {
    return null;
  }
  if (isPartial(a) || isPartial(b)) return null;
  const [p, q] = [periodOf(a), periodOf(b)];
  if (p.from === null || q.from === null || !sameTime(a, b)) return null;
  return {
    a,
    b,
    dimension: 'control',
    ask: 'holder',
    question: a.place!,
    score: 0.8,
    why: [`${quote(a)} and ${quote(b)} name two holders that are not allied.`, sayTime(a, b)],
  };
}

// "The town stays occupied as long as they are in it" denies the holder's right, not that he is there.
function compareTitle(holds: Testimony, denies: Testimony, kin: Kin): Conflict | null {
  if (holds.claim.polarity !== 'positive' || isPartial(holds) || OCCUPIED.test(holds.words)) return null;
  if (!OCCUPIED.test(denies.words) || kin.akin(holds.voice, denies.voice)) return null;
  const [since, later] = [periodOf(holds).from, periodOf(denies).to];
  if (since === null || later === null || later < since) return null;
  return {
    a: holds,
    b: denies,
    dimension: 'control',
    ask: 'title',
    question: holds.place!,
    score: 0.6,
    why: ['One says that the place was taken, the other calls it occupied and the holder no rightful one.'],
  };
}

/** Places are held by forces, not by persons or by things that nobody could resolve. */
export function isForce(item: Testimony, kin: Kin): boolean {
  const [holder] = item.agent;
  return holder !== undefined && kin.entity(holder)?.kind === 'actor';
}

function positive(a: Testimony, b: Testimony): boolean {
  return a.claim.polarity === 'positive' && b.claim.polarity === 'positive';
}

function sameHolder(a: Testimony, b: Testimony, kin: Kin): boolean {
  // "More than 90 percent of the city had been cleared" names no holder and means the one of whom it is said.
  if (a.agent.length === 0 || b.agent.length === 0) return a.agent.length !== b.agent.length;
  return a.agent.some((x) => b.agent.some((y) => kin.root(x) === kin.root(y)));
}
