import type { WeightTable } from '../src/parse/weight-table.ts';
import { randomFrom, shuffled } from './averaged.ts';

/** Keys of one example and which of the classes it belongs to, a bit each. */
export interface Example {
  readonly keys: Int32Array;
  readonly classes: number;
}

export interface LogisticPlan {
  readonly bits: number;
  readonly classes: number;
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** Share of the keys left out at each step. */
  readonly left: number;
  readonly seed: number;
}

export const COLUMNS = 8;

/** Trains independent logistic regressions over the same hashed keys, by AdaGrad; the same examples and plan give the same weights. */
export function trainLogistic(
  examples: readonly Example[],
  plan: LogisticPlan,
): WeightTable & { weights: Float32Array } {
  const weights = new Float32Array(COLUMNS << plan.bits);
  const squares = new Float32Array(COLUMNS << plan.bits).fill(1);
  const shift = 32 - plan.bits;
  const random = randomFrom(plan.seed);
  const kept = new Int32Array(examples.reduce((most, e) => Math.max(most, e.keys.length), 1));
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    for (const e of shuffled(examples.length, random)) {
      const { keys, classes } = examples[e]!;
      let n = 0;
      for (let i = 0; i < keys.length; i++)
        if (random() >= plan.left) kept[n++] = (keys[i]! >>> shift) * COLUMNS;
      for (let c = 0; c < plan.classes; c++) {
        let z = 0;
        for (let i = 0; i < n; i++) z += weights[kept[i]! + c]!;
        const error = 1 / (1 + Math.exp(-z)) - ((classes >> c) & 1);
        if (Math.abs(error) < 0.002) continue;
        for (let i = 0; i < n; i++) {
          const at = kept[i]! + c;
          const g = error + plan.decay * weights[at]!;
          squares[at]! += g * g;
          weights[at]! -= (plan.rate * g) / Math.sqrt(squares[at]!);
        }
      }
    }
  }
  if (plan.left > 0) for (let i = 0; i < weights.length; i++) weights[i]! *= 1 - plan.left;
  return { bits: plan.bits, columns: COLUMNS, weights };
}
