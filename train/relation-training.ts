import type { ParseInput } from '../src/parse/arc-features.ts';
import { RelationScorer, type RelationTable } from '../src/parse/relation-scorer.ts';
import { Chart } from '../src/parse/transition.ts';
import { Averaged, randomFrom, shuffled } from './averaged.ts';
import { cheapest, type GoldTree, moveCosts } from './oracle.ts';

/**
 * Trains the choice of relations along the gold analyses of the sentences, with the relations it chose itself for the arcs made
 * before. It learns from an arc until the right relation leads the next by `margin`. The same input and seed give the same weights.
 */
export function trainRelations(
  inputs: readonly ParseInput[],
  trees: readonly GoldTree[],
  possible: RelationTable,
  root: number,
  options: {
    readonly epochs: number;
    readonly seed: number;
    readonly bits: number;
    readonly margin: number;
    readonly progress: (part: number) => void;
  },
): Float32Array {
  const table = new Averaged(options.bits, 64);
  const scorer = new RelationScorer(table, possible, root);
  const random = randomFrom(options.seed);
  const chart = new Chart();
  const costs = new Float64Array(3);

  function learn(input: ParseInput, gold: GoldTree): void {
    let state = chart.start(input.count, 1);
    for (let step = 0; step < 2 * input.count; step++) {
      moveCosts(chart, gold, state, costs);
      const move = cheapest(costs);
      const guess = scorer.choose(chart, input, state, move);
      if (scorer.used > 0) {
        const dep = chart.dependentOf(state);
        if (gold.heads[dep] === chart.headOf(state, move)) correct(gold.rels[dep]!, guess);
      }
      state = chart.apply(state, move, guess);
    }
  }

  function correct(right: number, guess: number): void {
    const rival = guess === right ? scorer.second : guess;
    if (right !== root && (guess !== right || scorer.lead < options.margin)) {
      table.add(scorer.keys, scorer.used, right, 1);
      table.add(scorer.keys, scorer.used, rival, -1);
    }
    table.tick();
  }

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let done = 0;
    for (const k of shuffled(inputs.length, random)) {
      learn(inputs[k]!, trees[k]!);
      done += 1;
      if (done % 1000 === 0) options.progress((epoch + done / inputs.length) / options.epochs);
    }
  }
  return table.mean();
}
