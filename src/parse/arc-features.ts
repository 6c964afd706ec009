import { mix, ROLES, SPREAD, stamp } from './feature-hash.ts';
import {
  type Chart,
  L1,
  L1REL,
  L2,
  L2REL,
  LCOUNT,
  LSET,
  R1,
  R1REL,
  R2,
  R2REL,
  RCOUNT,
  WORD,
} from './transition.ts';

/** Keys of three words, of what hangs on them, and of one arc. */
export const WORD_KEYS = 60;
export const TREE_KEYS = 48;
export const RELATION_KEYS = 41;

const NONE = SPREAD[999]!;
const ROOT = SPREAD[998]!;

/** What the parser sees of a sentence: one entry a word, and one for the root at the end. */
export interface ParseInput {
  readonly count: number;
  /** Spread word, joint tag and part of speech. */
  readonly word: Int32Array;
  readonly tag: Int32Array;
  readonly pos: Int32Array;
  /** Part of speech as a small number. */
  readonly kind: Uint8Array;
  /** Number of finite or participial verbs, commas and quotation marks before each word. */
  readonly verbs: Int32Array;
  readonly commas: Int32Array;
  readonly quotes: Int32Array;
}

function bucket(n: number): number {
  return n < 5 ? n : n < 8 ? 5 : n < 14 ? 6 : 7;
}

/*
 * The next move is chosen by templates of two kinds: those of words alone, whatever hangs on them, and those that look at the trees
 * built so far.
 */

