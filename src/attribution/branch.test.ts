import { describe, expect, it } from 'vitest';
import type { ParsedSentence } from '../model/draft.ts';
import { branchesOf } from './branch.ts';
import { passageOf } from './passage.ts';

/** "The army | said | it had left on foot ." with its tree. */
const ROWS: readonly (readonly [string, number, string])[] = [
  ['The', 1, 'det'],
  ['army', 2, 'nsubj'],
  ['said', -1, 'root'],
  ['it', 5, 'nsubj'],
  ['had', 5, 'aux'],
  ['left', 2, 'ccomp'],
  ['on', 7, 'case'],
  ['foot', 5, 'obl'],
  ['.', 2, 'punct'],
];

const sentence: ParsedSentence = {
  start: 0,
  end: 100,
  kind: 'body',
  paragraph: 0,
  tokens: ROWS.map(([form, head, deprel], i) => ({
    start: i * 10,
    end: i * 10 + form.length,
    form,
    lemma: form,
    upos: 'X',
    xpos: 'X',
    head,
    deprel,
  })),
};

describe('branches', () => {
  const p = passageOf([sentence], 0, 1, []);

  it('know the extent of every subtree', () => {
    expect([p.low[5], p.high[5]]).toEqual([3, 7]);
    expect([p.low[2], p.high[2]]).toEqual([0, 8]);
  });

  it('hang from the path between the cue and the root', () => {
    const said = branchesOf(p, 2, 0, p.count);
    expect([...said.top]).toEqual([1, 1, 2, 5, 5, 5, 5, 5, 8]);
    expect([...said.second]).toEqual([0, -1, -1, 3, 4, -1, 7, 7, -1]);
    expect(said.third[6]).toBe(6);
    const left = branchesOf(p, 5, 0, p.count);
    expect([left.up[5], left.up[2], left.up[1], left.up[7]]).toEqual([0, 1, 1, 0]);
    expect(left.name[1]).not.toBe(said.name[1]);
  });
});
