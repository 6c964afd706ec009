import { Command, Option } from 'commander';
import { ACTOR_KINDS, type OwnActorInput } from '../contract/actor-schema.ts';
import { EdgeError } from '../contract/error.ts';
import type { Io } from './io.ts';
import { write } from './io.ts';
import { example, ledgerFolder } from './option.ts';
import { line } from './plain.ts';
import { counted } from './voice.ts';

interface Options {
  readonly name?: readonly string[];
  readonly kind?: OwnActorInput['kind'];
  readonly id?: string;
  readonly country?: readonly string[];
  readonly memberOf?: readonly string[];
  readonly partOf?: readonly string[];
  readonly alliedWith?: readonly string[];
}

/** `actors add`: actors of the user's own, kept with the ledger. */
export function addActorsCommand(io: Io, done: (code: number) => void): Command {
  const command = new Command('add')
    .summary('teach the ledger actors that the program does not know')
    .argument('[FILE]', 'a YAML file of actors; without it one actor, by the options')
    .description(
      'Keeps actors in actors.yml in the folder of the ledger. Documents are read with them from then on; one that is there already is read again when it is added again.',
    )
    .option('--name <name>', 'what it is called, the fullest first; may be given again', gather)
    .addOption(new Option('--kind <kind>', 'what it is').choices(ACTOR_KINDS))
    .option('--id <id>', 'its id (default: made from its first name)')
    .option('--country <code>', 'where it acts, two letters; may be given again', gather)
    .option('--member-of <actor>', 'what it is a member of, by name or id; may be given again', gather)
    .option('--part-of <actor>', 'what it is a part of; may be given again', gather)
    .option('--allied-with <actor>', 'whom it stands with; may be given again', gather)
    .action(async (file: string | undefined, options: Options, self: Command) =>
      done(await run(io, file, options, ledgerFolder(self, io))),
    );
  return example(
    command,
    'counterclaim actors add --name "Valley Guard" --name VG --kind armed-group --part-of SDF',
    'counterclaim actors add my-actors.yml',
  );
}

function gather(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

async function run(io: Io, file: string | undefined, options: Options, dir: string): Promise<number> {
  const { addActors } = await import('../ledger/own-actors.ts');
  const added = addActors(dir, await inputs(file, options), file ?? 'What the options say');
  const names = added.length === 0 ? '' : `: ${added.join(', ')}`;
  await write(io.stdout, `${counted(added.length, 'actor')} added${names}. Ledger: ${line(dir)}\n`);
  return 0;
}

async function inputs(file: string | undefined, options: Options): Promise<readonly OwnActorInput[]> {
  const { name, kind, id, country, memberOf, partOf, alliedWith } = options;
  if (file !== undefined) {
    if (name !== undefined || kind !== undefined || id !== undefined)
      throw new EdgeError('usage', 'Give either a FILE of actors or the options of one actor, not both.');
    const { actorList } = await import('../ingest/actors.ts');
    const list = actorList(file);
    if (list !== null) return list;
    throw new EdgeError(
      'no-such-file',
      `There is no ${file}; actors add takes a YAML file of actors, as docs/cli.md shows.`,
    );
  }
  if (name === undefined || kind === undefined)
    throw new EdgeError(
      'usage',
      'Name the actor: --name NAME --kind KIND, or a FILE of actors; --help shows an example.',
    );
  const given = { countries: country, memberOf, partOf, alliedWith };
  const lists = Object.fromEntries(Object.entries(given).filter(([, list]) => list !== undefined));
  return [{ ...(id === undefined ? {} : { id }), kind, names: [...name], ...lists }];
}
