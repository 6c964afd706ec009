import type { Span } from './span.ts';

/** What part a person, group or thing has in the violence that a document tells of. */
export const INVOLVED_ROLES = ['perpetrator', 'organisation', 'target', 'victim', 'weapon'] as const;
export type InvolvedRole = (typeof INVOLVED_ROLES)[number];

/** Who or what is involved in the violent incidents that a document as a whole reports, under the words that name it best. */
export interface Involved extends Span {
  readonly role: InvolvedRole;
  readonly entity: string | null;
  readonly name: string | null;
  /** How sure the model is, 0 to 1. */
  readonly score: number;
  /** Everywhere the document names it by its noun. */
  readonly mentions: readonly Span[];
  /** Ids of the claims in which one of the mentions takes part. */
  readonly claims: readonly string[];
  readonly why: readonly string[];
}
