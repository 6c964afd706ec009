import { nounSenses, verbSenses } from '../lexicon/event.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { hashText, mix, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
import { INNER, NOUN, nameWords, PART_BITS } from '../parse/name-word.ts';
import { wordClasses } from '../parse/word-class.ts';
import type { Candidate } from './involved-candidate.ts';

/** Most keys of a sentence's relevance, and of a candidate. */
export const SENTENCE_KEYS = 400;
export const CANDIDATE_KEYS = 128;

const NONE = 0x6a09e667;

/** A sentence's words as hashes. */
interface Words {
  readonly lemma: Int32Array;
  readonly event: Uint8Array;
  /** Cluster and class of each word. */
  readonly like: Int32Array;
  /** First children with relation "case", and whether the verb is passive. */
  readonly case: Int32Array;
  readonly passive: Uint8Array;
  /** Words that tell of an event, at most six. */
  readonly telling: readonly number[];
}

/** A document as the features see it. */
export interface Scene {
  readonly draft: Draft;
  readonly words: readonly (Words | null)[];
  /** Spans of sources and cues of statements, by sentence: their starts and ends. */
  readonly voices: readonly (readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: number;
  }[])[];
}

const EVENTS = [
  '',
  'ASSAULT',
  'CASUALTY',
  'DETAIN',
  'THREATEN',
  'ACCUSE',
  'COERCE',
  'CONTROL',
  'PROTEST',
  'MOBILIZE',
  'RETREAT',
  'FLEE',
];

const lemmas = new Map<string, number>();

/** Hash of a word in lower case, remembered: few words make up most of a text. */
function hashed(lemma: string): number {
  let h = lemmas.get(lemma);
  if (h === undefined) {
    if (lemmas.size > 50_000) lemmas.clear();
    h = hashText(/^\d/.test(lemma) ? '0' : lemma.toLowerCase());
    lemmas.set(lemma, h);
  }
  return h;
}

/** Nouns that only gather what stands behind their "of": "a group of | gunmen". */
const COLLECTIONS = new Set(
  'member group number dozen unit squad some one two three series load kilogram pound stick'.split(' '),
);

const relations = new Map<string, number>();

/** Hash of a relation; of its sub-types only the passive and the agent count. */
function plainRelation(deprel: string): number {
  let h = relations.get(deprel);
  if (h === undefined) {
    h = hashText(/:pass$|^obl:agent$/.test(deprel) ? deprel : deprel.replace(/:.*/, ''));
    relations.set(deprel, h);
  }
  return h;
}

const likes = new Map<string, number>();

/** Cluster and noun class of a word, 0 where it is unknown. */
function likeness(token: Token): number {
  const word = token.form;
  let facts = likes.get(word);
  if (facts === undefined) {
    if (likes.size > 50_000) likes.clear();
    facts = nameWords().of(hashText(word.toLowerCase()));
    if (facts === 0) facts = nameWords().of(hashText(token.lemma.toLowerCase()));
    likes.set(word, facts);
  }
  return facts;
}

function nearCluster(facts: number): number {
  return mix((facts >> PART_BITS) + 70001);
}

function wideCluster(facts: number): number {
  const cluster = facts >> PART_BITS;
  return cluster === 0 ? NONE : mix(Math.floor((cluster - 1) / INNER) + 80021);
}

const kinds = new Map<string, number>();

/** Number of the event type that a lemma names in its first sense, 0 for none or another. */
function eventOf(token: Token): number {
  if (token.upos !== 'VERB' && token.upos !== 'NOUN') return 0;
  const verb = token.upos === 'VERB';
  const key = `${verb ? 'v' : 'n'} ${token.lemma}`;
  let kind = kinds.get(key);
  if (kind === undefined) {
    if (kinds.size > 50_000) kinds.clear();
    const senses = (verb ? verbSenses : nounSenses)(token.lemma.toLowerCase());
    kind = Math.max(0, EVENTS.indexOf(senses.find((s) => s.beside === null)?.entry.event ?? ''));
    kinds.set(key, kind);
  }
  return kind;
}

