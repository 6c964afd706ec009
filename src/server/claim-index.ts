import { globalClaimId } from '../link/claim-id.ts';
import type { Claim } from '../model/claim.ts';
import type { Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';

/** A claim, and the Reading it stands in. */
export interface Placed {
  readonly claim: Claim;
  readonly reading: Reading;
}

const INDEXES = new WeakMap<Digest, ReadonlyMap<string, Placed>>();

/** Every claim of a Digest under its global id; made once for each Digest. */
export function indexClaims(digest: Digest): ReadonlyMap<string, Placed> {
  let index = INDEXES.get(digest);
  if (index === undefined) {
    index = new Map(
      digest.readings.flatMap((reading) =>
        reading.claims.map(
          (claim) => [globalClaimId(reading.document.id, claim.id), { claim, reading }] as const,
        ),
      ),
    );
    INDEXES.set(digest, index);
  }
  return index;
}
