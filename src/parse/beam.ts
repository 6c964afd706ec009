import { type ParseInput, TREE_KEYS, treeKeys } from './arc-features.ts';
import type { RelationScorer } from './relation-scorer.ts';
import { Chart, SHIFT } from './transition.ts';
import { sumTriples, type WeightTable } from './weight-table.ts';
import { WordScores } from './word-scores.ts';

/** The best few analyses of a sentence, all of the same number of moves, best first. */
export class Beam {
  readonly chart = new Chart();
  private readonly moves: WeightTable;
  private readonly relations: RelationScorer;
  private readonly room: number;
  private readonly slack: number;
  private size = 0;
  private states: Int32Array;
  private scores: Float64Array;
  private nextStates: Int32Array;
  private nextScores: Float64Array;
  private readonly from: Int32Array;
  private readonly how: Int32Array;
  private readonly words: WordScores;
  private readonly keys = new Int32Array(TREE_KEYS);
  /** What each move weighs in the state weighed last. */
  readonly weights: Float64Array = new Float64Array(4);

  /** `room`: states kept a step at most; `slack`: how far behind the best one a state may be to be kept. */
  constructor(moves: WeightTable, relations: RelationScorer, room: number, slack: number) {
    this.slack = slack;
    this.moves = moves;
    this.words = new WordScores(moves);
    this.relations = relations;
    this.room = room;
    this.states = new Int32Array(room + 1);
    this.scores = new Float64Array(room + 1);
    this.nextStates = new Int32Array(room + 1);
    this.nextScores = new Float64Array(room + 1);
    this.from = new Int32Array(room + 1);
    this.how = new Int32Array(room + 1);
  }

  /** Begins a sentence; returns the first state. */
  start(input: ParseInput): number {
    this.words.clear();
    const state = this.chart.start(input.count, this.room);
    this.states[0] = state;
    this.scores[0] = 0;
    this.size = 1;
    return state;
  }

  stateOf(rank: number): number {
    return this.states[rank]!;
  }
  scoreOf(rank: number): number {
    return this.scores[rank]!;
  }

  /** Weighs the moves that may be made from a state of the sentence begun last. */
  weigh(input: ParseInput, state: number): void {
    const { chart, words, weights } = this;
    const cell = chart.stackOf(state);
    const known = words.at(input, chart.wordOf(chart.below(cell)), chart.wordOf(cell), chart.nextOf(state));
    sumTriples(this.moves, this.keys, treeKeys(chart, input, state, this.keys), weights);
    for (let m = 0; m < 3; m++) weights[m]! += words.sums[known + m]!;
  }

  /** Makes every move from every state and keeps the `width` best. */
  advance(input: ParseInput, width: number): void {
    const { chart, weights, nextScores, from, how } = this;
    let kept = 0;
    for (let r = 0; r < this.size; r++) {
      const state = this.states[r]!;
      const free = chart.choices(state) > 1;
      if (free) this.weigh(input, state);
      for (let m = 0; m < 3; m++) {
        if (!chart.allows(state, m)) continue;
        const score = this.scores[r]! + (free ? weights[m]! : 0);
        if (kept === width && score <= nextScores[kept - 1]!) continue;
        let at = kept < width ? kept++ : kept - 1;
        while (at > 0 && nextScores[at - 1]! < score) {
          nextScores[at] = nextScores[at - 1]!;
          from[at] = from[at - 1]!;
          how[at] = how[at - 1]!;
          at -= 1;
        }
        nextScores[at] = score;
        from[at] = state;
        how[at] = m;
      }
    }
    while (kept > 1 && nextScores[kept - 1]! < nextScores[0]! - this.slack) kept -= 1;
    for (let r = 0; r < kept; r++) {
      const move = how[r]!;
      const rel = move === SHIFT ? -1 : this.relations.choose(chart, input, from[r]!, move);
      this.nextStates[r] = chart.apply(from[r]!, move, rel);
    }
    const states = this.states;
    this.states = this.nextStates;
    this.nextStates = states;
    const scores = this.scores;
    this.scores = this.nextScores;
    this.nextScores = scores;
    this.size = kept;
  }
}
