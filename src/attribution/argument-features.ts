import { hashText, key1, key2, key3, mix, SPREAD } from '../parse/feature-hash.ts';
import { branchesOf } from './branch.ts';
import type { ChainFeatures } from './chain.ts';
import { MARK, type Passage } from './passage.ts';

/** Words [from, to) of a passage. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** States of a word for one cue: neither, source, content. Every step is allowed. */
export const ARGUMENT_STEPS: readonly number[] = [1, 1, 1, 1, 1, 1, 1, 1, 1];

/** Sentences and words before and behind the cue that are searched. */
const REACH = 4;
const WORDS = 160;
const EDGE = 0x5bd1e995;
const PUNCT = hashText('PUNCT');

/** The stretch of the passage in which the arguments of a cue are looked for. */
export function windowOf(p: Passage, cue: WordRange): WordRange {
  const own = p.sentence[cue.from]!;
  let from = cue.from;
  let to = cue.to;
  while (from > 0 && own - p.sentence[from - 1]! <= REACH && cue.from - from < WORDS) from--;
  while (to < p.count && p.sentence[to]! - own <= REACH && to - cue.to < WORDS) to++;
  return { from, to };
}

/** The word of a cue that the rest of it hangs on. */
export function chiefOf(p: Passage, cue: WordRange): number {
  for (let i = cue.from; i < cue.to; i++) {
    const h = p.head[i]!;
    if (h < cue.from || h >= cue.to) return i;
  }
  return cue.to - 1;
}

function bucket(d: number): number {
  return d < 4 ? d : d < 6 ? 4 : d < 9 ? 5 : d < 14 ? 6 : d < 24 ? 7 : 8;
}

