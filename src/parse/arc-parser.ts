import type { ParseInput } from './arc-features.ts';
import { Beam } from './beam.ts';
import type { RelationScorer } from './relation-scorer.ts';
import type { WeightTable } from './weight-table.ts';

/** A tree: `heads` are word indices, `count` for the root; `rels` index the model's relation names. */
export interface Tree {
  readonly heads: Int32Array;
  readonly rels: Int32Array;
}

/** Finds one tree with exactly one root for any tagged sentence. */
export class ArcParser {
  private readonly beam: Beam;
  private readonly width: number;

  /** `width`: how many analyses are followed at a time; `slack`: see `Beam`. */
  constructor(moves: WeightTable, relations: RelationScorer, width: number, slack: number) {
    this.beam = new Beam(moves, relations, width, slack);
    this.width = width;
  }

  parse(input: ParseInput): Tree {
    const { beam } = this;
    const heads = new Int32Array(input.count);
    const rels = new Int32Array(input.count);
    beam.start(input);
    for (let step = 0; step < 2 * input.count; step++) beam.advance(input, this.width);
    beam.chart.read(beam.stateOf(0), heads, rels);
    return { heads, rels };
  }
}
