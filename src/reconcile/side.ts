import type { Kin } from '../link/kin.ts';
import { overlaps } from '../link/period.ts';
import { byTelling, type Testimony } from '../link/testimony.ts';
import { familyOf, periodOf } from './comparable.ts';
import type { Ask, Conflict } from './conflict.ts';
import { type CountsOf, cluster, countSides, sayCounts } from './count-side.ts';
import { sayShare, shareOf } from './holder.ts';

/** One answer and the claims that give it, in the order they were told. */
export interface Answer {
  readonly answer: string;
  readonly claims: readonly string[];
}

/** The sides of a connected group of conflicts on one question. */
export function sidesOf(
  ask: Ask,
  group: readonly Conflict[],
  countsOf: CountsOf,
  testimonies: readonly Testimony[],
  kin: Kin,
): Answer[] {
  const members = [
    ...new Map(group.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const])).values(),
  ];
  if (ask === 'whether' || ask === 'number') return yesAndNo(members, testimonies, kin);
  if (ask === 'count' || ask === 'excess') {
    const sides =
      ask === 'excess'
        ? [[...new Set(group.map(({ a }) => a))], [...new Set(group.map(({ b }) => b))]]
        : countSides(members, countsOf);
    return sides.map((side) => answer(sayCounts([...side].sort(byTelling)), side));
  }
  return byHolder(ask, group, members, kin);
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

/** Who holds it, how much of it, or who did it: one side for each doer, told apart by share where the doer is the same. */
function byHolder(ask: Ask, group: readonly Conflict[], members: readonly Testimony[], kin: Kin): Answer[] {
  if (ask === 'share') {
    return cluster(members, (item) => shareOf(item)!).map((side) =>
      answer([...new Set([...side].sort(byTelling).map(sayShare))].slice(0, 3).join(', '), side),
    );
  }
  if (ask === 'title') {
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
