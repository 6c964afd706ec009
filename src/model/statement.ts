import type { TimeSlot } from './slot.ts';
import type { Span } from './span.ts';

/** How the content is put: in the speaker's words, in the reporter's, in both, or in the document's own voice. */
export type StatementMode = 'direct' | 'indirect' | 'mixed' | 'narrative';

/** What the speaker does with the content. A plain negative sentence asserts; `denies` needs a denial. */
export type Stance = 'asserts' | 'denies' | 'disputes' | 'demands' | 'promises' | 'predicts' | 'hedges';

/** An attribution (PARC3, PolNeAR): who (source) says (cue) what (content). */
export interface Statement {
  readonly id: string;
  readonly mode: StatementMode;
  readonly stance: Stance;
  readonly source: Span | null;
  readonly cue: Span | null;
  /** Without the outer quotation marks and without a leading "that"; several where the cue interrupts it. */
  readonly content: readonly Span[];
  /** Entity id of who speaks; unnamed officials and "the statement" resolve to their organisation. */
  readonly speaker: string | null;
  /** Entity id of the organisation spoken for. */
  readonly for: string | null;
  /** Id of the enclosing statement ("X said Y had told him"). */
  readonly within: string | null;
  /** Id of the statement in this document that this one disputes or confirms. */
  readonly about: string | null;
  /** The outlet it was said to ("told Reuters"). */
  readonly relay: string | null;
  /** When it was said. */
  readonly time: TimeSlot | null;
  readonly why: readonly string[];
}
