import type { ParsedSentence } from '../model/draft.ts';
import type { NameSpan } from '../model/name-span.ts';
import { sumRows, type WeightTable } from '../parse/weight-table.ts';
import { DUTY, NameBank, ROLE } from './name-bank.ts';
import { elsewhere, type NameWords, nameWordsOf } from './name-context.ts';
import { NAME_KEYS, nameKeys } from './name-features.ts';

/** Kinds of names in the order of the states. */
export const KINDS = ['person', 'organisation', 'place', 'other'] as const;
/** State 0 is no name; four a kind follow: first, inner and last word of a longer name, and a name of one word. */
export const STATES: number = 1 + KINDS.length * 4;
export const COLUMNS = 32;

/** A trained tagger. */
export interface NameModel {
  readonly nodes: WeightTable;
  /** Weight of each step, `before * STATES + state`, in units of `nodes`. */
  readonly steps: Float64Array;
  /** How far a kind must lead, in units of `nodes`, to be twice as likely as not. */
  readonly spread: number;
}

/** States after which a name may begin, or that begin none: no name, a last word, a name of one word. */
const CLOSED = [0, ...KINDS.flatMap((_, k) => [k * 4 + 3, k * 4 + 4])];
/** States that may follow them. */
const OPENING = [0, ...KINDS.flatMap((_, k) => [k * 4 + 1, k * 4 + 4])];

/** Titles that are also names. */
const NAMELIKE = /^(?:sheikh?|prince|king|imam|judge|pope|major|doctor)$/i;

/** A document made ready for the tagger. */
export interface NameDocument {
  readonly sentences: readonly ParsedSentence[];
  readonly words: readonly NameWords[];
  readonly flags: ReadonlyMap<number, number>;
}

/** Prepares the sentences of a document. */
export function nameDocument(bank: NameBank, sentences: readonly ParsedSentence[]): NameDocument {
  const words = sentences.map((s) => nameWordsOf(bank, s));
  return { sentences, words, flags: elsewhere(bank, words) };
}

/** The best sequence of states under BILOU rules (Viterbi), for each run of words that may be names; other words are none. */
export class NameTagger {
  readonly bank: NameBank = new NameBank();
  private readonly model: NameModel;
  private readonly keys = new Int32Array(NAME_KEYS * 2);
  private readonly score = new Float64Array(COLUMNS);
  private nodes = new Float64Array(64 * COLUMNS);
  private back = new Uint8Array(64 * STATES);
  private rowA = new Float64Array(STATES);
  private rowB = new Float64Array(STATES);

  constructor(model: NameModel) {
    this.model = model;
  }

  /** Names of every sentence of a document. */
  read(sentences: readonly ParsedSentence[]): NameSpan[][] {
    this.bank.trim();
    const document = nameDocument(this.bank, sentences);
    return sentences.map((_, k) => this.names(document, k));
  }

  private names(document: NameDocument, k: number): NameSpan[] {
    const { open, count } = document.words[k]!;
    const found: NameSpan[] = [];
    for (let from = 0; from < count; from++) {
      if (open[from] === 0) continue;
      let to = from + 1;
      while (to < count && open[to] === 1) to++;
      this.weigh(to - from, (i, keys) =>
        nameKeys(this.bank, document.sentences[k]!, document.words[k]!, document.flags, from + i, keys),
      );
      const states = this.best(to - from);
      for (const { from: first, to: b, kind } of spansOf(states)) {
        const a = first + (KINDS[kind] === 'person' ? this.titles(document, k, from + first, from + b) : 0);
        found.push({ from: from + a, to: from + b, kind: KINDS[kind]!, score: this.certainty(a, b, kind) });
      }
      from = to;
    }
    return found;
  }

