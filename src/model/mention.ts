import type { Quantity } from './quantity.ts';
import type { Span } from './span.ts';

interface MentionBase extends Span {
  readonly id: string;
  /** Id of the entity it resolves to, or null. */
  readonly entity: string | null;
  /** The entity's fullest name, or null. */
  readonly name: string | null;
  /** Rules, lexicon entries or models that made it. */
  readonly why: readonly string[];
}

/** A group, state, force, office or body; also sub-groups such as "local fighters". */
export interface ActorMention extends MentionBase {
  readonly kind: 'actor';
}

/** A named human being, or a pronoun or description that resolves to one. */
export interface PersonMention extends MentionBase {
  readonly kind: 'person';
}

/** A place. `geonames` is null for places the gazetteer lacks; precision follows UCDP's where_prec classes. */
export interface PlaceMention extends MentionBase {
  readonly kind: 'place';
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly precision: 'exact' | 'town' | 'admin2' | 'admin1' | 'country' | 'region';
  /** The first-level division it lies in, null for divisions and what is larger, and where unknown. */
  readonly within: { readonly entity: string; readonly name: string } | null;
  /** Whether the name stands for the place, for its government ("Moscow denied it"), or within the name of another ("Homs City Council"). */
  readonly use: 'literal' | 'metonymic' | 'embedded';
}

/** A time expression. `from` and `to` are ISO dates, both ends included; null where it cannot be resolved. */
export interface TimeMention extends MentionBase {
  readonly kind: 'time';
  readonly timex: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value, e.g. 2017-10-14 or P3D. */
  readonly value: string | null;
  /** EDTF interval, e.g. 2017-10-14 or 2017-10-12/2017-10-13. */
  readonly edtf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'vague';
}

/** A count of something. */
export interface QuantityMention extends MentionBase, Quantity {
  readonly kind: 'quantity';
}

/** A span that names an actor, person, place, time or quantity. */
export type Mention = ActorMention | PersonMention | PlaceMention | TimeMention | QuantityMention;
