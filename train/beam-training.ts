import { type ParseInput, TREE_KEYS, treeKeys, WORD_KEYS, wordKeys } from '../src/parse/arc-features.ts';
import { Beam } from '../src/parse/beam.ts';
import { RelationScorer, type RelationTable } from '../src/parse/relation-scorer.ts';
import type { Chart } from '../src/parse/transition.ts';
import { Averaged, randomFrom, shuffled } from './averaged.ts';
import { cheapest, type GoldTree, moveCosts } from './oracle.ts';

/** Sizes of the two tables, as powers of two. */
export interface ParserBits {
  readonly moves: number;
  readonly relations: number;
}

/**
 * Trains moves for a beam (Huang et al. 2012, max-violation): where the beam's best analysis leads the gold one by most, the
 * moves of both up to there are set right. The relations it needs on the way it learns from the gold analysis and keeps to itself.
 */
export class BeamTrainer {
  private readonly moves: Averaged;
  private readonly relations: Averaged;
  private readonly scorer: RelationScorer;
  private readonly beam: Beam;
  private readonly width: number;
  private readonly rootRelation: number;
  private readonly keys = new Int32Array(Math.max(WORD_KEYS, TREE_KEYS));
  private readonly costs = new Float64Array(3);

  constructor(possible: RelationTable, rootRelation: number, width: number, bits: ParserBits) {
    this.moves = new Averaged(bits.moves, 4);
    this.relations = new Averaged(bits.relations, 64);
    this.scorer = new RelationScorer(this.relations, possible, rootRelation);
    this.beam = new Beam(this.moves, this.scorer, width + 1, Number.POSITIVE_INFINITY);
    this.width = width;
    this.rootRelation = rootRelation;
  }

  /** Learns from one sentence. */
  learn(input: ParseInput, gold: GoldTree): void {
    const { beam } = this;
    const { chart } = beam;
    let goldState = beam.start(input);
    let goldScore = 0;
    const steps = 2 * input.count;
    let worst = -1e-9;
    let worstGold = -1;
    let worstBest = -1;
    for (let step = 0; step < steps; step++) {
      beam.advance(input, this.width);
      // the gold analysis goes one step further beside the beam
      moveCosts(chart, gold, goldState, this.costs);
      const move = cheapest(this.costs);
      if (chart.choices(goldState) > 1) {
        beam.weigh(input, goldState);
        goldScore += beam.weights[move]!;
      }
      const rel = this.scorer.choose(chart, input, goldState, move);
      if (this.scorer.used > 0) this.learnRelation(chart, input, gold, goldState, move, rel);
      goldState = chart.apply(goldState, move, rel);
      const lead = beam.scoreOf(0) - goldScore;
      if (lead > worst && !sameMoves(chart, beam.stateOf(0), goldState)) {
        worst = lead;
        worstGold = goldState;
        worstBest = beam.stateOf(0);
      }
    }
    if (worstGold >= 0) this.correct(input, worstGold, worstBest);
    this.moves.tick();
  }

  private correct(input: ParseInput, goldState: number, bestState: number): void {
    const { chart } = this.beam;
    const right = chart.path(goldState);
    const wrong = chart.path(bestState);
    let from = 0;
    while (from + 1 < right.length && chart.moveOf(right[from + 1]!) === chart.moveOf(wrong[from + 1]!))
      from += 1;
    for (const [path, delta] of [
      [right, 1],
      [wrong, -1],
    ] as const)
      for (let i = from; i + 1 < path.length; i++) {
        if (chart.choices(path[i]!) < 2) continue;
        const state = path[i]!;
        const move = chart.moveOf(path[i + 1]!);
        const cell = chart.stackOf(state);
        const [i1, i0] = [chart.wordOf(chart.below(cell)), chart.wordOf(cell)];
        this.moves.add(this.keys, wordKeys(input, i1, i0, chart.nextOf(state), this.keys), move, delta);
        this.moves.add(this.keys, treeKeys(chart, input, state, this.keys), move, delta);
      }
  }

  private learnRelation(
    chart: Chart,
    input: ParseInput,
    gold: GoldTree,
    state: number,
    move: number,
    guess: number,
  ): void {
    const dep = chart.dependentOf(state);
    const head = chart.headOf(state, move);
    if (head === input.count || gold.heads[dep] !== head) return;
    const right = gold.rels[dep]!;
    if (right !== guess && right !== this.rootRelation) {
      this.relations.add(this.scorer.keys, this.scorer.used, right, 1);
      this.relations.add(this.scorer.keys, this.scorer.used, guess, -1);
    }
    this.relations.tick();
  }

  /** Mean weights of the moves so far. */
  weights(): Float32Array {
    return this.moves.mean();
  }
}

function sameMoves(chart: Chart, a: number, b: number): boolean {
  let x = a;
  let y = b;
  while (x >= 0 && y >= 0 && x !== y) {
    if (chart.moveOf(x) !== chart.moveOf(y)) return false;
    x = chart.before(x);
    y = chart.before(y);
  }
  return true;
}

/** Trains the moves for `epochs` passes over the sentences in a seeded order. */
export function trainBeam(
  inputs: readonly ParseInput[],
  trees: readonly GoldTree[],
  possible: RelationTable,
  rootRelation: number,
  options: {
    readonly epochs: number;
    readonly seed: number;
    readonly width: number;
    readonly bits: ParserBits;
    readonly progress: (part: number) => void;
  },
): Float32Array {
  const trainer = new BeamTrainer(possible, rootRelation, options.width, options.bits);
  const random = randomFrom(options.seed);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let done = 0;
    for (const k of shuffled(inputs.length, random)) {
      trainer.learn(inputs[k]!, trees[k]!);
      done += 1;
      if (done % 1000 === 0) options.progress((epoch + done / inputs.length) / options.epochs);
    }
  }
  return trainer.weights();
}
