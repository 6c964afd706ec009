/** Models one part of the program learns. Every trainer is one file and one line in the list of `main.ts`. */
export interface Trainer {
  /** Word for `npm run train -- --only NAME`. */
  readonly name: string;
  /** Learns from the gold folder; the same gold, seed and Node version give the same bytes. Throws `MissingGold`. */
  readonly train: (gold: string, say: Progress) => readonly TrainedFile[];
}

/** A file a trainer makes, named as under `data/model/`. */
export interface TrainedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Tells what is being done and which part of it is done (0 to 1). */
export type Progress = (step: string, part: number) => void;
