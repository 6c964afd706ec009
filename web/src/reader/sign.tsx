import { Link } from '@tanstack/react-router';
import type { Reading } from '../../../src/model/reading.ts';
import type { DisputeMark } from '../api/types.ts';
import { Unequal } from '../frame/unequal.tsx';
import { strings } from '../strings.ts';
import { agreementHash, controlHash, involvedHash } from './choice.ts';
import type { Layer } from './layer.ts';

/** A sign behind words: that they are in dispute, a term of an agreement, tell who holds a place, or name who is involved; with the way there. */
export type SignOf =
  | { readonly kind: 'dispute'; readonly dispute: DisputeMark }
  | { readonly kind: 'agreement'; readonly id: string; readonly words: string }
  | { readonly kind: 'control'; readonly number: number; readonly words: string }
  | { readonly kind: 'involved'; readonly number: number; readonly words: string };

/** Where each sign goes: after the predicate of a disputed claim, after a term, after the predicate that changes control, after the words that name best who is involved. */
export function placeSigns(
  reading: Reading,
  disputes: readonly DisputeMark[],
  layers: ReadonlySet<Layer>,
): ReadonlyMap<number, readonly SignOf[]> {
  const ends = new Map(reading.claims.map((claim) => [claim.id, claim.predicate.end]));
  const places = new Map<number, SignOf[]>();
  const put = (end: number | undefined, sign: SignOf) => {
    if (end === undefined) return;
    const here = places.get(end) ?? [];
    if (!here.some((one) => isSame(one, sign))) places.set(end, [...here, sign]);
  };
  if (layers.has('disputes'))
    for (const dispute of disputes)
      for (const claim of dispute.claims) put(ends.get(claim), { kind: 'dispute', dispute });
  if (layers.has('agreements'))
    for (const { id, terms } of reading.agreements)
      for (const { does } of terms) put(does.end, { kind: 'agreement', id, words: does.text });
  if (layers.has('control'))
    for (const [at, { claim, place, holder }] of reading.control.entries())
      put(ends.get(claim), {
        kind: 'control',
        number: at + 1,
        words: `${place.name ?? place.text}, ${holder.name ?? holder.text}`,
      });
  if (layers.has('involved'))
    for (const [at, { end, role, name, text }] of reading.involved.entries())
      put(end, { kind: 'involved', number: at + 1, words: `${strings.role[role]}, ${name ?? text}` });
  return places;
}

/** A transfer of control makes two rows by one predicate, which has one sign. */
function isSame(a: SignOf, b: SignOf): boolean {
  return a.kind === 'control' ? b.kind === 'control' : keyOf(a) === keyOf(b);
}

/** The signs that stand at one place of the text. */
export function Signs({ signs }: { signs: readonly SignOf[] }) {
  return signs.map((sign) => <Sign key={keyOf(sign)} sign={sign} />);
}

function keyOf(sign: SignOf): string {
  return `${sign.kind}${sign.kind === 'dispute' ? sign.dispute.id : sign.kind === 'agreement' ? sign.id : sign.number}`;
}

function Sign({ sign }: { sign: SignOf }) {
  if (sign.kind === 'agreement') {
    const label = `${strings.reader.ofAgreement}: ${sign.words}`;
    return <Here hash={agreementHash(sign.id)} label={label} letter={strings.letter.agreements} />;
  }
  if (sign.kind === 'control') {
    const label = `${strings.reader.ofControl}: ${sign.words}`;
    return <Here hash={controlHash(sign.number)} label={label} letter={strings.letter.control} />;
  }
  if (sign.kind === 'involved') {
    const label = `${strings.reader.ofInvolved}: ${sign.words}`;
    return <Here hash={involvedHash(sign.number)} label={label} letter={strings.letter.involved} />;
  }
  const { id, question } = sign.dispute;
  return (
    <Link
      to="/disputes/$id"
      params={{ id }}
      className="dispute-mark"
      aria-label={`${strings.reader.inDispute}: ${question}`}
      title={question}
    >
      <Unequal />
    </Link>
  );
}

function Here({ hash, label, letter }: { hash: string; label: string; letter: string }) {
  return (
    <a href={`#${hash}`} data-own="" className="dispute-mark" data-sign="" aria-label={label} title={label}>
      {letter}
    </a>
  );
}
