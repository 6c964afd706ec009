import { Command, Option } from 'commander';
import type { Arrived } from '../ingest/arrival.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import { warn } from './failure.ts';
import { addedPlaces } from './gazetteer.ts';
import type { Io } from './io.ts';
import { write } from './io.ts';
import type { InputOptions } from './option.ts';
import { example, ledgerDatabase, ledgerFolder, orderOf, ownActorsOf, takesDocuments } from './option.ts';
import { cut, line } from './plain.ts';
import { counted } from './voice.ts';

/** `add`: documents into the ledger. */
export function addCommand(io: Io, done: (code: number) => void): Command {
  const command = takesDocuments(new Command('add'))
    .summary('read documents into the ledger')
    .description(
      'Reads documents into the ledger and keeps their originals. The same document twice adds nothing.',
    )
    .addOption(new Option('--ndjson', 'one JSON document a line on standard input'))
    .action(async (files: string[], options: InputOptions, self: Command) =>
      done(await run(io, files, options, ledgerFolder(self, io), await addedPlaces(self, io))),
    );
  return example(
    command,
    'counterclaim add dossier/docs.json',
    'counterclaim add report.txt --published 2017-10-15',
  );
}

async function run(
  io: Io,
  files: readonly string[],
  options: InputOptions,
  dir: string,
  places: PlaceBook | undefined,
): Promise<number> {
  const order = orderOf(io, files, options);
  const { openLedger } = await import('../ledger/open.ts');
  const { countArrivals } = await import('../ingest/arrivals.ts');
  const actors = await ownActorsOf(io, options);
  const ledger = await openLedger(dir, { places, actors, database: ledgerDatabase(io) });
  try {
    const { tally, code } = await addAll(io, ledger, order, io.progress ? await countArrivals(order) : null);
    await write(io.stdout, `${report(tally)} Ledger: ${line(dir)}\n`);
    return code;
  } finally {
    await ledger.close();
  }
}

type Tally = Record<'added' | 'unchanged' | 'completed' | 'reread' | 'refused', number>;

/** Adds documents one by one; what cannot be added is told and the rest goes on. */
export async function addAll(
  io: Io,
  ledger: Ledger,
  order: Parameters<typeof import('../ingest/arrivals.ts').arrivals>[0],
  total: number | null,
): Promise<{ readonly tally: Tally; readonly code: number }> {
  const { arrivals } = await import('../ingest/arrivals.ts');
  const tally: Tally = { added: 0, unchanged: 0, completed: 0, reread: 0, refused: 0 };
  let code = 0;
  let count = 0;
  for await (const arrival of arrivals(order)) {
    count += 1;
    await progress(io, `${count}${total === null ? '' : `/${total}`} ${line(arrival.where)}`);
    try {
      if (arrival.kind === 'refused') throw arrival.error;
      tally[await addOne(io, ledger, arrival)] += 1;
    } catch (error) {
      const { EdgeError } = await import('../contract/error.ts');
      await progress(io, '');
      if (!(error instanceof EdgeError) || error.exitCode === 4) throw error;
      await warn(io, error.message);
      tally.refused += 1;
      code = error.exitCode;
    }
  }
  await progress(io, '');
  return { tally, code };
}

async function addOne(io: Io, ledger: Ledger, { input, original, where }: Arrived): Promise<keyof Tally> {
  const { outcome, differs, id } = await ledger.add(input, original ?? undefined);
  if (differs.length > 0) {
    await progress(io, '');
    await warn(
      io,
      `${where} is in the ledger already as ${JSON.stringify(id)} with another ${differs.join(', ')}, which stands; give it an id of its own to keep both.`,
    );
  }
  return outcome;
}

/** Shows how far it is, on a terminal only, over what it showed before. */
async function progress(io: Io, text: string): Promise<void> {
  if (io.progress) await write(io.stderr, `\r\u001b[K${cut(text, 78)}`);
}

function report(tally: Tally): string {
  const parts = [
    `${counted(tally.added, 'document')} added`,
    ...(tally.unchanged > 0 ? [`${tally.unchanged} there already`] : []),
    ...(tally.completed > 0 ? [`${tally.completed} completed`] : []),
    ...(tally.reread > 0 ? [`${tally.reread} read again`] : []),
    ...(tally.refused > 0 ? [`${tally.refused} refused`] : []),
  ];
  return `${parts.join(', ')}.`;
}