function wordsOf(sentence: ParsedSentence): Words {
  const { tokens } = sentence;
  const n = tokens.length;
  const lemma = new Int32Array(n);
  const event = new Uint8Array(n);
  const like = new Int32Array(n);
  const cases = new Int32Array(n).fill(NONE);
  const passive = new Uint8Array(n);
  const telling: number[] = [];
  for (let i = 0; i < n; i++) {
    const t = tokens[i]!;
    lemma[i] = hashed(t.lemma);
    event[i] = eventOf(t);
    like[i] = likeness(t);
    if (event[i]! > 0 && event[i]! < 6 && telling.length < 6) telling.push(i);
    if (t.head < 0) continue;
    if (t.deprel === 'case' && cases[t.head] === NONE) cases[t.head] = hashed(t.form);
    else if (t.deprel === 'aux:pass' || t.deprel === 'nsubj:pass') passive[t.head] = 1;
  }
  for (let i = 0; i < n; i++)
    if (tokens[i]!.xpos === 'VBN' && (tokens[i]!.deprel === 'acl' || tokens[i]!.deprel === 'amod'))
      passive[i] = 1;
  return { lemma, event, like, case: cases, passive, telling };
}

/** Prepares a document. */
export function sceneOf(draft: Draft): Scene {
  const words = draft.sentences.map((s) => (s.kind === 'body' || s.kind === 'headline' ? wordsOf(s) : null));
  const voices: { start: number; end: number; kind: number }[][] = draft.sentences.map(() => []);
  let at = 0;
  const spans = draft.statements
    .flatMap((s) => [
      ...(s.source === null ? [] : [{ start: s.source.start, end: s.source.end, kind: 1 }]),
      ...s.content.map((c) => ({ start: c.start, end: c.end, kind: s.cue === null ? 0 : 2 })),
    ])
    .filter((v) => v.kind > 0)
    .sort((a, b) => a.start - b.start);
  for (const v of spans) {
    while (at + 1 < draft.sentences.length && draft.sentences[at]!.end <= v.start) at++;
    voices[at]?.push(v);
  }
  return { draft, words, voices };
}

/** Writes the keys by which a sentence is told to speak of an incident: its words and pairs of neighbours. */
export function sentenceKeys(scene: Scene, index: number, keys: Int32Array): number {
  const words = scene.words[index];
  if (words === null || words === undefined) return 0;
  const { lemma, event, like } = words;
  let n = 0;
  for (let i = 0; i < lemma.length && n + 5 < SENTENCE_KEYS; i++) {
    keys[n++] = Math.imul(lemma[i]!, ROLES[0]!);
    if (i > 0) keys[n++] = (Math.imul(lemma[i]!, ROLES[1]!) + Math.imul(lemma[i - 1]!, ROLES[2]!)) | 0;
    if (event[i]! > 0) keys[n++] = Math.imul(SPREAD[event[i]!]!, ROLES[3]!);
    if (like[i]! >> PART_BITS === 0) continue;
    keys[n++] = Math.imul(nearCluster(like[i]!), ROLES[5]!);
    if (i > 0)
      keys[n++] =
        (Math.imul(wideCluster(like[i]!), ROLES[6]!) + Math.imul(wideCluster(like[i - 1]!), ROLES[7]!)) | 0;
  }
  keys[n++] = Math.imul(SPREAD[40 + Math.min(8, index)]!, ROLES[4]!);
  return n;
}

/** Steps of a probability. */
export function step(p: number): number {
  return p < 0.03 ? 0 : p < 0.1 ? 1 : p < 0.25 ? 2 : p < 0.45 ? 3 : p < 0.65 ? 4 : p < 0.85 ? 5 : 6;
}

/** How relevant the sentences and the document are, as probabilities. */
export interface Relevance {
  readonly sentences: Float64Array;
  readonly document: number;
}

