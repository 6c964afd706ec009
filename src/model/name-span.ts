/** A proper name as the tagger of names sees it: tokens [from, to) of its sentence, without article and title. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  /** `other`: names of peoples and languages, works, laws, operations, products. */
  readonly kind: 'person' | 'organisation' | 'place' | 'other';
  /** How sure the tagger is of the kind, given these words: 0 to 1. */
  readonly score: number;
}
