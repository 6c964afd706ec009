import { hashText, key1, key2, key3, SPREAD } from '../parse/feature-hash.ts';
import type { ChainFeatures } from './chain.ts';
import { KIDS, MARK, type Passage } from './passage.ts';

/** States of a word in the search for cues: outside, first word of a cue, later word. */
export const CUE_STEPS: readonly number[] = [1, 1, 0, 1, 1, 1, 1, 1, 1];

const EDGE = 0x5bd1e995;
const SUBJECT = (1 << KIDS.indexOf('nsubj')) | (1 << KIDS.indexOf('nsubj:pass'));
const CLAUSE = (1 << KIDS.indexOf('ccomp')) | (1 << KIDS.indexOf('xcomp')) | (1 << KIDS.indexOf('parataxis'));
const OBJECT = 1 << KIDS.indexOf('obj');

/** What tells whether a word reports: the word, what it governs, what governs it, and quotations near by. */
export function cueFeatures(p: Passage): ChainFeatures {
  const hung = dependentsOf(p);
  const quoted = quotedSentences(p);
  const near = nearMarks(p);
  const at = (list: Int32Array, i: number) => (i >= 0 && i < p.count ? list[i]! : EDGE);
  const nodeKeys = (i: number, keys: Int32Array): number => {
    const w = p.form[i]!;
    const l = p.lemma[i]!;
    const t = p.tag[i]!;
    const u = p.pos[i]!;
    const r = p.relation[i]!;
    const h = p.head[i]!;
    const hl = h < 0 ? EDGE : p.lemma[h]!;
    const ht = h < 0 ? EDGE : p.pos[h]!;
    const kids = p.kids[i]!;
    const k = SPREAD[kids & 0x3ff]! ^ SPREAD[(kids >> 10) + 600]!;
    const kc = SPREAD[(kids & CLAUSE ? 1 : 0) + (kids & SUBJECT ? 2 : 0) + (kids & OBJECT ? 4 : 0) + 20]!;
    const sense = p.sense[i]!;
    const q = SPREAD[40 + (p.quote[i]! > 0 ? 1 : 0) + 2 * quoted[p.sentence[i]! - p.sentence[0]!]!]!;
    const nm = SPREAD[60 + near[i]!]!;
    const subject = hung.subject[i]!;
    const sl = subject < 0 ? EDGE : p.lemma[subject]!;
    const ss = subject < 0 ? EDGE : SPREAD[120 + p.shape[subject]!]!;
    const object = hung.object[i]!;
    const ol = object < 0 ? EDGE : p.lemma[object]!;
    const clause = hung.clause[i]!;
    const cl = clause < 0 ? EDGE : SPREAD[130 + (clause > i ? 1 : 0) + (p.quote[clause]! > 0 ? 2 : 0)]!;
    const ct = clause < 0 ? EDGE : p.tag[clause]!;
    const clow = clause < 0 ? EDGE : p.form[p.low[clause]!]!;
    const w1 = at(p.form, i + 1);
    const w2 = at(p.form, i + 2);
    const b1 = at(p.form, i - 1);
    const b2 = at(p.form, i - 2);
    const l1 = at(p.lemma, i + 1);
    const m1 = at(p.lemma, i - 1);
    const t1 = at(p.tag, i + 1);
    const t2 = at(p.tag, i + 2);
    const c1 = at(p.tag, i - 1);
    const c2 = at(p.tag, i - 2);
    let n = 0;
    keys[n++] = key1(0, w);
    keys[n++] = key1(1, l);
    keys[n++] = key1(2, t);
    keys[n++] = key2(3, l, t);
    keys[n++] = key1(4, w1);
    keys[n++] = key1(5, b1);
    keys[n++] = key1(6, w2);
    keys[n++] = key1(7, b2);
    keys[n++] = key2(8, l, w1);
    keys[n++] = key2(9, b1, l);
    keys[n++] = key3(10, b1, l, w1);
    keys[n++] = key3(11, l, w1, w2);
    keys[n++] = key3(12, b2, b1, l);
    keys[n++] = key2(13, t, t1);
    keys[n++] = key2(14, c1, t);
    keys[n++] = key3(15, c1, t, t1);
    keys[n++] = key3(16, t, t1, t2);
    keys[n++] = key3(17, c2, c1, t);
    keys[n++] = key2(18, l, t1);
    keys[n++] = key2(19, c1, l);
    keys[n++] = key1(20, r);
    keys[n++] = key2(21, r, l);
    keys[n++] = key2(22, r, hl);
    keys[n++] = key3(23, r, hl, l);
    keys[n++] = key3(24, r, ht, u);
    keys[n++] = key1(25, k);
    keys[n++] = key2(26, k, l);
    keys[n++] = key2(27, kc, l);
    keys[n++] = key2(28, kc, t);
    keys[n++] = key3(29, kc, r, u);
    keys[n++] = key1(30, sense);
    keys[n++] = key2(31, sense, kc);
    keys[n++] = key3(32, sense, kc, r);
    keys[n++] = key2(33, sense, t);
    keys[n++] = key1(34, q);
    keys[n++] = key2(35, q, l);
    keys[n++] = key2(36, q, u);
    keys[n++] = key2(37, nm, l);
    keys[n++] = key3(38, nm, u, r);
    keys[n++] = key2(39, nm, sense);
    keys[n++] = key2(40, sl, l);
    keys[n++] = key2(41, ss, l);
    keys[n++] = key3(42, ss, kc, u);
    keys[n++] = key2(43, ol, l);
    keys[n++] = key2(44, cl, l);
    keys[n++] = key3(45, cl, ct, u);
    keys[n++] = key2(46, clow, l);
    keys[n++] = key3(47, clow, ct, u);
    keys[n++] = key1(48, p.suffix[i]!);
    keys[n++] = key2(49, p.suffix[i]!, kc);
    keys[n++] = key2(50, m1, u);
    keys[n++] = key2(51, l1, u);
    keys[n++] = key3(52, ss, cl, sense);
    keys[n++] = key2(53, sl, kc);
    keys[n++] = key3(54, h < 0 ? EDGE : p.sense[h]!, r, u);
    keys[n++] = key2(55, w1, kc);
    keys[n++] = key3(56, hl, r, w1);
    keys[n++] = key3(57, nm, q, t);
    keys[n++] = key2(58, ol, u);
    keys[n++] = key3(59, l, SPREAD[i - 1 < 0 || p.sentence[i - 1] !== p.sentence[i] ? 801 : 800]!, r);
    return n;
  };
  const edgeKeys = (i: number, keys: Int32Array): number => {
    const w = p.form[i]!;
    const l = p.lemma[i]!;
    const t = p.tag[i]!;
    const b = at(p.form, i - 1);
    const c = at(p.tag, i - 1);
    const m = at(p.lemma, i - 1);
    const h = p.head[i]!;
    const tie =
      i === 0 || p.sentence[i - 1] !== p.sentence[i]
        ? 1
        : h === i - 1
          ? 2
          : p.head[i - 1] === i
            ? 3
            : p.head[i - 1] === h
              ? 4
              : 5;
    const rel = tie === 3 ? p.relation[i - 1]! : p.relation[i]!;
    const s = SPREAD[200 + tie]!;
    let n = 0;
    keys[n++] = key1(70, s);
    keys[n++] = key1(71, w);
    keys[n++] = key1(72, b);
    keys[n++] = key2(73, m, l);
    keys[n++] = key2(74, c, t);
    keys[n++] = key2(75, s, rel);
    keys[n++] = key3(76, s, rel, l);
    keys[n++] = key3(77, s, rel, m);
    keys[n++] = key3(78, c, t, at(p.tag, i + 1));
    keys[n++] = key2(79, w, at(p.form, i + 1));
    keys[n++] = key2(80, t, m);
    keys[n++] = key2(81, c, l);
    return n;
  };
  return { count: p.count, nodeKeys, edgeKeys, closed: () => false };
}

