import { strings } from '../strings.ts';

/** How many independent origins stand behind an answer: in words, and as tally strokes for the eye. */
export function Tally({ origins }: { origins: number }) {
  return (
    <span className="inline-flex items-baseline gap-2 text-caption" title={strings.dispute.independent}>
      <span aria-hidden="true" className="inline-flex gap-[3px] self-center">
        {Array.from({ length: Math.min(origins, 12) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: strokes are alike
          <span key={index} className="h-3 w-[3px] rounded-[1px] bg-green" />
        ))}
      </span>
      {strings.count.origins(origins)}
    </span>
  );
}
