import { Command } from 'commander';
import type { Ledger } from '../ledger/ledger.ts';
import type { Io } from './io.ts';
import { write, writeJson } from './io.ts';
import { jsonOption, ledgerDatabase, ledgerFolder } from './option.ts';

/** A command that asks the ledger for rows: a table for people, JSON for machines. */
export interface Question<Options, Row> {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly rows: (ledger: Ledger, options: Options) => Promise<readonly Row[]>;
  readonly text: (io: Io, rows: readonly Row[]) => string;
}

/** The command for a question; `none` is said where the ledger has no such rows. */
export function ask<Options extends object, Row>(
  io: Io,
  done: (code: number) => void,
  question: Question<Options, Row>,
): Command {
  return new Command(question.name)
    .summary(question.summary)
    .description(question.description)
    .addOption(jsonOption())
    .action(async (options: Options & { json?: boolean }, self: Command) => {
      const rows = await inLedger(io, self, (ledger) => question.rows(ledger, options));
      if (options.json) await writeJson(io, rows);
      else await write(io.stdout, rows.length === 0 ? `No ${question.name}.\n` : question.text(io, rows));
      done(0);
    });
}

/** Runs something on an existing ledger and closes it. */
export async function inLedger<T>(io: Io, command: Command, run: (ledger: Ledger) => Promise<T>): Promise<T> {
  const { openLedger } = await import('../ledger/open.ts');
  const ledger = await openLedger(ledgerFolder(command, io), {
    create: false,
    database: ledgerDatabase(io),
  });
  try {
    return await run(ledger);
  } finally {
    await ledger.close();
  }
}