/** What tells whether a word belongs to a cue's source or content; positions count from the start of the window. */
export function argumentFeatures(
  p: Passage,
  cue: WordRange,
  cues: readonly WordRange[],
  window: WordRange,
): ChainFeatures {
  const { from: base, to: end } = window;
  const chief = chiefOf(p, cue);
  const own = p.sentence[cue.from]!;
  let first = cue.from;
  let last = cue.to;
  while (first > base && p.sentence[first - 1] === own) first--;
  while (last < end && p.sentence[last] === own) last++;
  const tree = branchesOf(p, chief, first, last);
  const lemma = p.lemma[chief]!;
  let whole = 0;
  for (let i = cue.from; i < cue.to; i++) whole = mix(whole + p.form[i]!);
  const sense = p.sense[chief]!;
  const chiefTag = p.tag[chief]!;
  const chiefRel = p.relation[chief]!;
  const chiefPos = p.pos[chief]!;
  const kids = SPREAD[p.kids[chief]! & 0x3ff]! ^ SPREAD[(p.kids[chief]! >> 10) + 600]!;
  const inQuote = p.quote[cue.from]!;
  const subject = subjectOf(p, chief, first, last);
  const paths = pathNames(p, chief);
  const that = thatAfter(p, cue, last);
  const near = nearQuotes(p, cue, first, last);
  const nearCode = SPREAD[700 + near.code]!;
  const between = cueCounts(cues, cue, base, end);
  const after = p.mark[cue.to] ?? MARK.stop;
  const before = p.mark[cue.from - 1] ?? MARK.stop;
  const setting = mix(after * 16 + before + near.code * 256);
  const at = (list: Int32Array, i: number) => (i >= base && i < end ? list[i]! : EDGE);

  const nodeKeys = (k: number, keys: Int32Array): number => {
    const i = base + k;
    const w = p.form[i]!;
    const t = p.tag[i]!;
    const right = i >= cue.to;
    const distance = bucket(right ? i - cue.to : cue.from - 1 - i);
    const step = Math.max(-3, Math.min(3, p.sentence[i]! - own));
    const q = p.quote[i]!;
    const quoteState =
      q === 0 ? 0 : q === inQuote ? 1 : q === near.left ? 2 : q === near.right ? 3 : q === near.run ? 4 : 5;
    const sideQuote = SPREAD[(quoteState * 2 + (right ? 1 : 0)) * 8 + step + 3]!;
    const side = SPREAD[400 + (right ? 1 : 0) + (step + 3) * 2]!;
    const place = SPREAD[430 + distance * 2 + (right ? 1 : 0)]!;
    const name = tree.name[i]!;
    const name2 = tree.name2[i]!;
    const name3 = tree.name3[i]!;
    const top = tree.top[i]!;
    const joint = tree.joint[i]!;
    const rim = top < 0 ? 9 : (i === top ? 4 : 0) + (i === p.low[top] ? 1 : 0) + (i === p.high[top] ? 2 : 0);
    const topLemma = top < 0 ? EDGE : p.lemma[top]!;
    const topTag = top < 0 ? EDGE : p.tag[top]!;
    const topMark = top < 0 ? EDGE : p.form[p.low[top]!]!;
    const second = tree.second[i]!;
    const secondLemma = second < 0 ? EDGE : p.lemma[second]!;
    const jointLemma = joint < 0 ? EDGE : p.lemma[joint]!;
    const jointTag = joint < 0 ? EDGE : p.tag[joint]!;
    const c = between[k]!;
    const cueSide = SPREAD[460 + Math.min(3, c & 7) * 4 + (right ? 1 : 0) + (c & 8 ? 2 : 0)]!;
    const w1 = at(p.form, i + 1);
    const b1 = at(p.form, i - 1);
    const shape = SPREAD[480 + p.shape[i]!]!;
    const far = step !== 0 ? sideQuote : name;
    const role = SPREAD[740 + subject.role(i)]!;
    const path = joint < 0 ? EDGE : paths[tree.up[i]!]!;
    const marker = SPREAD[770 + (that < 0 ? 0 : i < cue.from ? 1 : i < that ? 2 : i === that ? 3 : 4)]!;
    let n = 0;
    keys[n++] = key1(0, side);
    keys[n++] = key1(1, place);
    keys[n++] = key2(2, place, lemma);
    keys[n++] = key2(3, side, lemma);
    keys[n++] = key2(4, side, whole);
    keys[n++] = key2(5, side, setting);
    keys[n++] = key1(6, name);
    keys[n++] = key2(7, name, lemma);
    keys[n++] = key2(8, name, whole);
    keys[n++] = key2(9, name, chiefTag);
    keys[n++] = key3(10, name, chiefRel, chiefPos);
    keys[n++] = key2(11, name, kids);
    keys[n++] = key2(12, name, sense);
    keys[n++] = key2(13, name, topLemma);
    keys[n++] = key3(14, name, topLemma, lemma);
    keys[n++] = key2(15, name, topTag);
    keys[n++] = key3(16, name, topTag, lemma);
    keys[n++] = key2(17, name, topMark);
    keys[n++] = key3(18, name, topMark, lemma);
    keys[n++] = key2(19, name, jointLemma);
    keys[n++] = key2(20, name, jointTag);
    keys[n++] = key2(21, name, SPREAD[rim]!);
    keys[n++] = key3(22, name, SPREAD[rim]!, t);
    keys[n++] = key2(23, name, w);
    keys[n++] = key2(24, name, t);
    keys[n++] = key2(25, name, place);
    keys[n++] = key2(26, name, setting);
    keys[n++] = key1(27, name2);
    keys[n++] = key2(28, name2, lemma);
    keys[n++] = key2(29, name2, whole);
    keys[n++] = key2(30, name2, topLemma);
    keys[n++] = key2(31, name2, secondLemma);
    keys[n++] = key2(32, name2, setting);
    keys[n++] = key2(33, name2, kids);
    keys[n++] = key1(34, name3);
    keys[n++] = key2(35, name3, lemma);
    keys[n++] = key2(36, name3, w);
    keys[n++] = key1(37, sideQuote);
    keys[n++] = key2(38, sideQuote, lemma);
    keys[n++] = key2(39, sideQuote, nearCode);
    keys[n++] = key2(40, sideQuote, name);
    keys[n++] = key3(41, sideQuote, nearCode, name);
    keys[n++] = key3(42, sideQuote, setting, chiefPos);
    keys[n++] = key2(43, sideQuote, place);
    keys[n++] = key1(44, cueSide);
    keys[n++] = key2(45, cueSide, name);
    keys[n++] = key2(46, cueSide, lemma);
    keys[n++] = key2(47, cueSide, sideQuote);
    keys[n++] = key1(48, w);
    keys[n++] = key2(49, w, side);
    keys[n++] = key2(50, w, lemma);
    keys[n++] = key2(51, w, place);
    keys[n++] = key1(52, t);
    keys[n++] = key2(53, t, side);
    keys[n++] = key2(54, t, place);
    keys[n++] = key3(55, b1, w, side);
    keys[n++] = key3(56, w, w1, side);
    keys[n++] = key2(57, b1, far);
    keys[n++] = key2(58, w1, far);
    keys[n++] = key2(59, at(p.tag, i - 1), t);
    keys[n++] = key2(60, t, at(p.tag, i + 1));
    keys[n++] = key2(61, shape, place);
    keys[n++] = key3(62, shape, far, chiefPos);
    keys[n++] = key3(63, p.relation[i]!, side, chiefPos);
    keys[n++] = key2(64, p.relation[i]!, far);
    keys[n++] = key3(65, cueSide, sideQuote, chiefPos);
    keys[n++] = key3(66, name2, SPREAD[p.mark[i]! + 520]!, setting);
    keys[n++] = key3(67, name, setting, chiefRel);
    keys[n++] = key3(68, name2, chiefRel, lemma);
    keys[n++] = key1(69, role);
    keys[n++] = key2(70, role, lemma);
    keys[n++] = key2(71, role, name);
    keys[n++] = key3(72, role, setting, chiefPos);
    keys[n++] = key2(73, name, path);
    keys[n++] = key2(74, name2, path);
    keys[n++] = key3(75, name, path, lemma);
    keys[n++] = key2(76, marker, name);
    keys[n++] = key3(77, marker, name2, chiefPos);
    keys[n++] = key3(78, marker, sideQuote, chiefPos);
    keys[n++] = key3(79, p.relation[i]!, name2, t);
    return n;
  };

  const edgeKeys = (k: number, keys: Int32Array): number => {
    const i = base + k;
    const j = i - 1;
    const here = tree.name[i]!;
    const was = k === 0 ? EDGE : tree.name[j]!;
    const w = p.form[i]!;
    const b = at(p.form, j);
    const t = p.tag[i]!;
    const c = at(p.tag, j);
    const m = SPREAD[p.mark[i]! * 10 + (k === 0 ? 9 : p.mark[j]!)]!;
    const right = SPREAD[550 + (i >= cue.to ? 1 : 0)]!;
    const touch =
      SPREAD[
        560 +
          (i === cue.to ? 1 : 0) +
          (i === cue.to + 1 ? 2 : 0) +
          (i === cue.from ? 3 : 0) +
          (j === cue.to + 1 ? 5 : 0)
      ]!;
    const opens = k === 0 ? i : tallest(p, i, tree.top[i]!, p.low);
    const closes = k === 0 ? -1 : tallest(p, j, tree.top[j]!, p.high);
    const or = p.relation[opens]!;
    const oh = p.head[opens]! < 0 ? EDGE : p.lemma[p.head[opens]!]!;
    const cr = closes < 0 ? EDGE : p.relation[closes]!;
    const same =
      k === 0
        ? 0
        : tree.top[i] === tree.top[j]
          ? tree.second[i] === tree.second[j]
            ? 1
            : 2
          : p.sentence[i] === p.sentence[j]
            ? 3
            : 4;
    const s = SPREAD[580 + same]!;
    const q = k === 0 ? 0 : p.quote[i] === p.quote[j] ? (p.quote[i]! > 0 ? 1 : 0) : p.quote[i]! > 0 ? 2 : 3;
    const qs = SPREAD[590 + q]!;
    const starts = p.low[opens] === i && p.pos[i] !== PUNCT ? or : EDGE;
    let n = 0;
    keys[n++] = key1(100, s);
    keys[n++] = key1(101, m);
    keys[n++] = key2(102, m, right);
    keys[n++] = key2(103, m, s);
    keys[n++] = key1(104, w);
    keys[n++] = key1(105, b);
    keys[n++] = key2(106, c, t);
    keys[n++] = key2(107, was, here);
    keys[n++] = key3(108, was, here, m);
    keys[n++] = key2(109, here, s);
    keys[n++] = key2(110, was, s);
    keys[n++] = key3(111, here, s, w);
    keys[n++] = key2(112, touch, lemma);
    keys[n++] = key3(113, touch, m, right);
    keys[n++] = key2(114, starts, m);
    keys[n++] = key3(115, starts, here, s);
    keys[n++] = key2(116, starts, oh);
    keys[n++] = key3(117, starts, w, m);
    keys[n++] = key2(118, cr, m);
    keys[n++] = key3(119, cr, was, s);
    keys[n++] = key3(120, cr, starts, m);
    keys[n++] = key2(121, qs, m);
    keys[n++] = key3(122, qs, here, was);
    keys[n++] = key3(123, qs, right, nearCode);
    keys[n++] = key3(124, starts, m, t);
    keys[n++] = key3(125, m, w, s);
    keys[n++] = key3(126, touch, w, right);
    keys[n++] = key3(127, touch, here, was);
    keys[n++] = key2(128, tree.name2[i]!, k === 0 ? EDGE : tree.name2[j]!);
    keys[n++] = key3(129, w, b, right);
    keys[n++] = key3(130, starts, here, lemma);
    keys[n++] = key3(131, cr, was, lemma);
    keys[n++] = key3(132, qs, starts, m);
    const turn = SPREAD[780 + subject.role(i) * 12 + (k === 0 ? 11 : subject.role(j))]!;
    keys[n++] = key1(133, turn);
    keys[n++] = key2(134, turn, m);
    keys[n++] = key3(135, turn, here, starts);
    keys[n++] = key3(136, that === j ? SPREAD[1]! : that === i ? SPREAD[2]! : SPREAD[0]!, w, right);
    keys[n++] = key3(137, starts, p.form[i]!, p.tag[opens]!);
    keys[n++] = key3(138, cr, m, at(p.form, i));
    return n;
  };
  return {
    count: end - base,
    nodeKeys,
    edgeKeys,
    closed: (k) => base + k >= cue.from && base + k < cue.to,
  };
}

