import type { Command } from 'commander';
import type { ClaimFilter } from '../ledger/ledger.ts';
import { claimRows } from '../view/claims.ts';
import { ask } from './ask.ts';
import type { Io } from './io.ts';
import { example, isoDate } from './option.ts';
import { table } from './table.ts';
import { counted, sign, speaker, when } from './voice.ts';

/** `claims`: every claim, or those that fit. */
export function claimsCommand(io: Io, done: (code: number) => void): Command {
  const command = ask(io, done, {
    name: 'claims',
    summary: 'list claims: who says what, in which words',
    description: 'Lists the claims in the ledger. All filters that are given must hold.',
    rows: async (ledger, filter: ClaimFilter) => {
      const [readings, ids] = [await ledger.readings(), new Set(await ledger.find(filter))];
      return claimRows(readings, ids);
    },
    text: (to, rows) =>
      `${table(
        to,
        ['ID', 'PUBLISHED', 'SPEAKER', 'STANCE', 'EVENT', 'HELD', 'PLACE', 'TIME', 'COUNT', 'WORDS'],
        rows.map((row) => [
          row.id,
          row.published?.slice(0, 10) ?? '',
          speaker(row),
          row.stance,
          row.event,
          sign(row.polarity),
          row.place,
          when(row.from, row.to),
          row.quantity,
          row.words,
        ]),
      )}${counted(rows.length, 'claim')}\n`,
  })
    .option('--document <id>', 'of this document')
    .option('--event <type>', 'of this event type, such as RETREAT')
    .option('--actor <name>', 'whose speaker, agent or patient has this in its name')
    .option('--place <name>', 'whose place has this in its name')
    .option('--stance <stance>', 'asserts, denies, disputes, demands, promises, predicts or hedges')
    .option('--polarity <polarity>', 'positive or negative')
    .option('--from <date>', 'about this day or later', isoDate)
    .option('--to <date>', 'about this day or earlier', isoDate)
    .option('--search <words>', 'in documents that hold all these words');
  return example(command, 'counterclaim claims --actor Alloush --event RETREAT');
}
