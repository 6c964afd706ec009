import type { Writable } from 'node:stream';
import pico from 'picocolors';

/** Where the command line reads and writes; tests give their own. */
export interface Io {
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Width of the terminal; null where standard output is none. */
  readonly columns: number | null;
  /** Progress may be shown. */
  readonly progress: boolean;
  readonly color: boolean;
  /** Resolves when the user asks to stop (Ctrl-C). */
  readonly stopped: () => Promise<void>;
}

/** The process's own. */
export function processIo(): Io {
  const { stdout, stderr } = process;
  return {
    stdin: () => process.stdin,
    stdout,
    stderr,
    env: process.env,
    columns: stdout.isTTY ? stdout.columns || 80 : null,
    progress: stderr.isTTY === true,
    color: stdout.isTTY === true && pico.isColorSupported,
    stopped: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      }),
  };
}

/** Writes, and waits while the reader is slower than the writer. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (stream.write(text) || stream.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done);
      stream.off('close', done);
      resolve();
    };
    stream.once('drain', done);
    stream.once('close', done);
  });
}

/** Writes a value as one line of JSON; on a terminal over several. */
export async function writeJson(io: Io, value: unknown): Promise<void> {
  await write(io.stdout, `${json(value, io.columns === null ? 0 : 2)}\n`);
}

/** JSON that holds no character a terminal might obey and no line end but its own. */
export function json(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
