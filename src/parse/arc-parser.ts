import { MOVE_KEYS, moveKeys, type ParseInput, RELATION_KEYS, relationKeys } from './arc-features.ts';
import { Chart, LEFT, RIGHT, SHIFT } from './transition.ts';
import { sumRows, sumTriples, type WeightTable } from './weight-table.ts';

/** A tree: `heads` are word indices, `count` for the root; `rels` index the model's relation names. */
export interface Tree {
  readonly heads: Int32Array;
  readonly rels: Int32Array;
}

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

/** Finds one tree with exactly one root for any tagged sentence. */
export class ArcParser {
  private readonly moves: WeightTable;
  private readonly relations: RelationScorer;
  private readonly chart = new Chart();
  private readonly keys = new Int32Array(MOVE_KEYS);
  private readonly scores = new Float64Array(4);

  constructor(moves: WeightTable, relations: RelationScorer) {
    this.moves = moves;
    this.relations = relations;
  }

  parse(input: ParseInput): Tree {
    const heads = new Int32Array(input.count);
    const rels = new Int32Array(input.count);
    const { chart } = this;
    let state = chart.start(input.count, 1);
    while (!chart.done(state)) {
      const move = this.choose(input, state);
      state = chart.apply(state, move, this.relations.choose(chart, input, state, move));
    }
    chart.read(state, heads, rels);
    return { heads, rels };
  }

  private choose(input: ParseInput, state: number): number {
    const { chart } = this;
    const shift = chart.allows(state, SHIFT);
    const left = chart.allows(state, LEFT);
    const right = chart.allows(state, RIGHT);
    if (!left && !right) return SHIFT;
    if (!shift && !left) return RIGHT;
    if (!shift && !right) return LEFT;
    const n = moveKeys(chart, input, state, this.keys);
    sumTriples(this.moves, this.keys, n, this.scores);
    let best = -1;
    for (let m = 0; m < 3; m++) {
      const allowed = m === SHIFT ? shift : m === LEFT ? left : right;
      if (allowed && (best < 0 || this.scores[m]! > this.scores[best]!)) best = m;
    }
    return best;
  }
}
