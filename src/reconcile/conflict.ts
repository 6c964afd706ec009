import type { Testimony } from '../link/testimony.ts';
import type { Dimension } from '../model/dispute.ts';

/** Two claims that cannot both be true as read, with the question that both answer. */
export interface Conflict {
  readonly a: Testimony;
  readonly b: Testimony;
  readonly dimension: Dimension;
  /** Conflicts with the same key belong to one dispute where their claims connect. */
  readonly question: string;
  /** From 0 to 1: how sure the rule is. */
  readonly score: number;
  readonly why: readonly string[];
}
