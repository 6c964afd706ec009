import type { Claim } from '../model/claim.ts';
import type { Statement } from '../model/statement.ts';
import type { ClaimRow } from '../view/claims.ts';
import { cut, line } from './plain.ts';

const SAYS: Readonly<Record<Statement['stance'], string>> = {
  asserts: 'says',
  denies: 'denies',
  disputes: 'disputes',
  demands: 'demands',
  promises: 'promises',
  predicts: 'predicts',
  hedges: 'says, with a reservation',
};

/** "Mostafa Bali, for the Syrian Democratic Forces, says": who speaks and how, in plain words. */
export function voice(row: Pick<ClaimRow, 'speaker' | 'for' | 'stance' | 'publisher'>): string {
  const party = row.for && row.for !== row.speaker ? `, for ${line(row.for)},` : '';
  return `${speaker(row)}${party} ${SAYS[row.stance]}`;
}

/** Who speaks; a document's own voice is its publisher's. */
export function speaker(row: Pick<ClaimRow, 'speaker' | 'publisher'>): string {
  return row.speaker === null
    ? row.publisher
      ? `${line(row.publisher)} (own voice)`
      : 'the document itself'
    : line(row.speaker);
}

/** What a claim holds: "not RETREAT · Islamic State · from …". */
export function proposition(row: ClaimRow): string {
  const parts = [
    `${row.polarity === 'negative' ? 'not ' : ''}${row.event}${row.modality === 'actual' ? '' : ` (${row.modality})`}`,
    row.agent.length > 0 ? row.agent.map(line).join(', ') : '',
    row.patient.length > 0 ? `to ${row.patient.map(line).join(', ')}` : '',
    row.quantity === null ? '' : `count ${line(row.quantity)}`,
    row.place === null ? '' : `at ${line(row.place)}`,
    when(row.from, row.to),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A period as one cell: a day, "from – to", or nothing where it is unknown. */
export function when(from: string | null, to: string | null): string {
  if (from === null && to === null) return '';
  if (from === to) return from!.slice(0, 10);
  return `${from?.slice(0, 10) ?? '…'} – ${to?.slice(0, 10) ?? '…'}`;
}

/** Words in quotation marks, on one line and not too long. */
export function quoted(words: string, width = 240): string {
  return `“${cut(line(words), width)}”`;
}

/** "1 claim", "3 claims". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The polarity of a claim in a cell. */
export function sign(polarity: Claim['polarity']): string {
  return polarity === 'negative' ? 'no' : 'yes';
}
