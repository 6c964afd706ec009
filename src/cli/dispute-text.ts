import type { ClaimRow } from '../view/claims.ts';
import type { DisputeRow } from '../view/disputes.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { counted, quoted, voice } from './voice.ts';

/** Most different sayings shown on one side; the same words by the same speaker are shown once. */
const SHOWN = 3;
/** Most ids shown for one saying. */
const IDS = 6;

/** A dispute for people: the question, and each side with its independent sources and their words. */
export function disputeText(io: Io, row: DisputeRow): string {
  const { bold, dim } = paint(io);
  const width = io.columns ?? 110;
  const facts = `${row.kind}, ${row.status} · ${row.id}`;
  const question = line(row.question);
  const apart = question.length + 2 + facts.length > width ? '\n  ' : '  ';
  const lines = [`${bold(wrap(question, width))}${apart}${dim(facts)}`];
  for (const { answer, origins, claims } of row.sides) {
    lines.push(`  ${line(answer)}  ${dim(counted(origins, 'independent source'))}`);
    const sayings = Map.groupBy(claims, (claim) => `${voice(claim)}: ${quoted(claim.words)}`);
    for (const [saying, same] of [...sayings].slice(0, SHOWN)) {
      lines.push(wrap(saying, width, '    '), dim(wrap(idsOf(same), width, '      ')));
    }
    if (sayings.size > SHOWN) lines.push(dim(`    and ${counted(sayings.size - SHOWN, 'more saying')}`));
  }
  return `${lines.join('\n')}\n`;
}

function idsOf(claims: readonly ClaimRow[]): string {
  const ids = claims.slice(0, IDS).map(({ id }) => line(id));
  return claims.length > IDS ? `${ids.join(' ')} and ${claims.length - IDS} more` : ids.join(' ');
}
