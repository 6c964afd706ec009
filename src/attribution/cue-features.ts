import { hashText, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
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
    const w = Math.imul(p.form[i]!, ROLES[0]!);
    const l = Math.imul(p.lemma[i]!, ROLES[1]!);
    const t = Math.imul(p.tag[i]!, ROLES[2]!);
    const u = Math.imul(p.pos[i]!, ROLES[14]!);
    const r = Math.imul(p.relation[i]!, ROLES[11]!);
    const h = p.head[i]!;
    const hl = Math.imul(h < 0 ? EDGE : p.lemma[h]!, ROLES[12]!);
    const ht = Math.imul(h < 0 ? EDGE : p.pos[h]!, ROLES[13]!);
    const kids = p.kids[i]!;
    const k = Math.imul(SPREAD[kids & 0x3ff]! ^ SPREAD[(kids >> 10) + 600]!, ROLES[15]!);
    const kc = Math.imul(
      SPREAD[(kids & CLAUSE ? 1 : 0) + (kids & SUBJECT ? 2 : 0) + (kids & OBJECT ? 4 : 0) + 20]!,
      ROLES[16]!,
    );
    const sense = Math.imul(p.sense[i]!, ROLES[17]!);
    const q = Math.imul(
      SPREAD[40 + (p.quote[i]! > 0 ? 1 : 0) + 2 * quoted[p.sentence[i]! - p.sentence[0]!]!]!,
      ROLES[18]!,
    );
    const nm = Math.imul(SPREAD[60 + near[i]!]!, ROLES[19]!);
    const subject = hung.subject[i]!;
    const sl = Math.imul(subject < 0 ? EDGE : p.lemma[subject]!, ROLES[20]!);
    const ss = Math.imul(subject < 0 ? EDGE : SPREAD[120 + p.shape[subject]!]!, ROLES[21]!);
    const object = hung.object[i]!;
    const ol = Math.imul(object < 0 ? EDGE : p.lemma[object]!, ROLES[22]!);
    const clause = hung.clause[i]!;
    const cl = Math.imul(
      clause < 0 ? EDGE : SPREAD[130 + (clause > i ? 1 : 0) + (p.quote[clause]! > 0 ? 2 : 0)]!,
      ROLES[23]!,
    );
    const ct = Math.imul(clause < 0 ? EDGE : p.tag[clause]!, ROLES[24]!);
    const clow = Math.imul(clause < 0 ? EDGE : p.form[p.low[clause]!]!, ROLES[25]!);
    const w1 = Math.imul(at(p.form, i + 1), ROLES[3]!);
    const w2 = Math.imul(at(p.form, i + 2), ROLES[5]!);
    const b1 = Math.imul(at(p.form, i - 1), ROLES[4]!);
    const b2 = Math.imul(at(p.form, i - 2), ROLES[6]!);
    const l1 = Math.imul(at(p.lemma, i + 1), ROLES[28]!);
    const m1 = Math.imul(at(p.lemma, i - 1), ROLES[27]!);
    const t1 = Math.imul(at(p.tag, i + 1), ROLES[7]!);
    const t2 = Math.imul(at(p.tag, i + 2), ROLES[9]!);
    const c1 = Math.imul(at(p.tag, i - 1), ROLES[8]!);
    const c2 = Math.imul(at(p.tag, i - 2), ROLES[10]!);
    const suffix = Math.imul(p.suffix[i]!, ROLES[26]!);
    const hs = Math.imul(h < 0 ? EDGE : p.sense[h]!, ROLES[29]!);
    const first = Math.imul(
      SPREAD[i - 1 < 0 || p.sentence[i - 1] !== p.sentence[i] ? 801 : 800]!,
      ROLES[30]!,
    );
    let n = 0;
    keys[n++] = w;
    keys[n++] = l;
    keys[n++] = t;
    keys[n++] = (l + t) | 0;
    keys[n++] = w1;
    keys[n++] = b1;
    keys[n++] = w2;
    keys[n++] = b2;
    keys[n++] = (l + w1) | 0;
    keys[n++] = (b1 + l) | 0;
    keys[n++] = (b1 + l + w1) | 0;
    keys[n++] = (l + w1 + w2) | 0;
    keys[n++] = (b2 + b1 + l) | 0;
    keys[n++] = (t + t1) | 0;
    keys[n++] = (c1 + t) | 0;
    keys[n++] = (c1 + t + t1) | 0;
    keys[n++] = (t + t1 + t2) | 0;
    keys[n++] = (c2 + c1 + t) | 0;
    keys[n++] = (l + t1) | 0;
    keys[n++] = (c1 + l) | 0;
    keys[n++] = r;
    keys[n++] = (r + l) | 0;
    keys[n++] = (r + hl) | 0;
    keys[n++] = (r + hl + l) | 0;
    keys[n++] = (r + ht + u) | 0;
    keys[n++] = k;
    keys[n++] = (k + l) | 0;
    keys[n++] = (kc + l) | 0;
    keys[n++] = (kc + t) | 0;
    keys[n++] = (kc + r + u) | 0;
    keys[n++] = sense;
    keys[n++] = (sense + kc) | 0;
    keys[n++] = (sense + kc + r) | 0;
    keys[n++] = (sense + t) | 0;
    keys[n++] = q;
    keys[n++] = (q + l) | 0;
    keys[n++] = (q + u) | 0;
    keys[n++] = (nm + l) | 0;
    keys[n++] = (nm + u + r) | 0;
    keys[n++] = (nm + sense) | 0;
    keys[n++] = (sl + l) | 0;
    keys[n++] = (ss + l) | 0;
    keys[n++] = (ss + kc + u) | 0;
    keys[n++] = (ol + l) | 0;
    keys[n++] = (cl + l) | 0;
    keys[n++] = (cl + ct + u) | 0;
    keys[n++] = (clow + l) | 0;
    keys[n++] = (clow + ct + u) | 0;
    keys[n++] = suffix;
    keys[n++] = (suffix + kc) | 0;
    keys[n++] = (m1 + u) | 0;
    keys[n++] = (l1 + u) | 0;
    keys[n++] = (ss + cl + sense) | 0;
    keys[n++] = (sl + kc) | 0;
    keys[n++] = (hs + r + u) | 0;
    keys[n++] = (w1 + kc) | 0;
    keys[n++] = (hl + r + w1) | 0;
    keys[n++] = (nm + q + t) | 0;
    keys[n++] = (ol + u) | 0;
    keys[n++] = (l + first + r) | 0;
    return stamp(keys, n);
  };
  const edgeKeys = (i: number, keys: Int32Array): number => {
    const w = Math.imul(p.form[i]!, ROLES[1]!);
    const l = Math.imul(p.lemma[i]!, ROLES[4]!);
    const t = Math.imul(p.tag[i]!, ROLES[6]!);
    const b = Math.imul(at(p.form, i - 1), ROLES[2]!);
    const c = Math.imul(at(p.tag, i - 1), ROLES[5]!);
    const m = Math.imul(at(p.lemma, i - 1), ROLES[3]!);
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
    const rel = Math.imul(tie === 3 ? p.relation[i - 1]! : p.relation[i]!, ROLES[7]!);
    const s = Math.imul(SPREAD[200 + tie]!, ROLES[0]!);
    const t1 = Math.imul(at(p.tag, i + 1), ROLES[8]!);
    const w1 = Math.imul(at(p.form, i + 1), ROLES[9]!);
    let n = 0;
    keys[n++] = s;
    keys[n++] = w;
    keys[n++] = b;
    keys[n++] = (m + l) | 0;
    keys[n++] = (c + t) | 0;
    keys[n++] = (s + rel) | 0;
    keys[n++] = (s + rel + l) | 0;
    keys[n++] = (s + rel + m) | 0;
    keys[n++] = (c + t + t1) | 0;
    keys[n++] = (w + w1) | 0;
    keys[n++] = (t + m) | 0;
    keys[n++] = (c + l) | 0;
    return stamp(keys, n);
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
