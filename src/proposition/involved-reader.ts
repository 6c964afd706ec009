import type { Draft } from '../model/draft.ts';
import {
  allOdds,
  bagKeys,
  documentKeys,
  evidenceOf,
  type Layout,
  LEAST_ODDS,
  layoutOf,
  mentionKeys,
  relevanceOf,
  wordsOf,
} from './involved-document.ts';
import { type Evidence, GROUP_KEYS, groupKeys } from './involved-group.ts';
import { chance, type OddsTable, oddsOf, ROLE_COUNT } from './involved-score.ts';
import { WORDING_KEYS, wordingKeys, wordingsOf } from './involved-wording.ts';

/** The tables of the model, in the order of the steps. */
export const INVOLVED_TABLES = [
  'sentence',
  'words',
  'mention',
  'bag',
  'document',
  'group',
  'wording',
] as const;

/** Everything a trained reader of who is involved is made of. */
export interface InvolvedModel {
  readonly tables: Readonly<Record<(typeof INVOLVED_TABLES)[number], OddsTable>>;
  /** Least chance at which a participant is named, by role. */
  readonly least: readonly number[];
}

/** A participant that was found: who it is, under which words. */
export interface Found {
  readonly group: number;
  readonly role: number;
  readonly score: number;
  /** The candidate and token range whose words name it best. */
  readonly candidate: number;
  readonly words: readonly [number, number];
}

/** Documents less likely to report an incident than this are not looked at. */
const LEAST_RELEVANCE = 0.04;

const groupBuffer = new Int32Array(GROUP_KEYS);
const wordingBuffer = new Int32Array(WORDING_KEYS);

/** Keys of a group for a role. */
export function keysOfGroup(evidence: Evidence, role: number): Int32Array {
  return groupBuffer.slice(0, groupKeys(evidence, role, groupBuffer));
}

/** A way to name a group: words of one of its mentions, as they are compared, with their keys. */
export interface Wording {
  readonly candidate: number;
  readonly words: readonly [number, number];
  readonly text: string;
  readonly keys: Int32Array;
}

/** The ways to name a group in a role, those of the likeliest mentions first, each text once. */
export function wordingsOfGroup(layout: Layout, odds: Float64Array, group: number, role: number): Wording[] {
  const { draft, candidates, groups } = layout;
  const { members } = groups[group]!;
  const own = (i: number) => odds[i * ROLE_COUNT + role]!;
  const ways = members.map((i) =>
    wordingsOf(draft, candidates[i]!).map((words) => ({ i, words, text: textOf(layout, i, words) })),
  );
  const uses = new Map<string, number>();
  for (const list of ways)
    for (const text of new Set(list.map((w) => w.text))) uses.set(text, (uses.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  return ways
    .sort((a, b) => own(b[0]!.i) - own(a[0]!.i))
    .flat()
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
    .map(({ i, words, text }) => {
      const use = { uses: uses.get(text)!, members: members.length, odds: own(i) };
      const n = wordingKeys(draft, candidates[i]!, words, role, use, wordingBuffer);
      return { candidate: i, words, text, keys: wordingBuffer.slice(0, n) };
    });
}

/** The words of a candidate in lower case. */
function textOf(layout: Layout, candidate: number, [from, to]: readonly [number, number]): string {
  const { tokens } = layout.draft.sentences[layout.candidates[candidate]!.sentence]!;
  let text = '';
  for (let i = from; i < to; i++)
    text += `${i > from && tokens[i]!.start > tokens[i - 1]!.end ? ' ' : ''}${tokens[i]!.form.toLowerCase()}`;
  return text;
}

/** Who and what is involved in the incidents that a document reports, with the mentions of each. */
export function involvedIn(
  draft: Draft,
  model: InvolvedModel,
): { layout: Layout | null; found: readonly Found[] } {
  const { tables, least } = model;
  const words = wordsOf(draft);
  const relevance = relevanceOf(words, tables.sentence, tables.words);
  if (relevance.document < LEAST_RELEVANCE && !relevance.sentences.some((p) => p > 0.5))
    return { layout: null, found: [] };
  const layout = layoutOf(draft, words);
  const mentions = mentionKeys(layout, relevance);
  const odds = allOdds(tables.mention, mentions);
  const bags = allOdds(tables.bag, bagKeys(layout, mentions, odds, tables.bag.bits));
  const document = chance(oddsOf(tables.document, documentKeys(layout, relevance, odds)));
  const found: (Found & { text: string })[] = [];
  for (const [group, roles] of evidenceOf(layout, relevance, document, odds, bags).entries()) {
    for (const [role, evidence] of roles.entries()) {
      if (evidence.best < LEAST_ODDS) continue;
      const score = chance(oddsOf(tables.group, keysOfGroup(evidence, role)));
      if (score < least[role]! * 0.6) continue;
      const ways = wordingsOfGroup(layout, odds, group, role);
      const way = ways.reduce((a, b) =>
        oddsOf(tables.wording, b.keys) > oddsOf(tables.wording, a.keys) ? b : a,
      );
      found.push({ group, role, score, candidate: way.candidate, words: way.words, text: way.text });
    }
  }
  return { layout, found: distinct(found).filter((f) => f.score >= least[f.role]!) };
}

/** "Dynamite" beside "dynamite charges" says nothing new: the better of two whose words lie in each other's stays. */
function distinct(found: readonly (Found & { text: string })[]): Found[] {
  const inside = (a: string, b: string) => ` ${b} `.includes(` ${a} `);
  return found.filter(
    (x) =>
      !found.some(
        (y) =>
          y !== x &&
          y.role === x.role &&
          ((x.text !== y.text && inside(x.text, y.text) && y.score > x.score * 0.6) ||
            (inside(y.text, x.text) && y.score > x.score)),
      ),
  );
}
