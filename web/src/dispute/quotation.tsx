import { Link } from '@tanstack/react-router';
import type { QuotedClaim } from '../api/types.ts';
import { splitClaimId } from '../format/claim-id.ts';
import { day } from '../format/date.ts';
import { SaysWho } from '../frame/says-who.tsx';
import { claimHash } from '../reader/choice.ts';
import { strings } from '../strings.ts';

/** The words that put a claim forward, whose they are, and where they were published. */
export function Quotation({ quoted }: { quoted: QuotedClaim }) {
  const voice = quoted.mode === 'narrative' && quoted.stance === 'asserts';
  return (
    <figure>
      <figcaption className="mb-2 text-caption">
        <SaysWho claim={quoted} /> <span className="text-soft">{strings.mode[quoted.mode]}</span>
      </figcaption>
      <blockquote
        className="quotation stance-bar ps-4"
        data-stance={voice ? 'voice' : quoted.stance}
        dir="auto"
      >
        <span className="around">{quoted.before}</span>
        {quoted.quoted}
        <span className="around">{quoted.after}</span>
      </blockquote>
      <p className="mt-2 flex flex-wrap gap-x-3 ps-5 text-caption text-soft">
        <span>{quoted.publisher ?? strings.unknown.publisher}</span>
        <span>{day(quoted.published)}</span>
        <Link
          to="/documents/$id"
          params={{ id: quoted.document }}
          hash={claimHash(splitClaimId(quoted.id).claim)}
          className="link"
          aria-label={`${strings.dispute.read}: ${quoted.title ?? quoted.document}`}
        >
          {strings.dispute.read}
        </Link>
      </p>
    </figure>
  );
}
