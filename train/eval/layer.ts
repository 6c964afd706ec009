/** One row of figures, most of them in percent. */
export interface ScoreRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** What `npm run eval` measures of one layer. Every layer is one file and one line in `layers.ts`. */
export interface Layer {
  /** Word for `npm run eval -- --only NAME`. */
  readonly name: string;
  readonly title: string;
  /** Heads of the value columns. */
  readonly columns: readonly string[];
  /** Splits it has gold for, e.g. dev. */
  readonly splits: readonly string[];
  /** Reads gold below the folder and scores the reader as shipped. Throws `MissingGold`. */
  readonly score: (gold: string, split: string) => readonly ScoreRow[];
}
