import { type ParseInput, RELATION_KEYS, relationKeys } from './arc-features.ts';
import { type Chart, LEFT, SHIFT } from './transition.ts';
import { sumRows, type WeightTable } from './weight-table.ts';

/** Chooses the relation of the arc a move would make. `root` is the class of the root relation. */
export class RelationScorer {
  private readonly table: WeightTable;
  private readonly classes: number;
  private readonly root: number;
  readonly keys = new Int32Array(RELATION_KEYS);
  readonly scores: Float64Array;
  used = 0;

  constructor(table: WeightTable, classes: number, root: number) {
    this.table = table;
    this.classes = classes;
    this.root = root;
    this.scores = new Float64Array(table.columns);
  }

  /** Best relation; the root relation belongs to arcs from the root and to no other. */
  choose(chart: Chart, input: ParseInput, state: number, move: number): number {
    if (move === SHIFT) return -1;
    this.used = relationKeys(chart, input, state, move === LEFT, this.keys);
    if (move === LEFT && chart.nextOf(state) === input.count) return this.root;
    sumRows(this.table, this.keys, this.used, this.scores, this.classes);
    this.scores[this.root] = Number.NEGATIVE_INFINITY;
    let best = 0;
    for (let c = 1; c < this.classes; c++) if (this.scores[c]! > this.scores[best]!) best = c;
    return best;
  }
}