  /** How many words of a person's name are its title: "Prime Minister | Novak", "Lt. Gen. | Ida Moss", but "Hassan Sheikh Mohamud". */
  private titles(document: NameDocument, k: number, from: number, to: number): number {
    const { rows } = document.words[k]!;
    const { tokens } = document.sentences[k]!;
    for (let i = to - 2; i >= from; i--) {
      if ((this.bank.cells[rows[i]! + DUTY]! & ROLE.title) === 0) continue;
      if (i === from || !NAMELIKE.test(tokens[i]!.form)) return i + 1 - from;
    }
    return 0;
  }

  /** Weighs every state of `count` words. */
  weigh(count: number, write: (i: number, keys: Int32Array) => number): void {
    if (this.nodes.length < count * COLUMNS) {
      this.nodes = new Float64Array(count * COLUMNS * 2);
      this.back = new Uint8Array(count * STATES * 2);
    }
    for (let i = 0; i < count; i++) {
      sumRows(this.model.nodes, this.keys, write(i, this.keys), this.score, STATES);
      this.nodes.set(this.score, i * COLUMNS);
    }
  }

  /** Best states of the words weighed last; `costs` holds, in training, what each state costs beside its weight. */
  best(count: number, costs: Float64Array | null = null): Uint8Array {
    const { nodes, back } = this;
    const { steps } = this.model;
    let before = this.rowA.fill(Number.NEGATIVE_INFINITY);
    let next = this.rowB;
    before[0] = 0;
    for (let i = 0; i < count; i++) {
      for (const s of OPENING) {
        let most = Number.NEGATIVE_INFINITY;
        let from = 0;
        for (const b of CLOSED) {
          const score = before[b]! + steps[b * STATES + s]!;
          if (score > most) {
            most = score;
            from = b;
          }
        }
        next[s] = most + nodes[i * COLUMNS + s]!;
        back[i * STATES + s] = from;
      }
      for (let k = 0; k < KINDS.length; k++) {
        const first = k * 4 + 1;
        const inner = first + 1;
        for (let s = inner; s <= inner + 1; s++) {
          const a = before[first]! + steps[first * STATES + s]!;
          const b = before[inner]! + steps[inner * STATES + s]!;
          next[s] = (a > b ? a : b) + nodes[i * COLUMNS + s]!;
          back[i * STATES + s] = a > b ? first : inner;
        }
      }
      if (costs !== null) for (let s = 0; s < STATES; s++) next[s]! += costs[i * STATES + s]!;
      [before, next] = [next, before];
    }
    const states = new Uint8Array(count);
    let state = 0;
    for (const s of CLOSED) if (before[s]! > before[state]!) state = s;
    for (let i = count - 1; i >= 0; i--) {
      states[i] = state;
      state = back[i * STATES + state]!;
    }
    return states;
  }

  /** How sure the kind of the words [from, to) is against the next best kind, or no name. */
  private certainty(from: number, to: number, kind: number): number {
    const { nodes } = this;
    let own = 0;
    let rival = Number.NEGATIVE_INFINITY;
    for (let k = -1; k < KINDS.length; k++) {
      let sum = 0;
      for (let i = from; i < to; i++) {
        const place = to - from === 1 ? 4 : i === from ? 1 : i === to - 1 ? 3 : 2;
        sum += nodes[i * COLUMNS + (k < 0 ? 0 : k * 4 + place)]!;
      }
      if (k === kind) own = sum;
      else if (sum > rival) rival = sum;
    }
    const lead = (own - rival) / (this.model.spread * Math.sqrt(to - from));
    return Math.round(1000 / (1 + Math.exp(-lead))) / 1000;
  }
}

/** Spans that states make, `kind` as an index of `KINDS`. */
export function spansOf(states: Uint8Array): { from: number; to: number; kind: number }[] {
  const found: { from: number; to: number; kind: number }[] = [];
  for (let i = 0; i < states.length; i++) {
    if (states[i] === 0) continue;
    const kind = (states[i]! - 1) >> 2;
    let to = i + 1;
    if (((states[i]! - 1) & 3) === 0) {
      while (to < states.length && ((states[to]! - 1) & 3) === 1) to++;
      to++;
    }
    found.push({ from: i, to: Math.min(to, states.length), kind });
    i = to - 1;
  }
  return found;
}
