import { describe, expect, it } from 'vitest';
import { SPREAD } from '../parse/feature-hash.ts';
import { Chain, type ChainFeatures } from './chain.ts';

const BITS = 10;

/** Tables in which the key of each word and of each step is its own row. */
function chainOf(
  nodes: readonly (readonly number[])[],
  edges: readonly number[],
  allowed = [1, 1, 1, 1, 1, 1, 1, 1, 1],
  edgeScale = 1,
): { chain: Chain; features: ChainFeatures } {
  const row = (key: number) => key >>> (32 - BITS);
  const node = new Float32Array(4 << BITS);
  const edge = new Float32Array(16 << BITS);
  nodes.forEach((scores, i) => {
    node.set(scores, row(SPREAD[i]!) * 4);
  });
  edge.set(edges, row(SPREAD[900]!) * 16);
  const one = (key: number) => (_: number, keys: Int32Array) => {
    keys[0] = key;
    return 1;
  };
  return {
    chain: new Chain(
      {
        nodes: { bits: BITS, columns: 4, weights: node },
        edges: { bits: BITS, columns: 16, weights: edge },
        edgeScale,
      },
      allowed,
    ),
    features: {
      count: nodes.length,
      nodeKeys: (i, keys) => one(SPREAD[i]!)(i, keys),
      edgeKeys: one(SPREAD[900]!),
      closed: () => false,
    },
  };
}

const FREE = [0, 0, 0, 0, 0, 0, 0, 0, 0];

describe('a chain', () => {
  it('takes the best state of each word where steps weigh nothing', () => {
    const { chain, features } = chainOf(
      [
        [0, 5, 1],
        [3, 0, 1],
        [0, 0, 2],
      ],
      FREE,
    );
    expect([...chain.decode(features)]).toEqual([1, 0, 2]);
  });

  it('weighs the sequence as a whole', () => {
    const steps = [0, 0, 0, 0, 0, 0, 0, -4, 0];
    const { chain, features } = chainOf(
      [
        [0, 0, 3],
        [0, 2, 1],
      ],
      steps,
    );
    expect([...chain.decode(features)]).toEqual([2, 2]);
    const lighter = chainOf(
      [
        [0, 0, 3],
        [0, 2, 1],
      ],
      steps,
      undefined,
      0.1,
    );
    expect([...lighter.chain.decode(lighter.features)]).toEqual([2, 1]);
  });

  it('never takes a step that is not allowed, nor a closed word', () => {
    const { chain, features } = chainOf(
      [
        [0, 0, 9],
        [0, 0, 9],
      ],
      FREE,
      [1, 1, 0, 1, 1, 1, 1, 1, 1],
    );
    expect(chain.decode(features)[0]).not.toBe(2);
    expect([...chain.decode({ ...features, closed: () => true })]).toEqual([0, 0]);
  });

  it('gives no states for no words', () => {
    const { chain, features } = chainOf([], FREE);
    expect(chain.decode(features)).toHaveLength(0);
  });
});
