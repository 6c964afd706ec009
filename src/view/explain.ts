import { claimRow } from './claims.ts';
import { partSteps } from './explain-part.ts';
import { slotSteps } from './explain-slot.ts';
import { statementSteps } from './explain-statement.ts';
import { type Explanation, type Reconciled, reasonsFor, type Step } from './explanation.ts';
import type { Witness } from './witness.ts';
import { witnessesOf } from './witness.ts';

/** Why a claim was read so; `id` is global, `text` its document's. Null where there is no such claim. */
export function explain(digest: Reconciled, id: string, text: string): Explanation | null {
  const witness = witnessesOf(digest.readings).get(id);
  if (witness === undefined) return null;
  return {
    claim: claimRow(witness),
    steps: [
      ...statementSteps(witness, text),
      eventStep(witness),
      ...slotSteps(witness),
      polarityStep(witness),
      modalityStep(witness),
      ...partSteps(digest, witness),
    ],
  };
}

function eventStep({ claim }: Witness): Step {
  const { event, mode, predicate } = claim;
  const about = /^(?:agent|patient|instrument|place|time|quantity|polarity|modality): /;
  return {
    kind: 'event',
    result: mode === null ? event : `${event}, ${mode}`,
    words: [predicate],
    why: claim.why.filter((reason) => !about.test(reason)),
  };
}

function polarityStep({ claim, statement }: Witness): Step {
  const why = reasonsFor(claim, 'polarity');
  const otherwise =
    statement.stance === 'denies' && claim.polarity === 'negative'
      ? 'the statement denies it'
      : 'nothing turns it round';
  return {
    kind: 'polarity',
    result: claim.polarity,
    words: [],
    why: why.length > 0 ? why : [otherwise],
  };
}

function modalityStep({ claim }: Witness): Step {
  const why = reasonsFor(claim, 'modality');
  const otherwise = 'no modal verb, plan, demand, promise or condition stands over it';
  return { kind: 'modality', result: claim.modality, words: [], why: why.length > 0 ? why : [otherwise] };
}
