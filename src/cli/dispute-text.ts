import type { DisputeRow } from '../view/disputes.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { counted, quoted, voice } from './voice.ts';

/** Most claims shown on one side. */
const SHOWN = 3;

/** A dispute for people: the question, and each side with its independent sources and their words. */
export function disputeText(io: Io, row: DisputeRow): string {
  const { bold, dim } = paint(io);
  const lines = [`${bold(line(row.question))}  ${dim(`${row.kind}, ${row.status} · ${row.id}`)}`];
  for (const { answer, origins, claims } of row.sides) {
    lines.push(`  ${line(answer)}  ${dim(counted(origins, 'independent source'))}`);
    for (const claim of claims.slice(0, SHOWN)) {
      lines.push(
        wrap(`${voice(claim)}: ${quoted(claim.words)}`, io.columns ?? 110, '    '),
        dim(`      ${line(claim.id)}`),
      );
    }
    if (claims.length > SHOWN) lines.push(dim(`    and ${counted(claims.length - SHOWN, 'more claim')}`));
  }
  return `${lines.join('\n')}\n`;
}
