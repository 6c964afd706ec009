import { parseArgs } from 'node:util';

/** The options of a command line, each with a value. Throws a RangeError that names the known ones if another is given. */
export function optionsOf<N extends string>(names: readonly N[]): Partial<Record<N, string>> {
  try {
    const options = Object.fromEntries(names.map((n) => [n, { type: 'string' as const }]));
    return parseArgs({ options }).values as Partial<Record<N, string>>;
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new RangeError(`${what}; known are ${names.map((n) => `--${n}`).join(', ')}`);
  }
}
