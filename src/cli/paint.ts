import pico from 'picocolors';
import type { Io } from './io.ts';

type Colors = ReturnType<typeof pico.createColors>;

/** The colours, or none where the output takes none. */
export function paint({ color }: Io): Colors {
  return pico.createColors(color);
}
