import { enableCompileCache } from 'node:module';

// Compiled code is kept between runs; without it the first page takes longer by a third.
enableCompileCache();
const [{ processIo }, { run }] = await Promise.all([import('./io.ts'), import('./program.ts')]);

// Who reads our output may stop reading (`| head`); there is nobody left to tell then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await run(processIo(), process.argv.slice(2));
