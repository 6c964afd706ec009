import type { Arg } from '../../../src/model/slot.ts';

/** The names of those in a slot, each by its best name. */
export function argNames(args: readonly Arg[]): string {
  return args.map((arg) => arg.name ?? arg.text).join(', ');
}
