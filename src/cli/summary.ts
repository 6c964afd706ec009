import type { Digest } from '../model/digest.ts';
import { agreementRows } from '../view/agreements.ts';
import { controlRows } from '../view/control.ts';
import { disputeRows } from '../view/disputes.ts';
import { agreementText } from './agreement-text.ts';
import { controlText } from './control-text.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { section } from './page.ts';
import { counted } from './voice.ts';

/** Which part of a Digest a summary prints; without a limit, all of it. */
export interface Limits {
  readonly agreements?: number;
  readonly control?: number;
}

/** A Digest for people: how much there is, then disputes with both sides, agreements and control. */
export function summary(io: Io, digest: Digest, { agreements, control }: Limits = {}): string {
  const claims = digest.readings.reduce((sum, reading) => sum + reading.claims.length, 0);
  const statements = digest.readings.reduce((sum, reading) => sum + reading.statements.length, 0);
  const counts = [
    counted(digest.readings.length, 'document'),
    counted(statements, 'statement'),
    counted(claims, 'claim'),
    counted(digest.disputes.length, 'dispute'),
    counted(digest.agreements.length, 'agreement'),
  ];
  const changes = controlRows(digest);
  const told = control === undefined ? changes : changes.filter((row) => row.previous !== null);
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
      agreementRows(digest)
        .slice(0, agreements)
        .map((row) => agreementText(io, row)),
    ),
    ...section(
      io,
      'Control',
      told.slice(0, control).map((row) => controlText(io, row)),
    ),
  ];
  return parts.join('\n');
}
