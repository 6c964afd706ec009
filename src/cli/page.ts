import { globalClaimId } from '../link/claim-id.ts';
import type { Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import { agreementRows } from '../view/agreements.ts';
import { claimRow } from '../view/claims.ts';
import { controlRows } from '../view/control.ts';
import { disputeRows } from '../view/disputes.ts';
import { entityName, witnessesOf } from '../view/witness.ts';
import { agreementText } from './agreement-text.ts';
import { controlText } from './control-text.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { counted, proposition, quoted, voice } from './voice.ts';

/** A Reading as a page for people: every statement with its words and claims, then what follows from them. */
export function page(io: Io, reading: Reading, where: string): string {
  const { bold, dim } = paint(io);
  const { document, statements, claims, credits, diagnostics } = reading;
  const facts = [document.publisher, document.published, `id ${document.id}`].flatMap((fact) =>
    fact ? [line(fact)] : [],
  );
  const head = [
    bold(line(document.title ?? where)),
    dim([...facts, counted(statements.length, 'statement'), counted(claims.length, 'claim')].join(' · ')),
    ...credits.map(({ publisher, text }) => dim(`First by ${line(publisher)} (${quoted(text, 80)})`)),
  ];
  const alone = ofOneDocument(reading);
  const parts = [
    `${head.join('\n')}\n`,
    ...statementTexts(io, reading),
    ...section(
      io,
      'Disputes',
      disputeRows(alone).map((row) => disputeText(io, row)),
    ),
    ...section(
      io,
      'Agreements',
      agreementRows(alone).map((row) => agreementText(io, row)),
    ),
    ...section(
      io,
      'Control',
      controlRows(alone).map((row) => controlText(io, row)),
    ),
    ...diagnostics.map(({ severity, message }) => `${severity}: ${line(message)}\n`),
  ];
  return parts.join('\n');
}

/** A heading with its parts; nothing where there are none. */
export function section(io: Io, title: string, texts: readonly string[]): string[] {
  const { bold, underline } = paint(io);
  return texts.length === 0 ? [] : [`${bold(underline(title))}\n`, ...texts];
}

function statementTexts(io: Io, reading: Reading): string[] {
  const { dim, cyan } = paint(io);
  const witnesses = [...witnessesOf([reading]).values()];
  return reading.statements.map((statement) => {
    const row = {
      speaker: entityName(reading, statement.speaker) ?? statement.source?.text ?? null,
      for: entityName(reading, statement.for),
      stance: statement.stance,
      publisher: reading.document.publisher,
    };
    const words = statement.content.map(({ text }) => line(text)).join(' … ');
    const within = statement.within === null ? '' : ` ${dim(`within ${statement.within}`)}`;
    const about = statement.about === null ? '' : ` ${dim(`about ${statement.about}`)}`;
    const claims = witnesses.filter((witness) => witness.statement.id === statement.id);
    return [
      `${cyan(voice(row))} ${dim(`${statement.mode} · ${statement.id}`)}${within}${about}`,
      ...(words === '' ? [] : [wrap(`“${words}”`, io.columns ?? 110, '    ')]),
      ...claims.map((witness) => `  → ${proposition(claimRow(witness))} ${dim(witness.claim.id)}`),
      '',
    ].join('\n');
  });
}

/** What views ask of a Digest, from one Reading: its claims under global ids, and nothing said of being kept. */
function ofOneDocument(reading: Reading): Pick<Digest, 'readings' | 'disputes' | 'agreements' | 'control'> {
  const global = (claim: string) => globalClaimId(reading.document.id, claim);
  return {
    readings: [reading],
    disputes: reading.disputes.map((dispute) => ({
      ...dispute,
      sides: dispute.sides.map((side) => ({ ...side, claims: side.claims.map(global) })),
    })),
    agreements: reading.agreements.map(({ terms, claims, ...agreement }) => ({
      ...agreement,
      claims: claims.map(global),
      terms: terms.map((term) => ({ ...term, claims: [], compliance: [] })),
    })),
    control: reading.control.map(({ claim, ...row }) => ({ ...row, to: null, claims: [global(claim)] })),
  };
}
