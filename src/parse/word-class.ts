import { dataPath, PACKED_FILES, readPacked } from '../lexicon/data.ts';
import { hashText } from './feature-hash.ts';
import { readHead } from './weight-file.ts';

/** What a dictionary says a form can be, as Penn tags (VBD stands for VBN too). The bit of a tag is its place in this list. */
export const FORM_TAGS = ['NN', 'NNS', 'VB', 'VBZ', 'VBD', 'VBG', 'JJ', 'JJR', 'JJS', 'RB', 'NNP'] as const;

/** Head of the file. The gaps between the sorted keys follow, their low, middle and high bytes apart, then each word's class. */
export interface WordClassHead {
  readonly format: 'counterclaim-words-1';
  readonly words: number;
  /** Bit sets over `FORM_TAGS`; a word's class is an index in this list. */
  readonly classes: readonly number[];
}

/** Key of a word, 24 bits of the hash of its folded form: one word in a hundred that no dictionary holds seems to be in it. */
export function wordKey(hash: number): number {
  return hash >>> 8;
}

/** Where in a list of ascending keys the word of this hash has its own, -1 where it has none. */
export function placeOfKey(keys: Int32Array, hash: number): number {
  const key = wordKey(hash);
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle]!;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Ascending keys of `words` words, kept from `at` on as the gaps between them: low, middle and high bytes apart. */
export function readKeys(data: Buffer, at: number, words: number): Int32Array {
  const keys = new Int32Array(words);
  let key = -1;
  for (let i = 0; i < words; i++) {
    key += 1 + (data[at + i]! | (data[at + words + i]! << 8) | (data[at + 2 * words + i]! << 16));
    keys[i] = key;
  }
  return keys;
}

/** What each word of a dictionary can be, found by the hash of its folded form. */
export class WordClasses {
  private readonly keys: Int32Array;
  private readonly kinds: Uint8Array;
  private readonly classes: readonly number[];

  /** `keys` ascend; `kinds` holds the index in `classes` for each. */
  constructor(keys: Int32Array, kinds: Uint8Array, classes: readonly number[]) {
    this.keys = keys;
    this.kinds = kinds;
    this.classes = classes;
  }

  /** Bit set over `FORM_TAGS`, 0 for a word that is not in the dictionary. */
  of(hash: number): number {
    const at = placeOfKey(this.keys, hash);
    return at < 0 ? 0 : this.classes[this.kinds[at]!]!;
  }
}

/** Reads an expanded dictionary, which `train/words.ts` makes. Throws an Error that names `file` when the bytes are not one. */
export function readWordClasses(data: Buffer, file: string): WordClasses {
  const { head, at } = readHead<WordClassHead>(data, 'counterclaim-words-1', file);
  const { words, classes } = head;
  const column = (i: number): Uint8Array => data.subarray(at + i * words, at + (i + 1) * words);
  return new WordClasses(readKeys(data, at, words), column(3), classes);
}

let shipped: WordClasses | null = null;

/** The dictionary the project ships, loaded on the first call. */
export function wordClasses(): WordClasses {
  const file = PACKED_FILES.words;
  shipped ??= readWordClasses(readPacked(file), dataPath(file));
  return shipped;
}

/** Whether the shipped dictionary says that a form, in lower case, can have a tag. */
export function canBe(form: string, tag: (typeof FORM_TAGS)[number]): boolean {
  return ((wordClasses().of(hashText(form)) >> FORM_TAGS.indexOf(tag)) & 1) === 1;
}
