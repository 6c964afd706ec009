import { key1, key2, key3, key4, SPREAD } from './feature-hash.ts';
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

/** Most keys one state can give. */
export const MOVE_KEYS = 160;
export const RELATION_KEYS = 96;

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

/** Writes the keys by which the next move is chosen, and says how many. */
export function moveKeys(chart: Chart, input: ParseInput, state: number, keys: Int32Array): number {
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

  const s0w = i0 < 0 ? NONE : word[i0]!;
  const s0t = i0 < 0 ? NONE : tag[i0]!;
  const s0p = i0 < 0 ? NONE : pos[i0]!;
  const s1w = i1 < 0 ? NONE : word[i1]!;
  const s1t = i1 < 0 ? NONE : tag[i1]!;
  const s1p = i1 < 0 ? NONE : pos[i1]!;
  const s2w = i2 < 0 ? NONE : word[i2]!;
  const s2t = i2 < 0 ? NONE : tag[i2]!;
  const b0w = word[b0]!;
  const b0t = tag[b0]!;
  const b0p = pos[b0]!;
  const b1w = b0 + 1 <= count ? word[b0 + 1]! : NONE;
  const b1t = b0 + 1 <= count ? tag[b0 + 1]! : NONE;
  const b2w = b0 + 2 <= count ? word[b0 + 2]! : NONE;
  const b2t = b0 + 2 <= count ? tag[b0 + 2]! : NONE;
  const b3t = b0 + 3 <= count ? tag[b0 + 3]! : NONE;

  const x0l = chart.field(n0, L1);
  const x0l2 = chart.field(n0, L2);
  const x0r = chart.field(n0, R1);
  const x0r2 = chart.field(n0, R2);
  const x1l = chart.field(n1, L1);
  const x1r = chart.field(n1, R1);
  const x1r2 = chart.field(n1, R2);
  const y0l = chart.field(m0, L1);
  const y0l2 = chart.field(m0, L2);
  const x0lw = chart.field(x0l, WORD);
  const x0rw = chart.field(x0r, WORD);
  const x1rw = chart.field(x1r, WORD);
  const x1lw = chart.field(x1l, WORD);
  const y0lw = chart.field(y0l, WORD);
  const s0lt = x0lw < 0 ? NONE : tag[x0lw]!;
  const s0rt = x0rw < 0 ? NONE : tag[x0rw]!;
  const s0rw = x0rw < 0 ? NONE : word[x0rw]!;
  const s0lw = x0lw < 0 ? NONE : word[x0lw]!;
  const s1lt = x1lw < 0 ? NONE : tag[x1lw]!;
  const s1rt = x1rw < 0 ? NONE : tag[x1rw]!;
  const s1rw = x1rw < 0 ? NONE : word[x1rw]!;
  const b0lt = y0lw < 0 ? NONE : tag[y0lw]!;
  const b0lw = y0lw < 0 ? NONE : word[y0lw]!;
  const s0l2t = x0l2 < 0 ? NONE : tag[chart.field(x0l2, WORD)]!;
  const s0r2t = x0r2 < 0 ? NONE : tag[chart.field(x0r2, WORD)]!;
  const s1r2t = x1r2 < 0 ? NONE : tag[chart.field(x1r2, WORD)]!;
  const b0l2t = y0l2 < 0 ? NONE : tag[chart.field(y0l2, WORD)]!;
  const s0lr = SPREAD[200 + chart.field(n0, L1REL)]!;
  const s0rr = SPREAD[200 + chart.field(n0, R1REL)]!;
  const s0l2r = SPREAD[200 + chart.field(n0, L2REL)]!;
  const s0r2r = SPREAD[200 + chart.field(n0, R2REL)]!;
  const s1lr = SPREAD[200 + chart.field(n1, L1REL)]!;
  const s1rr = SPREAD[200 + chart.field(n1, R1REL)]!;
  const s1r2r = SPREAD[200 + chart.field(n1, R2REL)]!;
  const b0lr = SPREAD[200 + chart.field(m0, L1REL)]!;
  const b0l2r = SPREAD[200 + chart.field(m0, L2REL)]!;
  const s0set = n0 < 0 ? NONE : SPREAD[300]! ^ Math.imul(chart.field(n0, LSET), 0x9e3779b1);
  const s1set = n1 < 0 ? NONE : SPREAD[301]! ^ Math.imul(chart.field(n1, LSET), 0x9e3779b1);
  const b0set = SPREAD[302]! ^ Math.imul(chart.field(m0, LSET), 0x9e3779b1);
  const s0vl = SPREAD[310 + Math.max(0, Math.min(chart.field(n0, LCOUNT), 5))]!;
  const s0vr = SPREAD[320 + Math.max(0, Math.min(chart.field(n0, RCOUNT), 5))]!;
  const s1vr = SPREAD[330 + Math.max(0, Math.min(chart.field(n1, RCOUNT), 5))]!;
  const b0vl = SPREAD[340 + Math.min(chart.field(m0, LCOUNT), 5)]!;
  const d0 = i0 < 0 ? NONE : SPREAD[350 + bucket(b0 - i0)]!;
  const d1 = i1 < 0 ? NONE : SPREAD[360 + bucket(i0 - i1)]!;
  // what lies between the two words an arc would join
  const v0 =
    i0 < 0
      ? NONE
      : SPREAD[
          400 +
            Math.min(3, input.verbs[b0]! - input.verbs[i0 + 1]!) * 16 +
            Math.min(3, input.commas[b0]! - input.commas[i0 + 1]!) * 4 +
            Math.min(2, input.quotes[b0]! - input.quotes[i0 + 1]!)
        ]!;
  const v1 =
    i1 < 0
      ? NONE
      : SPREAD[
          500 +
            Math.min(3, input.verbs[i0]! - input.verbs[i1 + 1]!) * 16 +
            Math.min(3, input.commas[i0]! - input.commas[i1 + 1]!) * 4 +
            Math.min(2, input.quotes[i0]! - input.quotes[i1 + 1]!)
        ]!;
  // words beside the top of the stack
  const a0t = i0 < 0 || i0 + 1 > count ? NONE : tag[i0 + 1]!;
  const z0t = i0 <= 0 ? NONE : tag[i0 - 1]!;
  const y0t = b0 <= 0 ? NONE : tag[b0 - 1]!;
  const rest =
    SPREAD[600 + (b0 === count ? 0 : b0 + 1 === count ? 1 : 2) * 4 + Math.min(3, chart.depth(cell0))]!;

  let n = 0;
  keys[n++] = key1(0, s0w);
  keys[n++] = key1(1, s0t);
  keys[n++] = key2(2, s0w, s0t);
  keys[n++] = key2(3, s1w, s1t);
  keys[n++] = key1(4, s1t);
  keys[n++] = key2(5, s2w, s2t);
  keys[n++] = key2(6, b0w, b0t);
  keys[n++] = key1(7, b0t);
  keys[n++] = key1(8, b0w);
  keys[n++] = key2(9, b1w, b1t);
  keys[n++] = key1(10, b1t);
  keys[n++] = key2(11, b2w, b2t);
  keys[n++] = key1(12, b2t);
  // pairs
  keys[n++] = key2(13, s0w, b0w);
  keys[n++] = key3(14, s0w, s0t, b0t);
  keys[n++] = key3(15, s0t, b0w, b0t);
  keys[n++] = key2(16, s0t, b0t);
  keys[n++] = key2(17, s1w, s0w);
  keys[n++] = key3(18, s1w, s1t, s0t);
  keys[n++] = key3(19, s1t, s0w, s0t);
  keys[n++] = key2(20, s1t, s0t);
  keys[n++] = key2(21, b0t, b1t);
  keys[n++] = key2(22, b0w, b1t);
  keys[n++] = key2(23, b0t, b1w);
  keys[n++] = key2(24, s1t, b0t);
  keys[n++] = key2(25, s1w, b0t);
  keys[n++] = key2(26, s1t, b0w);
  keys[n++] = key2(27, s1w, b0w);
  keys[n++] = key2(28, s2t, b0t);
  keys[n++] = key2(29, s0w, b1t);
  // triples
  keys[n++] = key3(30, s0t, b0t, b1t);
  keys[n++] = key3(31, s1t, s0t, b0t);
  keys[n++] = key3(32, s2t, s1t, s0t);
  keys[n++] = key3(33, b0t, b1t, b2t);
  keys[n++] = key3(34, s0w, b0t, b1t);
  keys[n++] = key3(35, s0t, b0w, b1t);
  keys[n++] = key3(36, s0t, b0t, b1w);
  keys[n++] = key3(37, s1w, s0t, b0t);
  keys[n++] = key3(38, s1t, s0w, b0t);
  keys[n++] = key3(39, s1t, s0t, b0w);
  keys[n++] = key4(40, s1t, s0t, b0t, b1t);
  keys[n++] = key4(41, s0t, b0t, b1t, b2t);
  keys[n++] = key4(42, s2t, s1t, s0t, b0t);
  // children
  keys[n++] = key3(43, s0t, s0lt, b0t);
  keys[n++] = key3(44, s0t, s0rt, b0t);
  keys[n++] = key3(45, s0t, b0t, b0lt);
  keys[n++] = key3(46, s1t, s0t, s0lt);
  keys[n++] = key3(47, s1t, s0t, s0rt);
  keys[n++] = key3(48, s1t, s1rt, s0t);
  keys[n++] = key3(49, s1t, s1lt, s0t);
  keys[n++] = key3(50, s0w, s0rt, b0t);
  keys[n++] = key3(51, s0t, s0rw, b0t);
  keys[n++] = key3(52, s1t, s1rw, s0t);
  keys[n++] = key3(53, s0t, b0t, b0lw);
  keys[n++] = key3(54, s0t, s0lw, b0t);
  keys[n++] = key4(55, s0t, s0rt, s0r2t, b0t);
  keys[n++] = key4(56, s0t, s0lt, s0l2t, b0t);
  keys[n++] = key4(57, s1t, s1rt, s1r2t, s0t);
  keys[n++] = key4(58, s0t, b0t, b0lt, b0l2t);
  // relations
  keys[n++] = key3(59, s0t, s0lr, b0t);
  keys[n++] = key3(60, s0t, s0rr, b0t);
  keys[n++] = key3(61, s0w, s0lr, s0rr);
  keys[n++] = key3(62, s1t, s1rr, s0t);
  keys[n++] = key3(63, s1w, s1rr, s0t);
  keys[n++] = key3(64, s1t, s1lr, s0t);
  keys[n++] = key3(65, s0t, b0t, b0lr);
  keys[n++] = key3(66, b0w, b0lr, s0t);
  keys[n++] = key4(67, s0t, s0rr, s0r2r, b0t);
  keys[n++] = key4(68, s0t, s0lr, s0l2r, b0t);
  keys[n++] = key4(69, s1t, s1rr, s1r2r, s0t);
  keys[n++] = key4(70, s0t, b0t, b0lr, b0l2r);
  keys[n++] = key4(71, s1t, s0t, s0lr, s0rr);
  keys[n++] = key2(72, s0t, s0set);
  keys[n++] = key3(73, s0t, s0set, b0t);
  keys[n++] = key3(74, s1t, s1set, s0t);
  keys[n++] = key3(75, b0t, b0set, s0t);
  keys[n++] = key2(76, s0w, s0set);
  keys[n++] = key3(77, s1w, s1set, s0t);
  keys[n++] = key3(78, s0w, s0set, b0t);
  keys[n++] = key3(79, s1w, s1rr, s0w);
  // valency, distance
  keys[n++] = key3(80, s0w, s0vl, s0vr);
  keys[n++] = key4(81, s0t, s0vl, s0vr, b0t);
  keys[n++] = key3(82, s1t, s1vr, s0t);
  keys[n++] = key3(83, b0t, b0vl, s0t);
  keys[n++] = key3(84, s0t, b0t, d0);
  keys[n++] = key3(85, s0w, b0t, d0);
  keys[n++] = key3(86, s0t, b0w, d0);
  keys[n++] = key3(87, s1t, s0t, d1);
  keys[n++] = key3(88, s1w, s0t, d1);
  keys[n++] = key3(89, s1t, s0w, d1);
  keys[n++] = key3(90, s0p, b0p, v0);
  keys[n++] = key3(91, s1p, s0p, v1);
  keys[n++] = key3(92, s0t, b0t, v0);
  keys[n++] = key3(93, s1t, s0t, v1);
  keys[n++] = key4(94, s1p, s0p, b0p, v1);
  keys[n++] = key4(95, s0t, b0t, a0t, y0t);
  keys[n++] = key3(96, z0t, s0t, b0t);
  keys[n++] = key3(97, s0t, a0t, b0t);
  keys[n++] = key4(98, s0t, b0t, b1t, b3t);
  keys[n++] = key3(99, rest, s0t, b0t);
  keys[n++] = key3(100, rest, s1t, s0t);
  keys[n++] = key3(101, s1w, s0w, b0t);
  keys[n++] = key3(102, s1w, s0t, b0w);
  keys[n++] = key3(103, s1t, s0w, b0w);
  keys[n++] = key4(104, s1w, s0t, b0t, b1t);
  keys[n++] = key4(105, s1t, s0t, b0w, b1t);
  keys[n++] = key4(106, s1p, s0p, s0set, b0p);
  keys[n++] = key3(107, s0w, b0w, d0);
  return n;
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
  const hw = h === count ? ROOT : word[h]!;
  const ht = tag[h]!;
  const hp = pos[h]!;
  const dw = word[d]!;
  const dt = tag[d]!;
  const dp = pos[d]!;
  const side = SPREAD[700 + (left ? 1 : 0)]!;
  const hl = chart.field(head, left ? L1REL : R1REL);
  const hl2 = chart.field(head, left ? L2REL : R2REL);
  const hlr = SPREAD[200 + hl]!;
  const hl2r = SPREAD[200 + hl2]!;
  const hother = SPREAD[200 + chart.field(head, left ? R1REL : L1REL)]!;
  const hset = SPREAD[303]! ^ Math.imul(chart.field(head, LSET), 0x9e3779b1);
  const dset = SPREAD[304]! ^ Math.imul(chart.field(dep, LSET), 0x9e3779b1);
  const dl = chart.field(dep, L1);
  const dr = chart.field(dep, R1);
  const dlw = dl < 0 ? NONE : word[chart.field(dl, WORD)]!;
  const dlt = dl < 0 ? NONE : tag[chart.field(dl, WORD)]!;
  const drt = dr < 0 ? NONE : tag[chart.field(dr, WORD)]!;
  const dlr = SPREAD[200 + chart.field(dep, L1REL)]!;
  const dl2r = SPREAD[200 + chart.field(dep, L2REL)]!;
  const drr = SPREAD[200 + chart.field(dep, R1REL)]!;
  const dprev = d > 0 ? tag[d - 1]! : NONE;
  const dprevw = d > 0 ? word[d - 1]! : NONE;
  const dnext = tag[d + 1]!;
  const hprev = h > 0 ? tag[h - 1]! : NONE;
  const hnext = h + 1 <= count ? tag[h + 1]! : NONE;
  const dist = SPREAD[710 + bucket(Math.abs(h - d)) + (left ? 10 : 0)]!;
  const between =
    SPREAD[
      400 +
        Math.min(3, Math.abs(input.verbs[h]! - input.verbs[d]!)) * 16 +
        Math.min(3, Math.abs(input.commas[h]! - input.commas[d]!)) * 4 +
        (left ? 1 : 0)
    ]!;
  const bt = tag[b0]!;
  const below = left ? chart.below(cell) : chart.below(chart.below(cell));
  const gi = chart.field(chart.nodeOfCell(below), WORD);
  const gt = gi < 0 ? NONE : tag[gi]!;
  const gw = gi < 0 ? NONE : word[gi]!;
  let n = 0;
  keys[n++] = key2(0, dw, side);
  keys[n++] = key2(1, dt, side);
  keys[n++] = key2(2, hw, side);
  keys[n++] = key2(3, ht, side);
  keys[n++] = key3(4, hw, dw, side);
  keys[n++] = key3(5, ht, dt, side);
  keys[n++] = key3(6, hw, dt, side);
  keys[n++] = key3(7, ht, dw, side);
  keys[n++] = key4(8, ht, dt, hlr, side);
  keys[n++] = key4(9, ht, dt, dlr, side);
  keys[n++] = key4(10, ht, dt, hset, side);
  keys[n++] = key4(11, ht, dt, dset, side);
  keys[n++] = key4(12, hw, dt, hset, side);
  keys[n++] = key4(13, hw, dt, dset, side);
  keys[n++] = key4(14, ht, dw, dset, side);
  keys[n++] = key4(15, ht, dt, dlw, side);
  keys[n++] = key4(16, hw, dt, dlw, side);
  keys[n++] = key4(17, hp, dw, dlw, side);
  keys[n++] = key4(18, ht, dt, dlt, drt);
  keys[n++] = key3(19, ht, dt, dist);
  keys[n++] = key3(20, hp, dp, between);
  keys[n++] = key3(21, ht, dt, between);
  keys[n++] = key4(22, ht, dt, dprev, side);
  keys[n++] = key4(23, ht, dt, dnext, side);
  keys[n++] = key4(24, ht, dt, hprev, side);
  keys[n++] = key4(25, ht, dt, hnext, side);
  keys[n++] = key4(26, ht, dt, bt, side);
  keys[n++] = key4(27, hlr, hl2r, dt, side);
  keys[n++] = key4(28, ht, hother, dt, side);
  keys[n++] = key4(29, dt, dlr, dl2r, drr);
  keys[n++] = key4(30, dw, dlr, drr, side);
  keys[n++] = key3(31, dw, hp, dist);
  keys[n++] = key3(32, hw, dp, dist);
  keys[n++] = key4(33, hw, dt, hlr, side);
  keys[n++] = key4(34, ht, dw, hlr, side);
  keys[n++] = key4(35, gt, ht, dt, side);
  keys[n++] = key4(36, gw, ht, dt, side);
  keys[n++] = key4(37, dprevw, dt, ht, side);
  keys[n++] = key4(38, hw, dw, dlw, side);
  keys[n++] = key3(39, dt, dset, side);
  keys[n++] = key3(40, dw, dset, side);
  return n;
}
