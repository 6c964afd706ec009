import type { Token } from '../model/token.ts';
import { hashText, mix } from '../parse/feature-hash.ts';
import type { ThematicRoles } from './thematic.ts';

/*
 * What tells who acts and who suffers where the tree alone does not: in "the port faces a strike by its crews" the crews stand under the
 * strike behind "by", in "the firm weathered a strike" the firm stands above it, as subject of its verb. Keys say how a noun is reached
 * from the predicate, what the predicate is, which prepositions lie on the way, what stands between, and what the rules made of it.
 */

/** Most words on either side of a predicate that are looked at, and most keys of a candidate. */
const REACH = 40;
const MOST_KEYS = 48;

const buffer = new Int32Array(MOST_KEYS);

/** Words that may take part in what a predicate names. */
export function candidatesOf(tokens: readonly Token[], at: number): number[] {
  const found: number[] = [];
  const end = Math.min(tokens.length, at + REACH + 1);
  for (let i = Math.max(0, at - REACH); i < end; i++) {
    const { upos, deprel } = tokens[i]!;
    if (i === at || deprel === 'flat' || deprel === 'punct') continue;
    if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON' || upos === 'NUM') found.push(i);
  }
  return found;
}

const hashes = new Map<string, number>();

/** Hash of a tag, relation or lemma, remembered up to a bound. */
function hashed(text: string): number {
  let h = hashes.get(text);
  if (h === undefined) {
    h = hashText(text);
    if (hashes.size < 50_000) hashes.set(text, h);
  }
  return h;
}

/** The words of a sentence as hashes; made once for a sentence. */
interface Hashes {
  readonly deprel: Int32Array;
  readonly xpos: Int32Array;
  readonly lemma: Int32Array;
  /** The first preposition before a word, 1 for none. */
  readonly case: Int32Array;
}

const known = new WeakMap<readonly Token[], Hashes>();

function hashesOf(tokens: readonly Token[]): Hashes {
  const found = known.get(tokens);
  if (found !== undefined) return found;
  const of = (text: (t: Token) => string) => Int32Array.from(tokens, (t) => hashed(text(t)));
  const lemma = of((t) => t.lemma);
  const cases = new Int32Array(tokens.length).fill(1);
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { deprel, head } = tokens[i]!;
    if (deprel === 'case' && head > i) cases[head] = lemma[i]!;
  }
  const made = { deprel: of((t) => t.deprel), xpos: of((t) => t.xpos), lemma, case: cases };
  known.set(tokens, made);
  return made;
}

/** What is the same for all candidates of a predicate. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly words: Hashes;
  readonly rules: ThematicRoles;
  /** The tokens above the predicate, itself first. */
  readonly above: readonly number[];
  readonly lemma: number;
  readonly kind: number;
  /** How the predicate stands in its sentence. */
  readonly stand: number;
}

export function sceneOf(tokens: readonly Token[], at: number, rules: ThematicRoles): Scene {
  const token = tokens[at]!;
  const above: number[] = [];
  for (let i = at; i >= 0 && above.length < 12; i = tokens[i]!.head) above.push(i);
  const kind = hashed(token.upos === 'NOUN' || token.upos === 'PROPN' ? 'noun' : token.xpos);
  const rich = (rules.agent.length > 0 ? 1 : 0) + (rules.patient.length > 0 ? 2 : 0);
  const stand = mix(hashed(token.deprel) + kind + rich);
  return { tokens, at, words: hashesOf(tokens), rules, above, lemma: hashed(token.lemma), kind, stand };
}

