import type { Command } from 'commander';
import { timelineRows } from '../view/timeline.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { example } from './option.ts';
import { table } from './table.ts';
import { speaker, when } from './voice.ts';

/** `timeline`: what is said to have happened, by date. */
export function timelineCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'timeline',
    summary: 'list happenings by date',
    description:
      'Lists what is said to have happened, by date, with how many claims tell it and how well it is borne out.',
    rows: async (ledger) => timelineRows(await ledger.digest()),
    text: (to, rows) =>
      table(
        to,
        ['TIME', 'EVENT', 'PLACE', 'GRADE', 'CLAIMS', 'FIRST SAID BY', 'WORDS'],
        rows.map((row) => [
          when(row.from, row.to),
          row.event,
          row.place,
          row.grade,
          String(row.claims.length),
          speaker(row.first),
          row.first.words,
        ]),
      ),
  });
  return example(command, 'counterclaim timeline');
}
