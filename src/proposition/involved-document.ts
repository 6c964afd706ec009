import type { Draft } from '../model/draft.ts';
import { type Candidate, candidatesOf } from './involved-candidate.ts';
import {
  CANDIDATE_KEYS,
  candidateKeys,
  type Relevance,
  type Scene,
  SENTENCE_KEYS,
  sceneOf,
  sentenceKeys,
} from './involved-features.ts';
import { type Evidence, type Group, groupsOf } from './involved-group.ts';
import { chance, numbered, type OddsTable, oddsOf, ROLE_COUNT, roleOdds } from './involved-score.ts';

/*
 * Whether somebody is involved shows in four steps: how much sentences and the document speak of incidents, what each mention shows, what
 * all mentions of one participant show together, and how participants of the document compare.
 */

/** A document with what its features are made from. */
export interface Layout {
  readonly draft: Draft;
  readonly scene: Scene;
  readonly candidates: readonly Candidate[];
  readonly groups: readonly Group[];
  readonly sentences: readonly Int32Array[];
  /** Keys of all sentences, each once. */
  readonly whole: Int32Array;
  /** For each candidate how often its noun is one, and which of them it is. */
  readonly uses: Int32Array;
  readonly nth: Int32Array;
}

const keys = new Int32Array(Math.max(SENTENCE_KEYS, CANDIDATE_KEYS));

/** The words of the sentences as keys: enough to tell whether a document speaks of incidents at all. */
export function wordsOf(draft: Draft): Pick<Layout, 'scene' | 'sentences' | 'whole'> {
  const scene = sceneOf(draft);
  const sentences = draft.sentences.map((_, i) => keys.slice(0, sentenceKeys(scene, i, keys)));
  const all = new Set<number>();
  for (const list of sentences) for (const k of list) all.add(k);
  return { scene, sentences, whole: Int32Array.from(all) };
}

export function layoutOf(draft: Draft, words: ReturnType<typeof wordsOf> = wordsOf(draft)): Layout {
  const candidates = candidatesOf(draft);
  const noun = (c: Candidate) => draft.sentences[c.sentence]!.tokens[c.head]!.lemma.toLowerCase();
  const counts = new Map<string, number>();
  const nth = Int32Array.from(candidates, (c) => {
    const n = counts.get(noun(c)) ?? 0;
    counts.set(noun(c), n + 1);
    return n;
  });
  const uses = Int32Array.from(candidates, (c) => counts.get(noun(c))!);
  return { ...words, draft, candidates, groups: groupsOf(draft, candidates), uses, nth };
}

/** How much each sentence and the document's words speak of incidents. */
export function relevanceOf(
  words: Pick<Layout, 'sentences' | 'whole'>,
  sentence: OddsTable,
  document: OddsTable,
): Relevance {
  return {
    sentences: Float64Array.from(words.sentences, (k) => (k.length === 0 ? 0 : chance(oddsOf(sentence, k)))),
    document: chance(oddsOf(document, words.whole)),
  };
}

/** Keys of every candidate. */
export function mentionKeys(layout: Layout, relevance: Relevance): Int32Array[] {
  return layout.candidates.map((c, i) =>
    keys.slice(0, candidateKeys(layout.scene, c, relevance, layout.uses[i]!, layout.nth[i]!, keys)),
  );
}

/** Log-odds of every list of keys for every role, one row a list. */
export function allOdds(table: OddsTable, lists: readonly Int32Array[]): Float64Array {
  const odds = new Float64Array(lists.length * ROLE_COUNT);
  for (const [i, list] of lists.entries()) roleOdds(table, list, odds, i * ROLE_COUNT);
  return odds;
}

/** Mentions of a group that are looked at together. */
const LOOKED_AT = 8;
/** Groups whose mentions show less than this for every role are not looked at further. */
export const LEAST_ODDS = -5;
const NO_KEYS = new Int32Array(0);

/** Rows of a table that the group at hand has met bear its marker. */
let seen = new Int32Array(0);
let marker = 0;
const rows = new Int32Array(LOOKED_AT * CANDIDATE_KEYS);

