import type { Kin } from '../link/kin.ts';
import { fitOf } from '../link/population.ts';
import type { Testimony } from '../link/testimony.ts';
import { periodOf } from '../link/when.ts';
import { candidatePairs } from './block.ts';
import { meet, sameManner } from './comparable.ts';
import type { Conflict } from './conflict.ts';
import { countOf, gap, sayCount } from './count.ts';

// No more can leave a place than were in it. "At most 500 fighters remain" and, of the exit that followed, "some 3,500 fighters
// went" are answers to one question, though one counts people present and the other people leaving.

const DAYS_BEFORE = 3;

/** Counts of people present just before an exit that are smaller than the count of those who left. */
export function findExcess(testimonies: readonly Testimony[], kin: Kin): Conflict[] {
  const usable = testimonies.filter(
    (item) =>
      item.footing === 'fact' &&
      item.claim.polarity === 'positive' &&
      item.place !== null &&
      item.claim.quantity !== null &&
      !item.population!.heads.includes('percent'),
  );
  const stocks = usable.filter((item) => item.claim.event === 'CONTROL');
  const flows = usable.filter(
    (item) => (item.claim.event === 'RETREAT' || item.claim.event === 'FLEE') && item.manner === null,
  );
  const keys = (item: Testimony): string[] => item.agent.map((id) => `${item.place}\u0001${kin.root(id)}`);
  const found: Conflict[] = [];
  for (const [stock, flow] of candidatePairs(stocks, flows, keys)) {
    const conflict = compare(stock, flow, kin);
    if (conflict) found.push(conflict);
  }
  return found;
}

function compare(stock: Testimony, flow: Testimony, kin: Kin): Conflict | null {
  if (stock.voice === flow.voice || !sameManner(flow, stock)) return null;
  if (!meet(flow.agent, stock.agent, kin)) return null;
  if (fitOf(flow.population!, stock.population!, new Set()) !== 'same') return null;
  const [inside, left] = [countOf(stock.claim.quantity!), countOf(flow.claim.quantity!)];
  if (!inside || !left || left.low <= inside.high) return null;
  const [present, exit] = [periodOf(stock), periodOf(flow)];
  if (present.from === null || present.to === null || exit.from === null || exit.to === null) return null;
  if (present.from < exit.from - DAYS_BEFORE || present.to >= exit.to) return null;
  const [there, gone] = [sayCount(stock.claim.quantity!), sayCount(flow.claim.quantity!)];
  return {
    a: stock,
    b: flow,
    dimension: 'quantity',
    ask: 'excess',
    question: `${flow.place} ${flow.population!.heads.join(',')}`,
    score: Math.min(0.9, 0.5 + gap(inside, left) / 2),
    why: [
      `Just before the exit ${there} were said to be inside; ${gone} cannot have left.`,
      'One counts those present, the other those who left the same place.',
    ],
  };
}
