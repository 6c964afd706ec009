import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../contract/version.ts';
import type { Io } from './io.ts';
import { write } from './io.ts';
import { example, port } from './option.ts';
import { PORT, serveUntilStopped } from './serve.ts';

interface Options {
  readonly serve: boolean;
  readonly port: number;
}

/** `demo`: the sample dossier, read, shown and served. */
export function demoCommand(io: Io, done: (code: number) => void): Command {
  const command = new Command('demo')
    .summary('read the sample dossier, print what it holds, and serve it')
    .description(
      'Reads the sample dossier into a ledger, prints what it found, and serves it. The ledger is a temporary one, unless --ledger is given.',
    )
    .option('--port <number>', '0 takes a free one', port, PORT)
    .option('--no-serve', 'print only')
    .action(async (options: Options, self: Command) => {
      const given = self.optsWithGlobals<{ ledger?: string }>().ledger;
      const dir = given ?? mkdtempSync(join(tmpdir(), 'counterclaim-demo-'));
      try {
        done(await run(io, dir, options));
      } finally {
        if (given === undefined) rmSync(dir, { recursive: true, force: true });
      }
    });
  return example(command, 'counterclaim demo --no-serve');
}

async function run(io: Io, dir: string, options: Options): Promise<number> {
  const { openLedger } = await import('../ledger/open.ts');
  const { addAll } = await import('./add.ts');
  const { summary } = await import('./summary.ts');
  const dossier = join(packageRoot(), 'examples', 'raqqa-2017', 'docs.json');
  const ledger = await openLedger(dir);
  let code: number;
  try {
    ({ code } = await addAll(io, ledger, { paths: [dossier], ndjson: false, stdin: io.stdin() }, null));
    await write(io.stdout, summary(io, await ledger.digest(), 1));
  } finally {
    await ledger.close();
  }
  if (options.serve && code === 0) {
    await write(io.stdout, '\n');
    await serveUntilStopped(io, { ledger: dir, port: options.port });
  }
  return code;
}
