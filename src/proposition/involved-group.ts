import type { Draft } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { hashText, ROLES, SPREAD, stamp } from '../parse/feature-hash.ts';
import type { Candidate } from './involved-candidate.ts';

/** Most keys of a group. */
export const GROUP_KEYS = 64;

/** Candidates of a document that name one participant, as indices in the list of candidates. */
export interface Group {
  readonly members: readonly number[];
  /** Lower-case last word. */
  readonly word: string;
}

/*
 * Phrases with the same last word mean the same participant unless their other words tell them apart: "the gunmen", "masked gunmen", but
 * "the Dutch embassy" and "the Norwegian embassy". A name that the report ties to a fuller one belongs with it.
 */

interface Open {
  readonly members: number[];
  readonly word: string;
  readonly modifiers: Set<string>;
}

/** Beyond so many participants with the same last word, others are only told from these. */
const MOST_ALIKE = 64;

/** Groups the candidates of a document. */
export function groupsOf(draft: Draft, candidates: readonly Candidate[]): Group[] {
  const groups: Open[] = [];
  const byWord = new Map<string, Open[]>();
  const byEntity = new Map<string, Open>();
  for (const [i, c] of candidates.entries()) {
    const { tokens } = draft.sentences[c.sentence]!;
    const head = tokens[c.head]!;
    const word = head.form.toLowerCase();
    const modifiers = modifiersOf(tokens, c);
    const entity = head.upos === 'PROPN' && !c.sort.startsWith('place') ? c.entity : null;
    const known = byWord.get(word);
    const alike = known ?? [];
    if (known === undefined) byWord.set(word, alike);
    let group =
      (entity === null ? undefined : byEntity.get(entity)) ??
      (/^\p{Lu}{2,}$/u.test(head.form)
        ? alike[0]
        : alike.find((g) => covers(g.modifiers, modifiers) || covers(modifiers, g.modifiers)));
    if (group === undefined) {
      group = { members: [], word, modifiers };
      groups.push(group);
    }
    group.members.push(i);
    for (const m of modifiers) group.modifiers.add(m);
    if (alike.length < MOST_ALIKE && !alike.includes(group)) alike.push(group);
    if (entity !== null && !byEntity.has(entity)) byEntity.set(entity, group);
  }
  return merged(groups, glosses(draft, candidates));
}

/** The groups with those made one that a pair of candidates belongs to. */
function merged(groups: readonly Open[], pairs: readonly (readonly [number, number])[]): Group[] {
  if (pairs.length === 0) return [...groups];
  const owner = new Map<number, number>();
  for (const [g, { members }] of groups.entries()) for (const i of members) owner.set(i, g);
  const into = groups.map((_, g) => g);
  const top = (g: number): number => {
    let at = g;
    while (into[at] !== at) at = into[at]!;
    into[g] = at;
    return at;
  };
  for (const [a, b] of pairs) {
    const [x, y] = [top(owner.get(a)!), top(owner.get(b)!)];
    into[Math.max(x, y)] = Math.min(x, y);
  }
  const parts = Map.groupBy(groups.keys(), top);
  return [...parts].map(([g, all]) => ({
    word: groups[g]!.word,
    members: all.flatMap((k) => groups[k]!.members).sort((a, b) => a - b),
  }));
}

/**
 * "the Peasants' Front [FDC]", "the FDC [Peasants' Front]": a name and an acronym side by side with one in brackets are one, whatever the
 * language of the acronym. Gives such pairs of candidates.
 */
function glosses(draft: Draft, candidates: readonly Candidate[]): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 1; i < candidates.length; i++) {
    const [a, b] = [candidates[i - 1]!, candidates[i]!];
    if (a.sentence !== b.sentence) continue;
    const { tokens } = draft.sentences[a.sentence]!;
    const bracket = a.head + 1;
    if (tokens[bracket]?.form !== '(' || b.chunk.from !== bracket + 1 || tokens[b.chunk.to]?.form !== ')')
      continue;
    if (b.head !== b.chunk.head || isAcronym(tokens, a) === isAcronym(tokens, b)) continue;
    if ([a, b].every((c) => /^\p{Lu}/u.test(tokens[c.head]!.form))) found.push([i - 1, i]);
  }
  return found;
}

/** A phrase that is one word in capitals; its counterpart is a name of several words. */
function isAcronym(tokens: readonly Token[], c: Candidate): boolean {
  return c.from === c.head && /^\p{Lu}[\p{Lu}\p{N}-]{1,7}$/u.test(tokens[c.head]!.form);
}

/** Words before a noun that tell which one is meant, and what it belongs to where the noun alone says little. */
function modifiersOf(tokens: readonly Token[], c: Candidate): Set<string> {
  const found = new Set<string>();
  for (let k = c.from; k < c.head; k++)
    if (/\p{L}/u.test(tokens[k]!.form)) found.add(tokens[k]!.form.toLowerCase());
  if (
    c.of > 0 &&
    /^(?:member|office|house|home|residence|car|part|group|headquarters|building)s?$/i.test(
      tokens[c.head]!.form,
    )
  )
    found.add(`of ${tokens[c.of - 1]!.form.toLowerCase()}`);
  return found;
}

