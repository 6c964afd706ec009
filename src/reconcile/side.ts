import type { Kin } from '../link/kin.ts';
import { overlaps } from '../link/period.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import { familyOf, meet, sameTime } from './comparable.ts';
import type { Ask, Conflict } from './conflict.ts';
import { type CountsOf, cluster, countSides, sayCounts } from './count-side.ts';
import { sayShare, shareOf } from './holder.ts';

/** One answer and the claims that give it, in the order they were told. */
interface Answer {
  readonly answer: string;
  readonly claims: readonly string[];
}

/** What sides are made from, besides the conflicts: further claims that answer the same question. */
export interface Context {
  readonly kin: Kin;
  /** All claims about a place; those without one for null. */
  readonly at: (place: string | null) => readonly Testimony[];
  readonly countsOf: CountsOf;
}

/** The sides of a connected group of conflicts on one question. */
export function sidesOf(ask: Ask, group: readonly Conflict[], context: Context): Answer[] {
  const members = [
    ...new Map(group.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const])).values(),
  ];
  switch (ask) {
    case 'whether':
    case 'number':
      return yesAndNo(members, context);
    case 'count':
      return countSides(members, context.countsOf).map((side) => answer(sayCounts(told(side)), side));
    case 'excess':
      return pairSides(group).map((side) => answer(sayCounts(told(side)), side));
    case 'share':
      return cluster(members, (item) => shareOf(item)!).map((side) => answer(sayShares(side), side));
    case 'title': {
      const [holds = [], denies = []] = pairSides(group);
      return [answer(nameOf(holds[0]!, context.kin), holds), answer('it is occupied', denies)];
    }
    case 'holder':
    case 'doer':
      return byDoer(members, ask === 'doer' ? alsoBlamed(members, context) : [], context.kin);
  }
}

function told(side: readonly Testimony[]): Testimony[] {
  return [...side].sort(byTelling);
}

function answer(text: string, items: readonly Testimony[]): Answer {
  return { answer: text, claims: told(items).map((item) => item.id) };
}

function sayShares(side: readonly Testimony[]): string {
  return [...new Set(told(side).map(sayShare))].slice(0, 3).join(', ');
}

/** The first claims of all pairs against the second. */
function pairSides(group: readonly Conflict[]): Testimony[][] {
  return [[...new Set(group.map(({ a }) => a))], [...new Set(group.map(({ b }) => b))]];
}

function yesAndNo(members: readonly Testimony[], context: Context): Answer[] {
  const talks = familyOf(members[0]!.claim.event) === 'TALKS';
  const all = talks ? [...members, ...alsoInTalks(members, context)] : members;
  const yes = all.filter((item) => item.claim.polarity === 'positive');
  const no = all.filter((item) => item.claim.polarity === 'negative');
  return yes.length > 0 && no.length > 0 ? [answer('yes', yes), answer('no', no)] : [];
}

// Once it is asked whether someone had a part in a deal, what is said of the body he belongs to answers too: "A U.S. official approved
// the deal" and "the coalition took no part in the talks", where the United States are a member.
function alsoInTalks(members: readonly Testimony[], { kin, at }: Context): Testimony[] {
  const held = new Set(members.map((item) => item.id));
  const [first] = members;
  return at(first!.place).filter(
    (item) =>
      !held.has(item.id) &&
      item.footing === first!.footing &&
      familyOf(item.claim.event) === 'TALKS' &&
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

// Once two sides blame each other, others who name one of the two doers of that harm stand with that answer.
function alsoBlamed(members: readonly Testimony[], { kin, at }: Context): Testimony[] {
  const held = new Set(members.map((item) => item.id));
  const doers = new Set(members.flatMap((item) => item.agent.map((id) => kin.root(id))));
  const [first] = members;
  return at(first!.place).filter(
    (item) =>
      !held.has(item.id) &&
      item.footing === 'fact' &&
      item.claim.event === first!.claim.event &&
      item.claim.polarity === 'positive' &&
      item.agent.some((id) => doers.has(kin.root(id))) &&
      members.some((member) => sameTime(member, item) && meet(member.patient, item.patient, kin)),
  );
}

/**
 * One side for each doer or holder. Who denies that it was one of them stands with the doer his source names, or else with the only other
 * doer named; failing both, on a side of his own.
 */
function byDoer(members: readonly Testimony[], further: readonly Testimony[], kin: Kin): Answer[] {
  const all = [...members, ...further];
  const doer = (item: Testimony): string => kin.root(item.agent[0] ?? '');
  const named = Map.groupBy(
    all.filter((item) => item.claim.polarity === 'positive'),
    doer,
  );
  const denied: Testimony[] = [];
  for (const item of all.filter((one) => one.claim.polarity === 'negative')) {
    const rivals = [...named.keys()].filter((key) => key !== doer(item)).sort();
    const own = rivals.find((key) => named.get(key)!.some((one) => one.voice === item.voice));
    const home = own ?? (rivals.length === 1 ? rivals[0] : undefined);
    (home === undefined ? denied : named.get(home)!).push(item);
  }
  const sides = [...named.keys()]
    .sort()
    .map((key) => answer(nameOf(named.get(key)![0]!, kin), named.get(key)!));
  return denied.length > 0 ? [...sides, answer(`not ${nameOf(denied[0]!, kin)}`, denied)] : sides;
}

function nameOf(item: Testimony, kin: Kin): string {
  const [first] = item.agent;
  return (first && kin.entity(kin.root(first))?.names[0]) ?? item.claim.agent[0]?.text ?? 'unnamed';
}
