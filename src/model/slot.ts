import type { Quantity } from './quantity.ts';
import type { Span } from './span.ts';

/** Where a place or time was taken over from, when the clause itself names none. */
export type Inherited = 'clause' | 'sentence' | 'paragraph' | 'dateline' | 'speech' | 'published';

/** A participant or place of a claim. `start` and `end` are null only where it comes from metadata. */
export interface Arg {
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly entity: string | null;
  readonly name: string | null;
  readonly inherited?: Inherited;
}

/** A place slot: an argument with the point of the place, in degrees, where the gazetteer knows it. */
export interface PlaceArg extends Arg {
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** A time slot: ISO dates, both ends included, null where open or unresolved. */
export interface TimeSlot {
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly inherited?: Inherited;
}

/** A quantity slot: the words of the count, and what they bind. */
export interface QuantitySlot extends Span, Quantity {}
