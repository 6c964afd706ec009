import { describe, expect, it } from 'vitest';
import { readAttributionModel } from '../src/attribution/attribution-model.ts';
import { AttributionReader } from '../src/attribution/attribution-reader.ts';
import { unpacked } from '../src/lexicon/data.ts';
import {
  type AttributionPlan,
  attributionTrainer,
  packAttribution,
  parsed,
  trainAttribution,
} from './attribution.ts';
import { attributionsBy, scoreAttributions } from './eval/attribution.ts';
import { MissingGold } from './gold.ts';
import { OWN_ATTRIBUTIONS, readMarked } from './own-attribution.ts';

const TINY: AttributionPlan = {
  folds: 2,
  foldEpochs: 4,
  cues: { epochs: 10, seed: 1, votes: 2, nodeBits: 14, edgeBits: 10, left: 0.1 },
  arguments: { epochs: 10, seed: 2, votes: 1, nodeBits: 15, edgeBits: 12, left: 0.1 },
  bonus: 0,
  foldBonus: 0,
  prune: 1,
};
const silent = (): void => {};

describe('training on the own reports', () => {
  const texts = readMarked(OWN_ATTRIBUTIONS);
  const lessons = parsed(texts, silent);
  const train = () => packAttribution(trainAttribution(lessons, TINY, silent), TINY.prune);
  const bytes = train();
  const reader = new AttributionReader(readAttributionModel(unpacked(bytes, 'tiny'), 'tiny'));

  it('gives the same bytes for the same reports', () => {
    expect(train().equals(bytes)).toBe(true);
  });

  it('learns what it was shown', () => {
    const rows = scoreAttributions('own', texts, (text) => attributionsBy(reader, text));
    const f1 = (name: string) => rows.find((r) => r.name === `own ${name}`)!.values[4]!;
    expect(f1('cue')).toBeGreaterThan(90);
    expect(f1('source')).toBeGreaterThan(85);
    expect(f1('all three exact')).toBeGreaterThan(75);
  });

  it('finds nothing in no text', () => {
    expect(reader.read('', [])).toEqual([]);
  });
});

describe('a model of attributions', () => {
  it('names the file when it cannot be read', () => {
    expect(() => readAttributionModel(Buffer.from([255, 0, 0, 0]), 'broken.zst')).toThrow(
      /broken\.zst is not a model file/,
    );
  });

  it('needs gold to be trained', () => {
    expect(() => attributionTrainer.train('/nowhere', silent)).toThrow(MissingGold);
  });
});
