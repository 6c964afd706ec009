import { Command, Option } from 'commander';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import type { Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import { warn } from './failure.ts';
import { addedPlaces } from './gazetteer.ts';
import type { Io } from './io.ts';
import { write, writeJson } from './io.ts';
import type { InputOptions } from './option.ts';
import { example, jsonOption, orderOf, ownActorsOf, takesDocuments } from './option.ts';

interface Options extends InputOptions {
  readonly json?: boolean;
}

/** `digest`: many documents reconciled, without a ledger. */
export function digestCommand(io: Io, done: (code: number) => void): Command {
  const command = takesDocuments(new Command('digest'))
    .summary('reconcile documents without a ledger')
    .description(
      'Reads documents and sets them against each other. Nothing is kept. Prints one JSON object; on a terminal, unless --json is given, a summary for people.',
    )
    .addOption(jsonOption())
    .addOption(new Option('--ndjson', 'one JSON document a line on standard input'))
    .action(async (files: string[], options: Options, self: Command) =>
      done(await run(io, files, options, await addedPlaces(self, io))),
    );
  return example(
    command,
    'counterclaim digest dossier/docs.json',
    'counterclaim digest --ndjson < documents.ndjson',
  );
}

async function run(
  io: Io,
  files: readonly string[],
  options: Options,
  places: PlaceBook | undefined,
): Promise<number> {
  const order = orderOf(io, files, options);
  const { readings } = await import('./readings.ts');
  const list: Reading[] = [];
  const texts = new Map<string, string>();
  let code = 0;
  const actors = await ownActorsOf(io, options);
  for await (const one of readings(order, { places, actors })) {
    if (one.kind === 'refused') {
      await warn(io, one.error.message);
      code = one.error.exitCode;
    } else if (!texts.has(one.reading.document.id)) {
      list.push(one.reading);
      texts.set(one.reading.document.id, one.text);
    }
  }
  const { digest } = await import('../digest.ts');
  const made: Digest = digest(list, texts);
  if (io.columns === null || options.json || options.ndjson) await writeJson(io, made);
  else await write(io.stdout, (await import('./summary.ts')).summary(io, made));
  return code;
}
