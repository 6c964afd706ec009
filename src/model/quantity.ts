/** How the named numbers bind: "about 275" is 275 to 275 with `about`; tolerance belongs to the comparison. */
export type Operator =
  | 'exactly'
  | 'about'
  | 'at-least'
  | 'more-than'
  | 'up-to'
  | 'fewer-than'
  | 'between'
  | 'vague';

/** What befell those who are counted. */
export type Effect = 'killed' | 'wounded' | 'captured' | 'displaced' | 'evacuated' | 'freed' | 'missing';

/** A count: its words are in the span that carries it. `of` is the lower-case head phrase of what is counted. */
export interface Quantity {
  readonly of: string | null;
  readonly op: Operator;
  /** Null for an open side. */
  readonly min: number | null;
  readonly max: number | null;
  /** What befell them, where the words say so. */
  readonly effect?: Effect;
  /** Set where it counts a part of those named beside it: "including 3 children", "four of them". */
  readonly part?: true;
}