/** The subject of the cue, its own or that of the verb it hangs on: "Bali said …, | adding | that …". Roles tell how a word stands to it. */
function subjectOf(
  p: Passage,
  chief: number,
  first: number,
  last: number,
): { readonly role: (i: number) => number } {
  let at = chief;
  let found = -1;
  let steps = 0;
  for (; steps < 4 && found < 0; steps++) {
    for (let i = first; i < last && found < 0; i++)
      if (p.head[i] === at && SUBJECTS.has(p.relation[i]!)) found = i;
    if (found >= 0) break;
    const h = p.head[at]!;
    if (h < 0) break;
    if (p.relation[at] === ACL) {
      found = h;
      break;
    }
    at = h;
  }
  const near = Math.min(2, steps);
  return {
    role: (i) => {
      if (found < 0) return 10;
      if (i === found) return 1 + near;
      if (i < p.low[found]! || i > p.high[found]!) return 0;
      return i < found ? 4 + near : 7 + near;
    },
  };
}

const SUBJECTS = new Set(['nsubj', 'nsubj:pass'].map((r) => hashText(r)));
const ACL = hashText('acl');
const THAT = hashText('that');

/** The relations from the cue up, one hash for each number of steps. */
function pathNames(p: Passage, chief: number): Int32Array {
  const found = new Int32Array(7);
  let at = chief;
  for (let k = 1; k < 7; k++) {
    found[k] = at < 0 ? found[k - 1]! : mix(found[k - 1]! + p.relation[at]!);
    at = at < 0 ? -1 : p.head[at]!;
  }
  return found;
}

