import { describe, expect, it } from 'vitest';
import { matched, plainString, shares, tallyFillers } from './fillers.ts';
import { collapsed } from './muc-gold.ts';

function tally(found: string[][], gold: string[][]) {
  const t = { right: 0, found: 0, gold: 0 };
  tallyFillers(found, gold, t);
  return t;
}

describe('role fillers', () => {
  it('compares strings without case, articles and punctuation', () => {
    expect(plainString('The M-16 rifle, an "old"  one')).toBe('m16 rifle old one');
    expect(tally([['THE HARBOUR OFFICE']], [['harbour office']])).toEqual({ right: 1, found: 1, gold: 1 });
  });

  it('counts an entity only when all its strings are those of one wanted entity', () => {
    const gold = [['gunmen', 'masked gunmen'], ['rebels']];
    expect(tally([['masked gunmen', 'gunmen']], gold).right).toBe(1);
    expect(tally([['gunmen', 'rebels']], gold).right).toBe(0);
    expect(tally([['gunmen'], ['rebels'], ['men']], gold)).toEqual({ right: 2, found: 3, gold: 2 });
  });

  it('matches one to one, and as many as can be', () => {
    expect(tally([['guards'], ['guards']], [['guards']])).toEqual({ right: 1, found: 2, gold: 1 });
    // the first could take either, the second only the first wanted one
    expect(
      tally(
        [['guards'], ['night guards']],
        [
          ['guards', 'night guards'],
          ['guards', 'porters'],
        ],
      ).right,
    ).toBe(2);
    expect(matched([[0, 1], [0], [1]], 2)).toBe(2);
  });

  it('gives precision, recall and F1 by hand: two right of three found and of four wanted', () => {
    const s = shares({ right: 2, found: 3, gold: 4 });
    expect(s.p).toBeCloseTo(66.667, 2);
    expect(s.r).toBe(50);
    expect(s.f).toBeCloseTo(57.143, 2);
    expect(shares({ right: 0, found: 0, gold: 0 })).toEqual({ p: 0, r: 0, f: 0 });
  });

  it('takes the templates of a document together, each entity once', () => {
    const one = { PerpInd: [[{ str: 'two men' }, { str: 'men' }]], Weapon: [[{ str: 'knife' }]] };
    const two = { PerpInd: [[{ str: 'men' }], [{ str: 'a driver' }]], Weapon: [] };
    expect(collapsed([one, two])).toEqual({
      perpetrator: [['two men', 'men'], ['a driver']],
      organisation: [],
      target: [],
      victim: [],
      weapon: [['knife']],
    });
  });
});
