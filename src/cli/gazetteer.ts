import { join } from 'node:path';
import { Command } from 'commander';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import { warn } from './failure.ts';
import type { Io } from './io.ts';
import { write, writeJson } from './io.ts';
import { example, jsonOption, ledgerFolder } from './option.ts';
import { line } from './plain.ts';
import { table } from './table.ts';

const CREDIT = 'Places by GeoNames (https://www.geonames.org), CC BY 4.0.';

/** `gazetteer`: villages of a country, for those who read about it. */
export function gazetteerCommand(io: Io, done: (code: number) => void): Command {
  const command = new Command('gazetteer')
    .summary('add the villages of a country, list and remove them')
    .description(
      'Adds places of a country that the gazetteer of the package leaves out, from a GeoNames country file.',
    );
  const add = new Command('add')
    .argument('<COUNTRY>', 'its two letters (ISO 3166-1), such as SY')
    .summary('fetch the places of a country and keep them')
    .description(
      `Fetches a country file of GeoNames and keeps its places; reading then knows them. ${CREDIT}`,
    )
    .option('--file <file>', 'take this file, SY.zip or SY.txt, instead of fetching it')
    .option('--url <address>', 'address of the dump (default: COUNTERCLAIM_GEONAMES, else that of GeoNames)')
    .action(async (country: string, options: { file?: string; url?: string }, self: Command) =>
      done(await addCountry(io, country, options, gazetteerFolder(self, io))),
    );
  const list = new Command('list')
    .summary('list the countries whose places were added')
    .description('Lists the countries whose places were added.')
    .addOption(jsonOption())
    .action(async (options: { json?: boolean }, self: Command) => {
      const { keptCountries } = await import('../ingest/gazetteer-folder.ts');
      const kept = keptCountries(gazetteerFolder(self, io));
      if (options.json) await writeJson(io, kept);
      else if (kept.length === 0) await write(io.stdout, 'No countries were added.\n');
      else
        await write(
          io.stdout,
          `${table(
            io,
            ['COUNTRY', 'PLACES', 'TAKEN'],
            kept.map((each) => [each.country, String(each.places), each.taken]),
          )}${CREDIT}\n`,
        );
      done(0);
    });
  const remove = new Command('remove')
    .argument('<COUNTRY>', 'its two letters, such as SY')
    .summary('remove the places of a country')
    .description('Removes the places of a country that were added.')
    .action(async (country: string, _: object, self: Command) => {
      const { countryCode } = await import('../lexicon/country-file.ts');
      const { dropCountry } = await import('../ingest/gazetteer-folder.ts');
      const code = countryCode(country);
      dropCountry(gazetteerFolder(self, io), code);
      await write(io.stdout, `Removed the places of ${code}.\n`);
      done(0);
    });
  return example(
    command.addCommand(add).addCommand(list).addCommand(remove),
    'counterclaim gazetteer add SY',
    'counterclaim gazetteer add SY --file SY.zip',
  );
}

async function addCountry(
  io: Io,
  word: string,
  options: { readonly file?: string; readonly url?: string },
  folder: string,
): Promise<number> {
  const { countryCode } = await import('../lexicon/country-file.ts');
  const { keepCountry } = await import('../ingest/gazetteer-folder.ts');
  const country = countryCode(word);
  const bytes =
    options.file === undefined ? await fetched(io, country, options.url) : await fileBytes(options.file);
  const kept = keepCountry(folder, country, bytes, new Date().toISOString().slice(0, 10));
  await write(
    io.stdout,
    `${kept.places} places of ${country} added. Folder: ${line(folder)}\n${CREDIT}\nDocuments added from now on are read with them.\n`,
  );
  return 0;
}

async function fetched(io: Io, country: string, url: string | undefined): Promise<Buffer> {
  const { fetchCountry, GEONAMES } = await import('../ingest/geonames.ts');
  const dump = url ?? (io.env.COUNTERCLAIM_GEONAMES || GEONAMES);
  let shown = -1;
  const bytes = await fetchCountry(dump, country, (done, total) => {
    const step = Math.floor(total === null ? done / 1e6 : (100 * done) / total);
    if (!io.progress || step === shown) return;
    shown = step;
    io.stderr.write(`\r\u001b[K${country}.zip ${total === null ? `${step} MB` : `${step} %`}`);
  });
  if (io.progress) io.stderr.write('\r\u001b[K');
  return bytes;
}

async function fileBytes(file: string): Promise<Buffer> {
  const { readFile } = await import('node:fs/promises');
  const { EdgeError } = await import('../contract/error.ts');
  try {
    return await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new EdgeError('no-such-file', `${file} is not there.`);
    if (code === 'EISDIR') throw new EdgeError('not-a-file', `${file} is a folder.`);
    throw new EdgeError('unreadable', `${file} cannot be read (${message}).`);
  }
}

/** Where added places are kept: COUNTERCLAIM_GAZETTEER, else "gazetteer" in the folder of the ledger. */
function gazetteerFolder(command: Command, io: Io): string {
  return io.env.COUNTERCLAIM_GAZETTEER || join(ledgerFolder(command, io), 'gazetteer');
}

/** The gazetteer with what was added, for commands that read; undefined where nothing was, or what was is damaged, which is told. */
export async function addedPlaces(command: Command, io: Io): Promise<PlaceBook | undefined> {
  const { existsSync } = await import('node:fs');
  const folder = gazetteerFolder(command, io);
  if (!existsSync(folder)) return undefined;
  const { readPlaces } = await import('../ingest/gazetteer-folder.ts');
  try {
    return readPlaces(folder);
  } catch (error) {
    const { EdgeError } = await import('../contract/error.ts');
    if (!(error instanceof EdgeError)) throw error;
    await warn(io, error.message);
    return undefined;
  }
}
