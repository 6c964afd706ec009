import type { Command } from 'commander';
import { actorRows } from '../view/actors.ts';
import { addActorsCommand } from './actors-add.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { example } from './option.ts';
import { table } from './table.ts';

/** `actors`: who speaks and acts. */
export function actorsCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'actors',
    summary: 'list who speaks and acts, under all their names',
    description: 'Lists actors and persons with their names and ties, the most active first.',
    rows: async (ledger) => actorRows(await ledger.digest()),
    text: (to, rows) =>
      table(
        to,
        ['NAME', 'KIND', 'SAYS', 'DOES', 'SUFFERS', 'TIES', 'ALSO CALLED'],
        rows.map((row) => [
          row.name,
          row.role ?? row.kind,
          String(row.says),
          String(row.does),
          String(row.suffers),
          row.relations.join(', '),
          row.otherNames.join(', '),
        ]),
      ),
  });
  command.addCommand(addActorsCommand(io, done));
  return example(command, 'counterclaim actors --json', 'counterclaim actors add my-actors.yml');
}
