import { join } from 'node:path';
import { parseSentence } from '../../src/parse/parse.ts';
import { modalityOf } from '../../src/proposition/modality.ts';
import { polarityOf } from '../../src/proposition/polarity.ts';
import { frameOf } from '../../src/proposition/role.ts';
import { sentences } from '../../src/text/sentence.ts';
import { words } from '../../src/text/word.ts';
import { readJsonLines } from '../gold.ts';
import type { Layer, ScoreRow } from './layer.ts';

interface Marked {
  readonly tag: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly attrs: Readonly<Record<string, string | undefined>>;
}

interface MeantimeDocument {
  readonly text: string;
  readonly mentions: readonly Marked[];
}

/** Called with every event that is read otherwise than the gold has it. */
export type FootingWitness = (kind: string, sentence: string, word: string) => void;

/** Hits, found and wanted of one side of a decision. */
class Side {
  hit = 0;
  found = 0;
  wanted = 0;
  add(made: boolean, gold: boolean): void {
    this.hit += Number(made && gold);
    this.found += Number(made);
    this.wanted += Number(gold);
  }
  values(): (number | null)[] {
    const part = (of: number) => (of === 0 ? null : (100 * this.hit) / of);
    const both = this.found + this.wanted;
    return [
      this.wanted,
      this.found,
      part(this.found),
      part(this.wanted),
      both === 0 ? null : (200 * this.hit) / both,
    ];
  }
}

/**
 * Events of the Wikinews corpus MEANTIME, whose annotators said of each whether it is negated, how certain it is, and whether it lies in
 * the future. Negative: polarity NEG. Not actual: certainty below CERTAIN, or future, or a part of a condition. Events without these
 * marks are left out, and those of unspecified polarity for the first. The event is read at the gold word, on our own parse.
 */
export function scoreFooting(
  documents: readonly MeantimeDocument[],
  pos: string,
  witness: FootingWitness = () => {},
): [Side, Side] {
  const [negative, unreal] = [new Side(), new Side()];
  for (const { text, mentions } of documents) {
    const events = mentions.filter((m) => m.tag === 'EVENT_MENTION' && m.attrs['certainty'] !== undefined);
    const marked = events.filter((m) => m.attrs['pos'] === pos && m.spans.length > 0);
    for (const sentence of sentences(text)) {
      const inside = marked.filter((m) => m.spans[0]![0] >= sentence.start && m.spans[0]![0] < sentence.end);
      if (inside.length === 0) continue;
      const tokens = parseSentence(words(text, sentence.start, sentence.end));
      for (const { spans, attrs } of inside) {
        const at = tokens.findIndex((t) => t.start <= spans[0]![0] && t.end > spans[0]![0]);
        if (at < 0) continue;
        const frame = frameOf(tokens, at);
        const gold =
          attrs['certainty'] !== 'CERTAIN' ||
          attrs['time'] === 'FUTURE' ||
          (attrs['special_cases'] ?? '').startsWith('COND');
        const made = modalityOf(tokens, frame, 'asserts', false).value;
        unreal.add(made !== 'actual', gold);
        const shown = text.slice(sentence.start, sentence.end);
        if ((made !== 'actual') !== gold)
          witness(gold ? 'taken for actual' : `taken for ${made}`, shown, tokens[at]!.form);
        if (attrs['polarity'] === 'UNDERSPECIFIED') continue;
        const no = polarityOf(tokens, frame).value === 'negative';
        negative.add(no, attrs['polarity'] === 'NEG');
        if (no !== (attrs['polarity'] === 'NEG'))
          witness(no ? 'taken for negative' : 'taken for positive', shown, tokens[at]!.form);
      }
    }
  }
  return [negative, unreal];
}

/** The documents of the corpus, in its order. Throws `MissingGold`. */
export function readMeantime(gold: string): MeantimeDocument[] {
  return readJsonLines(join(gold, 'coreference', 'meantime.jsonl.gz')) as unknown as MeantimeDocument[];
}

/** Negation and certainty of events; the rules were looked at on the documents of even number only. */
export const footingLayer: Layer = {
  name: 'footing',
  title: 'Negative and not actual events, MEANTIME',
  columns: ['gold', 'found', 'precision', 'recall', 'F1'],
  splits: ['all'],
  score: (gold) => {
    const documents = readMeantime(gold);
    const halves: [string, MeantimeDocument[]][] = [
      ['even', documents.filter((_, i) => i % 2 === 0)],
      ['odd', documents.filter((_, i) => i % 2 === 1)],
    ];
    return halves.flatMap(([half, part]) =>
      ['VERB', 'NOUN'].flatMap((pos): ScoreRow[] => {
        const [negative, unreal] = scoreFooting(part, pos);
        const name = `${pos === 'VERB' ? 'verbs' : 'nouns'}, ${half}`;
        return [
          { name: `${name}: negative`, values: negative.values() },
          { name: `${name}: not actual`, values: unreal.values() },
        ];
      }),
    );
  },
};
