import { Command } from 'commander';
import type { ServeOptions } from '../server/serve.ts';
import { addedPlaces } from './gazetteer.ts';
import type { Io } from './io.ts';
import { write } from './io.ts';
import { example, ledgerDatabase, ledgerFolder, port } from './option.ts';

/** Where the workbench is served unless another port is asked for. */
export const PORT = 4747;

/** `serve`: the workbench in the browser, and the HTTP API. */
export function serveCommand(io: Io, done: (code: number) => void): Command {
  const command = new Command('serve')
    .summary('serve the workbench and the HTTP API to this machine')
    .description(
      'Serves the ledger as a web page and HTTP API on 127.0.0.1, until it is stopped with Ctrl-C.',
    )
    .option('--port <number>', '0 takes a free one', port, PORT)
    .action(async (options: { port: number }, self: Command) => {
      await serveUntilStopped(io, {
        ledger: ledgerFolder(self, io),
        database: ledgerDatabase(io),
        port: options.port,
        places: await addedPlaces(self, io),
      });
      done(0);
    });
  return example(command, 'counterclaim serve --port 8080');
}

/** Serves a ledger and prints the address, until the user stops it. */
export async function serveUntilStopped(io: Io, options: ServeOptions): Promise<void> {
  const stopped = io.stopped();
  const { serve } = await import('../server/serve.ts');
  const { address, close } = await serve(options);
  await write(io.stdout, `Open ${address} (stop with Ctrl-C)\n`);
  await stopped;
  await close();
}
