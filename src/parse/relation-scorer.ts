import { type ParseInput, RELATION_KEYS, relationKeys } from './arc-features.ts';
import { type Chart, LEFT, SHIFT } from './transition.ts';
import type { WeightTable } from './weight-table.ts';

/** Parts of speech a `RelationTable` tells apart, the root among them. */
export const POS_LIMIT = 24;

/** Relations seen between parts of speech: per (head, dependent, side) the relations, most frequent first. */
export type RelationTable = readonly Uint8Array[];

/** Index in a `RelationTable`. */
export function relationSlot(head: number, dependent: number, left: boolean): number {
  return (head * POS_LIMIT + dependent) * 2 + (left ? 1 : 0);
}

/**
 * Chooses the relation of the arc a move would make among those that its two parts of speech can have: a determiner before its
 * noun needs no weighing. `root` is the class of the root relation.
 */
export class RelationScorer {
  private readonly table: WeightTable;
  private readonly possible: RelationTable;
  private readonly root: number;
  private readonly offsets = new Int32Array(RELATION_KEYS);
  readonly keys = new Int32Array(RELATION_KEYS);
  /** How many of `keys` the last choice was made by. */
  used = 0;
  /** The relation that came second in the last weighing, and how far behind. */
  second = -1;
  lead = 0;

  constructor(table: WeightTable, possible: RelationTable, root: number) {
    this.table = table;
    this.possible = possible;
    this.root = root;
  }

  /** Best relation; the root relation belongs to arcs from the root and to no other. */
  choose(chart: Chart, input: ParseInput, state: number, move: number): number {
    this.used = 0;
    if (move === SHIFT) return -1;
    const left = move === LEFT;
    if (left && chart.nextOf(state) === input.count) return this.root;
    const dep = chart.dependentOf(state);
    const head = chart.headOf(state, move);
    const list = this.possible[relationSlot(input.kind[head]!, input.kind[dep]!, left)]!;
    if (list.length === 1) return list[0]!;
    this.used = relationKeys(chart, input, state, left, this.keys);
    const { keys, offsets, used } = this;
    const { weights, columns } = this.table;
    const shift = 32 - this.table.bits;
    for (let i = 0; i < used; i++) offsets[i] = (keys[i]! >>> shift) * columns;
    let best = list[0]!;
    let most = Number.NEGATIVE_INFINITY;
    let behind = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < list.length; c++) {
      const column = list[c]!;
      let sum = 0;
      for (let i = 0; i < used; i++) sum += weights[offsets[i]! + column]!;
      if (sum > most) {
        this.second = best;
        behind = most;
        most = sum;
        best = column;
      } else if (sum > behind) {
        this.second = column;
        behind = sum;
      }
    }
    this.lead = most - behind;
    return best;
  }
}