/** What the mentions of each group show together: their keys as rows of a table of `bits`, each row once. */
export function bagKeys(
  layout: Layout,
  mentions: readonly Int32Array[],
  odds: Float64Array,
  bits: number,
): Int32Array[] {
  const shift = 32 - bits;
  const promising = (i: number) => {
    for (let r = 0; r < ROLE_COUNT; r++) if (odds[i * ROLE_COUNT + r]! >= LEAST_ODDS) return true;
    return false;
  };
  if (seen.length < 1 << bits) seen = new Int32Array(1 << bits);
  return layout.groups.map((g) => {
    if (!g.members.some(promising)) return NO_KEYS;
    marker = marker === 0x7fffffff ? 1 : marker + 1;
    let count = 0;
    const looked = Math.min(LOOKED_AT, g.members.length);
    for (let m = 0; m < looked; m++) {
      const list = mentions[g.members[m]!]!;
      for (let k = 0; k < list.length; k++) {
        const row = list[k]! >>> shift;
        if (seen[row] === marker) continue;
        seen[row] = marker;
        rows[count++] = row << shift;
      }
    }
    return rows.slice(0, count);
  });
}

function step(odds: number): number {
  return Math.max(0, Math.min(15, Math.round(odds + 8)));
}

/** Keys that tell from words, sentences and mentions together whether the document reports an incident. */
export function documentKeys(layout: Layout, relevance: Relevance, odds: Float64Array): Int32Array {
  const found: number[] = [];
  const put = (question: number, answer: number) => found.push(numbered(question, answer));
  const words = step(Math.log((relevance.document + 1e-9) / (1 - relevance.document + 1e-9)));
  const sentences = [...relevance.sentences].sort((a, b) => b - a);
  put(0, words);
  for (let i = 0; i < 4; i++) put(1 + i, Math.round((sentences[i] ?? 0) * 8));
  const tops: number[] = [];
  for (let r = 0; r < ROLE_COUNT; r++) {
    let first = -8;
    let second = -8;
    for (let i = r; i < odds.length; i += ROLE_COUNT) {
      const z = odds[i]!;
      if (z > first) [first, second] = [z, first];
      else if (z > second) second = z;
    }
    put(10 + r, step(first));
    put(20 + r, step(second));
    put(30 + r, step(first) * 20 + words);
    tops.push(first);
  }
  tops.sort((a, b) => b - a);
  for (let i = 0; i < 3; i++) put(40 + i, step(tops[i]!));
  put(43, step(tops[0]!) * 20 + step(tops[1]!));
  put(44, Math.min(9, layout.draft.sentences.length >> 2));
  put(45, step(tops[0]!) * 20 + Math.round((sentences[0] ?? 0) * 8));
  return Int32Array.from(found);
}

/** What speaks for each group in each role: one list of roles a group. `document`: chance that the document reports an incident. */
export function evidenceOf(
  layout: Layout,
  relevance: Relevance,
  document: number,
  odds: Float64Array,
  bags: Float64Array,
): Evidence[][] {
  const { groups, candidates } = layout;
  const best = groups.map((g) => {
    const top = new Float64Array(ROLE_COUNT).fill(Number.NEGATIVE_INFINITY);
    for (const i of g.members)
      for (let r = 0; r < ROLE_COUNT; r++) top[r] = Math.max(top[r]!, odds[i * ROLE_COUNT + r]!);
    return top;
  });
  const sorted = Array.from({ length: ROLE_COUNT }, (_, r) => best.map((b) => b[r]!).sort((a, b) => b - a));
  const crowds = sorted.map((list) => list.filter((z) => z > -0.5).length);
  return groups.map((g, k) => {
    const own = best[k]!;
    const first = candidates[g.members[0]!]!;
    const sentence = g.members.reduce(
      (m, i) => Math.max(m, relevance.sentences[candidates[i]!.sentence]!),
      0,
    );
    return Array.from({ length: ROLE_COUNT }, (_, r): Evidence => {
      let total = 0;
      let sum = 0;
      for (const i of g.members) {
        const z = odds[i * ROLE_COUNT + r]!;
        total += z;
        sum += chance(z);
      }
      const list = sorted[r]!;
      const rank = rankIn(list, own[r]!);
      return {
        bag: bags[k * ROLE_COUNT + r]!,
        best: own[r]!,
        mean: total / g.members.length,
        sum,
        count: g.members.length,
        rival: own.reduce((m, z, q) => (q === r ? m : Math.max(m, z)), -99),
        rank,
        leader: list[rank === 0 ? 1 : 0] ?? -99,
        crowd: crowds[r]!,
        relevance: document,
        sentence,
        sort: first.sort,
        word: g.word,
        first: first.sentence,
      };
    });
  });
}

/** How many of a falling list are above a number. */
function rankIn(list: readonly number[], z: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! > z) low = middle + 1;
    else high = middle;
  }
  return low;
}
