import { EdgeError } from '../contract/error.ts';
import type { Io } from './io.ts';
import { write } from './io.ts';
import { plain } from './plain.ts';

/** Says on standard error what went wrong and gives the exit code. Only a fault of the program itself shows its trace. */
export async function fail(io: Io, error: unknown): Promise<number> {
  if (error instanceof EdgeError) {
    await warn(io, error.message);
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await warn(io, `This is a fault in the program; please report it with what you did:\n${trace}`);
  return 1;
}

/** One line on standard error. */
export async function warn(io: Io, message: string): Promise<void> {
  await write(io.stderr, `counterclaim: ${plain(message)}\n`);
}
