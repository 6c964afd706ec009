import type { Command } from 'commander';
import { disputeRows } from '../view/disputes.ts';
import { ask } from './ask.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { example } from './option.ts';

/** `disputes`: questions with answers that cannot all be true. */
export function disputesCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'disputes',
    summary: 'list disputes, with both sides and their words',
    description:
      'Lists questions to which the documents give answers that cannot all be true, each side in its words.',
    rows: async (ledger) => disputeRows(await ledger.digest()),
    text: (to, rows) => rows.map((row) => disputeText(to, row)).join('\n'),
  });
  return example(command, 'counterclaim disputes');
}