/** Writes the keys of a candidate and says how many. `uses`: how often its head word is a candidate, `nth`: which of them this is. */
export function candidateKeys(
  scene: Scene,
  candidate: Candidate,
  relevance: Relevance,
  uses: number,
  nth: number,
  keys: Int32Array,
): number {
  const { sentence: index, head, chunk, from } = candidate;
  const { tokens } = scene.draft.sentences[index]!;
  const words = scene.words[index]!;
  const { lemma, event, case: cases, passive, telling } = words;
  const token = tokens[head]!;
  const at = (i: number) => (i < 0 || i >= lemma.length ? NONE : lemma[i]!);

  // climb from the noun to what governs its phrase
  let top = head;
  let chain = 0;
  for (let steps = 0; steps < 6; steps++) {
    const { head: up, deprel } = tokens[top]!;
    if (up < 0) break;
    if (up >= chunk.from && up < chunk.to) {
      if (up !== top && up > top) chain |= 1;
    } else if (deprel === 'conj') chain |= 2;
    else if (deprel === 'appos') chain |= 4;
    else if (deprel === 'nmod' && COLLECTIONS.has(tokens[up]!.lemma)) chain |= 8;
    else break;
    top = up;
  }
  const topToken = tokens[top]!;
  const g = topToken.head;
  const gToken = g < 0 ? undefined : tokens[g];
  const gg = gToken === undefined ? -1 : gToken.head;
  const relation = plainRelation(topToken.deprel);

  const l = Math.imul(lemma[head]!, ROLES[0]!);
  const sort = Math.imul(hashed(candidate.sort), ROLES[1]!);
  const rel = Math.imul(relation, ROLES[2]!);
  const prep = Math.imul(cases[top]!, ROLES[3]!);
  const gov = Math.imul(g < 0 ? NONE : lemma[g]!, ROLES[4]!);
  const govEvent = Math.imul(
    SPREAD[60 + (g < 0 ? 15 : event[g]!) * 2 + (g < 0 ? 0 : passive[g]!)]!,
    ROLES[5]!,
  );
  const govPos = Math.imul(g < 0 ? NONE : hashed(gToken!.upos), ROLES[6]!);
  const over = Math.imul(gg < 0 ? NONE : lemma[gg]!, ROLES[7]!);
  const overEvent = Math.imul(SPREAD[100 + (gg < 0 ? 15 : event[gg]!)]!, ROLES[8]!);
  const govRel = Math.imul(g < 0 ? NONE : hashed(gToken!.deprel), ROLES[9]!);
  const links = Math.imul(SPREAD[120 + chain]!, ROLES[10]!);
  const pass = Math.imul(SPREAD[140 + (g < 0 ? 0 : passive[g]!)]!, ROLES[11]!);
  const before = Math.imul(at(chunk.from - 1), ROLES[12]!);
  const before2 = Math.imul(at(chunk.from - 2), ROLES[13]!);
  const after = Math.imul(at(Math.max(chunk.to, head + 1)), ROLES[14]!);
  const after2 = Math.imul(at(Math.max(chunk.to, head + 1) + 1), ROLES[15]!);
  const left = Math.imul(head > from ? lemma[head - 1]! : NONE, ROLES[16]!);
  const right = Math.imul(head + 1 < chunk.to ? lemma[head + 1]! : NONE, ROLES[17]!);
  const first = Math.imul(lemma[from]!, ROLES[18]!);
  const opening = Math.imul(
    chunk.from < from ? hashed(tokens[chunk.from]!.upos === 'NUM' ? '0' : tokens[chunk.from]!.form) : NONE,
    ROLES[19]!,
  );
  const pos = Math.imul(hashed(token.xpos), ROLES[20]!);
  const dictionary = Math.imul(mix(wordClasses().of(lemma[head]!) + 99), ROLES[21]!);
  const ending = Math.imul(hashText(token.lemma, Math.max(0, token.lemma.length - 3)), ROLES[22]!);
  const own = step(relevance.sentences[index]!);
  const near = Math.max(relevance.sentences[index - 1] ?? 0, relevance.sentences[index + 1] ?? 0);
  const whole = step(relevance.document);
  const relevant = Math.imul(SPREAD[200 + own]!, ROLES[23]!);
  const relevantNear = Math.imul(SPREAD[210 + own * 7 + step(near)]!, ROLES[24]!);
  const relevantWhole = Math.imul(SPREAD[270 + own * 7 + whole]!, ROLES[25]!);
  const place = Math.imul(SPREAD[330 + Math.min(9, index)]!, ROLES[26]!);
  const count = Math.imul(SPREAD[350 + Math.min(5, uses)]!, ROLES[27]!);
  const order = Math.imul(SPREAD[360 + Math.min(4, nth)]!, ROLES[28]!);
  const inner = Math.imul(
    SPREAD[
      370 +
        (head < chunk.head ? 1 : 0) +
        (candidate.of > 0 ? 2 : 0) +
        (tokens[chunk.to]?.xpos === 'POS' ? 4 : 0)
    ]!,
    ROLES[29]!,
  );
  const phraseHead = Math.imul(head < chunk.head ? lemma[chunk.head]! : NONE, ROLES[30]!);
  const ofWord = Math.imul(candidate.of > 0 ? lemma[candidate.of - 1]! : NONE, ROLES[31]!);
  let voice = 0;
  for (const v of scene.voices[index]!) if (v.start <= token.start && token.end <= v.end) voice |= v.kind;
  const said = Math.imul(SPREAD[380 + voice]!, ROLES[32]!);

  const like = words.like[head]!;
  const govLike = g < 0 ? 0 : words.like[g]!;
  const near1 = Math.imul(nearCluster(like), ROLES[41]!);
  const wide = Math.imul(wideCluster(like), ROLES[42]!);
  const govNear = Math.imul(nearCluster(govLike), ROLES[43]!);
  const govWide = Math.imul(wideCluster(govLike), ROLES[44]!);
  const sense = Math.imul(SPREAD[420 + (like & NOUN)]!, ROLES[45]!);
  const leftLike = Math.imul(nearCluster(head > from ? words.like[head - 1]! : 0), ROLES[46]!);
  const name = Math.imul(SPREAD[460 + nameKind(scene.draft.sentences[index]!, head)]!, ROLES[47]!);
  const partner = Math.imul(partnerOf(tokens, top, chunk.from, chunk.to, lemma), ROLES[36]!);

  let n = 0;
  keys[n++] = (partner + sort) | 0;
  keys[n++] = (partner + rel + prep + gov + pass) | 0;
  keys[n++] = (partner + relevantWhole + sort) | 0;
  keys[n++] = (relevantWhole + rel + prep + govEvent + sort) | 0;
  keys[n++] = (first + relevant + sort) | 0;
  keys[n++] = (first + rel + prep + gov) | 0;
  keys[n++] = near1;
  keys[n++] = wide;
  keys[n++] = (near1 + rel + prep + gov + pass) | 0;
  keys[n++] = (near1 + rel + prep + govNear + pass) | 0;
  keys[n++] = (wide + rel + prep + govWide + pass) | 0;
  keys[n++] = (sort + rel + prep + govNear + pass) | 0;
  keys[n++] = (sense + rel + prep + govNear + pass) | 0;
  keys[n++] = (sense + rel + prep + gov + pass) | 0;
  keys[n++] = (near1 + leftLike) | 0;
  keys[n++] = (near1 + relevant) | 0;
  keys[n++] = (near1 + relevantWhole) | 0;
  keys[n++] = (sense + relevantWhole) | 0;
  keys[n++] = (name + sense) | 0;
  keys[n++] = (name + rel + prep + gov + pass) | 0;
  keys[n++] = (name + rel + prep + govNear) | 0;
  keys[n++] = (name + relevantWhole) | 0;
  keys[n++] = (name + first) | 0;
  keys[n++] = (name + left) | 0;
  keys[n++] = l;
  keys[n++] = sort;
  keys[n++] = (l + pos) | 0;
  keys[n++] = (l + left) | 0;
  keys[n++] = (sort + left) | 0;
  keys[n++] = (l + right) | 0;
  keys[n++] = (l + first) | 0;
  keys[n++] = (sort + first) | 0;
  keys[n++] = (l + opening) | 0;
  keys[n++] = (sort + opening) | 0;
  keys[n++] = (l + inner) | 0;
  keys[n++] = (sort + inner) | 0;
  keys[n++] = (l + phraseHead) | 0;
  keys[n++] = (sort + phraseHead) | 0;
  keys[n++] = (l + ofWord) | 0;
  keys[n++] = dictionary;
  keys[n++] = ending;
  keys[n++] = (sort + dictionary) | 0;
  keys[n++] = (rel + prep + gov + pass) | 0;
  keys[n++] = (rel + prep + gov + pass + sort) | 0;
  keys[n++] = (rel + prep + gov + pass + l) | 0;
  keys[n++] = (rel + prep + govEvent) | 0;
  keys[n++] = (rel + prep + govEvent + sort) | 0;
  keys[n++] = (rel + prep + govEvent + l) | 0;
  keys[n++] = (gov + sort) | 0;
  keys[n++] = (gov + l) | 0;
  keys[n++] = gov;
  keys[n++] = (rel + prep + gov + over) | 0;
  keys[n++] = (rel + prep + govPos + govRel + over) | 0;
  keys[n++] = (rel + prep + gov + overEvent + sort) | 0;
  keys[n++] = (over + sort + rel) | 0;
  keys[n++] = (links + rel + prep + gov) | 0;
  keys[n++] = (links + sort) | 0;
  keys[n++] = (rel + prep + sort) | 0;
  keys[n++] = (rel + prep + l) | 0;
  keys[n++] = (before + sort) | 0;
  keys[n++] = (before2 + before + sort) | 0;
  keys[n++] = (before2 + before) | 0;
  keys[n++] = (before + l) | 0;
  keys[n++] = (after + sort) | 0;
  keys[n++] = (after + after2 + sort) | 0;
  keys[n++] = (after + after2) | 0;
  keys[n++] = (after + l) | 0;
  keys[n++] = (before + after + sort) | 0;
  keys[n++] = relevant;
  keys[n++] = (relevant + sort) | 0;
  keys[n++] = (relevant + l) | 0;
  keys[n++] = (relevantNear + sort) | 0;
  keys[n++] = (relevantWhole + sort) | 0;
  keys[n++] = (relevantWhole + l) | 0;
  keys[n++] = (relevant + rel + prep + sort) | 0;
  keys[n++] = (relevant + rel + prep + govEvent + sort) | 0;
  keys[n++] = (place + sort) | 0;
  keys[n++] = (count + sort) | 0;
  keys[n++] = (count + order + l) | 0;
  keys[n++] = (order + sort + relevant) | 0;
  keys[n++] = (said + sort) | 0;
  keys[n++] = (said + l) | 0;
  keys[n++] = (said + rel + sort + relevant) | 0;
  keys[n++] = (pos + sort + rel) | 0;
  stamp(keys, n);
  // what else the sentence tells of, wherever it stands
  for (const [k, t] of telling.entries()) {
    const verb = Math.imul(lemma[t]!, ROLES[33]!);
    const side = Math.imul(SPREAD[390 + (t < head ? 1 : 0) + (Math.abs(t - head) < 5 ? 2 : 0)]!, ROLES[34]!);
    const kind = Math.imul(SPREAD[400 + event[t]!]!, ROLES[35]!);
    keys[n++] = (verb + sort) | 0;
    keys[n++] = (verb + l) | 0;
    keys[n++] = (kind + side + sort) | 0;
    keys[n++] = (verb + side + sort + (k === 0 ? 1 : 0)) | 0;
  }
  return n;
}

/** "Ines Okoro, | the mayor, | was shot": the noun that stands beside a name and says who it is. */
function partnerOf(
  tokens: readonly Token[],
  top: number,
  from: number,
  to: number,
  lemma: Int32Array,
): number {
  for (let i = Math.max(0, from - 6); i < Math.min(tokens.length, to + 8); i++) {
    if (i >= from && i < to) continue;
    const { head, deprel } = tokens[i]!;
    if (deprel === 'appos' && head >= from && head < to) return lemma[i]!;
    if (i === top && tokens.slice(from, to).some((t) => t.deprel === 'appos' && t.head === i))
      return lemma[i]!;
  }
  return NONE;
}

/** What kind of proper name ends with a word, 0 for none. */
function nameKind(sentence: ParsedSentence, head: number): number {
  for (const span of sentence.names ?? []) if (span.to === head + 1) return NAME_KINDS.indexOf(span.kind) + 1;
  return 0;
}

const NAME_KINDS: readonly string[] = ['person', 'organisation', 'place', 'other'];
