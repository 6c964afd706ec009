import type { AgreementRow, TermRow } from '../view/agreements.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { quoted, voice, when } from './voice.ts';

/** An agreement for people: who made it, who helped it on, for whom it does not hold, how it stands, what each owes, and what is said of its being kept. */
export function agreementText(io: Io, row: AgreementRow): string {
  const { bold, dim } = paint(io);
  const width = io.columns ?? 110;
  const facts: [string, string][] = [
    ['guaranteed by', list(row.guarantors)],
    ['mediated by', list(row.mediators)],
    ['not for', list(row.excluded)],
    ['at', line(row.place ?? '')],
    ['on', when(row.from, row.to)],
    ['lasts', line(row.duration ?? '')],
    ['stands', list(row.statuses)],
  ];
  const told = facts.flatMap(([label, value]) =>
    value === '' ? [] : [wrap(`${label} ${value}`, width, '  ')],
  );
  return `${[`${bold(list(row.parties) || 'Parties unknown')}  ${dim(row.id)}`, ...told, ...row.terms.flatMap((term) => termLines(io, term, width))].join('\n')}\n`;
}

/** One obligation: who is to do what to whom, until when, on what condition; then what is said of it. */
function termLines(io: Io, term: TermRow, width: number): string[] {
  const { dim } = paint(io);
  const whom = term.toWhom.length > 0 ? ` ${dim('to')} ${list(term.toWhom)}` : '';
  const condition = term.condition === null ? '' : ` ${dim('on condition:')} ${line(term.condition)}`;
  const said = term.speaker === null ? '' : ` ${dim(`(as ${line(term.speaker)} says)`)}`;
  return [
    wrap(`- ${list(term.who) || 'someone'}: ${line(term.does)}${whom}${condition}${said}`, width, '  '),
    ...term.compliance.map(({ verdict, claim }) =>
      wrap(`${verdict}, as ${voice(claim)}: ${quoted(claim.words)}`, width, '      '),
    ),
  ];
}

function list(names: readonly string[]): string {
  return names.map(line).join(', ');
}
