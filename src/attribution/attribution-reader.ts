import type { ParsedSentence } from '../model/draft.ts';
import { paragraphs } from '../text/paragraph.ts';
import { type Quotation, quotations } from '../text/quotation.ts';
import { ARGUMENT_STEPS, argumentFeatures, type WordRange, windowOf } from './argument-features.ts';
import { Chain, type ChainTables } from './chain.ts';
import { CUE_STEPS, cueFeatures } from './cue-features.ts';
import { type Passage, passageOf, type WordPlace } from './passage.ts';

/** Words that the scorers take for a cue with its source and content, in the order of the text. */
export interface Proposal {
  readonly cue: readonly WordPlace[];
  readonly source: readonly WordPlace[];
  readonly content: readonly WordPlace[];
}

/** Everything a trained reader of attributions is made of. */
export interface AttributionModel {
  readonly cues: ChainTables;
  readonly arguments: ChainTables;
  /** Added to every cue state, to find more cues or fewer. */
  readonly bonus: number;
}

/** Passages of a document: one for each paragraph that was parsed. */
export function passagesOf(text: string, sentences: readonly ParsedSentence[]): Passage[] {
  const quotes = paragraphs(text).flatMap((p) => quotations(text, p.start, p.end));
  const found: Passage[] = [];
  let quote = 0;
  for (let from = 0; from < sentences.length; ) {
    const first = sentences[from]!;
    let count = first.tokens.length;
    let to = from + 1;
    while (sentences[to]?.paragraph === first.paragraph && count + sentences[to]!.tokens.length <= LONGEST) {
      count += sentences[to]!.tokens.length;
      to++;
    }
    const inside: Quotation[] = [];
    while (quote < quotes.length && quotes[quote]!.end <= first.start) quote++;
    for (let q = quote; q < quotes.length && quotes[q]!.start < sentences[to - 1]!.end; q++)
      inside.push(quotes[q]!);
    if (first.kind !== 'boilerplate' && first.kind !== 'caption' && count <= LONGEST)
      found.push(passageOf(sentences, from, to, inside));
    from = to;
  }
  return found;
}

/** Words of a paragraph read at a time; a longer "sentence" is a table or a dump. */
const LONGEST = 1200;

/** Cues as the states of a chain show them. */
export function cuesIn(p: Passage, states: Uint8Array): WordRange[] {
  const found: WordRange[] = [];
  for (let i = 0; i < p.count; i++) {
    if (states[i] === 0) continue;
    let to = i + 1;
    while (to < p.count && states[to] === 2 && p.sentence[to] === p.sentence[i]) to++;
    found.push({ from: i, to });
    i = to - 1;
  }
  return found;
}

/** Finds cues, then the source and content of each. The same sentences give the same answer. */
export class AttributionReader {
  private readonly cueChain: Chain;
  private readonly argumentChain: Chain;
  private readonly bonus: number;

  constructor(model: AttributionModel) {
    this.cueChain = new Chain(model.cues, CUE_STEPS);
    this.argumentChain = new Chain(model.arguments, ARGUMENT_STEPS);
    this.bonus = model.bonus;
  }

  /** Proposals for a document, in the order of their cues. Cues without content are left out. */
  read(text: string, sentences: readonly ParsedSentence[]): Proposal[] {
    const found: Proposal[] = [];
    for (const p of passagesOf(text, sentences)) {
      const cues = this.cues(p);
      for (const cue of cues) {
        const window = windowOf(p, cue);
        const states = this.argumentChain.decode(argumentFeatures(p, cue, cues, window));
        const pick = (state: number) =>
          p.places.slice(window.from, window.to).filter((_, k) => states[k] === state);
        const content = pick(2);
        if (content.length > 0)
          found.push({ cue: p.places.slice(cue.from, cue.to), source: pick(1), content });
      }
    }
    return found;
  }

  /** Cues of a passage. */
  cues(p: Passage): WordRange[] {
    return cuesIn(p, this.cueChain.decode(cueFeatures(p), this.bonus));
  }
}
