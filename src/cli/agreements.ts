import type { Command } from 'commander';
import { agreementRows } from '../view/agreements.ts';
import { agreementText } from './agreement-text.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { example } from './option.ts';

/** `agreements`: what was agreed, and whether it is said to be kept. */
export function agreementsCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'agreements',
    summary: 'list agreements with their terms, kept or broken',
    description: 'Lists agreements: parties, guarantors, terms, and what claims say of each term being kept.',
    rows: async (ledger) => agreementRows(await ledger.digest()),
    text: (to, rows) => rows.map((row) => agreementText(to, row)).join('\n'),
  });
  return example(command, 'counterclaim agreements --json');
}
