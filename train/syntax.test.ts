import { describe, expect, it } from 'vitest';
import { unpacked } from '../src/lexicon/data.ts';
import { readModel } from '../src/parse/model-file.ts';
import { SyntaxReader } from '../src/parse/syntax-reader.ts';
import { parseConllu, readTreebank } from './conllu.ts';
import { MissingGold, readEwt } from './gold.ts';
import { OWN_TREEBANK, type SyntaxPlan, syntaxTrainer, trainSyntax } from './syntax.ts';

const TINY: SyntaxPlan = {
  tagEpochs: 3,
  tagSeeds: 2,
  tagMargin: 20,
  folds: 2,
  foldEpochs: 2,
  epochs: 4,
  width: 3,
  seeds: 2,
  relationEpochs: 3,
  relationSeeds: 2,
  relationMargin: 20,
  caseCopies: 0.1,
  tagBits: 12,
  moveBits: 15,
  relationBits: 12,
  draftBits: 12,
};
const silent = (): void => {};

describe('training on the own treebank', () => {
  const gold = readTreebank(OWN_TREEBANK);
  const bytes = trainSyntax(gold, TINY, silent);

  it('gives the same bytes for the same sentences', () => {
    expect(trainSyntax(gold, TINY, silent).equals(bytes)).toBe(true);
  });

  it('learns what it was shown', () => {
    const reader = new SyntaxReader(readModel(unpacked(bytes, 'tiny'), 'tiny'));
    let tokens = 0;
    let heads = 0;
    let tags = 0;
    for (const s of gold) {
      const found = reader.analyse(s.forms);
      expect(found.heads.filter((h) => h === -1)).toHaveLength(1);
      s.forms.forEach((_, i) => {
        tokens += 1;
        if (found.heads[i] === s.heads[i]) heads += 1;
        if (found.upos[i] === s.upos[i]) tags += 1;
      });
    }
    expect(heads / tokens).toBeGreaterThan(0.8);
    expect(tags / tokens).toBeGreaterThan(0.9);
  });

  it('reads no words and unknown words', () => {
    const reader = new SyntaxReader(readModel(unpacked(bytes, 'tiny'), 'tiny'));
    expect(reader.analyse([]).heads).toEqual([]);
    expect(reader.analyse(['زمان', '🙂', 'x'.repeat(500)]).heads.filter((h) => h === -1)).toHaveLength(1);
  });
});

describe('gold', () => {
  it('says what is missing and how to give it', () => {
    expect(() => readEwt('/nowhere', 'train')).toThrow(MissingGold);
    expect(() => syntaxTrainer.train('/nowhere', silent)).toThrow(/--gold DIR/);
  });

  it('refuses CoNLL-U that is no tree', () => {
    const row = (id: number, head: number): string => `${id}\ta\ta\tX\tFW\t_\t${head}\tdep\t_\t_`;
    expect(() => parseConllu(`${row(1, 2)}\n${row(2, 1)}\n\n`, 'bad.conllu')).toThrow(
      /bad\.conllu:3.*one root/,
    );
    expect(() => parseConllu('1\ta\n', 'bad.conllu')).toThrow(/bad\.conllu:1: 2 columns/);
  });
});

describe('a model file', () => {
  it('names the file when it cannot be read', () => {
    expect(() => unpacked(new Uint8Array([1, 2, 3]), 'broken.zst')).toThrow(
      /broken\.zst does not decompress/,
    );
    expect(() => readModel(Buffer.from([255, 0, 0, 0]), 'broken')).toThrow(/broken is not a model file/);
  });
});
