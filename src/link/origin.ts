import type { Origin } from '../model/digest.ts';
import { type CopyText, type DocumentCopy, findCopies } from './copy.ts';
import type { Kin } from './kin.ts';
import { overlaps, share } from './period.ts';
import { fitOf } from './population.ts';
import { contentWords, sameWords } from './same-words.ts';
import { byTelling, type Testimony } from './testimony.ts';
import { periodOf } from './when.ts';
import { contentId } from './words.ts';

/** What goes back to what: the origins that several claims share, and for each such claim the one it goes back to. */
export interface Origins {
  readonly origins: readonly Origin[];
  /** The first told claim of the same origin; the claim's own id when it shares none. */
  readonly root: (claim: string) => string;
  readonly copies: readonly DocumentCopy[];
}

type Link = { readonly from: string; readonly to: string; readonly kind: Origin['kind'] };

const UTTERANCE_DAYS = 3;
const UTTERANCE_WORDS = 0.5;
/** In a document that is a copy, so many words in common make a claim the same whatever was read into its slots. */
const COPIED_WORDS = 0.6;

/**
 * Finds the origins: documents that copy or credit another are matched claim by claim; then the same speaker's same words in
 * documents of nearly the same day. Each claim links to at most one earlier claim, so chains end in the first telling.
 */
export function findOrigins(
  documents: readonly CopyText[],
  testimonies: readonly Testimony[],
  kin: Kin,
): Origins {
  const byDocument = Map.groupBy(testimonies, (testimony) => testimony.document.id);
  const links = new Map<string, Link>();
  const { sure, weak } = findCopies(documents);
  const copies: DocumentCopy[] = [];
  for (const pair of bestOriginals([...sure, ...weak])) {
    const matched = matchClaims(byDocument.get(pair.original) ?? [], byDocument.get(pair.copy) ?? [], kin);
    if (weak.includes(pair) && !most(matched.length, byDocument.get(pair.copy)?.length ?? 0)) continue;
    copies.push(pair);
    for (const [to, from] of matched) {
      if (!links.has(from.id)) links.set(from.id, { from: from.id, to: to.id, kind: pair.kind });
    }
  }
  for (const link of utterances(testimonies, kin)) {
    if (!links.has(link.from)) links.set(link.from, link);
  }
  const root = rootOf(links);
  return { origins: originsOf(testimonies, links, root), root, copies };
}

/** A copy goes back to one document: the one it shares most with, a credited one before others. */
function bestOriginals(pairs: readonly DocumentCopy[]): DocumentCopy[] {
  const best = new Map<string, DocumentCopy>();
  for (const pair of pairs) {
    const held = best.get(pair.copy);
    const better =
      !held ||
      (pair.kind === 'credit' && held.kind === 'copy') ||
      (pair.kind === held.kind && pair.shared > held.shared);
    if (better) best.set(pair.copy, pair);
  }
  return [...best.keys()].sort().map((copy) => best.get(copy)!);
}

/** A weak likeness counts as a copy only when three claims and most of the copy's are told alike. */
function most(matched: number, all: number): boolean {
  return matched >= 3 && matched * 5 >= all * 3;
}

/** Pairs [original, copy] of claims that tell the same, best first, each claim once. */
function matchClaims(
  originals: readonly Testimony[],
  copies: readonly Testimony[],
  kin: Kin,
): [Testimony, Testimony][] {
  const words = new Map([...originals, ...copies].map((item) => [item.id, contentWords(item.words)]));
  const scored: { to: Testimony; from: Testimony; score: number }[] = [];
  for (const from of copies) {
    for (const to of originals) {
      const alike = sameWords(words.get(to.id)!, words.get(from.id)!);
      const slots = tellsSame(to, from, kin);
      if (!slots && !(alike >= COPIED_WORDS && sameAct(to, from))) continue;
      const score = alike + share(periodOf(to), periodOf(from)) + (slots ? 1 : 0);
      scored.push({ to, from, score });
    }
  }
  scored.sort((a, b) => b.score - a.score || order(a.to.id, b.to.id) || order(a.from.id, b.from.id));
  const used = new Set<string>();
  const pairs: [Testimony, Testimony][] = [];
  for (const { to, from } of scored) {
    if (used.has(to.id) || used.has(from.id)) continue;
    used.add(to.id).add(from.id);
    pairs.push([to, from]);
  }
  return pairs;
}

function sameAct(a: Testimony, b: Testimony): boolean {
  return a.claim.event === b.claim.event && a.claim.polarity === b.claim.polarity;
}

