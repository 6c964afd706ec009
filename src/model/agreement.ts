import type { EventType } from './claim.ts';
import type { Arg, PlaceArg } from './slot.ts';
import type { Span } from './span.ts';

/** One obligation of an agreement: who does what to whom, on what condition. */
export interface Term {
  readonly id: string;
  readonly event: EventType;
  readonly who: readonly Arg[];
  readonly does: Span;
  readonly toWhom: readonly Arg[];
  readonly condition: Span | null;
}

/** What was agreed, as one document tells it. `claims` are the ids of the claims that tell it. */
export interface Agreement {
  readonly id: string;
  readonly parties: readonly Arg[];
  readonly guarantors: readonly Arg[];
  readonly excluded: readonly Arg[];
  readonly place: PlaceArg | null;
  /** ISO dates, both ends included. */
  readonly date: { readonly from: string | null; readonly to: string | null } | null;
  readonly terms: readonly Term[];
  readonly claims: readonly string[];
}
