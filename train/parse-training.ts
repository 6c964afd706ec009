import { MOVE_KEYS, moveKeys, type ParseInput } from '../src/parse/arc-features.ts';
import { RelationScorer } from '../src/parse/arc-parser.ts';
import { Chart, LEFT, WORD } from '../src/parse/transition.ts';
import { sumTriples } from '../src/parse/weight-table.ts';
import { Averaged, randomFrom, shuffled } from './averaged.ts';
import { type GoldTree, moveCosts } from './oracle.ts';

export const MOVE_BITS = 22;
export const RELATION_BITS = 18;

/** Weights of a trained parser. */
export interface ParserWeights {
  readonly moves: Float32Array;
  readonly relations: Float32Array;
}

/** Trains moves and relations with a dynamic oracle; after the first pass it mostly follows its own mistakes. */
export function trainParser(
  inputs: readonly ParseInput[],
  trees: readonly GoldTree[],
  relationCount: number,
  rootRelation: number,
  options: {
    readonly epochs: number;
    readonly seed: number;
    readonly explore: number;
    readonly progress: (part: number) => void;
  },
): ParserWeights {
  const moves = new Averaged(MOVE_BITS, 4);
  const relations = new Averaged(RELATION_BITS, 64);
  const scorer = new RelationScorer(relations, relationCount, rootRelation);
  const random = randomFrom(options.seed);
  const chart = new Chart();
  const keys = new Int32Array(MOVE_KEYS);
  const scores = new Float64Array(4);
  const costs = new Float64Array(3);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let done = 0;
    for (const k of shuffled(inputs.length, random)) {
      const input = inputs[k]!;
      const gold = trees[k]!;
      let state = chart.start(input.count, 1);
      while (!chart.done(state)) {
        const n = moveKeys(chart, input, state, keys);
        sumTriples(moves, keys, n, scores);
        moveCosts(chart, gold, state, costs);
        const least = Math.min(costs[0]!, costs[1]!, costs[2]!);
        let guess = -1;
        let right = -1;
        for (let m = 0; m < 3; m++) {
          if (costs[m] === Number.POSITIVE_INFINITY) continue;
          if (guess < 0 || scores[m]! > scores[guess]!) guess = m;
          if (costs[m] === least && (right < 0 || scores[m]! > scores[right]!)) right = m;
        }
        if (costs[guess]! > least) {
          moves.add(keys, n, right, 1);
          moves.add(keys, n, guess, -1);
        }
        moves.tick();
        const move = epoch > 0 && random() < options.explore ? guess : right;
        const rel = scorer.choose(chart, input, state, move);
        if (rel >= 0) learnRelation(chart, input, gold, state, move, rel, scorer, relations, rootRelation);
        state = chart.apply(state, move, rel);
      }
      done += 1;
      if (done % 1000 === 0) options.progress((epoch + done / inputs.length) / options.epochs);
    }
  }
  return { moves: moves.mean(), relations: relations.mean() };
}

function learnRelation(
  chart: Chart,
  input: ParseInput,
  gold: GoldTree,
  state: number,
  move: number,
  guess: number,
  scorer: RelationScorer,
  relations: Averaged,
  rootRelation: number,
): void {
  const cell = chart.stackOf(state);
  const dep = chart.field(chart.nodeOfCell(cell), WORD);
  const head = move === LEFT ? chart.nextOf(state) : chart.field(chart.nodeOfCell(chart.below(cell)), WORD);
  if (head === input.count || gold.heads[dep] !== head) return;
  const right = gold.rels[dep]!;
  if (right !== guess && right !== rootRelation) {
    relations.add(scorer.keys, scorer.used, right, 1);
    relations.add(scorer.keys, scorer.used, guess, -1);
  }
  relations.tick();
}
