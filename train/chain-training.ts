import { Chain, type ChainFeatures, EDGE_KEYS, NODE_KEYS, STATES } from '../src/attribution/chain.ts';
import { mix } from '../src/parse/feature-hash.ts';
import { Averaged, randomFrom, shuffled, summed } from './averaged.ts';

/** A sequence with its true states. `features` is called anew each time, since keeping its keys would fill the memory. */
export interface ChainExample {
  readonly features: () => ChainFeatures;
  readonly states: Uint8Array;
}

/** Mean weights of a trained chain. */
export interface ChainWeights {
  readonly nodes: Float32Array;
  readonly edges: Float32Array;
}

/** How to train a chain. */
export interface ChainPlan {
  readonly epochs: number;
  readonly seed: number;
  /** How many chains, each of its own seed, are added up. */
  readonly votes: number;
  readonly nodeBits: number;
  readonly edgeBits: number;
  /** Share of the features left out at each step of training. */
  readonly left: number;
}

/** Leaves out a share of the keys, drawn anew for each pass, so that no feature comes to rely on another. */
function thinned(features: ChainFeatures, left: number, salt: number): ChainFeatures {
  const limit = Math.round(left * 256);
  const thin =
    (write: (i: number, keys: Int32Array) => number, start: number) => (i: number, keys: Int32Array) => {
      const n = write(i, keys);
      let kept = 0;
      for (let k = 0; k < n; k++)
        if (((mix(start + i * 977 + k * 31) >>> 8) & 255) >= limit) keys[kept++] = keys[k]!;
      return kept;
    };
  return {
    ...features,
    nodeKeys: thin(features.nodeKeys, salt),
    edgeKeys: thin(features.edgeKeys, salt + 7919),
  };
}

/** Trains a chain as a structured averaged perceptron; the same examples and seed give the same weights. */
export function trainChain(
  examples: readonly ChainExample[],
  steps: readonly number[],
  plan: ChainPlan,
  progress: (part: number) => void,
): ChainWeights {
  const chains = Array.from({ length: plan.votes }, (_, vote) =>
    trainOne(examples, steps, { ...plan, seed: plan.seed + vote * 101 }, (part) =>
      progress((vote + part) / plan.votes),
    ),
  );
  return {
    nodes: summed(plan.votes, (i) => chains[i]!.nodes),
    edges: summed(plan.votes, (i) => chains[i]!.edges),
  };
}

function trainOne(
  examples: readonly ChainExample[],
  steps: readonly number[],
  plan: ChainPlan,
  progress: (part: number) => void,
): ChainWeights {
  const nodes = new Averaged(plan.nodeBits, 4);
  const edges = new Averaged(plan.edgeBits, 16);
  const chain = new Chain({ nodes, edges, edgeScale: 1 }, steps);
  const keys = new Int32Array(Math.max(NODE_KEYS, EDGE_KEYS));
  const random = randomFrom(plan.seed);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    let done = 0;
    for (const e of shuffled(examples.length, random)) {
      const { features, states } = examples[e]!;
      const f = thinned(features(), plan.left, Math.floor(random() * 0x7fffffff));
      const guess = chain.decode(f);
      for (let i = 0; i < f.count; i++) {
        const right = states[i]!;
        const wrong = guess[i]!;
        if (right !== wrong) {
          const n = f.nodeKeys(i, keys);
          nodes.add(keys, n, right, 1);
          nodes.add(keys, n, wrong, -1);
        }
        const rightEdge = (i > 0 ? states[i - 1]! : 0) * STATES + right;
        const wrongEdge = (i > 0 ? guess[i - 1]! : 0) * STATES + wrong;
        if (rightEdge !== wrongEdge) {
          const n = f.edgeKeys(i, keys);
          edges.add(keys, n, rightEdge, 1);
          edges.add(keys, n, wrongEdge, -1);
        }
      }
      nodes.tick();
      edges.tick();
      done += 1;
      if (done % 500 === 0) progress((epoch + done / examples.length) / plan.epochs);
    }
  }
  return { nodes: nodes.mean(), edges: edges.mean() };
}
