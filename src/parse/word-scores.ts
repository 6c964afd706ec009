import { type ParseInput, WORD_KEYS, wordKeys } from './arc-features.ts';
import { sumTriples, type WeightTable } from './weight-table.ts';

const SLOTS = 4096;

/**
 * What the words on top of the stack and next weigh for each move, whatever hangs on them: the analyses of a beam meet the same words
 * again and again. Sums are kept until another triple takes their slot.
 */
export class WordScores {
  private readonly moves: WeightTable;
  private readonly keys = new Int32Array(WORD_KEYS);
  private readonly own = new Float64Array(4);
  private readonly triples = new Float64Array(SLOTS);
  /** Three sums a slot. */
  readonly sums: Float64Array = new Float64Array(SLOTS * 3);

  constructor(moves: WeightTable) {
    this.moves = moves;
  }

  /** Forgets all sums, for another sentence or other weights. */
  clear(): void {
    this.triples.fill(-1);
  }

  /** Where in `sums` the words `i1`, `i0` (-1 for none) and `b0` have theirs. */
  at(input: ParseInput, i1: number, i0: number, b0: number): number {
    const size = input.count + 2;
    const triple = ((i1 + 1) * size + i0 + 1) * size + b0;
    const slot = (Math.imul(triple | 0, 0x9e3779b1) >>> 20) & (SLOTS - 1);
    const at = slot * 3;
    if (this.triples[slot] === triple) return at;
    const { keys, own, sums } = this;
    sumTriples(this.moves, keys, wordKeys(input, i1, i0, b0, keys), own);
    this.triples[slot] = triple;
    sums[at] = own[0]!;
    sums[at + 1] = own[1]!;
    sums[at + 2] = own[2]!;
    return at;
  }
}
