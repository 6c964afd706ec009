import { Link } from '@tanstack/react-router';
import { splitClaimId } from '../format/claim-id.ts';
import { claimHash } from '../reader/choice.ts';

/** A link into the reader, at the words of a claim given by its ledger-wide id. */
export function ClaimLink({ id }: { id: string }) {
  const { document, claim } = splitClaimId(id);
  return (
    <Link to="/documents/$id" params={{ id: document }} hash={claimHash(claim)} className="link break-all">
      {document} · {claim}
    </Link>
  );
}