/** Same act, same parts played, same answer, and the same source (a copy may drop the attribution). */
function tellsSame(a: Testimony, b: Testimony, kin: Kin): boolean {
  const [x, y] = [a.claim, b.claim];
  if (!sameAct(a, b) || a.footing !== b.footing) return false;
  const dropped = b.speaker === null;
  if (a.voice !== b.voice && a.speaker !== b.speaker && !dropped) return false;
  if (a.place && b.place && a.place !== b.place) return false;
  if (!overlaps(periodOf(a), periodOf(b))) return false;
  const meet = (p: readonly string[], q: readonly string[]): boolean =>
    p.length === 0 ||
    q.length === 0 ||
    p.some((one) => q.some((other) => kin.within(one, other) || kin.within(other, one)));
  if (!meet(a.agent, b.agent) || !meet(a.patient, b.patient)) return false;
  if (!x.quantity || !y.quantity) return !x.quantity === !y.quantity || x.polarity === 'negative';
  const [lowX, highX] = [x.quantity.min ?? 0, x.quantity.max ?? Number.POSITIVE_INFINITY];
  const [lowY, highY] = [y.quantity.min ?? 0, y.quantity.max ?? Number.POSITIVE_INFINITY];
  return lowX <= highY && lowY <= highX;
}

/** The same speaker's same words in another document of nearly the same day, however framed. */
function utterances(testimonies: readonly Testimony[], kin: Kin): Link[] {
  const links: Link[] = [];
  const spoken = testimonies.filter((item) => item.speaker !== null);
  const groups = Map.groupBy(spoken, (item) =>
    [item.voice, item.claim.event, item.claim.polarity, item.footing, item.place ?? ''].join('\u0001'),
  );
  for (const key of [...groups.keys()].sort()) {
    const list = groups.get(key)!.sort(byTelling).slice(0, 200);
    list.forEach((later, at) => {
      const words = contentWords(later.words);
      const first = list
        .slice(0, at)
        .find(
          (earlier) =>
            earlier.document.id !== later.document.id &&
            near(earlier, later) &&
            tellsSame(earlier, later, kin) &&
            sameCounted(earlier, later) &&
            sameWords(words, contentWords(earlier.words)) >= UTTERANCE_WORDS,
        );
      if (first)
        links.push({ from: later.id, to: first.id, kind: isRelease(later) ? 'release' : 'utterance' });
    });
  }
  return links;
}

/** Said in writing to all: "the army said in a statement". */
function isRelease({ statement }: Testimony): boolean {
  const words = `${statement?.source?.text ?? ''} ${statement?.cue?.text ?? ''}`;
  return /\b(?:statement|press release|communiqu[eé]|bulletin|news release)\b/i.test(words);
}

function sameCounted(a: Testimony, b: Testimony): boolean {
  return !a.population || !b.population || fitOf(a.population, b.population, new Set()) === 'same';
}

function near(a: Testimony, b: Testimony): boolean {
  if (a.published === null || b.published === null) return false;
  return Math.abs(a.published - b.published) <= UTTERANCE_DAYS;
}

function rootOf(links: ReadonlyMap<string, Link>): (claim: string) => string {
  return (claim) => {
    const seen = new Set<string>();
    let at = claim;
    for (let link = links.get(at); link && !seen.has(at); link = links.get(at)) {
      seen.add(at);
      at = link.to;
    }
    return at;
  };
}

/** One origin for each statement that others go back to, and each way in which they do. */
function originsOf(
  testimonies: readonly Testimony[],
  links: ReadonlyMap<string, Link>,
  root: (claim: string) => string,
): Origin[] {
  const byId = new Map(testimonies.map((item) => [item.id, item]));
  const groups = Map.groupBy(
    testimonies.filter((item) => links.has(item.id)),
    (item) => {
      const first = byId.get(root(item.id))!;
      return [first.document.id, first.claim.statement, familyOf(links.get(item.id)!)].join('\u0001');
    },
  );
  const origins = [...groups.values()].map((linked): Origin => {
    const used = new Set([...linked, ...linked.map((item) => byId.get(root(item.id))!)]);
    const claims = [...used].map((item) => item.id).sort();
    const kinds = linked.map((item) => links.get(item.id)!.kind);
    return {
      id: contentId('origin', claims),
      documents: [...new Set([...used].map((item) => item.document.id))].sort(),
      claims,
      kind: kinds.includes('credit') ? 'credit' : kinds[0]!,
    };
  });
  return origins.sort((a, b) => order(a.id, b.id));
}

/** A credited copy and an uncredited one of the same story are one family. */
function familyOf({ kind }: Link): string {
  return kind === 'credit' ? 'copy' : kind;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
