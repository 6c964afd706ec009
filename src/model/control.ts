import type { Arg, PlaceArg } from './slot.ts';

/** How a holder stands to a place. */
export type ControlStatus = 'holds' | 'contested' | 'besieged' | 'lost';

/** Who is said to hold a place from when on. A transfer gives two: the new holder holds, the old one lost. */
export interface Control {
  readonly place: PlaceArg;
  readonly holder: Arg;
  readonly previous: Arg | null;
  readonly status: ControlStatus;
  /** ISO date, null when unknown. */
  readonly from: string | null;
  /** Id of the claim that says so. */
  readonly claim: string;
}
