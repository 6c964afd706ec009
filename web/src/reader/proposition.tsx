import type { ReactNode } from 'react';
import type { Claim } from '../../../src/model/claim.ts';
import type { Arg, Inherited } from '../../../src/model/slot.ts';
import { interval } from '../format/date.ts';
import { bounds } from '../format/quantity.ts';
import { strings } from '../strings.ts';

/** What a claim holds, slot by slot. Empty slots are left out. */
export function Proposition({ claim }: { claim: Claim }) {
  const t = strings.card;
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5 text-caption">
      <Row name={t.event}>
        {strings.event[claim.event]}
        {claim.mode !== null && <Aside>{claim.mode}</Aside>}
      </Row>
      <Row name={t.predicate}>
        <q>{claim.predicate.text}</q>
      </Row>
      <Row name={t.agent}>{names(claim.agent)}</Row>
      <Row name={t.patient}>{names(claim.patient)}</Row>
      <Row name={t.instrument}>{names(claim.instrument)}</Row>
      <Row name={t.place}>{claim.place && names([claim.place])}</Row>
      <Row name={t.time}>
        {claim.time && (
          <>
            {interval(claim.time.from, claim.time.to) ?? claim.time.text}
            <Aside>
              {claim.time.start !== null && <q>{claim.time.text}</q>} {taken(claim.time.inherited)}
            </Aside>
          </>
        )}
      </Row>
      <Row name={t.quantity}>
        {claim.quantity && (
          <>
            {bounds(claim.quantity)}
            <Aside>
              <q>{claim.quantity.text}</q>
            </Aside>
          </>
        )}
      </Row>
      <Row name={t.polarity}>{strings.polarity[claim.polarity]}</Row>
      <Row name={t.modality}>{strings.modality[claim.modality]}</Row>
    </dl>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="text-soft"> {children}</span>;
}

function names(args: readonly Arg[]): ReactNode {
  if (args.length === 0) return null;
  return args.map((arg, index) => (
    <span key={`${arg.start}-${arg.text}`} className="block">
      {arg.name ?? arg.text}
      {arg.name !== null && arg.name !== arg.text && (
        <Aside>
          <q>{arg.text}</q>
        </Aside>
      )}
      {arg.inherited && <Aside>{taken(arg.inherited)}</Aside>}
      {index < args.length - 1 && <span className="sr-only">, </span>}
    </span>
  ));
}

function taken(from: Inherited | undefined): string | null {
  return from === undefined ? null : strings.card.inherited(from);
}
