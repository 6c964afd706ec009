import { hashText, mix } from './feature-hash.ts';
import { caseOf, FormBank, shapeOf } from './form-bank.ts';
import { wordClasses } from './word-class.ts';

/** Columns of a word's row in the bank. */
export const LOWER = 0;
export const FORM = 1;
export const SHAPE = 2;
export const PREFIX = 3; // 3..6: first 1-4 letters
export const SUFFIX = 7; // 7..11: last 1-5 letters
export const CASE = 12; // 0 no capital, 1 first, 2 all, 3 inside
export const CLASS = 13; // its tags in the treebanks, or else in the dictionary, spread
export const SURE = 14; // tag that needs no scorer, or -1
export const KIND = 15; // coarse word for the parser: the word itself when known, else its shape and ending
export const LISTED = 16; // what the dictionary says it can be, spread; 0 when it lacks it
export const TAGS = 17; // index of the list of tags it can have, or -1
export const WIDTH = 18;

const LIMIT = 1 << 17;
const ADDRESS = /^(?:https?:|www\.)|@\w+\.|\.(?:com|org|net|gov|edu)$/i;

/** What training counted about words. */
export interface WordFacts {
  /**
   * Lower-case hash to packed facts: bits 0-6 best tag, 7-13 second tag + 1, 14 certain, 15 known to the parser; from bit 16 the number
   * of its list in `lists`, from 1, or 0 for a word too rare to say.
   */
  readonly facts: ReadonlyMap<number, number>;
  /** Tags that common words can have. */
  readonly lists: readonly Uint8Array[];
}

/** Folds what makes no difference to syntax: quotation and dash variants, digits by length, web addresses. */
export function foldForm(form: string): string {
  let simple = true;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    if (c < 97 || c > 122) {
      simple = false;
      break;
    }
  }
  if (simple) return form;
  if (/^[“”„«»"]$|^``$|^''$/.test(form)) return '"';
  if (/^[–—―]$|^-{2,}$/.test(form)) return '--';
  const text = form.replace(/[’‘ʼ`]/g, "'").toLowerCase();
  if (!/[0-9]/.test(text)) return ADDRESS.test(text) ? '<address>' : text;
  if (/^(?:1[5-9]|20)\d\d$/.test(text)) return '<year>';
  if (/^\d+$/.test(text)) return `<${Math.min(text.length, 6)}>`;
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return '<0,000>';
  return ADDRESS.test(text) ? '<address>' : text.replace(/\d+/g, '0');
}

/** Hashes of a word's letters, and what the model knows of it. */
export class WordBank extends FormBank {
  private readonly facts: ReadonlyMap<number, number>;
  /** Lists of tags, see `WordFacts`. */
  readonly lists: readonly Uint8Array[];

  constructor(words: WordFacts) {
    super(WIDTH, LIMIT);
    this.facts = words.facts;
    this.lists = words.lists;
  }

  protected override fill(at: number, form: string): void {
    const cells = this.cells;
    const lower = foldForm(form);
    const n = lower.length;
    const hash = hashText(lower);
    cells[at + LOWER] = hash;
    cells[at + FORM] = hashText(form);
    cells[at + SHAPE] = hashText(shapeOf(form));
    for (let k = 1; k <= 4; k++) cells[at + PREFIX + k - 1] = n >= k ? hashText(lower, 0, k) : 0;
    for (let k = 1; k <= 5; k++) cells[at + SUFFIX + k - 1] = n >= k ? hashText(lower, n - k, n) : 0;
    cells[at + CASE] = caseOf(form);
    const fact = this.facts.get(hash);
    const listed = wordClasses().of(hash);
    cells[at + LISTED] = listed === 0 ? 0 : mix(listed + 60013);
    cells[at + CLASS] = fact === undefined ? mix(listed + 40009) : mix((fact & 0x3fff) + 7919);
    // "IS fighters": letters in capitals may spell a name, so only other letters make a word certain
    cells[at + SURE] = fact !== undefined && fact & 0x4000 && cells[at + CASE]! < 2 ? fact & 0x7f : -1;
    cells[at + TAGS] = fact !== undefined && cells[at + CASE] === 0 ? (fact >>> 16) - 1 : -1;
    const common = fact !== undefined && (fact & 0x8000) !== 0;
    cells[at + KIND] = common ? hash : mix(cells[at + SUFFIX + 2]! ^ cells[at + SHAPE]! ^ 0x1234567);
  }
}
