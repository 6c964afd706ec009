import type { ClaimRow } from '../view/claims.ts';
import type { Shown, ShownClaim } from '../view/show.ts';
import { agreementText } from './agreement-text.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { section } from './section.ts';
import { counted, proposition, quoted, voice, when } from './voice.ts';

/** What `show` prints for people. */
export function shownText(io: Io, shown: Shown): string {
  const { bold, dim } = paint(io);
  switch (shown.kind) {
    case 'dispute':
      return disputeText(io, shown.dispute);
    case 'agreement':
      return agreementText(io, shown.agreement);
    case 'claim':
      return claimPage(io, shown);
    case 'document': {
      const { id, title, publisher, published, url, sha256 } = shown.document;
      const facts = [publisher, published, url, `SHA-256 ${sha256}`].flatMap((fact) =>
        fact ? [line(fact)] : [],
      );
      const head = [bold(line(title ?? id)), ...facts.map((fact) => dim(fact))].join('\n');
      return `${head}\n\n${claimList(io, shown.claims)}`;
    }
    case 'happening': {
      const { event, from, to, grade, why } = shown.happening;
      const head = [bold(`${event} ${when(from, to)}`.trim()), `${grade}: ${why.map(line).join('; ')}`].join(
        '\n',
      );
      return `${head}\n\n${claimList(io, shown.claims)}`;
    }
    case 'actor': {
      const { name, role, kind, otherNames, relations } = shown.actor;
      const lines = [
        `${bold(line(name))} ${dim(role ?? kind)}`,
        ...(otherNames.length > 0 ? [`also called ${otherNames.map(line).join(', ')}`] : []),
        ...relations.map(line),
      ];
      return `${lines.join('\n')}\n\n${claimList(io, shown.claims)}`;
    }
  }
}

function claimPage(io: Io, shown: ShownClaim): string {
  const { dim } = paint(io);
  const { row, claim, statement, origins, relations, disputes } = shown;
  const head = [
    claimText(io, row),
    `  ${dim('published')} ${line([row.publisher, row.published].filter((part) => part !== null).join(', ') || 'unknown')}`,
    `  ${dim('cue')} ${line(statement.cue?.text ?? 'none')}  ${dim('predicate')} ${line(claim.predicate.text)} (${claim.predicate.start}–${claim.predicate.end})`,
    `  ${dim('why')} ${[...statement.why, ...claim.why].map(line).join(', ')}`,
    ...origins.map(
      ({ kind, documents }) => `  ${dim('origin')} ${kind} in ${documents.map(line).join(', ')}`,
    ),
  ];
  const ties = relations.map(({ kind, dimension, other, why }) =>
    [`${kind} (${dimension}): ${why.map(line).join('; ')}`, claimText(io, other)].join('\n'),
  );
  return [
    `${head.join('\n')}\n`,
    ...section(
      io,
      'Disputes',
      disputes.map((dispute) => disputeText(io, dispute)),
    ),
    ...section(
      io,
      'Relations',
      ties.map((tie) => `${tie}\n`),
    ),
  ].join('\n');
}

function claimList(io: Io, rows: readonly ClaimRow[]): string {
  return `${counted(rows.length, 'claim')}\n\n${rows.map((row) => claimText(io, row)).join('\n\n')}\n`;
}

function claimText(io: Io, row: ClaimRow): string {
  const { dim } = paint(io);
  return [
    `${voice(row)} ${dim(line(row.id))}`,
    wrap(quoted(row.words, 1000), io.columns ?? 110, '    '),
    `  → ${proposition(row)}`,
  ].join('\n');
}
