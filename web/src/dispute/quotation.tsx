import { Link } from '@tanstack/react-router';
import type { QuotedClaim } from '../api/types.ts';
import { day } from '../format/date.ts';
import { claimHash } from '../reader/choice.ts';
import { strings } from '../strings.ts';

/** The words that put a claim forward, whose they are, and where they were published. */
export function Quotation({ quoted }: { quoted: QuotedClaim }) {
  const { document, mode, stance } = quoted;
  const voice = mode === 'narrative';
  const kind = voice && stance === 'asserts' ? 'voice' : stance;
  return (
    <figure>
      <figcaption className="mb-2 text-caption">
        <span className="font-semibold">
          {voice
            ? (document.publisher ?? strings.unknown.publisher)
            : (quoted.speaker ?? strings.unknown.speaker)}
        </span>{' '}
        {quoted.for !== null && quoted.for !== quoted.speaker && (
          <span className="text-soft">({quoted.for}) </span>
        )}
        <span className="swatch" data-stance={kind}>
          {strings.stance[stance]}
        </span>{' '}
        <span className="text-soft">{strings.mode[mode]}</span>
      </figcaption>
      <blockquote className="quotation stance-bar ps-4" data-stance={kind} dir="auto">
        <span className="around">{quoted.before}</span>
        {quoted.words}
        <span className="around">{quoted.after}</span>
      </blockquote>
      <p className="mt-2 flex flex-wrap gap-x-3 ps-5 text-caption text-soft">
        <span>{document.publisher ?? strings.unknown.publisher}</span>
        <span>{day(document.published)}</span>
        <Link
          to="/documents/$id"
          params={{ id: document.id }}
          hash={claimHash(quoted.claim.id)}
          className="link"
          aria-label={`${strings.dispute.read}: ${document.title ?? document.id}`}
        >
          {strings.dispute.read}
        </Link>
      </p>
    </figure>
  );
}