/** The "that" within twelve words behind the cue, or -1. */
function thatAfter(p: Passage, cue: WordRange, last: number): number {
  for (let i = cue.to; i < Math.min(last, cue.to + 12); i++) if (p.form[i] === THAT) return i;
  return -1;
}

/** The highest word of the branch whose subtree begins (`rim` low) or ends (`rim` high) at `i`. */
function tallest(p: Passage, i: number, top: number, rim: Int32Array): number {
  let best = i;
  for (let steps = 0; best !== top && steps < 60; steps++) {
    const h = p.head[best]!;
    if (h < 0 || rim[h] !== i) break;
    best = h;
  }
  return best;
}

/** The quotations of the cue's sentence to both sides of it, one that runs in from before, and how they stand to the cue. */
function nearQuotes(
  p: Passage,
  cue: WordRange,
  first: number,
  last: number,
): { left: number; right: number; run: number; code: number } {
  let left = 0;
  let right = 0;
  let gapLeft = 0;
  let gapRight = 0;
  for (let i = cue.from - 1; i >= first && left === 0; i--) {
    left = p.quote[i]!;
    if (left === 0 && p.mark[i] === MARK.none) gapLeft++;
  }
  for (let i = cue.to; i < last && right === 0; i++) {
    right = p.quote[i]!;
    if (right === 0 && p.mark[i] === MARK.none) gapRight++;
  }
  const run = first > 0 ? p.quote[first - 1]! : 0;
  const level = (q: number, gap: number) => (q === 0 ? 0 : gap < 6 ? 1 : 2);
  const code =
    level(left, gapLeft) * 3 + level(right, gapRight) + (p.quote[cue.from]! > 0 ? 9 : 0) + (run > 0 ? 18 : 0);
  return { left, right, run, code };
}

/** Per word of the window: how many other cues stand between it and the cue (bits 0-2), and whether it is in one (8). */
function cueCounts(cues: readonly WordRange[], cue: WordRange, base: number, end: number): Uint8Array {
  const found = new Uint8Array(end - base);
  const other = new Uint8Array(end - base);
  for (const c of cues) {
    if (c.from === cue.from) continue;
    for (let i = Math.max(base, c.from); i < Math.min(end, c.to); i++) other[i - base] = i === c.from ? 2 : 1;
  }
  let n = 0;
  for (let i = cue.to; i < end; i++) {
    const o = other[i - base]!;
    if (o === 2) n++;
    found[i - base] = Math.min(7, n) | (o > 0 ? 8 : 0);
  }
  n = 0;
  for (let i = cue.from - 1; i >= base; i--) {
    const o = other[i - base]!;
    found[i - base] = Math.min(7, n) | (o > 0 ? 8 : 0);
    if (o === 2) n++;
  }
  return found;
}
