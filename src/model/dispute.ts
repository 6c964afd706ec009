/** The slot on which the answers differ. */
export type Dimension =
  | 'polarity'
  | 'quantity'
  | 'participants'
  | 'place'
  | 'time'
  | 'responsibility'
  | 'control';

/** One answer to the question of a dispute, with the claims that give it. */
export interface Side {
  readonly answer: string;
  readonly claims: readonly string[];
  /** How many distinct independent sources stand here once copies collapse. */
  readonly origins: number;
}

/** A question with two or more answers that cannot all be true. */
export interface Dispute {
  readonly id: string;
  readonly question: string;
  readonly kind: Dimension;
  readonly status: 'open' | 'withdrawn' | 'settled';
  readonly sides: readonly Side[];
}
