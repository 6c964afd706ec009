import { constants, zstdCompressSync } from 'node:zlib';
import type { ModelHead } from '../src/parse/model-file.ts';
import type { RelationTable } from '../src/parse/relation-scorer.ts';
import type { TableHead } from '../src/parse/weight-file.ts';
import type { WordFacts } from '../src/parse/word-bank.ts';

/** A table of trained weights before it is packed. */
export interface TrainedTable {
  readonly name: string;
  readonly bits: number;
  readonly columns: number;
  readonly weights: Float32Array;
  /** Weights that round below this many steps (of 127) are left out. */
  readonly prune: number;
  /** Share of the weights that the scale holds, 0.999999 by default; larger ones are clipped, which leaves finer steps for the rest. */
  readonly keep?: number;
}

/** Rounds weights to whole steps of -127 to 127. One in 2,000 weights is larger than the scale and is clipped. */
function quantise(
  weights: Float32Array,
  prune: number,
  keep = 0.999999,
): { weights: Int8Array; scale: number } {
  const sizes = weights.filter((w) => w !== 0).map(Math.abs);
  sizes.sort();
  const top = sizes[Math.floor((sizes.length - 1) * keep)] ?? 1;
  const scale = 127 / (top || 1);
  const steps = Int8Array.from(weights, (w) => {
    const q = Math.max(-127, Math.min(127, Math.round(w * scale)));
    return Math.abs(q) < prune ? 0 : q;
  });
  return { weights: steps, scale };
}

/** Packs a model into one zstd file. The same model gives the same bytes. */
export function packModel(
  names: {
    readonly tags: readonly string[];
    readonly relations: readonly string[];
    readonly lemmas: readonly string[];
  },
  { facts, lists }: WordFacts,
  possible: RelationTable,
  tables: readonly TrainedTable[],
): Buffer {
  const sections: Buffer[] = [];
  const entries = [...facts].sort((a, b) => a[0] - b[0]);
  const words = Buffer.alloc(entries.length * 8);
  entries.forEach(([hash, fact], i) => {
    words.writeInt32LE(hash, i * 4);
    words.writeUInt32LE(fact, (entries.length + i) * 4);
  });
  const relations = Buffer.from(possible.flatMap((list) => [list.length, ...list]));
  sections.push(words, relations);
  const packed = packTables(tables);
  const head: ModelHead = {
    format: 'counterclaim-syntax-3',
    ...names,
    facts: entries.length,
    lists: lists.map((list) => [...list]),
    possible: relations.length,
    tables: packed.heads,
  };
  return packFile(head, [...sections, ...packed.sections]);
}

/** Sections of the tables and their entries for the head of a file. */
export function packTables(tables: readonly TrainedTable[]): { heads: TableHead[]; sections: Buffer[] } {
  const heads: TableHead[] = [];
  const sections: Buffer[] = [];
  for (const t of tables) {
    const { weights, scale } = quantise(t.weights, t.prune, t.keep);
    const gaps: number[] = [];
    const values: number[] = [];
    let last = -1;
    for (let i = 0; i < weights.length; i++) {
      if (weights[i] === 0) continue;
      let gap = i - last - 1;
      last = i;
      while (gap > 0x7f) {
        gaps.push((gap & 0x7f) | 0x80);
        gap >>>= 7;
      }
      gaps.push(gap);
      values.push(weights[i]! & 0xff);
    }
    sections.push(Buffer.from(gaps), Buffer.from(values));
    heads.push({
      name: t.name,
      bits: t.bits,
      columns: t.columns,
      weights: values.length,
      gapBytes: gaps.length,
      scale,
    });
  }
  return { heads, sections };
}

/** A zstd file of a JSON head, its length in the first four bytes, and the sections. */
export function packFile(head: object, sections: readonly Buffer[]): Buffer {
  const text = Buffer.from(JSON.stringify(head), 'utf8');
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return zstdCompressSync(Buffer.concat([size, text, ...sections]), {
    params: { [constants.ZSTD_c_compressionLevel]: 19 },
  });
}
