import { sentences } from '../../src/text/sentence.ts';
import { words } from '../../src/text/word.ts';
import { type GoldText, readEwtTexts, readGumTexts } from '../gold-text.ts';
import type { Layer, ScoreRow } from './layer.ts';

/** How many spans agree. */
export interface SpanTally {
  gold: number;
  made: number;
  same: number;
}

/** Adds one text's spans, each "start:end"; a span given twice counts once. */
export function tallySpans(gold: Iterable<string>, made: Iterable<string>, into: SpanTally): void {
  const wanted = new Set(gold);
  const found = new Set(made);
  into.gold += wanted.size;
  into.made += found.size;
  for (const span of found) if (wanted.has(span)) into.same += 1;
}

/** F1 in percent. */
export function f1(tally: SpanTally): number {
  return (200 * tally.same) / Math.max(1, tally.gold + tally.made);
}

/**
 * Words and sentences from raw text, against gold spans. Clitics that gold joins on one surface span ("don't" as "do", "n't"
 * with the same offsets) are compared by their joint span.
 */
export function scoreText(name: string, texts: readonly GoldText[]): ScoreRow {
  const word: SpanTally = { gold: 0, made: 0, same: 0 };
  const sentence: SpanTally = { gold: 0, made: 0, same: 0 };
  for (const t of texts) {
    const joined = new Map<number, number>();
    for (const [start, end] of t.joined) joined.set(start, end);
    const made: string[] = [];
    const cut: string[] = [];
    for (const s of sentences(t.text)) {
      const found = words(t.text, s.start, s.end);
      if (found.length > 0) cut.push(`${found[0]!.start}:${found.at(-1)!.end}`);
      let until = -1;
      for (const w of found) {
        const whole = joined.get(w.start);
        if (whole !== undefined && w.end <= whole) {
          made.push(`${w.start}:${whole}`);
          until = whole;
        } else if (w.end > until) made.push(`${w.start}:${w.end}`);
      }
    }
    tallySpans(t.words, made, word);
    tallySpans(t.sentences, cut, sentence);
  }
  return { name, values: [word.gold, f1(word), sentence.gold, f1(sentence)] };
}

/** Words and sentences found in raw text. */
export const textLayer: Layer = {
  name: 'text',
  title: 'Words and sentences from raw text',
  columns: ['words', 'word F1', 'sentences', 'sentence F1'],
  splits: ['dev', 'train'],
  score: (gold, split) => {
    const gum = readGumTexts(gold, split);
    return [
      scoreText('EWT', readEwtTexts(gold, split)),
      scoreText('GUM', gum),
      scoreText(
        'GUM news',
        gum.filter((t) => t.genre === 'news'),
      ),
      scoreText(
        'GUM news, interview',
        gum.filter((t) => t.genre === 'news' || t.genre === 'interview'),
      ),
    ];
  },
};
