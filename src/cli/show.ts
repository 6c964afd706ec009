import { Command } from 'commander';
import { EdgeError } from '../contract/error.ts';
import { show } from '../view/show.ts';
import { inLedger } from './ask.ts';
import type { Io } from './io.ts';
import { write, writeJson } from './io.ts';
import { example, jsonOption } from './option.ts';
import { plain } from './plain.ts';
import { shownText } from './shown-text.ts';

interface Options {
  readonly json?: boolean;
  readonly text?: boolean;
}

/** `show`: everything about one thing. */
export function showCommand(io: Io, done: (code: number) => void): Command {
  const command = new Command('show')
    .summary('show one document, claim, dispute, agreement, happening or actor')
    .description(
      'Shows all there is of one thing: a document, claim ("DOCUMENT/CLAIM"), dispute, agreement, happening, or an actor (by id or name).',
    )
    .argument('<ID>', 'an id as the other commands print it')
    .addOption(jsonOption())
    .option('--text', 'print the text of the document')
    .action(async (id: string, options: Options, self: Command) => {
      await inLedger(io, self, async (ledger) => {
        if (options.text) {
          const document = await ledger.document(id);
          if (document === null) throw missing(id, 'document');
          const { text } = document;
          return write(io.stdout, io.columns === null ? text : `${plain(text)}\n`);
        }
        const shown = show(await ledger.digest(), id);
        if (shown === null) throw missing(id, 'document, claim, dispute, agreement, happening or actor');
        if (options.json) return writeJson(io, shown);
        return write(io.stdout, shownText(io, shown));
      });
      done(0);
    });
  return example(command, 'counterclaim show 4f1c2a90b7de/c3');
}

function missing(id: string, kinds: string): EdgeError {
  return new EdgeError(
    'not-found',
    `The ledger holds no ${kinds} ${JSON.stringify(id)}; claims, disputes and agreements list their ids.`,
  );
}