/** Writes the keys of the words `i1` and `i0` on top of the stack (-1 for none) and `b0` next, and says how many. */
export function wordKeys(input: ParseInput, i1: number, i0: number, b0: number, keys: Int32Array): number {
  const { word, tag, pos, count } = input;
  const s0w = Math.imul(i0 < 0 ? NONE : word[i0]!, ROLES[0]!);
  const s0t = Math.imul(i0 < 0 ? NONE : tag[i0]!, ROLES[1]!);
  const s0p = Math.imul(i0 < 0 ? NONE : pos[i0]!, ROLES[2]!);
  const s1w = Math.imul(i1 < 0 ? NONE : word[i1]!, ROLES[3]!);
  const s1t = Math.imul(i1 < 0 ? NONE : tag[i1]!, ROLES[4]!);
  const s1p = Math.imul(i1 < 0 ? NONE : pos[i1]!, ROLES[5]!);
  const b0w = Math.imul(word[b0]!, ROLES[8]!);
  const b0t = Math.imul(tag[b0]!, ROLES[9]!);
  const b0p = Math.imul(pos[b0]!, ROLES[10]!);
  const b1w = Math.imul(b0 + 1 <= count ? word[b0 + 1]! : NONE, ROLES[11]!);
  const b1t = Math.imul(b0 + 1 <= count ? tag[b0 + 1]! : NONE, ROLES[12]!);
  const b2w = Math.imul(b0 + 2 <= count ? word[b0 + 2]! : NONE, ROLES[13]!);
  const b2t = Math.imul(b0 + 2 <= count ? tag[b0 + 2]! : NONE, ROLES[14]!);
  const b3t = Math.imul(b0 + 3 <= count ? tag[b0 + 3]! : NONE, ROLES[15]!);
  const d0 = Math.imul(i0 < 0 ? NONE : SPREAD[350 + bucket(b0 - i0)]!, ROLES[45]!);
  const d1 = Math.imul(i1 < 0 ? NONE : SPREAD[360 + bucket(i0 - i1)]!, ROLES[46]!);
  // what lies between the two words an arc would join
  const v0 = Math.imul(
    i0 < 0
      ? NONE
      : SPREAD[
          400 +
            Math.min(3, input.verbs[b0]! - input.verbs[i0 + 1]!) * 16 +
            Math.min(3, input.commas[b0]! - input.commas[i0 + 1]!) * 4 +
            Math.min(2, input.quotes[b0]! - input.quotes[i0 + 1]!)
        ]!,
    ROLES[47]!,
  );
  const v1 = Math.imul(
    i1 < 0
      ? NONE
      : SPREAD[
          500 +
            Math.min(3, input.verbs[i0]! - input.verbs[i1 + 1]!) * 16 +
            Math.min(3, input.commas[i0]! - input.commas[i1 + 1]!) * 4 +
            Math.min(2, input.quotes[i0]! - input.quotes[i1 + 1]!)
        ]!,
    ROLES[48]!,
  );
  // words beside the top of the stack
  const a0t = Math.imul(i0 < 0 || i0 + 1 > count ? NONE : tag[i0 + 1]!, ROLES[49]!);
  const z0t = Math.imul(i0 <= 0 ? NONE : tag[i0 - 1]!, ROLES[50]!);
  const y0t = Math.imul(b0 <= 0 ? NONE : tag[b0 - 1]!, ROLES[51]!);

  let n = 0;
  keys[n++] = s0w;
  keys[n++] = s0t;
  keys[n++] = (s0w + s0t) | 0;
  keys[n++] = (s1w + s1t) | 0;
  keys[n++] = s1t;
  keys[n++] = (b0w + b0t) | 0;
  keys[n++] = b0t;
  keys[n++] = b0w;
  keys[n++] = (b1w + b1t) | 0;
  keys[n++] = b1t;
  keys[n++] = (b2w + b2t) | 0;
  keys[n++] = b2t;
  keys[n++] = (s0w + b0w) | 0;
  keys[n++] = (s0w + s0t + b0t) | 0;
  keys[n++] = (s0t + b0w + b0t) | 0;
  keys[n++] = (s0t + b0t) | 0;
  keys[n++] = (s1w + s0w) | 0;
  keys[n++] = (s1w + s1t + s0t) | 0;
  keys[n++] = (s1t + s0w + s0t) | 0;
  keys[n++] = (s1t + s0t) | 0;
  keys[n++] = (b0t + b1t) | 0;
  keys[n++] = (b0w + b1t) | 0;
  keys[n++] = (b0t + b1w) | 0;
  keys[n++] = (s1t + b0t) | 0;
  keys[n++] = (s1w + b0t) | 0;
  keys[n++] = (s1t + b0w) | 0;
  keys[n++] = (s1w + b0w) | 0;
  keys[n++] = (s0w + b1t) | 0;
  keys[n++] = (s0t + b0t + b1t) | 0;
  keys[n++] = (s1t + s0t + b0t) | 0;
  keys[n++] = (b0t + b1t + b2t) | 0;
  keys[n++] = (s0w + b0t + b1t) | 0;
  keys[n++] = (s0t + b0w + b1t) | 0;
  keys[n++] = (s0t + b0t + b1w) | 0;
  keys[n++] = (s1w + s0t + b0t) | 0;
  keys[n++] = (s1t + s0w + b0t) | 0;
  keys[n++] = (s1t + s0t + b0w) | 0;
  keys[n++] = (s1t + s0t + b0t + b1t) | 0;
  keys[n++] = (s0t + b0t + b1t + b2t) | 0;
  keys[n++] = (s0t + b0t + d0) | 0;
  keys[n++] = (s0w + b0t + d0) | 0;
  keys[n++] = (s0t + b0w + d0) | 0;
  keys[n++] = (s1t + s0t + d1) | 0;
  keys[n++] = (s1w + s0t + d1) | 0;
  keys[n++] = (s1t + s0w + d1) | 0;
  keys[n++] = (s0p + b0p + v0) | 0;
  keys[n++] = (s1p + s0p + v1) | 0;
  keys[n++] = (s0t + b0t + v0) | 0;
  keys[n++] = (s1t + s0t + v1) | 0;
  keys[n++] = (s1p + s0p + b0p + v1) | 0;
  keys[n++] = (s0t + b0t + a0t + y0t) | 0;
  keys[n++] = (z0t + s0t + b0t) | 0;
  keys[n++] = (s0t + a0t + b0t) | 0;
  keys[n++] = (s0t + b0t + b1t + b3t) | 0;
  keys[n++] = (s1w + s0w + b0t) | 0;
  keys[n++] = (s1w + s0t + b0w) | 0;
  keys[n++] = (s1t + s0w + b0w) | 0;
  keys[n++] = (s1w + s0t + b0t + b1t) | 0;
  keys[n++] = (s1t + s0t + b0w + b1t) | 0;
  keys[n++] = (s0w + b0w + d0) | 0;
  return stamp(keys, n);
}

