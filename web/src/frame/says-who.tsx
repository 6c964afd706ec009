import type { ClaimRow } from '../api/types.ts';
import { strings } from '../strings.ts';

/** Who puts a claim forward, for whom, and with which stance. In the document's own voice that is its publisher. */
export function SaysWho({ claim }: { claim: ClaimRow }) {
  const voice = claim.mode === 'narrative';
  const name = voice
    ? (claim.publisher ?? strings.unknown.voice)
    : (claim.speaker ?? strings.unknown.speaker);
  return (
    <>
      <span className="font-semibold">{name}</span>{' '}
      {claim.for !== null && claim.for !== claim.speaker && <span className="text-soft">({claim.for}) </span>}
      <span className="swatch" data-stance={voice && claim.stance === 'asserts' ? 'voice' : claim.stance}>
        {strings.stance[claim.stance]}
      </span>
    </>
  );
}
