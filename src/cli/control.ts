import type { Command } from 'commander';
import { controlRows } from '../view/control.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { example } from './option.ts';
import { table } from './table.ts';
import { speaker, when } from './voice.ts';

/** `control`: who is said to hold which place. */
export function controlCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'control',
    summary: 'list who is said to hold which place, and since when',
    description: 'Lists who is said to hold which place over which time. Rival claims stand side by side.',
    rows: async (ledger) => controlRows(await ledger.digest()),
    text: (to, rows) =>
      table(
        to,
        ['PLACE', 'HOLDER', 'STATUS', 'BEFORE', 'TIME', 'SAID BY', 'WORDS'],
        rows.map((row) => [
          row.place,
          row.holder,
          row.status,
          row.previous,
          when(row.from, row.to),
          [...new Set(row.claims.map(speaker))].join(', '),
          row.claims[0]?.words ?? '',
        ]),
      ),
  });
  return example(command, 'counterclaim control');
}
