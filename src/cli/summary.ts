import type { Digest } from '../model/digest.ts';
import { agreementRows } from '../view/agreements.ts';
import { controlRows } from '../view/control.ts';
import { disputeRows } from '../view/disputes.ts';
import { agreementText } from './agreement-text.ts';
import { controlText } from './control-text.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { section } from './section.ts';
import { counted } from './voice.ts';

/**
 * A Digest for people: how much there is, then disputes with both sides, agreements and control. With a limit, only so many
 * agreements and changes of control, those that most claims tell.
 */
export function summary(io: Io, digest: Digest, limit?: number): string {
  const claims = digest.readings.reduce((sum, reading) => sum + reading.claims.length, 0);
  const statements = digest.readings.reduce((sum, reading) => sum + reading.statements.length, 0);
  const counts = [
    counted(digest.readings.length, 'document'),
    counted(statements, 'statement'),
    counted(claims, 'claim'),
    counted(digest.disputes.length, 'dispute'),
    counted(digest.agreements.length, 'agreement'),
  ];
  const changes = controlRows(digest).filter((row) => limit === undefined || row.previous !== null);
  const parts = [
    `${counts.join(', ')}.\n`,
    ...section(
      io,
      'Disputes',
      disputeRows(digest).map((row) => disputeText(io, row)),
    ),
    ...section(
      io,
      'Agreements',
      most(agreementRows(digest), limit).map((row) => agreementText(io, row)),
    ),
    ...section(
      io,
      'Control',
      most(changes, limit).map((row) => controlText(io, row)),
    ),
  ];
  return parts.join('\n');
}

/** The first so many by how many claims tell them; all, as they come, without a limit. */
function most<Row extends { readonly claims: readonly unknown[] }>(
  rows: readonly Row[],
  limit?: number,
): readonly Row[] {
  return limit === undefined
    ? rows
    : [...rows].sort((a, b) => b.claims.length - a.claims.length).slice(0, limit);
}
