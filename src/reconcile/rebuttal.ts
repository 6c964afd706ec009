import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import { familyOf, meet } from './comparable.ts';
import { type Conflict, quote } from './conflict.ts';

// Who disputes a statement takes up its slots: "The army said it had left the town. A council member disputed that: no soldier had left, he
// said." The rebuttal need not repeat place and time, so a pair so tied is compared on act, participants and polarity alone.

/** Pairs of opposite claims tied by a statement that disputes or denies the other (`about`), within each document. */
export function findRebuttals(testimonies: readonly Testimony[], kin: Kin): Conflict[] {
  const byStatement = Map.groupBy(testimonies, (item) => statementKey(item, item.claim.statement));
  const found: Conflict[] = [];
  for (const item of testimonies) {
    if (item.rebuts === null) continue;
    for (const target of byStatement.get(statementKey(item, item.rebuts)) ?? []) {
      if (item.claim.polarity === target.claim.polarity) continue;
      if (familyOf(item.claim.event) !== familyOf(target.claim.event)) continue;
      if (!meet(item.agent, target.agent, kin) || !meet(item.patient, target.patient, kin)) continue;
      const [yes, no] = item.claim.polarity === 'positive' ? [item, target] : [target, item];
      found.push({
        a: yes,
        b: no,
        dimension: 'polarity',
        ask: 'whether',
        question: `${familyOf(yes.claim.event)} ${yes.footing}`,
        score: 0.95,
        why: [`${quote(item)} takes up ${quote(target)} and contradicts it.`],
      });
    }
  }
  return found;
}

function statementKey(item: Testimony, statement: string): string {
  return `${item.document.id}\u0001${statement}`;
}