function covers(whole: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  for (const p of part) if (!whole.has(p)) return false;
  return true;
}

/** What a group's mentions were given for one role: log-odds, and those for the other roles. */
export interface Evidence {
  /** Log-odds of all that its mentions show together. */
  readonly bag: number;
  readonly best: number;
  readonly mean: number;
  /** Sum of the probabilities. */
  readonly sum: number;
  readonly count: number;
  /** Best log-odds of the group for another role. */
  readonly rival: number;
  /** How many groups of the document have better best log-odds for the role. */
  readonly rank: number;
  /** Best log-odds of the group that leads the role, this one apart. */
  readonly leader: number;
  /** Groups that look right for the role. */
  readonly crowd: number;
  readonly relevance: number;
  readonly sentence: number;
  readonly sort: string;
  readonly word: string;
  readonly first: number;
}

function level(z: number): number {
  return Math.max(0, Math.min(24, Math.round((z + 7) * 2)));
}

export function coarse(z: number): number {
  return z < -3 ? 0 : z < -1.5 ? 1 : z < -0.5 ? 2 : z < 0.5 ? 3 : z < 2 ? 4 : 5;
}

/** Writes the keys of a group for one role, and says how many. */
export function groupKeys(e: Evidence, role: number, keys: Int32Array): number {
  const r = Math.imul(SPREAD[role + 1]!, ROLES[40]!);
  const best = Math.imul(SPREAD[20 + level(e.best)]!, ROLES[0]!);
  const rough = Math.imul(SPREAD[50 + coarse(e.best)]!, ROLES[1]!);
  const mean = Math.imul(SPREAD[60 + level(e.mean)]!, ROLES[2]!);
  const sum = Math.imul(SPREAD[90 + Math.min(12, Math.round(e.sum * 3))]!, ROLES[3]!);
  const count = Math.imul(SPREAD[110 + Math.min(5, e.count)]!, ROLES[4]!);
  const rival = Math.imul(SPREAD[120 + coarse(e.rival)]!, ROLES[5]!);
  const rank = Math.imul(SPREAD[130 + Math.min(6, e.rank)]!, ROLES[6]!);
  const leader = Math.imul(SPREAD[140 + coarse(e.leader)]!, ROLES[7]!);
  const crowd = Math.imul(SPREAD[150 + Math.min(6, e.crowd)]!, ROLES[8]!);
  const document = Math.imul(SPREAD[160 + Math.round(e.relevance * 8)]!, ROLES[9]!);
  const sentence = Math.imul(SPREAD[180 + Math.round(e.sentence * 6)]!, ROLES[10]!);
  const sort = Math.imul(hashText(e.sort), ROLES[11]!);
  const word = Math.imul(hashText(e.word), ROLES[12]!);
  const first = Math.imul(SPREAD[200 + Math.min(8, e.first)]!, ROLES[13]!);
  const bag = Math.imul(SPREAD[220 + level(e.bag)]!, ROLES[14]!);
  const roughBag = Math.imul(SPREAD[250 + coarse(e.bag)]!, ROLES[15]!);
  const both = Math.imul(SPREAD[260 + level((e.bag + e.best) / 2)]!, ROLES[16]!);
  let n = 0;
  keys[n++] = (r + bag) | 0;
  keys[n++] = (r + both) | 0;
  keys[n++] = (r + both + document) | 0;
  keys[n++] = (r + roughBag + rough) | 0;
  keys[n++] = (r + roughBag + rank) | 0;
  keys[n++] = (r + roughBag + sort) | 0;
  keys[n++] = (r + roughBag + word) | 0;
  keys[n++] = (r + roughBag + document) | 0;
  keys[n++] = r;
  keys[n++] = (r + best) | 0;
  keys[n++] = (r + mean) | 0;
  keys[n++] = (r + sum) | 0;
  keys[n++] = (r + count) | 0;
  keys[n++] = (r + rival) | 0;
  keys[n++] = (r + rank) | 0;
  keys[n++] = (r + crowd) | 0;
  keys[n++] = (r + document) | 0;
  keys[n++] = (r + sentence) | 0;
  keys[n++] = (r + sort) | 0;
  keys[n++] = (r + word) | 0;
  keys[n++] = (r + first) | 0;
  keys[n++] = (r + rough + document) | 0;
  keys[n++] = (r + rough + sentence) | 0;
  keys[n++] = (r + rough + count) | 0;
  keys[n++] = (r + rough + rank) | 0;
  keys[n++] = (r + rough + leader) | 0;
  keys[n++] = (r + rough + rival) | 0;
  keys[n++] = (r + rough + crowd) | 0;
  keys[n++] = (r + rough + sort) | 0;
  keys[n++] = (r + rough + word) | 0;
  keys[n++] = (r + rough + first) | 0;
  keys[n++] = (r + rough + mean) | 0;
  keys[n++] = (r + best + document) | 0;
  keys[n++] = (r + document + sort) | 0;
  keys[n++] = (r + document + word) | 0;
  keys[n++] = (r + rough + sum) | 0;
  return stamp(keys, n);
}
