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

/** A count: its words are in the span that carries it. `of` is the lower-case head phrase of what is counted. */
export interface Quantity {
  readonly of: string | null;
  readonly op: Operator;
  /** Null for an open side. */
  readonly min: number | null;
  readonly max: number | null;
}
