import { describe, expect, it } from 'vitest';
import type { Quantity } from '../model/quantity.ts';
import { countOf, gap, sayCount } from './count.ts';

const q = (op: Quantity['op'], min: number | null, max: number | null, of = 'fighters'): Quantity => ({
  of,
  op,
  min,
  max,
});
const apart = (a: Quantity, b: Quantity): boolean => gap(countOf(a)!, countOf(b)!) > 0;

describe('counts', () => {
  it('lets "about" reach a tenth to either side', () => {
    expect(apart(q('about', 275, 275), q('exactly', 250, 250))).toBe(false);
    expect(apart(q('about', 275, 275), q('exactly', 3500, 3500))).toBe(true);
  });

  it('keeps bounds open', () => {
    expect(apart(q('more-than', 3000, null), q('exactly', 3500, 3500))).toBe(false);
    expect(apart(q('more-than', 3000, null), q('exactly', 3000, 3000))).toBe(true);
    expect(apart(q('up-to', null, 500), q('exactly', 3500, 3500))).toBe(true);
  });

  it('takes more than 90 percent for less than all', () => {
    expect(
      apart(q('more-than', 90, null, 'percent of city'), q('exactly', 100, 100, 'percent of city')),
    ).toBe(true);
    expect(apart(q('more-than', 90, null), q('exactly', 100, 100))).toBe(false);
  });

  it.each([
    [q('exactly', 3000, 3000), '3,000'],
    [q('about', 250, 250), 'about 250'],
    [q('more-than', 90, null, 'percent of city'), 'more than 90 percent'],
    [q('fewer-than', null, 299), 'fewer than 300'],
    [q('between', 200, 300), '200 to 300'],
    [q('vague', 24, null), '24 or more'],
  ])('says them shortly', (quantity, words) => {
    expect(sayCount(quantity)).toBe(words);
  });
});
