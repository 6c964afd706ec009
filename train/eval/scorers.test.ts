import { describe, expect, it } from 'vitest';
import type { GoldSentence } from '../gold.ts';
import { printLayer } from './print.ts';
import { emptyTally, tallySentence } from './syntax.ts';
import { f1, scoreText, tallySpans } from './text.ts';

const gold: GoldSentence = {
  corpus: 'tiny',
  genre: 'own',
  forms: ['Rebels', 'were', 'seen', '.'],
  lemmas: ['rebel', 'be', 'see', '.'],
  upos: ['NOUN', 'AUX', 'VERB', 'PUNCT'],
  xpos: ['NNS', 'VBD', 'VBN', '.'],
  heads: [2, 2, -1, 2],
  deprels: ['nsubj:pass', 'aux:pass', 'root', 'punct'],
};

describe('tags and trees', () => {
  it('counts every token and leaves subtypes of relations aside', () => {
    const made = gold.forms.map((_, i) => ({
      lemma: gold.lemmas[i]!,
      upos: gold.upos[i]!,
      xpos: i === 0 ? 'NN' : gold.xpos[i]!,
      head: i === 3 ? 0 : gold.heads[i]!,
      deprel: i === 0 ? 'nsubj' : i === 1 ? 'cop' : gold.deprels[i]!,
    }));
    const tally = emptyTally();
    tallySentence(gold, made, tally);
    expect(tally).toEqual({ tokens: 4, upos: 4, xpos: 3, lemma: 4, heads: 3, arcs: 2 });
  });
});

describe('spans', () => {
  it('counts each span once', () => {
    const tally = { gold: 0, made: 0, same: 0 };
    tallySpans(['0:2', '3:5', '3:5'], ['0:2', '3:4'], tally);
    expect(tally).toEqual({ gold: 2, made: 2, same: 1 });
    expect(f1(tally)).toBe(50);
  });

  it('takes clitics on one surface span as one', () => {
    const text = 'They don’t go.';
    const row = scoreText('tiny', [
      {
        genre: 'own',
        text,
        words: ['0:4', '5:10', '5:10', '11:13', '13:14'],
        sentences: ['0:14'],
        joined: [[5, 10]],
      },
    ]);
    expect(row.values).toEqual([4, 100, 1, 100]);
  });
});

describe('a printed layer', () => {
  it('lines up names and figures', () => {
    let text = '';
    printLayer(
      { title: 'Trees', columns: ['tokens', 'LAS'] },
      [{ name: 'EWT', values: [1200, 82.5] }],
      'dev',
      {
        write: (part) => {
          text += part;
        },
      },
    );
    expect(text).toBe('Trees (dev)\n       tokens    LAS\n  EWT    1200  82.50\n\n');
  });
});
