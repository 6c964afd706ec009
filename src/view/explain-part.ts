import type { Digest } from '../model/digest.ts';
import { argName, claimRow } from './claims.ts';
import type { Reconciled, Step } from './explanation.ts';
import type { Witness } from './witness.ts';
import { witnessesOf } from './witness.ts';

/** What a claim takes part in once claims are set against each other: agreements, control, disputes, relations. */
export function partSteps(digest: Reconciled, witness: Witness): Step[] {
  return [
    ...digest.agreements.flatMap((agreement) => agreementStep(agreement, witness)),
    ...digest.control.filter(({ claims }) => claims.includes(witness.id)).map(controlStep),
    ...digest.disputes.flatMap((dispute) => disputeStep(digest, dispute, witness.id)),
    ...relationSteps(digest, witness.id),
  ];
}

function agreementStep(agreement: Digest['agreements'][number], { id, claim }: Witness): Step[] {
  const { parties, terms, claims } = agreement;
  const name = parties.map(argName).join(' and ') || 'parties unknown';
  const steps: Step[] = [];
  if (claims.includes(id))
    steps.push(part('agreement', `tells of the agreement between ${name}`, [agreement.id]));
  for (const term of terms) {
    const { predicate } = claim;
    const own =
      term.claims.includes(id) ||
      (claims.includes(id) && term.does.start <= predicate.start && predicate.end <= term.does.end);
    const who = term.who.map(argName).join(', ') || 'someone';
    if (own) steps.push(part('agreement', `makes its term ${short(term.id)}: ${who}: ${term.does.text}`, []));
    for (const { claim: other, verdict } of term.compliance)
      if (other === id) steps.push(part('agreement', `says of its term ${short(term.id)}: ${verdict}`, []));
  }
  return steps;
}

/** The end of a term's id, which is enough beside its agreement. */
function short(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function controlStep({ place, holder, previous, status, from, to }: Digest['control'][number]): Step {
  const since = [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ');
  const result = `${argName(place)}: ${argName(holder)}, ${status}${previous === null ? '' : `, after ${argName(previous)}`}`;
  return part('control', result, since === '' ? [] : [since]);
}

function disputeStep(digest: Reconciled, dispute: Digest['disputes'][number], id: string): Step[] {
  const own = dispute.sides.find(({ claims }) => claims.includes(id));
  if (own === undefined) return [];
  const opposed = new Set(dispute.sides.filter((side) => side !== own).flatMap(({ claims }) => claims));
  const why = digest.relations.flatMap(({ kind, a, b, why: reasons }) =>
    kind === 'contradicts' && ((a === id && opposed.has(b)) || (b === id && opposed.has(a))) ? reasons : [],
  );
  const sides = dispute.sides
    .filter((side) => side !== own)
    .flatMap(({ answer, claims }) =>
      claims.map((other) => `against it “${answer}”: ${saying(digest, other)}`),
    );
  return [
    part('dispute', `${dispute.question} It answers “${own.answer}”`, [...new Set([...sides, ...why])]),
  ];
}

/** Ties to other claims that are no dispute: repeats, corroborates, updates, narrows. */
function relationSteps(digest: Reconciled, id: string): Step[] {
  return digest.relations.flatMap(({ a, b, kind, dimension, why }) => {
    if (kind === 'contradicts' || (a !== id && b !== id)) return [];
    const other = saying(digest, a === id ? b : a);
    return [
      part(
        'relation',
        a === id ? `${kind} (${dimension}) ${other}` : `${other} ${kind} it (${dimension})`,
        why,
      ),
    ];
  });
}

function saying(digest: Reconciled, id: string): string {
  const witness = witnessesOf(digest.readings).get(id);
  if (witness === undefined) return id;
  const row = claimRow(witness);
  return `${id}, ${row.speaker ?? row.publisher ?? 'the document itself'}, “${row.words}”`;
}

function part(kind: Step['kind'], result: string, why: readonly string[]): Step {
  return { kind, result, words: [], why };
}
