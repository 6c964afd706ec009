import { describe, expect, it } from 'vitest';
import { toDocument } from '../contract/document.ts';
import { unpacked } from '../lexicon/data.ts';
import { syntax } from '../parse/syntax.ts';
import { blank } from '../reading.ts';
import { segment } from '../text/segment.ts';
import { readNameModel } from './name-model.ts';
import { spansOf } from './name-tagger.ts';
import { naming } from './naming.ts';

function names(text: string): string[] {
  const draft = naming.run(syntax.run(segment.run(blank(toDocument({ text })))));
  return draft.sentences.flatMap((s) =>
    (s.names ?? []).map((n) => `${n.kind} ${text.slice(s.tokens[n.from]!.start, s.tokens[n.to - 1]!.end)}`),
  );
}

describe('names', () => {
  it('tells persons, organisations and places apart', () => {
    expect(
      names('Colonel Anton Rudenko of the Border Guard Service said shells fell on Kramatorsk.'),
    ).toEqual(['person Anton Rudenko', 'organisation Border Guard Service', 'place Kramatorsk']);
  });

  it('keeps the Arabic article and small words inside a name', () => {
    expect(
      names('Clashes broke out in Deir al-Zor on Monday. Abu Hassan al-Masri said he had left.'),
    ).toEqual(['place Deir al-Zor', 'person Abu Hassan al-Masri']);
  });

  it('takes a capital that only opens a sentence for none', () => {
    expect(names('Rain stopped the search. Officials gave no reason.')).toEqual([]);
  });

  it('gives every name a score between 0 and 1', () => {
    const text = 'Ahmed Darwish met aid workers in Kassala.';
    const draft = naming.run(syntax.run(segment.run(blank(toDocument({ text })))));
    for (const name of draft.sentences[0]!.names!) {
      expect(name.score).toBeGreaterThan(0.5);
      expect(name.score).toBeLessThanOrEqual(1);
    }
  });

  it('reads any string', () => {
    for (const text of ['', 'A', '- - -', 'AL AL AL', 'É'.repeat(3000), 'Al-'.repeat(2000)])
      expect(() => names(text)).not.toThrow();
  });
});

describe('states of the tagger', () => {
  it('make spans of one word and of several', () => {
    expect(spansOf(Uint8Array.from([0, 1, 2, 3, 12, 8]))).toEqual([
      { from: 1, to: 4, kind: 0 },
      { from: 4, to: 5, kind: 2 },
      { from: 5, to: 6, kind: 1 },
    ]);
  });

  it('are refused from a file that holds none', () => {
    expect(() => readNameModel(Buffer.from([255, 0, 0, 0]), 'broken.zst')).toThrow(
      /broken\.zst is not a model file/,
    );
    expect(() => unpacked(Buffer.from('x'), 'broken.zst')).toThrow(/broken\.zst/);
  });
});
