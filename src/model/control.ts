import type { Arg, PlaceArg } from './slot.ts';
import type { Span } from './span.ts';

/** How a holder stands to a place. */
export type ControlStatus = 'holds' | 'contested' | 'besieged' | 'lost';

/**
 * Who is said to hold a place from when on. A transfer gives two: the new holder holds, the old one lost. Optional fields are
 * absent in readings by older engines.
 */
export interface Control {
  readonly place: PlaceArg;
  readonly holder: Arg;
  readonly previous: Arg | null;
  readonly status: ControlStatus;
  /** ISO date, null when unknown. */
  readonly from: string | null;
  /** The words by which only a part of the place is meant: "90 per cent", "most", "the western districts". */
  readonly part?: Span | null;
  /** Who besieges the holder. */
  readonly besieger?: Arg | null;
  /** Id of the claim that says so. */
  readonly claim: string;
}
