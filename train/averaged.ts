import type { WeightTable } from '../src/parse/weight-table.ts';

/** Averaged perceptron weights over hashed rows: what is learned, and the mean over all steps it took. */
export class Averaged implements WeightTable {
  readonly bits: number;
  readonly columns: number;
  readonly weights: Float32Array;
  private readonly sums: Float64Array;
  private step = 1;

  constructor(bits: number, columns: number) {
    this.bits = bits;
    this.columns = columns;
    this.weights = new Float32Array(columns << bits);
    this.sums = new Float64Array(columns << bits);
  }

  /** Moves the clock on by one decision. */
  tick(): void {
    this.step += 1;
  }

  /** Adds `delta` to one class in each keyed row. */
  add(keys: Int32Array, count: number, column: number, delta: number): void {
    const shift = 32 - this.bits;
    const past = delta * this.step;
    for (let i = 0; i < count; i++) {
      const at = (keys[i]! >>> shift) * this.columns + column;
      this.weights[at]! += delta;
      this.sums[at]! += past;
    }
  }

  /** Mean weights over all steps. */
  mean(): Float32Array {
    const out = new Float32Array(this.weights.length);
    for (let i = 0; i < out.length; i++) {
      const sum = this.sums[i]!;
      if (sum !== 0 || this.weights[i] !== 0) out[i] = this.weights[i]! - sum / this.step;
    }
    return out;
  }
}

/** Adds up the weights of models that differ in their seed; linear models vote this way at the cost of one. */
export function summed(count: number, make: (index: number) => Float32Array): Float32Array {
  const total = make(0);
  for (let i = 1; i < count; i++) {
    const next = make(i);
    for (let k = 0; k < total.length; k++) total[k]! += next[k]!;
  }
  return total;
}

/** Seeded generator of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Indices 0 to n-1 in a random order. */
export function shuffled(n: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const t = order[i]!;
    order[i] = order[j]!;
    order[j] = t;
  }
  return order;
}
