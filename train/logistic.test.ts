import { describe, expect, it } from 'vitest';
import { type Example, trainLogistic } from './logistic.ts';

const key = (n: number) => Math.imul(n + 1, 0x9e3779b1);
const PLAN = { bits: 8, classes: 2, epochs: 20, rate: 0.3, decay: 1e-4, left: 0, seed: 5 };

describe('logistic regression', () => {
  const examples: Example[] = Array.from({ length: 40 }, (_, i) => ({
    keys: Int32Array.from([key(i % 4), key(90)]),
    // the first class goes with key 1, the second with keys 2 and 3
    classes: i % 4 === 1 ? 1 : i % 4 > 1 ? 2 : 0,
  }));
  const odds = (weights: Float32Array, n: number, column: number) =>
    [key(n), key(90)].reduce((sum, k) => sum + weights[(k >>> 24) * 8 + column]!, 0);

  it('learns each class by itself', () => {
    const { weights } = trainLogistic(examples, PLAN);
    for (let n = 0; n < 4; n++) {
      expect(odds(weights, n, 0) > 0).toBe(n === 1);
      expect(odds(weights, n, 1) > 0).toBe(n > 1);
    }
  });

  it('gives the same weights for the same examples and plan', () => {
    const plan = { ...PLAN, left: 0.3 };
    expect(trainLogistic(examples, plan).weights).toEqual(trainLogistic(examples, plan).weights);
  });
});
