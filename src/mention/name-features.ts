import type { ParsedSentence } from '../model/draft.ts';
import { hashText, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
import {
  CASE,
  CLUSTER,
  DUTY,
  FORM,
  LISTED,
  LOWER,
  type NameBank,
  PARTS,
  PLACE,
  PREFIX,
  SHAPE,
  SUFFIX,
  WIDE,
} from './name-bank.ts';
import { ELSEWHERE, type NameWords } from './name-context.ts';

/** Most keys a word can give. */
export const NAME_KEYS = 120;
const EDGE = 0x3c6ef372;
const hashes = new Map<string, number>();

function hashOf(text: string): number {
  let known = hashes.get(text);
  if (known === undefined) {
    if (hashes.size > 5000) hashes.clear();
    known = hashText(text);
    hashes.set(text, known);
  }
  return known;
}

/** Writes the keys that describe word `i` of a sentence, given what the document says of its words elsewhere, and says how many. */
export function nameKeys(
  bank: NameBank,
  sentence: ParsedSentence,
  s: NameWords,
  flags: ReadonlyMap<number, number>,
  i: number,
  keys: Int32Array,
): number {
  const { cells } = bank;
  const { tokens } = sentence;
  const { rows, count } = s;
  const at = (k: number, column: number): number => (k >= 0 && k < count ? cells[rows[k]! + column]! : EDGE);
  const small = (k: number, column: number, base: number): number =>
    k >= 0 && k < count ? SPREAD[base + cells[rows[k]! + column]!]! : EDGE;
  const r0 = rows[i]!;
  const lower = cells[r0 + LOWER]!;
  const w0 = Math.imul(lower, ROLES[0]!);
  const w1 = Math.imul(at(i + 1, LOWER), ROLES[1]!);
  const w2 = Math.imul(at(i + 2, LOWER), ROLES[2]!);
  const p1 = Math.imul(at(i - 1, LOWER), ROLES[3]!);
  const p2 = Math.imul(at(i - 2, LOWER), ROLES[4]!);
  const token = tokens[i]!;
  const t0 = Math.imul(hashOf(token.xpos), ROLES[5]!);
  const t1 = Math.imul(i + 1 < count ? hashOf(tokens[i + 1]!.xpos) : EDGE, ROLES[6]!);
  const q1 = Math.imul(i > 0 ? hashOf(tokens[i - 1]!.xpos) : EDGE, ROLES[7]!);
  const shape = Math.imul(cells[r0 + SHAPE]!, ROLES[8]!);
  const shape1 = Math.imul(at(i + 1, SHAPE), ROLES[9]!);
  const shapeP = Math.imul(at(i - 1, SHAPE), ROLES[10]!);
  const c0 = Math.imul(SPREAD[cells[r0 + CASE]! + (i === 0 ? 8 : 0) + (s.shouted ? 16 : 0)]!, ROLES[11]!);
  const parts = Math.imul(SPREAD[40 + cells[r0 + PARTS]!]!, ROLES[12]!);
  const parts1 = Math.imul(small(i + 1, PARTS, 40), ROLES[13]!);
  const partsP = Math.imul(small(i - 1, PARTS, 40), ROLES[14]!);
  const parts2 = Math.imul(small(i + 2, PARTS, 40), ROLES[15]!);
  const partsQ = Math.imul(small(i - 2, PARTS, 40), ROLES[16]!);
  const place = Math.imul(SPREAD[200 + cells[r0 + PLACE]!]!, ROLES[17]!);
  const place1 = Math.imul(small(i + 1, PLACE, 200), ROLES[18]!);
  const placeP = Math.imul(small(i - 1, PLACE, 200), ROLES[19]!);
  const duty = Math.imul(SPREAD[220 + cells[r0 + DUTY]!]!, ROLES[20]!);
  const duty1 = Math.imul(small(i + 1, DUTY, 220), ROLES[21]!);
  const dutyP = Math.imul(small(i - 1, DUTY, 220), ROLES[22]!);
  const dutyQ = Math.imul(small(i - 2, DUTY, 220), ROLES[23]!);
  const listed = Math.imul(cells[r0 + LISTED]!, ROLES[24]!);
  const listed1 = Math.imul(at(i + 1, LISTED), ROLES[25]!);
  const actor = Math.imul(SPREAD[400 + s.actor[i]!]!, ROLES[26]!);
  const actor1 = Math.imul(i + 1 < count ? SPREAD[400 + s.actor[i + 1]!]! : EDGE, ROLES[27]!);
  const actorP = Math.imul(i > 0 ? SPREAD[400 + s.actor[i - 1]!]! : EDGE, ROLES[28]!);
  const from = s.first[i]!;
  const to = s.last[i]!;
  const position = Math.imul(SPREAD[460 + Math.min(3, i - from) * 4 + Math.min(3, to - 1 - i)]!, ROLES[29]!);
  const single = to - from === 1 ? 1 : 0;
  const ahead = Math.imul(at(to, LOWER), ROLES[30]!);
  const behind = Math.imul(at(from - 1, LOWER), ROLES[31]!);
  const aheadParts = Math.imul(small(to, PARTS, 40), ROLES[32]!);
  const behindParts = Math.imul(small(from - 1, PARTS, 40), ROLES[33]!);
  const aheadDuty = Math.imul(small(to, DUTY, 220), ROLES[34]!);
  const behindDuty = Math.imul(small(from - 1, DUTY, 220), ROLES[35]!);
  const end = rows[to - 1]!;
  const start = rows[from]!;
  const endWord = Math.imul(cells[end + LOWER]!, ROLES[36]!);
  const startWord = Math.imul(cells[start + LOWER]!, ROLES[37]!);
  const endParts = Math.imul(SPREAD[40 + cells[end + PARTS]!]!, ROLES[38]!);
  const startParts = Math.imul(SPREAD[40 + cells[start + PARTS]!]!, ROLES[39]!);
  const endDuty = Math.imul(SPREAD[220 + cells[end + DUTY]!]!, ROLES[40]!);
  const flag = flags.get(lower) ?? 0;
  const whole = Math.imul(SPREAD[500 + (flag & 255)]!, ROLES[41]!);
  const written = Math.imul(SPREAD[760 + (flag & (ELSEWHERE.small | ELSEWHERE.inside))]!, ROLES[42]!);
  const lone = Math.imul(SPREAD[770 + single * 2 + (i === 0 ? 1 : 0)]!, ROLES[43]!);
  const relation = Math.imul(hashOf(token.deprel), ROLES[44]!);
  const head = Math.imul(token.head < 0 ? EDGE : at(token.head, LOWER), ROLES[45]!);
  const gloss = Math.imul(glossAfter(s, sentence, to), ROLES[46]!);
  const suffix = Math.imul(cells[r0 + SUFFIX + 2]!, ROLES[47]!);
  const near = Math.imul(cells[r0 + CLUSTER]!, ROLES[48]!);
  const near1 = Math.imul(at(i + 1, CLUSTER), ROLES[49]!);
  const nearP = Math.imul(at(i - 1, CLUSTER), ROLES[50]!);
  const wide = Math.imul(cells[r0 + WIDE]!, ROLES[51]!);
  const wide1 = Math.imul(at(i + 1, WIDE), ROLES[52]!);
  const wideP = Math.imul(at(i - 1, WIDE), ROLES[53]!);
  const near2 = Math.imul(at(i + 2, CLUSTER), ROLES[54]!);
  const nearQ = Math.imul(at(i - 2, CLUSTER), ROLES[55]!);
  const endNear = Math.imul(cells[end + CLUSTER]!, ROLES[56]!);
  const startNear = Math.imul(cells[start + CLUSTER]!, ROLES[57]!);
  const aheadNear = Math.imul(at(to, CLUSTER), ROLES[58]!);
  const behindNear = Math.imul(at(from - 1, CLUSTER), ROLES[59]!);
  const town = Math.imul(SPREAD[790 + s.town[i]!]!, ROLES[60]!);
  let n = 0;
  keys[n++] = w0;
  keys[n++] = cells[r0 + FORM]!;
  keys[n++] = p1;
  keys[n++] = p2;
  keys[n++] = w1;
  keys[n++] = w2;
  keys[n++] = (p1 + w0) | 0;
  keys[n++] = (w0 + w1) | 0;
  keys[n++] = (p1 + w1) | 0;
  keys[n++] = (p1 + c0) | 0;
  keys[n++] = (w1 + c0) | 0;
  keys[n++] = (p2 + p1) | 0;
  keys[n++] = (w1 + w2) | 0;
  keys[n++] = shape;
  keys[n++] = (shape + shape1) | 0;
  keys[n++] = (shape + shapeP) | 0;
  keys[n++] = (shapeP + shape + shape1) | 0;
  for (let k = 0; k < 3; k++) keys[n++] = cells[r0 + PREFIX + k]!;
  for (let k = 0; k < 4; k++) keys[n++] = cells[r0 + SUFFIX + k]!;
  keys[n++] = (suffix + c0) | 0;
  keys[n++] = t0;
  keys[n++] = (t0 + t1) | 0;
  keys[n++] = (t0 + q1) | 0;
  keys[n++] = (t0 + c0) | 0;
  keys[n++] = (q1 + t0 + t1) | 0;
  keys[n++] = c0;
  keys[n++] = (c0 + position) | 0;
  keys[n++] = (position + t0) | 0;
  keys[n++] = (parts + c0) | 0;
  keys[n++] = (parts + position) | 0;
  keys[n++] = (parts + parts1) | 0;
  keys[n++] = (parts + partsP) | 0;
  keys[n++] = parts1;
  keys[n++] = partsP;
  keys[n++] = (partsP + partsQ) | 0;
  keys[n++] = (parts1 + parts2) | 0;
  keys[n++] = (place + position) | 0;
  keys[n++] = (place + p1) | 0;
  keys[n++] = (place + w1) | 0;
  keys[n++] = (place + parts) | 0;
  keys[n++] = (place + place1) | 0;
  keys[n++] = (place + placeP) | 0;
  keys[n++] = (duty + position) | 0;
  keys[n++] = (dutyP + c0) | 0;
  keys[n++] = (dutyP + dutyQ + c0) | 0;
  keys[n++] = (duty1 + c0) | 0;
  keys[n++] = (dutyP + parts) | 0;
  keys[n++] = (duty1 + place) | 0;
  keys[n++] = (listed + lone) | 0;
  keys[n++] = (listed + position) | 0;
  keys[n++] = (listed + listed1) | 0;
  keys[n++] = actor;
  keys[n++] = (actor + position) | 0;
  keys[n++] = (actor + actor1) | 0;
  keys[n++] = (actor + actorP) | 0;
  keys[n++] = (actor + p1) | 0;
  keys[n++] = (actor + w1) | 0;
  keys[n++] = (ahead + position) | 0;
  keys[n++] = (behind + position) | 0;
  keys[n++] = (aheadParts + c0) | 0;
  keys[n++] = (behindParts + c0) | 0;
  keys[n++] = (aheadDuty + c0) | 0;
  keys[n++] = (behindDuty + place) | 0;
  keys[n++] = (endWord + position) | 0;
  keys[n++] = (startWord + position) | 0;
  keys[n++] = (endParts + position) | 0;
  keys[n++] = (startParts + position) | 0;
  keys[n++] = (endParts + startParts) | 0;
  keys[n++] = (endDuty + position) | 0;
  keys[n++] = (whole + position) | 0;
  keys[n++] = (whole + parts) | 0;
  keys[n++] = (whole + place) | 0;
  keys[n++] = (written + listed) | 0;
  keys[n++] = (written + lone) | 0;
  keys[n++] = (relation + c0) | 0;
  keys[n++] = (relation + head) | 0;
  keys[n++] = (gloss + position) | 0;
  keys[n++] = (gloss + parts) | 0;
  keys[n++] = (town + position) | 0;
  keys[n++] = (town + place + p1) | 0;
  keys[n++] = (town + behindDuty) | 0;
  keys[n++] = (near + c0) | 0;
  keys[n++] = (near + position) | 0;
  keys[n++] = (near + p1) | 0;
  keys[n++] = (near + place) | 0;
  keys[n++] = (near1 + c0) | 0;
  keys[n++] = (nearP + c0) | 0;
  keys[n++] = (near2 + c0) | 0;
  keys[n++] = (nearQ + c0) | 0;
  keys[n++] = (wide + c0) | 0;
  keys[n++] = (wide + wide1) | 0;
  keys[n++] = (wideP + wide) | 0;
  keys[n++] = (wideP + wide + wide1) | 0;
  keys[n++] = (near + wide1) | 0;
  keys[n++] = (wideP + near) | 0;
  keys[n++] = (endNear + position) | 0;
  keys[n++] = (startNear + position) | 0;
  keys[n++] = (startNear + endNear) | 0;
  keys[n++] = (aheadNear + position) | 0;
  keys[n++] = (behindNear + position) | 0;
  keys[n++] = SPREAD[780 + (i === 0 ? 1 : 0) + (i + 1 === count ? 2 : 0)]!;
  return stamp(keys, n);
}

/** "Hibhib is a | village", "Novak, the | minister": the noun that says what a name before it is. */
function glossAfter(s: NameWords, sentence: ParsedSentence, to: number): number {
  const { tokens } = sentence;
  let k = to;
  const opener = tokens[k]?.form;
  if (opener === '(') {
    while (k < s.count && k - to < 12 && tokens[k]!.form !== ')') k++;
    k++;
  }
  const verb = tokens[k]?.form;
  if (verb !== ',' && verb !== 'is' && verb !== 'was' && verb !== 'are' && verb !== 'were') return 0;
  k++;
  if (tokens[k]?.upos !== 'DET') return 0;
  for (let step = 1; step < 7 && k + step < s.count; step++) {
    const token = tokens[k + step]!;
    const next = tokens[k + step + 1];
    if (token.upos === 'NOUN' && next?.upos !== 'NOUN' && next?.upos !== 'PROPN') return hashOf(token.lemma);
    if (token.upos === 'VERB' || token.upos === 'ADP' || token.upos === 'PUNCT') return 0;
  }
  return 0;
}
