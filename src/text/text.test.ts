import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphs } from './paragraph.ts';
import { quotations } from './quotation.ts';
import { sentences } from './sentence.ts';
import { words } from './word.ts';

const cut = (text: string): string[] => sentences(text).map((s) => text.slice(s.start, s.end));
const kinds = (text: string): string[] => sentences(text).map((s) => s.kind);
const forms = (text: string): string =>
  words(text, 0, text.length)
    .map((w) => w.form)
    .join('|');

describe('sentences', () => {
  it.each([
    ['Gen. Salem left. He fled.', ['Gen. Salem left.', 'He fled.']],
    [
      'They met the U.S. Army on Oct. 15 at 5 p.m. in Sur. It rained.',
      ['They met the U.S. Army on Oct. 15 at 5 p.m. in Sur.', 'It rained.'],
    ],
    ['He lives in the U.S. The army left.', ['He lives in the U.S.', 'The army left.']],
    [
      '“Never again!” he said. “We won. They left,” she added.',
      ['“Never again!” he said.', '“We won.', 'They left,” she added.'],
    ],
    [
      'About 3.5 km away, No. 5 Brigade fired. J. Doe fell.',
      ['About 3.5 km away, No. 5 Brigade fired.', 'J. Doe fell.'],
    ],
    ['It fell?! Yes. al-Nour denied it.', ['It fell?!', 'Yes.', 'al-Nour denied it.']],
    ['Rescuers at the bridge Image: Ada Noun.', ['Rescuers at the bridge', 'Image: Ada Noun.']],
    ['Monday, May 4, 2015 The army left.', ['Monday, May 4, 2015', 'The army left.']],
    ['1. The elders agreed. 2. They left.', ['1. The elders agreed.', '2. They left.']],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected));

  it('marks what is not the story', () => {
    const text = `Army leaves town\n\nBy Nadia Example\n\nBEIRUT, Oct 15 (Wire) - The army left the town.\n\nPhoto: army press office\nRead more: all reports\nTo read the full report at Wire click here:`;
    expect(kinds(text)).toEqual([
      'headline',
      'byline',
      'dateline',
      'body',
      'caption',
      'boilerplate',
      'boilerplate',
    ]);
  });

  it('keeps an acronym that opens a paragraph in the story', () => {
    expect(kinds('Army leaves town\n\nSDF - the alliance - left. It said so.')).not.toContain('byline');
  });

  it('covers every visible character once, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let at = 0;
        for (const s of sentences(text)) {
          expect(text.slice(at, s.start).trim()).toBe('');
          expect(s.end).toBeGreaterThan(s.start);
          at = s.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});

describe('paragraphs', () => {
  it('joins lines wrapped at a fixed width', () => {
    const line = 'The army said on Friday that it had taken the town after a night of';
    const text = `${line}\n${line}\n${line}\n${line}\n${line}\nfighting.\n\nIt left.`;
    expect(paragraphs(text)).toHaveLength(2);
  });
  it('parts news set one paragraph a line', () => expect(paragraphs('One fell.\nTwo fled.')).toHaveLength(2));
});

describe('quotations', () => {
  it('takes two apostrophes for a mark', () => {
    const text = "''We left,'' he said. The boys'' and ``They stayed'' stand.";
    expect(quotations(text, 0, text.length).map((q) => text.slice(q.innerStart, q.innerEnd))).toEqual([
      'We left,',
      'They stayed',
    ]);
  });

  it.each([
    ['“We left,” he said.', ['We left,']],
    ['"We left," he said. "All of us."', ['We left,', 'All of us.']],
    ["The SDF's men said ‘we don’t know’.", ['we don’t know']],
    ["The soldiers' camp fell.", []],
    ['“It runs on', ['It runs on']],
  ])('%s', (text, expected) =>
    expect(quotations(text, 0, text.length).map((q) => text.slice(q.innerStart, q.innerEnd))).toEqual(
      expected,
    ),
  );
});

describe('words', () => {
  it.each([
    ['U.S.-backed men don’t leave the SDF’s town.', 'U.S.|-|backed|men|do|n’t|leave|the|SDF|’s|town|.'],
    ['“Over 3,000 (or 3,000-3,500) left,” he said…', '“|Over|3,000|(|or|3,000|-|3,500|)|left|,|”|he|said|…'],
    ['an anti-tank missile at 5 p.m.', 'an|anti-tank|missile|at|5|p.m.'],
    ['It cost $5m; 90% fled the U.S.', 'It|cost|$|5m|;|90|%|fled|the|U.S.'],
    ['He cannot say—yet.', 'He|can|not|say|—|yet|.'],
    ['See https://example.org/a.b?c=1.', 'See|https://example.org/a.b?c=1|.'],
  ])('%s', (text, expected) => expect(forms(text)).toBe(expected));

  it('never drops or invents a visible character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const kept = words(text, 0, text.length)
          .map((w) => text.slice(w.start, w.end))
          .join('');
        expect(kept).toBe(text.replace(/\s+/gu, ''));
      }),
    );
  });
});