/** Writes the keys of a state that look at the trees built so far, and says how many. */
export function treeKeys(chart: Chart, input: ParseInput, state: number, keys: Int32Array): number {
  const { word, tag, pos, count } = input;
  const cell0 = chart.stackOf(state);
  const cell1 = chart.below(cell0);
  const cell2 = chart.below(cell1);
  const n0 = chart.nodeOfCell(cell0);
  const n1 = chart.nodeOfCell(cell1);
  const n2 = chart.nodeOfCell(cell2);
  const m0 = chart.nextNodeOf(state);
  const i0 = chart.field(n0, WORD);
  const i1 = chart.field(n1, WORD);
  const i2 = chart.field(n2, WORD);
  const b0 = chart.nextOf(state);

  const s0w = Math.imul(i0 < 0 ? NONE : word[i0]!, ROLES[0]!);
  const s0t = Math.imul(i0 < 0 ? NONE : tag[i0]!, ROLES[1]!);
  const s0p = Math.imul(i0 < 0 ? NONE : pos[i0]!, ROLES[2]!);
  const s1w = Math.imul(i1 < 0 ? NONE : word[i1]!, ROLES[3]!);
  const s1t = Math.imul(i1 < 0 ? NONE : tag[i1]!, ROLES[4]!);
  const s1p = Math.imul(i1 < 0 ? NONE : pos[i1]!, ROLES[5]!);
  const s2w = Math.imul(i2 < 0 ? NONE : word[i2]!, ROLES[6]!);
  const s2t = Math.imul(i2 < 0 ? NONE : tag[i2]!, ROLES[7]!);
  const b0w = Math.imul(word[b0]!, ROLES[8]!);
  const b0t = Math.imul(tag[b0]!, ROLES[9]!);
  const b0p = Math.imul(pos[b0]!, ROLES[10]!);

  const x0l = chart.field(n0, L1);
  const x0l2 = chart.field(n0, L2);
  const x0r = chart.field(n0, R1);
  const x0r2 = chart.field(n0, R2);
  const x1l = chart.field(n1, L1);
  const x1r = chart.field(n1, R1);
  const x1r2 = chart.field(n1, R2);
  const y0l = chart.field(m0, L1);
  const y0l2 = chart.field(m0, L2);
  const s0lt = Math.imul(x0l < 0 ? NONE : tag[x0l]!, ROLES[16]!);
  const s0rt = Math.imul(x0r < 0 ? NONE : tag[x0r]!, ROLES[17]!);
  const s0rw = Math.imul(x0r < 0 ? NONE : word[x0r]!, ROLES[18]!);
  const s0lw = Math.imul(x0l < 0 ? NONE : word[x0l]!, ROLES[19]!);
  const s1lt = Math.imul(x1l < 0 ? NONE : tag[x1l]!, ROLES[20]!);
  const s1rt = Math.imul(x1r < 0 ? NONE : tag[x1r]!, ROLES[21]!);
  const s1rw = Math.imul(x1r < 0 ? NONE : word[x1r]!, ROLES[22]!);
  const b0lt = Math.imul(y0l < 0 ? NONE : tag[y0l]!, ROLES[23]!);
  const b0lw = Math.imul(y0l < 0 ? NONE : word[y0l]!, ROLES[24]!);
  const s0l2t = Math.imul(x0l2 < 0 ? NONE : tag[x0l2]!, ROLES[25]!);
  const s0r2t = Math.imul(x0r2 < 0 ? NONE : tag[x0r2]!, ROLES[26]!);
  const s1r2t = Math.imul(x1r2 < 0 ? NONE : tag[x1r2]!, ROLES[27]!);
  const b0l2t = Math.imul(y0l2 < 0 ? NONE : tag[y0l2]!, ROLES[28]!);
  const s0lr = Math.imul(SPREAD[200 + chart.field(n0, L1REL)]!, ROLES[29]!);
  const s0rr = Math.imul(SPREAD[200 + chart.field(n0, R1REL)]!, ROLES[30]!);
  const s0l2r = Math.imul(SPREAD[200 + chart.field(n0, L2REL)]!, ROLES[31]!);
  const s0r2r = Math.imul(SPREAD[200 + chart.field(n0, R2REL)]!, ROLES[32]!);
  const s1lr = Math.imul(SPREAD[200 + chart.field(n1, L1REL)]!, ROLES[33]!);
  const s1rr = Math.imul(SPREAD[200 + chart.field(n1, R1REL)]!, ROLES[34]!);
  const s1r2r = Math.imul(SPREAD[200 + chart.field(n1, R2REL)]!, ROLES[35]!);
  const b0lr = Math.imul(SPREAD[200 + chart.field(m0, L1REL)]!, ROLES[36]!);
  const b0l2r = Math.imul(SPREAD[200 + chart.field(m0, L2REL)]!, ROLES[37]!);
  const s0set = Math.imul(n0 < 0 ? NONE : mix(chart.field(n0, LSET)), ROLES[38]!);
  const s1set = Math.imul(n1 < 0 ? NONE : mix(chart.field(n1, LSET)), ROLES[39]!);
  const b0set = Math.imul(mix(chart.field(m0, LSET)), ROLES[40]!);
  const s0vl = Math.imul(SPREAD[310 + Math.max(0, Math.min(chart.field(n0, LCOUNT), 5))]!, ROLES[41]!);
  const s0vr = Math.imul(SPREAD[320 + Math.max(0, Math.min(chart.field(n0, RCOUNT), 5))]!, ROLES[42]!);
  const s1vr = Math.imul(SPREAD[330 + Math.max(0, Math.min(chart.field(n1, RCOUNT), 5))]!, ROLES[43]!);
  const b0vl = Math.imul(SPREAD[340 + Math.min(chart.field(m0, LCOUNT), 5)]!, ROLES[44]!);
  const rest = Math.imul(
    SPREAD[600 + (b0 === count ? 0 : b0 + 1 === count ? 1 : 2) * 4 + Math.min(3, chart.depth(cell0))]!,
    ROLES[52]!,
  );

  let n = 0;
  keys[n++] = (s2w + s2t) | 0;
  keys[n++] = (s2t + b0t) | 0;
  keys[n++] = (s2t + s1t + s0t) | 0;
  keys[n++] = (s2t + s1t + s0t + b0t) | 0;
  keys[n++] = (s0t + s0lt + b0t) | 0;
  keys[n++] = (s0t + s0rt + b0t) | 0;
  keys[n++] = (s0t + b0t + b0lt) | 0;
  keys[n++] = (s1t + s0t + s0lt) | 0;
  keys[n++] = (s1t + s0t + s0rt) | 0;
  keys[n++] = (s1t + s1rt + s0t) | 0;
  keys[n++] = (s1t + s1lt + s0t) | 0;
  keys[n++] = (s0w + s0rt + b0t) | 0;
  keys[n++] = (s0t + s0rw + b0t) | 0;
  keys[n++] = (s1t + s1rw + s0t) | 0;
  keys[n++] = (s0t + b0t + b0lw) | 0;
  keys[n++] = (s0t + s0lw + b0t) | 0;
  keys[n++] = (s0t + s0rt + s0r2t + b0t) | 0;
  keys[n++] = (s0t + s0lt + s0l2t + b0t) | 0;
  keys[n++] = (s1t + s1rt + s1r2t + s0t) | 0;
  keys[n++] = (s0t + b0t + b0lt + b0l2t) | 0;
  keys[n++] = (s0t + s0lr + b0t) | 0;
  keys[n++] = (s0t + s0rr + b0t) | 0;
  keys[n++] = (s0w + s0lr + s0rr) | 0;
  keys[n++] = (s1t + s1rr + s0t) | 0;
  keys[n++] = (s1w + s1rr + s0t) | 0;
  keys[n++] = (s1t + s1lr + s0t) | 0;
  keys[n++] = (s0t + b0t + b0lr) | 0;
  keys[n++] = (b0w + b0lr + s0t) | 0;
  keys[n++] = (s0t + s0rr + s0r2r + b0t) | 0;
  keys[n++] = (s0t + s0lr + s0l2r + b0t) | 0;
  keys[n++] = (s1t + s1rr + s1r2r + s0t) | 0;
  keys[n++] = (s0t + b0t + b0lr + b0l2r) | 0;
  keys[n++] = (s1t + s0t + s0lr + s0rr) | 0;
  keys[n++] = (s0t + s0set) | 0;
  keys[n++] = (s0t + s0set + b0t) | 0;
  keys[n++] = (s1t + s1set + s0t) | 0;
  keys[n++] = (b0t + b0set + s0t) | 0;
  keys[n++] = (s0w + s0set) | 0;
  keys[n++] = (s1w + s1set + s0t) | 0;
  keys[n++] = (s0w + s0set + b0t) | 0;
  keys[n++] = (s1w + s1rr + s0w) | 0;
  keys[n++] = (s0w + s0vl + s0vr) | 0;
  keys[n++] = (s0t + s0vl + s0vr + b0t) | 0;
  keys[n++] = (s1t + s1vr + s0t) | 0;
  keys[n++] = (b0t + b0vl + s0t) | 0;
  keys[n++] = (rest + s0t + b0t) | 0;
  keys[n++] = (rest + s1t + s0t) | 0;
  keys[n++] = (s1p + s0p + s0set + b0p) | 0;
  return stamp(keys, n, WORD_KEYS);
}

