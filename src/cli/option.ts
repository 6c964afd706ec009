import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { normalDate } from '../contract/date.ts';
import { EdgeError } from '../contract/error.ts';
import type { Order } from '../ingest/arrivals.ts';
import type { OwnActors } from '../lexicon/own-actor.ts';
import type { Io } from './io.ts';

/** Adds an example to a command's help. */
export function example(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExample:\n${lines.map((each) => `  $ ${each}`).join('\n')}`);
}

/** What `read`, `add` and `digest` are told about the documents they take. */
export interface InputOptions {
  readonly published?: string;
  readonly publisher?: string;
  readonly ndjson?: boolean;
  /** File of the user's own actors. */
  readonly actors?: string;
}

/** Adds the arguments and options of commands that take documents. */
export function takesDocuments(command: Command): Command {
  return inputOptions(
    command.argument(
      '[FILE...]',
      'text files, folders, docs.json manifests, .ndjson files, or - for standard input',
    ),
  );
}

/** Adds what commands may be told of documents that do not say it themselves. */
export function inputOptions(command: Command): Command {
  return command
    .option('--published <date>', 'when they were published, for documents that do not say it', isoDate)
    .option('--publisher <name>', 'who published them, for documents that do not say it')
    .option('--actors <file>', 'actors of your own, a YAML file (default: COUNTERCLAIM_ACTORS)');
}

/** --json, for commands that else print for people. */
export function jsonOption(): Option {
  return new Option('--json', 'print JSON, for machines');
}

/** The order that arguments and options add up to. */
export function orderOf(io: Io, files: readonly string[], options: InputOptions): Order {
  const ndjson = options.ndjson === true;
  if (files.length === 0 && !ndjson) {
    throw new EdgeError('usage', 'Name a FILE to read, or - for standard input; --help shows an example.');
  }
  return {
    paths: files.length === 0 ? ['-'] : files,
    ndjson,
    stdin: { [Symbol.asyncIterator]: () => io.stdin()[Symbol.asyncIterator]() },
    published: options.published,
    publisher: options.publisher,
  };
}

/** The user's own actors: --actors, else COUNTERCLAIM_ACTORS; undefined where neither is given. */
export async function ownActorsOf(io: Io, options: InputOptions): Promise<OwnActors | undefined> {
  const path = options.actors ?? (io.env.COUNTERCLAIM_ACTORS || undefined);
  return path === undefined ? undefined : (await import('../ingest/actors.ts')).actorsOf(path);
}

/** The folder of the ledger: --ledger, else COUNTERCLAIM_LEDGER, else ./ledger. */
export function ledgerFolder(command: Command, io: Io): string {
  return command.optsWithGlobals<{ ledger?: string }>().ledger || io.env.COUNTERCLAIM_LEDGER || './ledger';
}

/** Where the ledger keeps its tables: the PostgreSQL database of DATABASE_URL, else the ledger's folder. */
export function ledgerDatabase(io: Io): string | undefined {
  return io.env.DATABASE_URL || undefined;
}

/** A TCP port. */
export function port(value: string): number {
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535)
    throw new InvalidArgumentError('It must be a port from 0 to 65535.');
  return number;
}

/** A date as in documents. */
export function isoDate(value: string): string {
  const date = normalDate(value);
  if (date === null) {
    throw new InvalidArgumentError('It must be YYYY-MM-DD or a date-time such as 2017-10-15T09:30:00Z.');
  }
  return date;
}
