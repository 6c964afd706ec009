import { type Kin, kinOf } from '../link/kin.ts';
import { byTelling, type Testimony, type Told, testimoniesOf } from '../link/testimony.ts';
import { contentId } from '../link/words.ts';
import type { Dispute, Side } from '../model/dispute.ts';
import { findBlame } from './blame.ts';
import type { Ask, Conflict } from './conflict.ts';
import { findRivals } from './holder.ts';
import { findDenied } from './polarity.ts';
import { type Comparison, compareCounts } from './quantity.ts';
import { askQuestion } from './question.ts';
import { findRebuttals } from './rebuttal.ts';
import { type Context, sidesOf } from './side.ts';
import { findExcess } from './stock.ts';

/** What reconciling found between claims: pairs that exclude each other, and all counts compared. */
export interface Findings {
  readonly conflicts: readonly Conflict[];
  readonly counts: readonly Comparison[];
}

/** Runs every rule over the claims. Order of the claims does not matter. */
export function findConflicts(testimonies: readonly Testimony[], kin: Kin): Findings {
  const ordered = [...testimonies].sort((a, b) => (a.id < b.id ? -1 : 1));
  const counts = compareCounts(ordered, kin);
  const fuller = [...countConflicts(counts), ...findRivals(ordered, kin), ...findBlame(ordered, kin)];
  const denied = [...findDenied(ordered, kin), ...findRebuttals(ordered, kin)];
  return { counts, conflicts: [...joinFuller(denied, fuller), ...fuller, ...findExcess(ordered, kin)] };
}

/** A count answers the question about its own population first; only one without rivals there is set against a fuller count. */
function countConflicts(counts: readonly Comparison[]): Conflict[] {
  const firm = counts.filter((pair) => pair.kind === 'oppose' && pair.firm);
  const own = new Set(firm.filter((pair) => pair.exact).flatMap((pair) => [pair.a.id, pair.b.id]));
  return firm
    .filter((pair) => pair.exact || !own.has(pair.a.id))
    .map(({ a, b, question, score, why }) => ({
      a,
      b,
      dimension: 'quantity',
      ask: 'count',
      question,
      score,
      why,
    }));
}

// A denial joins the fuller question that the claim it denies already answers: "it was not 3,500" among rival numbers, "we did not fire"
// among rival doers, "we have not lost the town" among rival holders.
function joinFuller(denied: readonly Conflict[], fuller: readonly Conflict[]): Conflict[] {
  const held = byClaim(fuller);
  return denied.map((conflict) => {
    const asks = JOINS[`${conflict.ask} ${conflict.dimension}`];
    const about = (held.get(conflict.a.id) ?? []).filter(({ ask }) => ask === asks);
    const same = about.find(({ a, b }) => a.agent.join() === b.agent.join()) ?? about[0];
    return same
      ? { ...conflict, dimension: same.dimension, ask: same.ask, question: same.question }
      : conflict;
  });
}

const JOINS: Readonly<Record<string, Ask>> = {
  'number polarity': 'count',
  'whether responsibility': 'doer',
  'whether control': 'holder',
};

/** Disputes as questions with sides; `root` gives the first telling of a copied claim (its source is the one counted). */
export function disputesOf(
  findings: Findings,
  testimonies: readonly Testimony[],
  kin: Kin,
  root: (claim: string) => string,
): Dispute[] {
  const byId = new Map(testimonies.map((item) => [item.id, item]));
  const compared = byClaim(findings.counts);
  const byPlace = Map.groupBy(testimonies, (item) => item.place ?? '');
  const context: Context = {
    kin,
    at: (place) => byPlace.get(place ?? '') ?? [],
    countsOf: (id) => compared.get(id) ?? [],
  };
  const disputes: Dispute[] = [];
  for (const group of connected(findings.conflicts)) {
    const { ask, dimension } = group[0]!;
    const sides = sidesOf(ask, group, context);
    if (sides.length < 2) continue;
    const voices = sides.map((side) => side.claims.map((id) => byId.get(root(id)) ?? byId.get(id)!));
    const lead = leadOf(group, sides[0]!.claims, byId);
    disputes.push({
      id: contentId('dispute', [dimension, ...sides.map((side) => [...side.claims].sort().join(' '))].sort()),
      question: askQuestion(ask, dimension, lead, kin),
      kind: dimension,
      status: 'open',
      sides: sides.map(
        (side, at): Side => ({
          answer: side.answer,
          claims: side.claims,
          origins: countSources(voices, at),
        }),
      ),
    });
  }
  return disputes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Disputes between claims of one document; ids are those of the Reading. */
export function disputesWithin(told: Told): Dispute[] {
  const kin = kinOf(told.entities);
  const same = (id: string): string => id;
  const testimonies = testimoniesOf(told, kin, same, same);
  return disputesOf(findConflicts(testimonies, kin), testimonies, kin, same);
}

/** The pairs each claim stands in. */
function byClaim<Pair extends { readonly a: Testimony; readonly b: Testimony }>(
  pairs: readonly Pair[],
): Map<string, Pair[]> {
  const held = new Map<string, Pair[]>();
  for (const pair of pairs) {
    for (const { id } of [pair.a, pair.b]) {
      const list = held.get(id);
      if (list) list.push(pair);
      else held.set(id, [pair]);
    }
  }
  return held;
}

/** Conflicts on one question that share claims, directly or through others. */
function connected(conflicts: readonly Conflict[]): Conflict[][] {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = parent.get(at) ?? at; up !== at; up = parent.get(at) ?? at) at = up;
    parent.set(key, at);
    return at;
  };
  const node = (conflict: Conflict, id: string): string =>
    [conflict.ask, conflict.dimension, conflict.question, id].join('\u0001');
  for (const conflict of conflicts) {
    const [a, b] = [find(node(conflict, conflict.a.id)), find(node(conflict, conflict.b.id))].sort();
    if (a !== b) parent.set(b!, a!);
  }
  const groups = Map.groupBy(conflicts, (conflict) => find(node(conflict, conflict.a.id)));
  return [...groups.keys()].sort().map((key) => groups.get(key)!);
}

/** The claim whose slots word the question: of those in conflict on the first side, the first told. */
function leadOf(
  group: readonly Conflict[],
  side: readonly string[],
  byId: ReadonlyMap<string, Testimony>,
): Testimony {
  const direct = new Set(group.flatMap((conflict) => [conflict.a.id, conflict.b.id]));
  const candidates = side.filter((id) => direct.has(id)).map((id) => byId.get(id)!);
  return candidates.sort(byTelling)[0]!;
}

// A spokesman counts as his organisation, unless the organisation itself stands on another side: then he speaks for himself.
function countSources(sides: readonly (readonly Testimony[])[], at: number): number {
  const elsewhere = new Set(
    sides.flatMap((side, other) => (other === at ? [] : side.map((item) => item.voice))),
  );
  const sources = sides[at]!.map((item) =>
    elsewhere.has(item.voice) && item.speaker ? item.speaker : item.voice,
  );
  return new Set(sources).size;
}
