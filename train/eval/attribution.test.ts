import { describe, expect, it } from 'vitest';
import type { GoldAttribution, Stretch } from '../gold-attribution.ts';
import { emptyAttributions, scoreAttributions, tallyAttributions } from './attribution.ts';

const text = 'The army said that two men, both soldiers, had died. “We left,” he added.';

function at(words: string): Stretch {
  const start = text.indexOf(words);
  return [start, start + words.length];
}

const gold: GoldAttribution[] = [
  { source: [at('The army')], cue: [at('said')], content: [at('that two men, both soldiers, had died')] },
  { source: [at('he')], cue: [at('added')], content: [at('“We left,”')] },
];

describe('a tally of attributions', () => {
  it('leaves aside marks and "that" at the ends', () => {
    const made: GoldAttribution[] = [
      { source: [at('The army')], cue: [at('said')], content: [at('two men, both soldiers, had died.')] },
      { source: [[65, 67]], cue: [at('added')], content: [at('We left')] },
    ];
    const tally = emptyAttributions();
    tallyAttributions(text, [gold[0]!, { ...gold[1]!, source: [[65, 67]] }], made, tally);
    expect(tally.exact).toEqual({ gold: 2, made: 2, same: 2 });
    expect(tally.speechCue).toEqual({ gold: 2, made: 2, same: 2 });
  });

  it('counts a content that lacks a part as wrong but alike', () => {
    const made: GoldAttribution[] = [{ ...gold[0]!, content: [at('two men'), at('had died')] }];
    const tally = emptyAttributions();
    tallyAttributions(text, [gold[0]!], made, tally);
    expect(tally.content.same).toBe(0);
    expect(tally.source.same).toBe(1);
    expect(tally.exact.same).toBe(0);
    expect(tally.soft).toEqual({ gold: 1, made: 1, same: 1 });
  });

  it('joins stretches that nothing but white space parts, and counts no source where there is none', () => {
    const tally = emptyAttributions();
    const [from, to] = at('two men, both');
    tallyAttributions(
      text,
      [
        {
          source: [],
          cue: [at('said')],
          content: [
            [from, from + 8],
            [from + 9, to],
          ],
        },
      ],
      [{ source: [], cue: [at('said')], content: [[from, to]] }],
      tally,
    );
    expect(tally.source).toEqual({ gold: 0, made: 0, same: 0 });
    expect(tally.exact.same).toBe(1);
  });
});

describe('a scored text', () => {
  it('leaves out what was not annotated', () => {
    const rows = scoreAttributions(
      'tiny',
      [{ id: 'a', text, attributions: [gold[0]!], ignored: [at('“We left,” he added.')] }],
      () => gold,
    );
    expect(rows.find((r) => r.name === 'tiny all three exact')?.values).toEqual([1, 1, 100, 100, 100]);
  });
});
