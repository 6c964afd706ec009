import type { Agreement, Term } from './agreement.ts';
import type { EventType } from './claim.ts';
import type { ControlStatus } from './control.ts';
import type { Dimension, Dispute } from './dispute.ts';
import type { Entity } from './entity.ts';
import type { Reading } from './reading.ts';
import type { Arg, PlaceArg } from './slot.ts';
import type { Span } from './span.ts';

/** What claims go back to. Copies share an origin. Claim ids are global: "DOCUMENT/CLAIM". */
export interface Origin {
  readonly id: string;
  readonly documents: readonly string[];
  readonly claims: readonly string[];
  readonly kind: 'copy' | 'credit' | 'utterance' | 'release';
}

/** Airwars-style grade, computed and explained; never a verdict. */
export type Grade = 'confirmed' | 'fair' | 'weak' | 'contested' | 'discounted';

/** Claims about one occurrence. */
export interface Happening {
  readonly id: string;
  readonly event: EventType;
  readonly claims: readonly string[];
  readonly place: PlaceArg | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly grade: Grade;
  readonly why: readonly string[];
}

/** A tie between two claims; `a` is the later or the narrower. Score runs from 0 to 1. */
export interface Relation {
  readonly a: string;
  readonly b: string;
  readonly kind: 'repeats' | 'corroborates' | 'contradicts' | 'updates' | 'narrows';
  readonly dimension: Dimension;
  readonly score: number;
  /** Sentences a person can read. */
  readonly why: readonly string[];
}

/** What one claim says of one term; never the program's own judgement. */
export interface Compliance {
  readonly claim: string;
  readonly verdict: 'kept' | 'broken' | 'disputed' | 'unclear';
}

/** A term with all claims that concern it. */
export interface DigestTerm extends Term {
  readonly claims: readonly string[];
  readonly compliance: readonly Compliance[];
}

/** One agreement as all documents tell it. */
export interface DigestAgreement extends Omit<Agreement, 'terms'> {
  readonly terms: readonly DigestTerm[];
}

/** Who is said to hold a place over which interval (ISO dates; null is open). */
export interface DigestControl {
  readonly place: PlaceArg;
  readonly holder: Arg;
  readonly previous: Arg | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly status: ControlStatus;
  readonly part?: Span | null;
  readonly besieger?: Arg | null;
  readonly claims: readonly string[];
}

/** A claim that a later document replaces (or withdraws, then `claim` is null). */
export interface Correction {
  readonly claim: string | null;
  readonly corrects: readonly string[];
  readonly document: string;
}

/** Many documents reconciled. Nothing in it depends on the order in which they came. */
export interface Digest {
  readonly readings: readonly Reading[];
  readonly entities: readonly Entity[];
  readonly origins: readonly Origin[];
  readonly happenings: readonly Happening[];
  readonly relations: readonly Relation[];
  readonly disputes: readonly Dispute[];
  readonly agreements: readonly DigestAgreement[];
  readonly control: readonly DigestControl[];
  readonly corrections: readonly Correction[];
}