/** Keys of one candidate. */
export function roleKeys(scene: Scene, candidate: number): Int32Array {
  const { tokens, at, words, rules, above, lemma, kind, stand } = scene;
  const relation = words.deprel[candidate]!;
  const own = tokens[candidate]!;
  let n = 0;
  const add = (question: number, a: number, b = 0, c = 0): void => {
    buffer[n++] = mix(mix(mix(question * 0x9e37 + a) + b) + c);
  };
  let up = 7;
  let loose = 7;
  let meeting = -1;
  let depth = 0;
  let prepositions = 3;
  for (let i = candidate; i >= 0 && depth < 8; i = tokens[i]!.head) {
    meeting = above.indexOf(i);
    if (meeting >= 0) break;
    up = mix(up + words.deprel[i]!);
    if (tokens[i]!.deprel !== 'conj') loose = mix(loose + words.deprel[i]!);
    const p = words.case[i]!;
    if (p !== 1) prepositions = mix(prepositions + p);
    depth++;
  }
  let down = 11;
  let crossed = 0;
  for (let k = 0; k < meeting; k++) {
    const i = above[k]!;
    down = mix(down + words.deprel[i]!);
    if (k > 0 && tokens[i]!.upos === 'VERB') crossed++;
  }
  const top = meeting >= 0 ? tokens[above[meeting]!]! : null;
  const topKind = top === null ? 0 : hashed(top.upos);
  const topLemma = meeting > 0 ? words.lemma[above[meeting]!]! : 0;
  const path = mix(up + Math.imul(down, 3) + (meeting < 0 ? 1 : 0));
  const roughly = mix(loose + Math.imul(down, 3));
  const side = candidate < at ? 1 : 2;
  const gap = Math.abs(candidate - at);
  const far = gap < 4 ? gap : gap < 7 ? 4 : gap < 12 ? 5 : gap < 20 ? 6 : 7;
  let verbs = 0;
  let nouns = 0;
  let commas = 0;
  for (let i = Math.min(at, candidate) + 1; i < Math.max(at, candidate); i++) {
    const { upos, form } = tokens[i]!;
    if (upos === 'VERB') verbs++;
    else if (upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON') nouns++;
    else if (form === ',') commas++;
  }
  const ruled = (rules.agent.includes(candidate) ? 1 : 0) + (rules.patient.includes(candidate) ? 2 : 0);
  const rich = (rules.agent.length > 0 ? 1 : 0) + (rules.patient.length > 0 ? 2 : 0);
  const rule = ruled + 4 * rich;
  const type = words.xpos[candidate]!;
  const chain = Math.min(3, depth) * 4 + Math.min(3, Math.max(0, meeting));
  const near = words.case[candidate]!;
  const between = Math.min(2, verbs) * 9 + Math.min(2, nouns) * 3 + Math.min(2, commas);
  add(1, kind, 0);
  add(2, rule, kind);
  add(3, rule, lemma);
  add(4, path, kind);
  add(5, path, lemma);
  add(6, path, kind, rule);
  add(7, path, topLemma, kind);
  add(8, roughly, kind, prepositions);
  add(9, prepositions, lemma, side);
  add(10, prepositions, kind, chain);
  add(11, near, kind, side);
  add(12, near, lemma);
  add(13, side * 8 + far, kind, rule);
  add(14, between, kind, side);
  add(15, between, side * 8 + far, rule);
  add(16, type, kind, side);
  add(17, relation, kind, side);
  add(18, relation, stand, side);
  add(19, stand, side * 8 + far);
  add(20, stand, rule);
  add(21, chain, kind, rule);
  add(22, topKind, relation, kind);
  add(23, topLemma, relation, kind);
  add(24, words.lemma[candidate]!, kind);
  add(25, relation, lemma, side);
  add(26, crossed, kind, relation);
  add(27, type, path);
  add(28, lemma, side);
  const first = own.form.charCodeAt(0) >= 65 && own.form.charCodeAt(0) <= 90 ? 1 : 0;
  add(29, first, kind, side * 8 + rule);
  add(30, Math.min(3, candidate), tokens.at(-1)!.form === '.' ? 1 : 0, kind);
  add(31, path, first, rule);
  add(32, roughly, rule);
  return buffer.slice(0, n);
}
