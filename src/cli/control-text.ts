import type { ControlRow } from '../view/control.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { quoted, voice, when } from './voice.ts';

/** A row of control for people: who is said to hold the place, and the first words that say so. */
export function controlText(io: Io, row: ControlRow): string {
  const { bold } = paint(io);
  const part = row.part === null ? '' : ` (${line(row.part)})`;
  const besieger = row.besieger === null ? '' : ` by ${line(row.besieger)}`;
  const taken = row.previous === null ? '' : `, before it ${line(row.previous)}`;
  const period = when(row.from, row.to);
  const lines = [
    `${bold(line(row.place))}${part}: ${line(row.holder)} ${VERBS[row.status]} it${besieger}${taken}${period && ` (${period})`}`,
  ];
  const [claim] = row.claims;
  if (claim) lines.push(wrap(`${voice(claim)}: ${quoted(claim.words)}`, io.columns ?? 110, '    '));
  return `${lines.join('\n')}\n`;
}

const VERBS: Readonly<Record<ControlRow['status'], string>> = {
  holds: 'holds',
  contested: 'contests',
  besieged: 'is besieged in',
  lost: 'lost',
};
