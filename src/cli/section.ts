import type { Io } from './io.ts';
import { paint } from './paint.ts';

/** A heading with its parts; nothing where there are none. */
export function section(io: Io, title: string, texts: readonly string[]): string[] {
  const { bold, underline } = paint(io);
  return texts.length === 0 ? [] : [`${bold(underline(title))}\n`, ...texts];
}
