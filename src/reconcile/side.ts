import type { Kin } from '../link/kin.ts';
import { overlaps } from '../link/period.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import type { Dimension } from '../model/dispute.ts';
import { familyOf, periodOf } from './comparable.ts';
import type { Conflict } from './conflict.ts';
import { type Count, countOf, gap, sayCount } from './count.ts';
import type { Comparison } from './quantity.ts';

/** One answer and the claims that give it, in the order they were told. */
export interface Answer {
  readonly answer: string;
  readonly claims: readonly string[];
}

/** The sides of a connected group of conflicts on one question. */
export function sidesOf(
  dimension: Dimension,
  group: readonly Conflict[],
  counts: readonly Comparison[],
  testimonies: readonly Testimony[],
  kin: Kin,
): Answer[] {
  const members = [
    ...new Map(group.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const])).values(),
  ];
  if (group[0]!.question.startsWith('denied ')) return yesAndNo(members, testimonies, kin);
  if (dimension === 'quantity') return byCount(group, members, counts);
  return byHolder(group, members, kin);
}

function answer(text: string, items: readonly Testimony[]): Answer {
  return { answer: text, claims: [...items].sort(byTelling).map((item) => item.id) };
}

function yesAndNo(members: readonly Testimony[], testimonies: readonly Testimony[], kin: Kin): Answer[] {
  const talks = familyOf(members[0]!.claim.event) === 'TALKS';
  const all = talks ? [...members, ...alsoInTalks(members, testimonies, kin)] : members;
  const yes = all.filter((item) => item.claim.polarity === 'positive');
  const no = all.filter((item) => item.claim.polarity === 'negative');
  return yes.length > 0 && no.length > 0 ? [answer('yes', yes), answer('no', no)] : [];
}

// Once it is asked whether someone had a part in a deal, what is said of the body he belongs to answers too: "A U.S. official approved
// the deal" and "the coalition took no part in the talks", where the United States are a member.
function alsoInTalks(
  members: readonly Testimony[],
  testimonies: readonly Testimony[],
  kin: Kin,
): Testimony[] {
  const held = new Set(members.map((item) => item.id));
  const [first] = members;
  return testimonies.filter(
    (item) =>
      !held.has(item.id) &&
      item.footing === first!.footing &&
      familyOf(item.claim.event) === 'TALKS' &&
      item.place === first!.place &&
      item.claim.polarity === 'negative' &&
      members.some(
        (member) =>
          member.claim.polarity === 'positive' &&
          member.voice !== item.voice &&
          overlaps(periodOf(member), periodOf(item)) &&
          member.agent.some((x) => item.agent.some((y) => kin.akin(x, y))),
      ),
  );
}

/** Answers that can be true together make one side; a claim that fits two sides stands on none. */
function byCount(
  group: readonly Conflict[],
  members: readonly Testimony[],
  counts: readonly Comparison[],
): Answer[] {
  if (group[0]!.question.startsWith('stock ')) {
    return [new Set(group.map(({ a }) => a)), new Set(group.map(({ b }) => b))].map((side) =>
      answer(sayAll([...side]), [...side]),
    );
  }
  const ids = new Set(members.map((item) => item.id));
  const near = counts.filter((pair) => ids.has(pair.a.id) || ids.has(pair.b.id));
  const parts = new Set(near.filter((pair) => !pair.exact).map((pair) => pair.a.id));
  const exact = new Set(
    near
      .filter((pair) => pair.exact && ids.has(pair.a.id) && ids.has(pair.b.id))
      .flatMap((pair) => [pair.a.id, pair.b.id]),
  );
  const core = members.filter((item) => exact.has(item.id) || !parts.has(item.id));
  const sides = cluster(core);
  const rest = [...near.flatMap((pair) => [pair.a, pair.b]), ...members];
  const waiting = new Map(rest.map((item) => [item.id, item]));
  for (const item of core) waiting.delete(item.id);
  const extra = sides.map((): Testimony[] => []);
  for (const item of [...waiting.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const at = fittingSide(item, sides, near);
    if (at !== null) extra[at]!.push(item);
  }
  return sides.map((side, at) => {
    const all = [...side, ...extra[at]!];
    return answer(sayAll(all), all);
  });
}

/** Sides from intervals: sorted by bound, each joins the first side whose common numbers it shares. */
function cluster(items: readonly Testimony[]): Testimony[][] {
  const sides: { common: Count; items: Testimony[] }[] = [];
  const sorted = items
    .map((item) => ({ item, count: countOf(item.claim.quantity!)! }))
    .sort(
      (a, b) => a.count.low - b.count.low || a.count.high - b.count.high || (a.item.id < b.item.id ? -1 : 1),
    );
  for (const { item, count } of sorted) {
    const side = sides.find((one) => gap(one.common, count) === 0);
    if (!side) {
      sides.push({ common: count, items: [item] });
      continue;
    }
    side.items.push(item);
    side.common = {
      low: Math.max(side.common.low, count.low),
      high: Math.min(side.common.high, count.high),
    };
  }
  return sides.map((side) => side.items);
}

/** The one side a further count fits, when it is opposed to every other; null when it fits several or none. */
function fittingSide(
  item: Testimony,
  sides: readonly (readonly Testimony[])[],
  counts: readonly Comparison[],
): number | null {
  const own = counts.filter((pair) => pair.a.id === item.id || pair.b.id === item.id);
  const standing = sides.map((side) => {
    const ids = new Set(side.map((member) => member.id));
    const pairs = own.filter((pair) => ids.has(pair.a.id === item.id ? pair.b.id : pair.a.id));
    if (pairs.some((pair) => pair.kind === 'oppose')) return 'opposed';
    return pairs.some((pair) => pair.kind === 'agree') ? 'fits' : 'silent';
  });
  const fits = standing.flatMap((stand, at) => (stand === 'fits' ? [at] : []));
  return fits.length === 1 && standing.includes('opposed') ? fits[0]! : null;
}

function sayAll(items: readonly Testimony[]): string {
  const said = [...items].sort(byTelling).map((item) => sayCount(item.claim.quantity!));
  return [...new Set(said)].slice(0, 3).join(', ');
}

/** Who holds it, how much of it, or who did it: one side for each doer, told apart by share where the doer is the same. */
function byHolder(group: readonly Conflict[], members: readonly Testimony[], kin: Kin): Answer[] {
  if (group[0]!.question.startsWith('share ')) {
    return cluster(members).map((side) => answer(sayAll(side), side));
  }
  if (group[0]!.question.startsWith('title ')) {
    const [holds, denies] = [new Set(group.map(({ a }) => a)), new Set(group.map(({ b }) => b))];
    const [first] = [...holds];
    return [answer(nameOf(first!, kin), [...holds]), answer('it is occupied', [...denies])];
  }
  const byDoer = Map.groupBy(members, (item) => kin.root(item.agent[0] ?? ''));
  return [...byDoer.keys()].sort().map((key) => {
    const side = byDoer.get(key)!;
    return answer(nameOf(side[0]!, kin), side);
  });
}

function nameOf(item: Testimony, kin: Kin): string {
  const [first] = item.agent;
  return (first && kin.entity(kin.root(first))?.names[0]) ?? item.claim.agent[0]?.text ?? 'unnamed';
}