/** Writes the keys by which the relation of a new arc is chosen (`left`: LEFT is about to be made), and says how many. */
export function relationKeys(
  chart: Chart,
  input: ParseInput,
  state: number,
  left: boolean,
  keys: Int32Array,
): number {
  const { word, tag, pos, count } = input;
  const cell = chart.stackOf(state);
  const dep = chart.nodeOfCell(cell);
  const head = left ? chart.nextNodeOf(state) : chart.nodeOfCell(chart.below(cell));
  const d = chart.field(dep, WORD);
  const h = chart.field(head, WORD);
  const b0 = chart.nextOf(state);
  const hw = Math.imul(h === count ? ROOT : word[h]!, ROLES[0]!);
  const ht = Math.imul(tag[h]!, ROLES[1]!);
  const hp = Math.imul(pos[h]!, ROLES[2]!);
  const dw = Math.imul(word[d]!, ROLES[3]!);
  const dt = Math.imul(tag[d]!, ROLES[4]!);
  const dp = Math.imul(pos[d]!, ROLES[5]!);
  const side = Math.imul(SPREAD[700 + (left ? 1 : 0)]!, ROLES[6]!);
  const hl = chart.field(head, left ? L1REL : R1REL);
  const hl2 = chart.field(head, left ? L2REL : R2REL);
  const hlr = Math.imul(SPREAD[200 + hl]!, ROLES[7]!);
  const hl2r = Math.imul(SPREAD[200 + hl2]!, ROLES[8]!);
  const hother = Math.imul(SPREAD[200 + chart.field(head, left ? R1REL : L1REL)]!, ROLES[9]!);
  const hset = Math.imul(mix(chart.field(head, LSET)), ROLES[10]!);
  const dset = Math.imul(mix(chart.field(dep, LSET)), ROLES[11]!);
  const dl = chart.field(dep, L1);
  const dr = chart.field(dep, R1);
  const dlw = Math.imul(dl < 0 ? NONE : word[dl]!, ROLES[12]!);
  const dlt = Math.imul(dl < 0 ? NONE : tag[dl]!, ROLES[13]!);
  const drt = Math.imul(dr < 0 ? NONE : tag[dr]!, ROLES[14]!);
  const dlr = Math.imul(SPREAD[200 + chart.field(dep, L1REL)]!, ROLES[15]!);
  const dl2r = Math.imul(SPREAD[200 + chart.field(dep, L2REL)]!, ROLES[16]!);
  const drr = Math.imul(SPREAD[200 + chart.field(dep, R1REL)]!, ROLES[17]!);
  const dprev = Math.imul(d > 0 ? tag[d - 1]! : NONE, ROLES[18]!);
  const dprevw = Math.imul(d > 0 ? word[d - 1]! : NONE, ROLES[19]!);
  const dnext = Math.imul(tag[d + 1]!, ROLES[20]!);
  const hprev = Math.imul(h > 0 ? tag[h - 1]! : NONE, ROLES[21]!);
  const hnext = Math.imul(h + 1 <= count ? tag[h + 1]! : NONE, ROLES[22]!);
  const dist = Math.imul(SPREAD[710 + bucket(Math.abs(h - d)) + (left ? 10 : 0)]!, ROLES[23]!);
  const between = Math.imul(
    SPREAD[
      400 +
        Math.min(3, Math.abs(input.verbs[h]! - input.verbs[d]!)) * 16 +
        Math.min(3, Math.abs(input.commas[h]! - input.commas[d]!)) * 4 +
        (left ? 1 : 0)
    ]!,
    ROLES[24]!,
  );
  const bt = Math.imul(tag[b0]!, ROLES[25]!);
  const below = left ? chart.below(cell) : chart.below(chart.below(cell));
  const gi = chart.field(chart.nodeOfCell(below), WORD);
  const gt = Math.imul(gi < 0 ? NONE : tag[gi]!, ROLES[26]!);
  const gw = Math.imul(gi < 0 ? NONE : word[gi]!, ROLES[27]!);
  let n = 0;
  keys[n++] = (dw + side) | 0;
  keys[n++] = (dt + side) | 0;
  keys[n++] = (hw + side) | 0;
  keys[n++] = (ht + side) | 0;
  keys[n++] = (hw + dw + side) | 0;
  keys[n++] = (ht + dt + side) | 0;
  keys[n++] = (hw + dt + side) | 0;
  keys[n++] = (ht + dw + side) | 0;
  keys[n++] = (ht + dt + hlr + side) | 0;
  keys[n++] = (ht + dt + dlr + side) | 0;
  keys[n++] = (ht + dt + hset + side) | 0;
  keys[n++] = (ht + dt + dset + side) | 0;
  keys[n++] = (hw + dt + hset + side) | 0;
  keys[n++] = (hw + dt + dset + side) | 0;
  keys[n++] = (ht + dw + dset + side) | 0;
  keys[n++] = (ht + dt + dlw + side) | 0;
  keys[n++] = (hw + dt + dlw + side) | 0;
  keys[n++] = (hp + dw + dlw + side) | 0;
  keys[n++] = (ht + dt + dlt + drt) | 0;
  keys[n++] = (ht + dt + dist) | 0;
  keys[n++] = (hp + dp + between) | 0;
  keys[n++] = (ht + dt + between) | 0;
  keys[n++] = (ht + dt + dprev + side) | 0;
  keys[n++] = (ht + dt + dnext + side) | 0;
  keys[n++] = (ht + dt + hprev + side) | 0;
  keys[n++] = (ht + dt + hnext + side) | 0;
  keys[n++] = (ht + dt + bt + side) | 0;
  keys[n++] = (hlr + hl2r + dt + side) | 0;
  keys[n++] = (ht + hother + dt + side) | 0;
  keys[n++] = (dt + dlr + dl2r + drr) | 0;
  keys[n++] = (dw + dlr + drr + side) | 0;
  keys[n++] = (dw + hp + dist) | 0;
  keys[n++] = (hw + dp + dist) | 0;
  keys[n++] = (hw + dt + hlr + side) | 0;
  keys[n++] = (ht + dw + hlr + side) | 0;
  keys[n++] = (gt + ht + dt + side) | 0;
  keys[n++] = (gw + ht + dt + side) | 0;
  keys[n++] = (dprevw + dt + ht + side) | 0;
  keys[n++] = (hw + dw + dlw + side) | 0;
  keys[n++] = (dt + dset + side) | 0;
  keys[n++] = (dw + dset + side) | 0;
  return stamp(keys, n);
}
