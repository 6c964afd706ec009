import type { Helper, StatusNote } from '../model/agreement.ts';
import type { Compliance, Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import type { ClaimRow } from './claims.ts';
import { argName, claimRow, claimRows, compare } from './claims.ts';
import { entityName, witnessesOf } from './witness.ts';

/** One obligation, with what claims say of its being kept. */
export interface TermRow {
  readonly id: string;
  readonly who: readonly string[];
  /** The words of what is to be done. */
  readonly does: string;
  readonly toWhom: readonly string[];
  readonly condition: string | null;
  /** Who says so; null in the document's own voice, and where several documents tell it. */
  readonly speaker: string | null;
  readonly compliance: readonly { readonly verdict: Compliance['verdict']; readonly claim: ClaimRow }[];
}

/** An agreement as all documents tell it. */
export interface AgreementRow {
  readonly id: string;
  readonly parties: readonly string[];
  readonly guarantors: readonly string[];
  /** Mediators; hosts and observers with that word behind them. */
  readonly mediators: readonly string[];
  readonly excluded: readonly string[];
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** How long it is to last, in its words. */
  readonly duration: string | null;
  /** How it is said to stand, in order: "reached (“signed”)", "not broken (“broke”)". */
  readonly statuses: readonly string[];
  readonly terms: readonly TermRow[];
  readonly claims: readonly ClaimRow[];
}

/** The agreements, by date, those without one last. */
export function agreementRows({
  agreements,
  readings,
}: Pick<Digest, 'agreements' | 'readings'>): AgreementRow[] {
  const witnesses = witnessesOf(readings);
  return agreements
    .map(({ id, parties, guarantors, excluded, place, date, duration, statuses, terms, claims }) => ({
      id,
      parties: parties.map(argName),
      guarantors: guarantors.filter((arg) => (arg.role ?? 'guarantor') === 'guarantor').map(argName),
      mediators: guarantors.filter((arg) => (arg.role ?? 'guarantor') !== 'guarantor').map(sayHelper),
      excluded: excluded.map(argName),
      place: place && argName(place),
      from: date?.from ?? null,
      to: date?.to ?? null,
      duration: duration?.text ?? null,
      statuses: [...new Set((statuses ?? []).map(sayStatus))],
      terms: terms.map((term) => ({
        id: term.id,
        who: term.who.map(argName),
        does: term.does.text,
        toWhom: term.toWhom.map(argName),
        condition: term.condition?.text ?? null,
        speaker: speakerOf(term.statement ?? null, readings),
        compliance: term.compliance.flatMap(({ claim, verdict }) => {
          const witness = witnesses.get(claim);
          return witness ? [{ verdict, claim: claimRow(witness) }] : [];
        }),
      })),
      claims: claimRows(readings, new Set(claims)),
    }))
    .sort((a, b) => compare(a.from ?? '~', b.from ?? '~') || compare(a.id, b.id));
}

/** "reached (“signed”)", "not broken (“broke”)", "collapsed, if (“broke down”)". */
function sayStatus({ status, polarity, modality, text }: StatusNote): string {
  const not = polarity === 'negative' ? 'not ' : '';
  const footing = modality === 'actual' ? '' : `, ${modality}`;
  return `${not}${status}${footing} (“${text}”)`;
}

/** Who makes a statement, where it is one of a single document's. */
function speakerOf(statement: string | null, readings: readonly Reading[]): string | null {
  const [reading, other] = readings;
  if (statement === null || reading === undefined || other !== undefined) return null;
  const found = reading.statements.find(({ id }) => id === statement);
  return found === undefined ? null : (entityName(reading, found.speaker) ?? found.source?.text ?? null);
}

function sayHelper(arg: Helper): string {
  return arg.role === 'mediator' ? argName(arg) : `${argName(arg)} (${arg.role})`;
}
