import type { Digest, Happening, Origin, Relation } from '../model/digest.ts';
import type { ReadDocument } from '../model/reading.ts';
import type { ActorRow } from './actors.ts';
import { actorRows } from './actors.ts';
import type { AgreementRow } from './agreements.ts';
import { agreementRows } from './agreements.ts';
import type { ClaimRow } from './claims.ts';
import { claimRow, claimRows } from './claims.ts';
import type { DisputeRow } from './disputes.ts';
import { disputeRows } from './disputes.ts';
import type { Witness } from './witness.ts';
import { witnessesOf } from './witness.ts';

/** Everything there is to show of one thing. */
export type Shown =
  | { readonly kind: 'document'; readonly document: ReadDocument; readonly claims: readonly ClaimRow[] }
  | ShownClaim
  | { readonly kind: 'dispute'; readonly dispute: DisputeRow }
  | { readonly kind: 'agreement'; readonly agreement: AgreementRow }
  | { readonly kind: 'happening'; readonly happening: Happening; readonly claims: readonly ClaimRow[] }
  | { readonly kind: 'actor'; readonly actor: ActorRow; readonly claims: readonly ClaimRow[] };

/** A claim with its statement, why it was read so, and what stands with and against it. */
export interface ShownClaim extends Omit<Witness, 'reading' | 'id'> {
  readonly kind: 'claim';
  readonly row: ClaimRow;
  readonly origins: readonly Origin[];
  readonly relations: readonly (Relation & { readonly other: ClaimRow })[];
  readonly disputes: readonly DisputeRow[];
}

/** What an id of a document, claim, dispute, agreement, happening or actor stands for; null where it stands for nothing. */
export function show(digest: Digest, id: string): Shown | null {
  const witness = witnessesOf(digest.readings).get(id);
  if (witness) return shownClaim(digest, witness);
  const reading = digest.readings.find(({ document }) => document.id === id);
  if (reading) return { kind: 'document', document: reading.document, claims: claimRows([reading]) };
  const dispute = disputeRows(digest).find((row) => row.id === id);
  if (dispute) return { kind: 'dispute', dispute };
  const agreement = agreementRows(digest).find((row) => row.id === id);
  if (agreement) return { kind: 'agreement', agreement };
  const happening = digest.happenings.find((one) => one.id === id);
  if (happening) {
    return { kind: 'happening', happening, claims: claimRows(digest.readings, new Set(happening.claims)) };
  }
  const actor = actorRows(digest).find(
    (row) => row.id === id || row.name === id || row.otherNames.includes(id),
  );
  return actor ? { kind: 'actor', actor, claims: claimsOf(digest, actor) } : null;
}

function shownClaim(digest: Digest, witness: Witness): ShownClaim {
  const { id, claim, statement } = witness;
  const witnesses = witnessesOf(digest.readings);
  return {
    kind: 'claim',
    row: claimRow(witness),
    claim,
    statement,
    origins: digest.origins.filter(({ claims }) => claims.includes(id)),
    relations: digest.relations.flatMap((relation) => {
      const other = witnesses.get(relation.a === id ? relation.b : relation.b === id ? relation.a : '');
      return other ? [{ ...relation, other: claimRow(other) }] : [];
    }),
    disputes: disputeRows(digest).filter(({ sides }) =>
      sides.some(({ claims }) => claims.some((row) => row.id === id)),
    ),
  };
}

function claimsOf({ readings }: Digest, actor: ActorRow): ClaimRow[] {
  const names = new Set([actor.name, ...actor.otherNames]);
  return claimRows(readings).filter(({ speaker, for: party, agent, patient }) =>
    [speaker, party, ...agent, ...patient].some((name) => name !== null && names.has(name)),
  );
}
