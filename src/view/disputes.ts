import type { Digest } from '../model/digest.ts';
import type { Dispute } from '../model/dispute.ts';
import type { ClaimRow } from './claims.ts';
import { claimRows } from './claims.ts';

/** A dispute with the claims on each side in their words. */
export interface DisputeRow extends Omit<Dispute, 'sides'> {
  readonly sides: readonly {
    readonly answer: string;
    /** How many independent sources stand here. */
    readonly origins: number;
    readonly claims: readonly ClaimRow[];
  }[];
}

/** The disputes, open ones first, then by how many independent sources they set against each other. */
export function disputeRows({ disputes, readings }: Pick<Digest, 'disputes' | 'readings'>): DisputeRow[] {
  return [...disputes]
    .sort((a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || weight(b) - weight(a))
    .map((dispute) => ({
      ...dispute,
      sides: dispute.sides.map(({ answer, origins, claims }) => ({
        answer,
        origins,
        claims: claimRows(readings, new Set(claims)),
      })),
    }));
}

function weight({ sides }: Dispute): number {
  return sides.reduce((sum, { origins }) => sum + origins, 0);
}
