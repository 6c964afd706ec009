import { Command, Option } from 'commander';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import { warn } from './failure.ts';
import { addedPlaces } from './gazetteer.ts';
import type { Io } from './io.ts';
import { json, write } from './io.ts';
import { gatherLayer, LAYERS, type Layer } from './layer.ts';
import type { InputOptions } from './option.ts';
import { example, jsonOption, orderOf, ownActorsOf, takesDocuments } from './option.ts';

interface Options extends InputOptions {
  readonly json?: boolean;
  readonly withText?: boolean;
  readonly layer?: ReadonlySet<Layer>;
}

/** `read`: what documents say, without a ledger. */
export function readCommand(io: Io, done: (code: number) => void): Command {
  const command = takesDocuments(new Command('read'))
    .summary('read documents and print what they say')
    .description('Reads documents and prints who says what in them. Nothing is kept.')
    .addOption(jsonOption().conflicts('ndjson'))
    .addOption(
      new Option(
        '--ndjson',
        'one JSON document a line on standard input, one Reading a line on standard output',
      ),
    )
    .option('--with-text', 'repeat the text in the JSON')
    .addOption(
      new Option('--layer <name>', `show only this of the page; may be given again (${LAYERS.join(', ')})`)
        .argParser(gatherLayer)
        .conflicts(['json', 'ndjson']),
    )
    .action(async (files: string[], options: Options, self: Command) =>
      done(await run(io, files, options, await addedPlaces(self, io))),
    );
  return example(
    command,
    'counterclaim read report.txt --published 2017-10-15 --publisher "Meridian Press"',
    'counterclaim read report.txt --layer claims --layer places',
    'counterclaim read --ndjson < documents.ndjson > readings.ndjson',
  );
}

async function run(
  io: Io,
  files: readonly string[],
  options: Options,
  places: PlaceBook | undefined,
): Promise<number> {
  const order = orderOf(io, files, options);
  const actors = await ownActorsOf(io, options);
  const { readings } = await import('./readings.ts');
  const { page } = await import('./page.ts');
  const list = options.json === true && (await yieldsList(order.paths));
  let code = 0;
  let count = 0;
  if (list) await write(io.stdout, '[');
  for await (const one of readings(order, { withText: options.withText === true, places, actors })) {
    if (one.kind === 'refused') {
      if (options.ndjson) {
        const { code: name, message } = one.error;
        await write(io.stdout, `${json({ id: one.id, error: { code: name, message } })}\n`);
      } else {
        await warn(io, one.error.message);
        code = one.error.exitCode;
      }
      continue;
    }
    const { reading } = one;
    if (options.ndjson) await write(io.stdout, `${json(reading)}\n`);
    else if (list) await write(io.stdout, `${count > 0 ? ',' : ''}\n${json(reading)}`);
    else if (options.json) await write(io.stdout, `${json(reading, io.columns === null ? 0 : 2)}\n`);
    else await write(io.stdout, `${count > 0 ? '\n' : ''}${page(io, one, options.layer)}`);
    count += 1;
  }
  if (list) await write(io.stdout, '\n]\n');
  return code;
}

/** One file gives one Reading; several, or one that holds several documents, give a list. */
async function yieldsList(paths: readonly string[]): Promise<boolean> {
  if (paths.length !== 1) return true;
  const { isSingle } = await import('../ingest/arrivals.ts');
  return !(await isSingle(paths[0]!));
}
