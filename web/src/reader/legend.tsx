import type { Stance } from '../../../src/model/statement.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';

/** What each line under the words means. */
export function Legend() {
  return (
    <details className="text-caption">
      <summary className="link w-fit">{strings.reader.legend}</summary>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1.5">
        {(Object.keys(strings.stance) as Stance[]).map((stance) => (
          <li key={stance} className="swatch" data-stance={stance}>
            {strings.stance[stance]}
          </li>
        ))}
        <li className="swatch" data-stance="voice">
          {strings.reader.legendVoice}
        </li>
        <li>
          <span className="said" data-stance="asserts" data-claim="">
            {strings.reader.legendClaim}
          </span>
        </li>
        <li>
          <span className="named" data-opens="" data-letters={strings.letter.actor}>
            {strings.reader.legendNamed}
          </span>
        </li>
        <li>
          <span className="term">{strings.reader.legendTerm}</span>
        </li>
        <li>
          <span className="held">{strings.reader.legendHeld}</span>
        </li>
        <li>
          <span className="involved">{strings.reader.legendInvolved}</span>
        </li>
        <li>
          <span className="slot" data-taken="">
            {strings.reader.legendSlot}
          </span>
        </li>
        <li>
          <span className="dispute-mark">
            <Unequal />
          </span>{' '}
          {strings.reader.inDispute}
        </li>
      </ul>
    </details>
  );
}
