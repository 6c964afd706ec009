import { describe, expect, it } from 'vitest';
import { fitOf, populationOf } from './population.ts';

const compare = (a: string, b: string, ...ignored: string[]): string =>
  fitOf(populationOf(a), populationOf(b), new Set(ignored));

describe('populations', () => {
  it.each([
    ['militants', 'fighters', 'same'],
    ['local fighters', 'fighters', 'part'],
    ['fighters', 'local fighters and their families', 'apart'],
    ['relatives of fighters', 'fighters and relatives', 'part'],
    ['members of their families', 'fighters', 'apart'],
    ['people including women and children', 'people', 'same'],
    ['people on one truck', 'people', 'apart'],
    ['civilians', 'people', 'part'],
    ['people', 'fighters', 'whole'],
    ['trucks', 'people', 'apart'],
    ['trucks', 'buses', 'apart'],
    ['women fighters', 'foreign fighters', 'apart'],
  ])('%s is %s: %s', (a, b, expected) => {
    expect(compare(a, b)).toBe(expected);
  });

  it('leaves out what the group itself says', () => {
    expect(compare('local fighters', 'fighters', 'local')).toBe('same');
  });
});
