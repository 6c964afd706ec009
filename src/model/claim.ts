import type { Arg, PlaceArg, QuantitySlot, TimeSlot } from './slot.ts';
import type { Span } from './span.ts';

/** PLOVER 2's sixteen event types, and FLEE, CONTROL, DETAIN, CASUALTY. */
export type EventType =
  | 'AGREE'
  | 'CONSULT'
  | 'SUPPORT'
  | 'CONCEDE'
  | 'COOPERATE'
  | 'AID'
  | 'RETREAT'
  | 'REQUEST'
  | 'ACCUSE'
  | 'REJECT'
  | 'THREATEN'
  | 'PROTEST'
  | 'SANCTION'
  | 'MOBILIZE'
  | 'COERCE'
  | 'ASSAULT'
  | 'FLEE'
  | 'CONTROL'
  | 'DETAIN'
  | 'CASUALTY';

/** Whether the content holds that it happened; a negative sentence is negative. */
export type Polarity = 'positive' | 'negative';

/** On what footing the content puts it. */
export type Modality =
  | 'actual'
  | 'planned'
  | 'promised'
  | 'demanded'
  | 'predicted'
  | 'possible'
  | 'conditional';

/** One proposition as put forward by one statement: the unit of the ledger. */
export interface Claim {
  readonly id: string;
  /** Id of the statement that puts it forward. */
  readonly statement: string;
  readonly event: EventType;
  /** A finer kind of the event type, or null. */
  readonly mode: string | null;
  readonly predicate: Span;
  readonly agent: readonly Arg[];
  readonly patient: readonly Arg[];
  readonly instrument: readonly Arg[];
  readonly place: PlaceArg | null;
  readonly time: TimeSlot | null;
  readonly quantity: QuantitySlot | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly why: readonly string[];
}
