import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Token, Word } from '../model/token.ts';
import { words } from '../text/word.ts';
import { lemma, parseSentence } from './parse.ts';

function read(text: string): Token[] {
  return parseSentence(words(text, 0, text.length));
}

function wordsOf(forms: readonly string[]): Word[] {
  let at = 0;
  return forms.map((form) => {
    const start = at;
    at += form.length + 1;
    return { start, end: start + form.length, form };
  });
}

/** Relation and head of the first token with a form, e.g. "nsubj < left". */
function arc(tokens: readonly Token[], form: string): string {
  const token = tokens.find((t) => t.form === form);
  if (token === undefined) return 'absent';
  return `${token.deprel} < ${token.head < 0 ? 'ROOT' : tokens[token.head]!.form}`;
}

function expectTree(tokens: readonly Token[]): void {
  if (tokens.length === 0) return;
  expect(tokens.filter((t) => t.head === -1)).toHaveLength(1);
  tokens.forEach((token, i) => {
    expect(token.deprel === 'root').toBe(token.head === -1);
    let steps = 0;
    for (let at = i; at >= 0 && steps <= tokens.length; at = tokens[at]!.head) steps += 1;
    if (steps > tokens.length) throw new Error(`word ${i} stands in a circle`);
  });
}

describe('parseSentence', () => {
  it('gives nothing for no words', () => {
    expect(parseSentence([])).toEqual([]);
  });

  it.each([
    ['Government forces shelled the town.', 'forces', 'nsubj < shelled'],
    ['Government forces shelled the town.', 'town', 'obj < shelled'],
    ['The SDF said a batch of foreign fighters had left the city.', 'left', 'ccomp < said'],
    ['The SDF said a batch of foreign fighters had left the city.', 'batch', 'nsubj < left'],
    ['Thousands fled their homes as troops stormed the village.', 'stormed', 'advcl < fled'],
    ['Twelve people were killed in the raid.', 'people', 'nsubj:pass < killed'],
    ['“We will not leave the city,” said the commander.', 'commander', 'nsubj < said'],
  ])('%s (%s)', (text, form, expected) => {
    expect(arc(read(text), form)).toBe(expected);
  });

  it('keeps offsets and forms', () => {
    const text = 'They didn’t leave.';
    for (const token of read(text)) expect(text.slice(token.start, token.end)).toBe(token.form);
  });

  it('makes one tree of any words', () => {
    const anything = fc.array(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.constantFrom('said', 'the', ',', '“', '”', '(', 'left', 'IS', '12', '.'),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anything, (forms) => {
        const tokens = parseSentence(wordsOf(forms));
        expect(tokens).toHaveLength(forms.length);
        expectTree(tokens);
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('makes one tree of a thousand words', () => {
    expectTree(
      parseSentence(wordsOf(Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? 'army' : 'fled')))),
    );
  });

  it('answers the same whatever it read before', () => {
    const text = 'Rebels seized the hill, the ministry said.';
    const first = read(text);
    read('Something else entirely, with other words in it.');
    expect(read(text)).toEqual(first);
  });
});

describe('lemma', () => {
  it.each([
    ['shelled', 'VERB', 'VBD', 'shell'],
    ['fled', 'VERB', 'VBN', 'flee'],
    ['seized', 'VERB', 'VBD', 'seize'],
    ['struck', 'VERB', 'VBN', 'strike'],
    ['denied', 'VERB', 'VBD', 'deny'],
    ['stopped', 'VERB', 'VBD', 'stop'],
    ['dying', 'VERB', 'VBG', 'die'],
    ['clashes', 'NOUN', 'NNS', 'clash'],
    ['militias', 'NOUN', 'NNS', 'militia'],
    ['armies', 'NOUN', 'NNS', 'army'],
    ['children', 'NOUN', 'NNS', 'child'],
    ['Raqqa', 'PROPN', 'NNP', 'Raqqa'],
    ['Syrian', 'ADJ', 'JJ', 'Syrian'],
    ['SHELLED', 'VERB', 'VBD', 'shell'],
    ['’s', 'PART', 'POS', "'s"],
  ])('%s %s %s', (form, upos, xpos, expected) => {
    expect(lemma(form, upos, xpos)).toBe(expected);
  });
});