/** Subject, object and clause that hang on each word, or -1. */
function dependentsOf(p: Passage): { subject: Int32Array; object: Int32Array; clause: Int32Array } {
  const subject = new Int32Array(p.count).fill(-1);
  const object = new Int32Array(p.count).fill(-1);
  const clause = new Int32Array(p.count).fill(-1);
  for (let i = 0; i < p.count; i++) {
    const h = p.head[i]!;
    if (h < 0) continue;
    const r = p.relation[i]!;
    if (SUBJECTS.has(r)) subject[h] = i;
    else if (OBJECTS.has(r)) object[h] = i;
    else if (CLAUSES.has(r) && clause[h]! < 0) clause[h] = i;
  }
  return { subject, object, clause };
}

const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'nmod:poss'].map((r) => hashText(r)));
const OBJECTS = new Set(['obj', 'obl'].map((r) => hashText(r)));
const CLAUSES = new Set(['ccomp', 'xcomp', 'acl', 'parataxis'].map((r) => hashText(r)));

/** Per sentence of the passage: 1 where it holds quoted words. */
function quotedSentences(p: Passage): Uint8Array {
  const first = p.sentence[0] ?? 0;
  const found = new Uint8Array((p.sentence[p.count - 1] ?? first) - first + 1);
  for (let i = 0; i < p.count; i++) if (p.quote[i]! > 0) found[p.sentence[i]! - first] = 1;
  return found;
}

/** What marks stand within a few words: bits for a quotation closed before, one opened behind, a comma before, one behind. */
function nearMarks(p: Passage): Uint8Array {
  const found = new Uint8Array(p.count);
  for (let i = 0; i < p.count; i++) {
    for (let d = 1; d <= 6; d++) {
      if (p.mark[i - d] === MARK.close) found[i]! |= 1;
      if (p.mark[i + d] === MARK.open) found[i]! |= 2;
      if (d <= 4 && p.mark[i - d] === MARK.comma) found[i]! |= 4;
      if (d <= 4 && (p.mark[i + d] === MARK.comma || p.mark[i + d] === MARK.stop)) found[i]! |= 8;
      if (d === 1 && p.mark[i + 1]! > 0) found[i]! |= 16;
      if (d === 1 && p.mark[i - 1]! > 0) found[i]! |= 32;
    }
  }
  return found;
}
