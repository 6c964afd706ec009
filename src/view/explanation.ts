import type { Claim } from '../model/claim.ts';
import type { Digest } from '../model/digest.ts';
import type { Span } from '../model/span.ts';
import type { ClaimRow } from './claims.ts';

/** What was decided at a step, in the order of reading. */
export type StepKind =
  | 'sentence'
  | 'statement'
  | 'speaker'
  | 'content'
  | 'within'
  | 'about'
  | 'event'
  | Slot
  | 'polarity'
  | 'modality'
  | 'agreement'
  | 'control'
  | 'dispute'
  | 'relation';

/** The slots of a claim that words fill. */
export type Slot = 'agent' | 'patient' | 'instrument' | 'place' | 'time' | 'quantity';

/** One decision: what was decided, on which words, and why. */
export interface Step {
  readonly kind: StepKind;
  /** What was decided, as people read it. */
  readonly result: string;
  /** The words it stands on, in the document. */
  readonly words: readonly Span[];
  /** Rules, lexicon entries and models as recorded, and what follows from the Reading, one sentence each. */
  readonly why: readonly string[];
}

/** The chain of decisions behind one claim, in the order in which they were made. */
export interface Explanation {
  readonly claim: ClaimRow;
  readonly steps: readonly Step[];
}

/** What explaining needs to know of the ledger, or of the documents read together. */
export type Reconciled = Pick<Digest, 'readings' | 'agreements' | 'control' | 'disputes' | 'relations'>;

/** The reasons recorded for one slot of a claim, without the name of the slot before them. */
export function reasonsFor(claim: Claim, slot: Slot | 'polarity' | 'modality'): string[] {
  const before = `${slot}: `;
  return claim.why.filter((reason) => reason.startsWith(before)).map((reason) => reason.slice(before.length));
}
