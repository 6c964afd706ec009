import type { ReactNode } from 'react';
import type { Claim } from '../../../src/model/claim.ts';
import type { Arg, Inherited } from '../../../src/model/slot.ts';
import { interval } from '../format/date.ts';
import { bounds } from '../format/quantity.ts';
import { strings } from '../strings.ts';
import { Aside, Facts } from './facts.tsx';
import { Words } from './pointing.tsx';

/** What a claim holds, slot by slot. Empty slots are left out; what was taken over from elsewhere is marked so. */
export function Proposition({ claim }: { claim: Claim }) {
  const t = strings.card;
  const { place, time, quantity } = claim;
  return (
    <Facts
      rows={[
        [
          t.event,
          <>
            {strings.event[claim.event]}
            {claim.mode !== null && <Aside>{claim.mode}</Aside>}
          </>,
        ],
        [t.predicate, <Words key="words" span={claim.predicate} />],
        [t.agent, names(claim.agent)],
        [t.patient, names(claim.patient)],
        [t.instrument, names(claim.instrument)],
        [t.place, place && names([place])],
        [
          t.time,
          time && (
            <>
              <span className={time.inherited && 'taken'}>{interval(time.from, time.to) ?? time.text}</span>{' '}
              {time.start !== null && <Words span={time} />}
              {taken(time.inherited)}
            </>
          ),
        ],
        [
          t.quantity,
          quantity && (
            <>
              {bounds(quantity)} <Words span={quantity} />
            </>
          ),
        ],
        [t.polarity, strings.polarity[claim.polarity]],
        [t.modality, strings.modality[claim.modality]],
      ]}
    />
  );
}

function names(args: readonly Arg[]): ReactNode {
  if (args.length === 0) return null;
  return args.map((arg, index) => (
    <span key={`${arg.start}-${arg.text}`} className="block">
      {arg.name === null || arg.name === arg.text ? (
        <Words span={arg}>
          <span className={arg.inherited && 'taken'}>{arg.text}</span>
        </Words>
      ) : (
        <>
          <span className={arg.inherited && 'taken'}>{arg.name}</span> <Words span={arg} />
        </>
      )}
      {taken(arg.inherited)}
      {index < args.length - 1 && <span className="sr-only">, </span>}
    </span>
  ));
}

function taken(from: Inherited | undefined): ReactNode {
  return from === undefined ? null : <span className="block text-soft">{strings.card.inherited(from)}</span>;
}
