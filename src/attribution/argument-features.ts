import { hashText, mix, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
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

/**
 * The stretch of the passage in which the arguments of a cue are looked for: its sentence, and those beside it for as long as they
 * hold quoted words. What is not quoted is said in the sentence of its cue: "“We left.” They had no choice, | he said | ."
 */
export function windowOf(p: Passage, cue: WordRange): WordRange {
  const own = p.sentence[cue.from]!;
  let from = cue.from;
  let to = cue.to;
  const left = Math.max(0, cue.from - WORDS);
  const right = Math.min(p.count, cue.to + WORDS);
  const open = (i: number) =>
    p.sentence[i] === own || (Math.abs(p.sentence[i]! - own) <= REACH && isQuoted(p, i));
  for (; from > left && open(from - 1); from = firstOf(p, from - 1, left));
  for (; to < right && open(to); to = lastOf(p, to, right));
  return { from, to };
}

/** The first word of the sentence of word `i`, not before `bound`. */
function firstOf(p: Passage, i: number, bound: number): number {
  let first = i;
  while (first > bound && p.sentence[first - 1] === p.sentence[i]) first--;
  return first;
}

/** Behind the last word of the sentence of word `i`, not behind `bound`. */
function lastOf(p: Passage, i: number, bound: number): number {
  let last = i + 1;
  while (last < bound && p.sentence[last] === p.sentence[i]) last++;
  return last;
}

/** Whether the sentence of word `i` holds quoted words. */
function isQuoted(p: Passage, i: number): boolean {
  for (let k = i; k >= 0 && p.sentence[k] === p.sentence[i]; k--) if (p.quote[k] !== 0) return true;
  for (let k = i + 1; k < p.count && p.sentence[k] === p.sentence[i]; k++) if (p.quote[k] !== 0) return true;
  return false;
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
  const first = firstOf(p, cue.from, base);
  const last = lastOf(p, cue.to - 1, end);
  const tree = branchesOf(p, chief, first, last);
  const lemma = Math.imul(p.lemma[chief]!, ROLES[2]!);
  const whole = Math.imul(formsOf(p, cue), ROLES[3]!);
  const sense = Math.imul(p.sense[chief]!, ROLES[10]!);
  const chiefTag = Math.imul(p.tag[chief]!, ROLES[6]!);
  const chiefRel = Math.imul(p.relation[chief]!, ROLES[7]!);
  const chiefPos = Math.imul(p.pos[chief]!, ROLES[8]!);
  const kids = Math.imul(SPREAD[p.kids[chief]! & 0x3ff]! ^ SPREAD[(p.kids[chief]! >> 10) + 600]!, ROLES[9]!);
  const inQuote = p.quote[cue.from]!;
  const subject = subjectOf(p, chief, first, last);
  const paths = pathNames(p, chief);
  const that = thatAfter(p, cue, last);
  const near = nearQuotes(p, cue, first, last);
  const nearCode = Math.imul(SPREAD[700 + near.code]!, ROLES[23]!);
  const between = cueCounts(cues, cue, base, end);
  const after = p.mark[cue.to] ?? MARK.stop;
  const before = p.mark[cue.from - 1] ?? MARK.stop;
  const setting = Math.imul(mix(after * 16 + before + near.code * 256), ROLES[4]!);
  const at = (list: Int32Array, i: number) => (i >= base && i < end ? list[i]! : EDGE);

  const nodeKeys = (k: number, keys: Int32Array): number => {
    const i = base + k;
    const w = Math.imul(p.form[i]!, ROLES[18]!);
    const t = Math.imul(p.tag[i]!, ROLES[17]!);
    const right = i >= cue.to;
    const distance = bucket(right ? i - cue.to : cue.from - 1 - i);
    const step = Math.max(-3, Math.min(3, p.sentence[i]! - own));
    const q = p.quote[i]!;
    const quoteState =
      q === 0 ? 0 : q === inQuote ? 1 : q === near.left ? 2 : q === near.right ? 3 : q === near.run ? 4 : 5;
    const sideQuote = Math.imul(SPREAD[(quoteState * 2 + (right ? 1 : 0)) * 8 + step + 3]!, ROLES[22]!);
    const side = Math.imul(SPREAD[400 + (right ? 1 : 0) + (step + 3) * 2]!, ROLES[0]!);
    const place = Math.imul(SPREAD[430 + distance * 2 + (right ? 1 : 0)]!, ROLES[1]!);
    const name = Math.imul(tree.name[i]!, ROLES[5]!);
    const name2 = Math.imul(tree.name2[i]!, ROLES[19]!);
    const name3 = Math.imul(tree.name3[i]!, ROLES[21]!);
    const top = tree.top[i]!;
    const joint = tree.joint[i]!;
    const rim = top < 0 ? 9 : (i === top ? 4 : 0) + (i === p.low[top] ? 1 : 0) + (i === p.high[top] ? 2 : 0);
    const topLemma = Math.imul(top < 0 ? EDGE : p.lemma[top]!, ROLES[11]!);
    const topTag = Math.imul(top < 0 ? EDGE : p.tag[top]!, ROLES[12]!);
    const topMark = Math.imul(top < 0 ? EDGE : p.form[p.low[top]!]!, ROLES[13]!);
    const second = tree.second[i]!;
    const secondLemma = Math.imul(second < 0 ? EDGE : p.lemma[second]!, ROLES[20]!);
    const jointLemma = Math.imul(joint < 0 ? EDGE : p.lemma[joint]!, ROLES[14]!);
    const jointTag = Math.imul(joint < 0 ? EDGE : p.tag[joint]!, ROLES[15]!);
    const c = between[k]!;
    const cueSide = Math.imul(
      SPREAD[460 + Math.min(3, c & 7) * 4 + (right ? 1 : 0) + (c & 8 ? 2 : 0)]!,
      ROLES[24]!,
    );
    const w1 = Math.imul(at(p.form, i + 1), ROLES[26]!);
    const b1 = Math.imul(at(p.form, i - 1), ROLES[25]!);
    const shape = Math.imul(SPREAD[480 + p.shape[i]!]!, ROLES[30]!);
    const far = step !== 0 ? sideQuote : name;
    const role = Math.imul(SPREAD[740 + subject.role(i)]!, ROLES[33]!);
    const path = Math.imul(joint < 0 ? EDGE : paths[tree.up[i]!]!, ROLES[34]!);
    const marker = Math.imul(
      SPREAD[770 + (that < 0 ? 0 : i < cue.from ? 1 : i < that ? 2 : i === that ? 3 : 4)]!,
      ROLES[35]!,
    );
    const rimmed = Math.imul(SPREAD[rim]!, ROLES[16]!);
    const t0 = Math.imul(at(p.tag, i - 1), ROLES[28]!);
    const t1 = Math.imul(at(p.tag, i + 1), ROLES[29]!);
    const relation = Math.imul(p.relation[i]!, ROLES[31]!);
    const mark = Math.imul(SPREAD[p.mark[i]! + 520]!, ROLES[32]!);
    let n = 0;
    keys[n++] = side;
    keys[n++] = place;
    keys[n++] = (place + lemma) | 0;
    keys[n++] = (side + lemma) | 0;
    keys[n++] = (side + whole) | 0;
    keys[n++] = (side + setting) | 0;
    keys[n++] = name;
    keys[n++] = (name + lemma) | 0;
    keys[n++] = (name + whole) | 0;
    keys[n++] = (name + chiefTag) | 0;
    keys[n++] = (name + chiefRel + chiefPos) | 0;
    keys[n++] = (name + kids) | 0;
    keys[n++] = (name + sense) | 0;
    keys[n++] = (name + topLemma) | 0;
    keys[n++] = (name + topLemma + lemma) | 0;
    keys[n++] = (name + topTag) | 0;
    keys[n++] = (name + topTag + lemma) | 0;
    keys[n++] = (name + topMark) | 0;
    keys[n++] = (name + topMark + lemma) | 0;
    keys[n++] = (name + jointLemma) | 0;
    keys[n++] = (name + jointTag) | 0;
    keys[n++] = (name + rimmed) | 0;
    keys[n++] = (name + rimmed + t) | 0;
    keys[n++] = (name + w) | 0;
    keys[n++] = (name + t) | 0;
    keys[n++] = (name + place) | 0;
    keys[n++] = (name + setting) | 0;
    keys[n++] = name2;
    keys[n++] = (name2 + lemma) | 0;
    keys[n++] = (name2 + whole) | 0;
    keys[n++] = (name2 + topLemma) | 0;
    keys[n++] = (name2 + secondLemma) | 0;
    keys[n++] = (name2 + setting) | 0;
    keys[n++] = (name2 + kids) | 0;
    keys[n++] = name3;
    keys[n++] = (name3 + lemma) | 0;
    keys[n++] = (name3 + w) | 0;
    keys[n++] = sideQuote;
    keys[n++] = (sideQuote + lemma) | 0;
    keys[n++] = (sideQuote + nearCode) | 0;
    keys[n++] = (sideQuote + name) | 0;
    keys[n++] = (sideQuote + nearCode + name) | 0;
    keys[n++] = (sideQuote + setting + chiefPos) | 0;
    keys[n++] = (sideQuote + place) | 0;
    keys[n++] = cueSide;
    keys[n++] = (cueSide + name) | 0;
    keys[n++] = (cueSide + lemma) | 0;
    keys[n++] = (cueSide + sideQuote) | 0;
    keys[n++] = w;
    keys[n++] = (w + side) | 0;
    keys[n++] = (w + lemma) | 0;
    keys[n++] = (w + place) | 0;
    keys[n++] = t;
    keys[n++] = (t + side) | 0;
    keys[n++] = (t + place) | 0;
    keys[n++] = (b1 + w + side) | 0;
    keys[n++] = (w + w1 + side) | 0;
    keys[n++] = (b1 + far) | 0;
    keys[n++] = (w1 + far) | 0;
    keys[n++] = (t0 + t) | 0;
    keys[n++] = (t + t1) | 0;
    keys[n++] = (shape + place) | 0;
    keys[n++] = (shape + far + chiefPos) | 0;
    keys[n++] = (relation + side + chiefPos) | 0;
    keys[n++] = (relation + far) | 0;
    keys[n++] = (cueSide + sideQuote + chiefPos) | 0;
    keys[n++] = (name2 + mark + setting) | 0;
    keys[n++] = (name + setting + chiefRel) | 0;
    keys[n++] = (name2 + chiefRel + lemma) | 0;
    keys[n++] = role;
    keys[n++] = (role + lemma) | 0;
    keys[n++] = (role + name) | 0;
    keys[n++] = (role + setting + chiefPos) | 0;
    keys[n++] = (name + path) | 0;
    keys[n++] = (name2 + path) | 0;
    keys[n++] = (name + path + lemma) | 0;
    keys[n++] = (marker + name) | 0;
    keys[n++] = (marker + name2 + chiefPos) | 0;
    keys[n++] = (marker + sideQuote + chiefPos) | 0;
    keys[n++] = (relation + name2 + t) | 0;
    return stamp(keys, n);
  };

  const edgeKeys = (k: number, keys: Int32Array): number => {
    const i = base + k;
    const j = i - 1;
    const here = Math.imul(tree.name[i]!, ROLES[8]!);
    const was = Math.imul(k === 0 ? EDGE : tree.name[j]!, ROLES[7]!);
    const w = Math.imul(p.form[i]!, ROLES[3]!);
    const b = Math.imul(at(p.form, j), ROLES[4]!);
    const t = Math.imul(p.tag[i]!, ROLES[6]!);
    const c = Math.imul(at(p.tag, j), ROLES[5]!);
    const m = Math.imul(SPREAD[p.mark[i]! * 10 + (k === 0 ? 9 : p.mark[j]!)]!, ROLES[1]!);
    const right = Math.imul(SPREAD[550 + (i >= cue.to ? 1 : 0)]!, ROLES[2]!);
    const touch = Math.imul(
      SPREAD[
        560 +
          (i === cue.to ? 1 : 0) +
          (i === cue.to + 1 ? 2 : 0) +
          (i === cue.from ? 3 : 0) +
          (j === cue.to + 1 ? 5 : 0)
      ]!,
      ROLES[9]!,
    );
    const opens = k === 0 ? i : tallest(p, i, tree.top[i]!, p.low);
    const closes = k === 0 ? -1 : tallest(p, j, tree.top[j]!, p.high);
    const or = p.relation[opens]!;
    const oh = Math.imul(p.head[opens]! < 0 ? EDGE : p.lemma[p.head[opens]!]!, ROLES[12]!);
    const cr = Math.imul(closes < 0 ? EDGE : p.relation[closes]!, ROLES[13]!);
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
    const s = Math.imul(SPREAD[580 + same]!, ROLES[0]!);
    const q = k === 0 ? 0 : p.quote[i] === p.quote[j] ? (p.quote[i]! > 0 ? 1 : 0) : p.quote[i]! > 0 ? 2 : 3;
    const qs = Math.imul(SPREAD[590 + q]!, ROLES[14]!);
    const starts = Math.imul(p.low[opens] === i && p.pos[i] !== PUNCT ? or : EDGE, ROLES[11]!);
    const turn = Math.imul(
      SPREAD[780 + subject.role(i) * 12 + (k === 0 ? 11 : subject.role(j))]!,
      ROLES[18]!,
    );
    const here2 = Math.imul(tree.name2[i]!, ROLES[16]!);
    const was2 = Math.imul(k === 0 ? EDGE : tree.name2[j]!, ROLES[17]!);
    const thatSide = Math.imul(that === j ? SPREAD[1]! : that === i ? SPREAD[2]! : SPREAD[0]!, ROLES[19]!);
    const openTag = Math.imul(p.tag[opens]!, ROLES[21]!);
    let n = 0;
    keys[n++] = s;
    keys[n++] = m;
    keys[n++] = (m + right) | 0;
    keys[n++] = (m + s) | 0;
    keys[n++] = w;
    keys[n++] = b;
    keys[n++] = (c + t) | 0;
    keys[n++] = (was + here) | 0;
    keys[n++] = (was + here + m) | 0;
    keys[n++] = (here + s) | 0;
    keys[n++] = (was + s) | 0;
    keys[n++] = (here + s + w) | 0;
    keys[n++] = (touch + lemma) | 0;
    keys[n++] = (touch + m + right) | 0;
    keys[n++] = (starts + m) | 0;
    keys[n++] = (starts + here + s) | 0;
    keys[n++] = (starts + oh) | 0;
    keys[n++] = (starts + w + m) | 0;
    keys[n++] = (cr + m) | 0;
    keys[n++] = (cr + was + s) | 0;
    keys[n++] = (cr + starts + m) | 0;
    keys[n++] = (qs + m) | 0;
    keys[n++] = (qs + here + was) | 0;
    keys[n++] = (qs + right + nearCode) | 0;
    keys[n++] = (starts + m + t) | 0;
    keys[n++] = (m + w + s) | 0;
    keys[n++] = (touch + w + right) | 0;
    keys[n++] = (touch + here + was) | 0;
    keys[n++] = (here2 + was2) | 0;
    keys[n++] = (w + b + right) | 0;
    keys[n++] = (starts + here + lemma) | 0;
    keys[n++] = (cr + was + lemma) | 0;
    keys[n++] = (qs + starts + m) | 0;
    keys[n++] = turn;
    keys[n++] = (turn + m) | 0;
    keys[n++] = (turn + here + starts) | 0;
    keys[n++] = (thatSide + w + right) | 0;
    keys[n++] = (starts + w + openTag) | 0;
    keys[n++] = (cr + m + w) | 0;
    return stamp(keys, n);
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

/** One hash for the words of a cue. */
function formsOf(p: Passage, cue: WordRange): number {
  let hash = 0;
  for (let i = cue.from; i < cue.to; i++) hash = mix(hash + p.form[i]!);
  return hash;
}

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
