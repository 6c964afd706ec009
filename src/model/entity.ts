/** A tie between two entities that the text or the lexicon states; dates are YYYY-MM-DD, null when open. */
export interface EntityRelation {
  readonly kind: 'memberOf' | 'alliedWith' | 'spokesmanFor' | 'partOf';
  /** Entity id. */
  readonly to: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** A resolved actor, person or place. `names[0]` is the fullest name. */
export interface Entity {
  readonly id: string;
  readonly kind: 'actor' | 'person' | 'place';
  /** Finer kind, e.g. state, armed-group, coalition, civil-body, outlet, sub-group, civilians; a GeoNames class for places. */
  readonly role: string | null;
  readonly names: readonly string[];
  readonly relations: readonly EntityRelation[];
}
