import type { Claim } from '../model/claim.ts';
import type { Reading } from '../model/reading.ts';
import type { Arg } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import type { Witness } from './witness.ts';
import { entityName, witnessesOf } from './witness.ts';

/** A claim as a table shows it: who says what, where, in which words. */
export interface ClaimRow {
  /** "DOCUMENT/CLAIM". */
  readonly id: string;
  readonly document: string;
  readonly publisher: string | null;
  readonly published: string | null;
  /** Who speaks: a name, or the source's words where it resolves to nobody; null in the document's own voice. */
  readonly speaker: string | null;
  /** The organisation spoken for. */
  readonly for: string | null;
  readonly stance: Statement['stance'];
  readonly mode: Statement['mode'];
  readonly event: Claim['event'];
  readonly polarity: Claim['polarity'];
  readonly modality: Claim['modality'];
  readonly agent: readonly string[];
  readonly patient: readonly string[];
  readonly place: string | null;
  /** ISO dates, both ends included. */
  readonly from: string | null;
  readonly to: string | null;
  /** The words of the count. */
  readonly quantity: string | null;
  /** The words of the statement. */
  readonly words: string;
}

/** The claims of the readings, by published time, document id and place in the text; only those in `ids` where given. */
export function claimRows(readings: readonly Reading[], ids?: ReadonlySet<string>): ClaimRow[] {
  const witnesses = [...witnessesOf(readings).values()];
  const wanted = ids === undefined ? witnesses : witnesses.filter(({ id }) => ids.has(id));
  return wanted.sort(inOrder).map(claimRow);
}

/** One claim as a row. */
export function claimRow({ id, claim, statement, reading }: Witness): ClaimRow {
  const { document } = reading;
  return {
    id,
    document: document.id,
    publisher: document.publisher,
    published: document.published,
    speaker: entityName(reading, statement.speaker) ?? statement.source?.text ?? null,
    for: entityName(reading, statement.for),
    stance: statement.stance,
    mode: statement.mode,
    event: claim.event,
    polarity: claim.polarity,
    modality: claim.modality,
    agent: claim.agent.map(argName),
    patient: claim.patient.map(argName),
    place: claim.place ? argName(claim.place) : null,
    from: claim.time?.from ?? null,
    to: claim.time?.to ?? null,
    quantity: claim.quantity?.text ?? null,
    words: statement.content.map(({ text }) => text).join(' … ') || claim.predicate.text,
  };
}

/** The full name of an argument, or its words. */
export function argName(arg: Arg): string {
  return arg.name ?? arg.text;
}

/** Order of witnesses: published time (unknown last), document id, place in the text, claim id. */
export function inOrder(a: Witness, b: Witness): number {
  const [one, other] = [a.reading.document, b.reading.document];
  return (
    compare(one.published ?? '~', other.published ?? '~') ||
    compare(one.id, other.id) ||
    a.claim.predicate.start - b.claim.predicate.start ||
    compare(a.id, b.id)
  );
}

/** Order of strings by their code units, the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
