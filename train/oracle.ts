import { type Chart, LEFT, RIGHT, SHIFT } from '../src/parse/transition.ts';

/** A gold tree in the parser's terms: heads with the root as word `count`, and each word's children in order. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly rels: Int32Array;
  readonly children: readonly (readonly number[])[];
}

/** Makes a gold tree from heads that are -1 for the root. */
export function goldTree(heads: readonly number[], rels: Int32Array): GoldTree {
  const count = heads.length;
  const children: number[][] = Array.from({ length: count + 1 }, () => []);
  const own = Int32Array.from(heads, (h) => (h < 0 ? count : h));
  own.forEach((h, d) => {
    children[h]!.push(d);
  });
  return { heads: own, rels, children };
}

/**
 * How many gold arcs each allowed move puts out of reach (Goldberg and Nivre 2013); a move that is not allowed costs
 * infinity. Words on the stack that have lost their head cost nothing more.
 */
export function moveCosts(chart: Chart, gold: GoldTree, state: number, costs: Float64Array): void {
  const next = chart.nextOf(state);
  const cell = chart.stackOf(state);
  const below = chart.below(cell);
  const s0 = chart.wordOf(cell);
  const s1 = chart.wordOf(below);
  costs.fill(Number.POSITIVE_INFINITY);
  let waiting = 0;
  let head = -1;
  if (s0 >= 0) {
    head = gold.heads[s0]!;
    for (const d of gold.children[s0]!) if (d >= next) waiting += 1;
  }
  if (chart.allows(state, SHIFT)) {
    let lost = 0;
    const nextHead = gold.heads[next]!;
    for (let c = cell; c >= 0; c = chart.below(c)) {
      const w = chart.wordOf(c);
      if (gold.heads[w] === next) lost += 1;
      if (c !== cell && w === nextHead) lost += 1;
    }
    costs[SHIFT] = lost;
  }
  if (chart.allows(state, LEFT)) costs[LEFT] = waiting + (head === s1 || head > next ? 1 : 0);
  if (chart.allows(state, RIGHT)) costs[RIGHT] = waiting + (head >= next ? 1 : 0);
}

/** The first of the moves that lose least, arcs before SHIFT, so that words hang as early as they can. */
export function cheapest(costs: Float64Array): number {
  let best = SHIFT;
  for (let m = 1; m < 3; m++) if (costs[m]! <= costs[best]!) best = m;
  return best;
}
