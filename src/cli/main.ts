import { enableCompileCache } from 'node:module';
import { unpackAhead } from '../lexicon/data.ts';

// Compiled code is kept between runs; without it the first page takes longer by a third.
enableCompileCache();

// Commands that read texts need the models, which are expanded while the program loads.
const reads = /^(?:read|explain|digest|add|demo)$/.test(process.argv[2] ?? '');
const [{ processIo }, { run }] = await Promise.all([
  import('./io.ts'),
  import('./program.ts'),
  reads ? unpackAhead() : null,
]);

// Who reads our output may stop reading (`| head`); there is nobody left to tell then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(processIo(), process.argv.slice(2));
