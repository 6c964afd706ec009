import { start } from './step.ts';

// `npm run dev`: the server, started anew on every change of src/, and vite's own server for web/, which passes /api on to it.

const server = start('node', ['--watch', 'src/cli/main.ts', 'serve', '--port', '4747']);
const web = start('vite', ['web']);
console.log(
  'dev: open http://127.0.0.1:4749 (pages from vite, answers from 127.0.0.1:4747); Ctrl-C ends both',
);

function end(status: number): void {
  server.kill();
  web.kill();
  process.exitCode = status;
}

for (const child of [server, web]) {
  child.on('error', (error) => {
    console.error(`dev: ${error.message}`);
    end(1);
  });
  child.on('exit', (status) => end(status ?? 0));
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));
