import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { readHead } from './weight-file.ts';
import { placeOfKey, readKeys } from './word-class.ts';

/** Number of the class before WordNet's first class of nouns, so that classes count from 1. */
export const FIRST_NOUN = 2;
/** Classes of a noun's first sense that tell of names; the others only keep words apart. */
export const SENSE = {
  artifact: 4,
  communication: 8,
  event: 9,
  group: 12,
  location: 13,
  person: 16,
} as const;
/** Bits of a class, the lowest five. */
export const NOUN = 31;
/** The word is a first name, or a last name, of a known person. */
export const GIVEN = 32;
export const FAMILY = 64;
/** All bits of a word; its cluster, from 1, stands above them. */
export const PART_BITS = 7;
/** Clusters in one wider cluster. */
export const INNER = 32;

/** Head of the file. The gaps between the sorted keys follow, three bytes apart, then the bits and the two bytes of the clusters. */
export interface NameWordHead {
  readonly format: 'counterclaim-name-words-1';
  readonly words: number;
}

/** What words are to names, found by the hash of their folded form. */
export class NameWords {
  private readonly keys: Int32Array;
  private readonly facts: Int32Array;

  constructor(keys: Int32Array, facts: Int32Array) {
    this.keys = keys;
    this.facts = facts;
  }

  /** Bits and cluster of a word, 0 where it is unknown. */
  of(hash: number): number {
    const at = placeOfKey(this.keys, hash);
    return at < 0 ? 0 : this.facts[at]!;
  }
}

/** Reads an expanded file, which `train/name-words.ts` makes. Throws an Error that names `file` when the bytes are not one. */
export function readNameWords(data: Buffer, file: string): NameWords {
  const { head, at } = readHead<NameWordHead>(data, 'counterclaim-name-words-1', file);
  const column = (i: number): Uint8Array => data.subarray(at + i * head.words, at + (i + 1) * head.words);
  const [bits, near, far] = [column(3), column(4), column(5)] as const;
  const facts = new Int32Array(head.words);
  for (let i = 0; i < head.words; i++) facts[i] = bits[i]! | ((near[i]! | (far[i]! << 8)) << PART_BITS);
  return new NameWords(readKeys(data, at, head.words), facts);
}

let shipped: NameWords | null = null;

/** The words the project ships, loaded on the first call. */
export function nameWords(): NameWords {
  const file = PACKED_FILES.nameWords;
  shipped ??= readNameWords(readPacked(file), dataPath(file));
  return shipped;
}
