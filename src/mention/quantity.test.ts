import { describe, expect, it } from 'vitest';
import { readLexicon } from '../lexicon/data.ts';
import type { Token } from '../model/token.ts';
import { words } from '../text/word.ts';
import { findQuantities } from './quantity.ts';

function bare(text: string): Token[] {
  return words(text, 0, text.length).map((word) => ({
    ...word,
    lemma: '',
    upos: '',
    xpos: '',
    head: -1,
    deprel: '',
  }));
}

/** Counts of a sentence in one line each: `text | of | op min..max`. */
function read(text: string): string[] {
  return findQuantities(text, { start: 0, end: text.length }, bare(text)).map((found) => {
    expect(text.slice(found.start, found.end)).toBe(found.text);
    return `${found.text} | ${found.of ?? '-'} | ${found.op} ${found.min ?? ''}..${found.max ?? ''}`;
  });
}

const CASES: readonly (readonly [string, ...string[]])[] = [
  [
    'The army said around 140 local gunmen and their wives had left.',
    'around 140 local gunmen and their wives | local gunmen and their wives | about 140..140',
  ],
  ['Over 3000 civilians have fled.', 'Over 3000 civilians | civilians | more-than 3000..'],
  ['Up to 500 fighters were still inside.', 'Up to 500 fighters | fighters | up-to ..500'],
  ['Between 200 and 300 militants hold out.', 'Between 200 and 300 militants | militants | between 200..300'],
  [
    'Only 250 to 300 foreign militants remained.',
    '250 to 300 foreign militants | foreign militants | between 250..300',
  ],
  ['Some 3,000-3,500 people came out.', 'Some 3,000-3,500 people | people | between 3000..3500'],
  ['No foreign fighter had left.', 'No foreign fighter | foreign fighters | exactly 0..0'],
  ['A few dozen fighters left.', 'A few dozen fighters | fighters | vague 24..60'],
  ['Dozens of buses had entered.', 'Dozens of buses | buses | vague 24..'],
  [
    'There were nearly 50 trucks and 13 buses.',
    'nearly 50 trucks | trucks | about 45..50',
    '13 buses | buses | exactly 13..13',
  ],
  ['It runs about 80 percent of the town.', 'about 80 percent of the town | percent of town | about 80..80'],
  ['Half of the city was lost.', 'Half of the city | percent of city | exactly 50..50'],
  ['Fewer than 300 men were held.', 'Fewer than 300 men | men | fewer-than ..299'],
  ['Two dozen soldiers and a general died.', 'Two dozen soldiers | soldiers | exactly 24..24'],
  ['Three hundred and fifty people marched.', 'Three hundred and fifty people | people | exactly 350..350'],
  [
    'At least 12 people, including 3 children, died.',
    'At least 12 people | people | at-least 12..',
    '3 children | children | exactly 3..3',
  ],
  ['They were paid $2 million.', '$2 million | dollars | exactly 2000000..2000000'],
  ['No fewer than twenty-five houses burned.', 'No fewer than twenty-five houses | houses | at-least 25..'],
  ['Another 40 were wounded.', 'Another 40 | - | exactly 40..40'],
  ['Two or three men ran.', 'Two or three men | men | between 2..3'],
  [
    'Some 2 to 3 million people need bread.',
    'Some 2 to 3 million people | people | between 2000000..3000000',
  ],
  [
    'Hundreds of thousands of civilians fled.',
    'Hundreds of thousands of civilians | civilians | vague 200000..',
  ],
  [
    'The blast left 12 dead and at least 30 wounded.',
    '12 dead | dead | exactly 12..12',
    'at least 30 wounded | wounded | at-least 30..',
  ],
  [
    'With some 2,400 members of their clans.',
    'some 2,400 members of their clans | members of their clans | about 2400..2400',
  ],
];

const NOTHING = [
  'The deal was struck on 14 October 2017.',
  'It fell in 2014 and was retaken.',
  'The boy, aged 12, ran.',
  'Jihan, 34, spoke for the campaign.',
  'It began at 10 pm and ended at 11:30.',
  'Resolution 2254 was adopted.',
  'He held out for five days.',
  'A 12-year-old girl saw it.',
  'An F-16 flew over.',
  '1. The elders say so.',
  'The first man and the third woman left.',
  'There is no doubt of it.',
  'It was a no-bid contract.',
  'The raid came at 0700 on the 15th.',
  'It was shelled several times.',
];

describe('findQuantities', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(NOTHING)('counts nothing in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is fired by the example of every lexicon entry', () => {
    const file = readLexicon('quantity') as Record<string, unknown>;
    for (const group of ['operators', 'after', 'vague', 'fractions', 'none', 'currencies']) {
      for (const row of file[group] as { form: string; example: string }[]) {
        const hit = findQuantities(row.example, { start: 0, end: row.example.length }, bare(row.example));
        expect(hit.map((each) => each.text.toLowerCase()).join(' | '), row.example).toContain(
          row.form.toLowerCase(),
        );
      }
    }
  });
});
