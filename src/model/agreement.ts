import type { EventType, Modality, Polarity } from './claim.ts';
import type { Arg, PlaceArg } from './slot.ts';
import type { Span } from './span.ts';

/** One obligation of an agreement: who does what to whom, on what condition. Optional fields are absent in readings by older engines. */
export interface Term {
  readonly id: string;
  readonly event: EventType;
  readonly who: readonly Arg[];
  readonly does: Span;
  readonly toWhom: readonly Arg[];
  readonly condition: Span | null;
  /** Until when, or for how long: "within 14 days", "for 72 hours". */
  readonly deadline?: Span | null;
  /** The place that the term names. */
  readonly area?: PlaceArg | null;
  /** Id of the term that this one is given in exchange for. */
  readonly exchange?: string | null;
  /** Id of the statement whose words state the term; null in the document's own voice. */
  readonly statement?: string | null;
}

/** As what somebody who is no party helps an agreement on. */
export type HelperRole = 'guarantor' | 'mediator' | 'host' | 'observer';

/** A guarantor or mediator. */
export interface Helper extends Arg {
  readonly role?: HelperRole;
}

/** How an agreement is said to stand. */
export type AgreementStatus =
  | 'proposed'
  | 'negotiated'
  | 'reached'
  | 'in-force'
  | 'extended'
  | 'suspended'
  | 'broken'
  | 'collapsed'
  | 'ended'
  | 'rejected';

/** What some words say of how an agreement stands, and by whom they are put forward. */
export interface StatusNote extends Span {
  readonly status: AgreementStatus;
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Id of the statement the words belong to; null in the document's own voice. */
  readonly statement: string | null;
  /** Id of the claim that the words make, where they make one. */
  readonly claim: string | null;
}

/** What was agreed, as one document tells it; optional fields as in terms. `claims` are the ids of the claims that tell it. */
export interface Agreement {
  readonly id: string;
  /** The words by which the document names it, in order: "a ceasefire", "the deal". */
  readonly names?: readonly Span[];
  /** What it is about, as far as its names say: ceasefire, movement, exchange, trade, aid, peace. */
  readonly kinds?: readonly string[];
  readonly parties: readonly Arg[];
  readonly guarantors: readonly Helper[];
  readonly excluded: readonly Arg[];
  readonly place: PlaceArg | null;
  /** ISO dates, both ends included. */
  readonly date: { readonly from: string | null; readonly to: string | null } | null;
  /** How long it is to last, in its words: "72-hour". */
  readonly duration?: Span | null;
  readonly terms: readonly Term[];
  readonly statuses?: readonly StatusNote[];
  readonly claims: readonly string[];
}
