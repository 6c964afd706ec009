import type { Progress } from './trainer.ts';

/** One line that is rewritten on a terminal; elsewhere a line when each step begins. */
export function progressLine(out: {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}): Progress {
  let last = '';
  return (step, part) => {
    if (out.isTTY === true) {
      out.write(`\r\u001b[K${step} ${Math.floor(part * 100)} %${part >= 1 ? '\n' : ''}`);
      return;
    }
    if (step !== last) out.write(`${step}\n`);
    last = step;
  };
}
