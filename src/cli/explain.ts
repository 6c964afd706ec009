import { Command } from 'commander';
import { EdgeError } from '../contract/error.ts';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import type { Reading } from '../model/reading.ts';
import type { ClaimRow } from '../view/claims.ts';
import type { Witness } from '../view/witness.ts';
import { warn } from './failure.ts';
import { addedPlaces } from './gazetteer.ts';
import type { Io } from './io.ts';
import { write, writeJson } from './io.ts';
import type { InputOptions } from './option.ts';
import { example, inputOptions, jsonOption, orderOf, ownActorsOf } from './option.ts';
import { cut } from './plain.ts';
import { table } from './table.ts';
import { counted, speaker } from './voice.ts';

interface Options extends InputOptions {
  readonly json?: boolean;
}

/** Most claims that are named where one was meant. */
const NAMED = 12;

/** `explain`: why one claim was read so. */
export function explainCommand(io: Io, done: (code: number) => void): Command {
  const command = inputOptions(
    new Command('explain').argument(
      '<FILE>',
      'a text file, manifest, folder or .ndjson, or - for standard input',
    ),
  )
    .summary('tell the chain of decisions behind one claim')
    .argument(
      '[CLAIM]',
      'its id (c4, or DOCUMENT/c4 where FILE holds several), or some of its words; without it the claims are listed',
    )
    .description(
      'Reads FILE and tells for one claim, in order and with the exact words, how it was found: sentence, speaker, event, each slot, polarity, and what it takes part in.',
    )
    .addOption(jsonOption())
    .action(async (file: string, claim: string | undefined, options: Options, self: Command) =>
      done(await run(io, file, claim, options, await addedPlaces(self, io))),
    );
  return example(
    command,
    'counterclaim explain report.txt c4 --published 2017-10-15',
    'counterclaim explain dossier/docs.json "no foreign fighters"',
  );
}

async function run(
  io: Io,
  file: string,
  meant: string | undefined,
  options: Options,
  places: PlaceBook | undefined,
): Promise<number> {
  const { readings, texts } = await readAll(io, file, options, places);
  const { claimsMeant } = await import('../view/find-claim.ts');
  const { explain } = await import('../view/explain.ts');
  if (meant === undefined) {
    const { claimRows } = await import('../view/claims.ts');
    const rows = claimRows(readings);
    if (options.json) await writeJson(io, rows);
    else await write(io.stdout, claimList(io, rows, readings.length === 1));
    return 0;
  }
  const found = claimsMeant(readings, meant);
  if (found.length !== 1) throw found.length === 0 ? missing(file, meant, readings) : ambiguous(meant, found);
  const { digest } = await import('../digest.ts');
  const [{ id, reading }] = found as [Witness];
  const explanation = explain(digest(readings, texts), id, texts.get(reading.document.id)!)!;
  if (options.json) await writeJson(io, explanation);
  else await write(io.stdout, (await import('./explain-text.ts')).explanationText(io, explanation));
  return 0;
}

/** The claims to choose from; those of a single document under their short ids. */
function claimList(io: Io, rows: readonly ClaimRow[], alone: boolean): string {
  const cells = rows.map((row) => [
    alone ? row.id.slice(row.id.lastIndexOf('/') + 1) : row.id,
    speaker(row),
    `${row.polarity === 'negative' ? 'not ' : ''}${row.event}`,
    row.words,
  ]);
  return `${table(io, ['ID', 'SPEAKER', 'EVENT', 'WORDS'], cells)}${counted(rows.length, 'claim')}\n`;
}

/** The documents of a FILE; those that cannot be read are told of, and end the command where no other is left. */
async function readAll(io: Io, file: string, options: Options, places: PlaceBook | undefined) {
  const { readings: arriving } = await import('./readings.ts');
  const actors = await ownActorsOf(io, options);
  const readings: Reading[] = [];
  const texts = new Map<string, string>();
  const refused: EdgeError[] = [];
  for await (const one of arriving(orderOf(io, [file], options), { places, actors })) {
    if (one.kind === 'refused') refused.push(one.error);
    else if (!texts.has(one.reading.document.id)) {
      readings.push(one.reading);
      texts.set(one.reading.document.id, one.text);
    }
  }
  if (readings.length === 0 && refused[0] !== undefined) throw refused[0];
  for (const { message } of refused) await warn(io, message);
  return { readings, texts };
}

function missing(file: string, meant: string, readings: readonly Reading[]): EdgeError {
  const ids = readings.flatMap(({ claims }) => claims.map(({ id }) => id));
  const alone = readings.length === 1 && ids.length > 1 ? `, ${ids[0]} to ${ids.at(-1)}` : '';
  const held = ids.length === 0 ? 'it makes no claim' : `it makes ${counted(ids.length, 'claim')}${alone}`;
  return new EdgeError(
    'not-found',
    `${file} has no claim ${JSON.stringify(meant)}; ${held}. Without CLAIM, explain lists them.`,
  );
}

function ambiguous(meant: string, found: readonly Witness[]): EdgeError {
  const named = found.slice(0, NAMED).map(({ id, statement, claim }) => {
    const words = statement.content.map(({ text }) => text).join(' … ') || claim.predicate.text;
    return `${id} (${claim.predicate.text}: ${cut(words.replaceAll(/\s+/g, ' '), 60)})`;
  });
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  return new EdgeError(
    'ambiguous',
    `${JSON.stringify(meant)} fits ${found.length} claims: ${named.join('; ')}${more}. Name one by its id.`,
  );
}
