import type { AgreementRow } from '../view/agreements.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { quoted, voice, when } from './voice.ts';

/** An agreement for people: who made it, for whom it does not hold, what each owes, and what is said of its being kept. */
export function agreementText(io: Io, row: AgreementRow): string {
  const { bold, dim } = paint(io);
  const names = (list: readonly string[]) => list.map(line).join(', ');
  const lines = [`${bold(names(row.parties) || 'Parties unknown')}  ${dim(row.id)}`];
  const facts: [string, string][] = [
    ['guaranteed by', names(row.guarantors)],
    ['not for', names(row.excluded)],
    ['at', line(row.place ?? '')],
    ['on', when(row.from, row.to)],
  ];
  for (const [label, value] of facts) if (value !== '') lines.push(`  ${label} ${value}`);
  for (const term of row.terms) {
    const whom = term.toWhom.length > 0 ? ` ${dim('to')} ${names(term.toWhom)}` : '';
    const condition = term.condition === null ? '' : ` ${dim('on condition:')} ${line(term.condition)}`;
    lines.push(
      wrap(
        `- ${names(term.who) || 'someone'}: ${line(term.does)}${whom}${condition}`,
        io.columns ?? 110,
        '  ',
      ),
    );
    for (const { verdict, claim } of term.compliance) {
      lines.push(wrap(`${verdict}, as ${voice(claim)}: ${quoted(claim.words)}`, io.columns ?? 110, '      '));
    }
  }
  return `${lines.join('\n')}\n`;
}
