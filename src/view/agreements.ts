import type { Compliance, Digest } from '../model/digest.ts';
import type { ClaimRow } from './claims.ts';
import { argName, claimRow, claimRows, compare } from './claims.ts';
import { witnessesOf } from './witness.ts';

/** One obligation, with what claims say of its being kept. */
export interface TermRow {
  readonly id: string;
  readonly who: readonly string[];
  /** The words of what is to be done. */
  readonly does: string;
  readonly toWhom: readonly string[];
  readonly condition: string | null;
  readonly compliance: readonly { readonly verdict: Compliance['verdict']; readonly claim: ClaimRow }[];
}

/** An agreement as all documents tell it. */
export interface AgreementRow {
  readonly id: string;
  readonly parties: readonly string[];
  readonly guarantors: readonly string[];
  readonly excluded: readonly string[];
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
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
    .map(({ id, parties, guarantors, excluded, place, date, terms, claims }) => ({
      id,
      parties: parties.map(argName),
      guarantors: guarantors.map(argName),
      excluded: excluded.map(argName),
      place: place && argName(place),
      from: date?.from ?? null,
      to: date?.to ?? null,
      terms: terms.map((term) => ({
        id: term.id,
        who: term.who.map(argName),
        does: term.does.text,
        toWhom: term.toWhom.map(argName),
        condition: term.condition?.text ?? null,
        compliance: term.compliance.flatMap(({ claim, verdict }) => {
          const witness = witnesses.get(claim);
          return witness ? [{ verdict, claim: claimRow(witness) }] : [];
        }),
      })),
      claims: claimRows(readings, new Set(claims)),
    }))
    .sort((a, b) => compare(a.from ?? '~', b.from ?? '~') || compare(a.id, b.id));
}
