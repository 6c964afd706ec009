import { Link } from '@tanstack/react-router';
import type { ClaimRow } from '../api/types.ts';
import { splitClaimId } from '../format/claim-id.ts';
import { day } from '../format/date.ts';
import { claimHash } from '../reader/choice.ts';
import { strings } from '../strings.ts';
import { SaysWho } from './says-who.tsx';

/** A claim in a line or two: who says so, in which words, published where and when; its words lead into the reader. */
export function BriefClaim({ claim }: { claim: ClaimRow }) {
  return (
    <div className="text-caption">
      <SaysWho claim={claim} />
      <Link
        to="/documents/$id"
        params={{ id: claim.document }}
        hash={claimHash(splitClaimId(claim.id).claim)}
        className="block font-serif text-[0.9375rem] underline decoration-rule decoration-1 underline-offset-4 hover:decoration-ink"
        dir="auto"
      >
        {claim.words}
      </Link>
      <span className="text-soft">
        {claim.publisher ?? strings.unknown.publisher} · {day(claim.published)}
      </span>
    </div>
  );
}
