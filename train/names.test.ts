import { describe, expect, it } from 'vitest';
import { unpacked } from '../src/lexicon/data.ts';
import { readNameModel } from '../src/mention/name-model.ts';
import { NameTagger } from '../src/mention/name-tagger.ts';
import { tallyNames } from './eval/names.ts';
import { MissingGold } from './gold.ts';
import { REPORT, readOwnNames } from './gold-names.ts';
import { type NamesPlan, namesTrainer, packNames, parsedNames, trainNames } from './names.ts';

const TINY: NamesPlan = { epochs: 6, seed: 1, votes: 1, bits: 15, left: 0.1, cost: 1, prune: 1 };
const silent = (): void => {};

describe('training on the own reports', () => {
  const texts = parsedNames(readOwnNames(), silent);
  const train = () => packNames(trainNames(texts, TINY, silent)(REPORT), TINY.prune);
  const bytes = train();
  const tagger = new NameTagger(readNameModel(unpacked(bytes, 'tiny'), 'tiny'));

  it('gives the same bytes for the same reports', () => {
    expect(train().equals(bytes)).toBe(true);
  });

  it('learns what it was shown', () => {
    const tally = new Map<string, { gold: number; found: number; same: number }>();
    for (const t of texts) {
      const found = tagger.read(t.parsed).flatMap((names, k) =>
        names.map((n) => ({
          start: t.parsed[k]!.tokens[n.from]!.start,
          end: t.parsed[k]!.tokens[n.to - 1]!.end,
          kind: n.kind,
        })),
      );
      tallyNames(t.names, found, [], tally);
    }
    const all = tally.get('all')!;
    expect((2 * all.same) / (all.gold + all.found)).toBeGreaterThan(0.9);
  });
});

describe('the trainer of names', () => {
  it('needs gold', () => {
    expect(() => namesTrainer.train('/nowhere', silent)).toThrow(MissingGold);
  });
});

describe('scoring names', () => {
  it('leaves out what lies in something else that is marked, unless it overlaps a name', () => {
    const tally = new Map<string, { gold: number; found: number; same: number }>();
    const name = (start: number, end: number) => ({ start, end, kind: 'person' as const });
    tallyNames([name(0, 5)], [name(0, 5), name(10, 12), name(3, 4), name(20, 22)], [name(8, 15)], tally);
    expect(tally.get('person')).toEqual({ gold: 1, found: 3, same: 1 });
  });
});
