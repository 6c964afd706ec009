import { sumRows, sumTriples, type WeightTable } from '../parse/weight-table.ts';

/** States a word can have in a chain. */
export const STATES = 3;
/** Most keys a word can give for its state, and for the step from the word before. */
export const NODE_KEYS = 128;
export const EDGE_KEYS = 48;

/** Writes the keys of a position and says how many. */
export interface ChainFeatures {
  readonly count: number;
  readonly nodeKeys: (i: number, keys: Int32Array) => number;
  readonly edgeKeys: (i: number, keys: Int32Array) => number;
  /** Whether the word at `i` may only have state 0. */
  readonly closed: (i: number) => boolean;
}

/** Weights of a chain: columns of `nodes` are states, columns of `edges` are `before * 3 + state`. */
export interface ChainTables {
  readonly nodes: WeightTable;
  readonly edges: WeightTable;
  /** Units of `nodes` in one of `edges`. */
  readonly edgeScale: number;
}

/**
 * Gives each word of a sequence one of three states, the best sequence as a whole (Viterbi). `steps` forbids steps from one
 * state to another: a 1 at `before * 3 + state` allows it.
 */
export class Chain {
  private readonly tables: ChainTables;
  private readonly allowed: readonly number[];
  private readonly keys = new Int32Array(NODE_KEYS);
  private readonly node = new Float64Array(8);
  private readonly edge = new Float64Array(16);
  private readonly rowA = new Float64Array(STATES);
  private readonly rowB = new Float64Array(STATES);
  private back = new Uint8Array(3 * 1024);

  constructor(tables: ChainTables, allowed: readonly number[]) {
    this.tables = tables;
    this.allowed = allowed;
  }

  /** Best states. `bonus` is added to every state but the first of each word. */
  decode(features: ChainFeatures, bonus = 0): Uint8Array {
    const { count } = features;
    const { keys, node, edge, allowed } = this;
    const { edgeScale } = this.tables;
    if (this.back.length < count * STATES) this.back = new Uint8Array(count * STATES * 2);
    const { back } = this;
    let before = this.rowA.fill(Number.NEGATIVE_INFINITY);
    let next = this.rowB;
    before[0] = 0;
    for (let i = 0; i < count; i++) {
      next.fill(Number.NEGATIVE_INFINITY);
      sumTriples(this.tables.nodes, keys, features.nodeKeys(i, keys), node);
      sumRows(this.tables.edges, keys, features.edgeKeys(i, keys), edge, STATES * STATES);
      const last = features.closed(i) ? 1 : STATES;
      for (let s = 0; s < last; s++) {
        const own = node[s]! + (s > 0 ? bonus : 0);
        for (let b = 0; b < STATES; b++) {
          if (allowed[b * STATES + s] !== 1) continue;
          const score = before[b]! + edge[b * STATES + s]! * edgeScale + own;
          if (score > next[s]!) {
            next[s] = score;
            back[i * STATES + s] = b;
          }
        }
      }
      [before, next] = [next, before];
    }
    const states = new Uint8Array(count);
    let best = 0;
    for (let s = 1; s < STATES; s++) if (before[s]! > before[best]!) best = s;
    for (let i = count - 1; i >= 0; i--) {
      states[i] = best;
      best = back[i * STATES + best]!;
    }
    return states;
  }
}
