import { describe, expect, it } from 'vitest';
import { markedDossier, ownDossiers } from './marked-dossier.ts';

describe('marked dossiers', () => {
  const gold = markedDossier(
    [
      'actor army military | Northern Army',
      'place qarah 34.1 36.7 | Qarah',
      'doc 01 2020-05-01 | Paper | Army leaves',
      '“[x1 We left],” [s1 the army] [c1 said], [c2 adding] that [x2 [x3 12 men] stayed].',
      '=1 army direct asserts | RETREAT army > - @qarah 2020-04-30..2020-05-01',
      '=2 army/gov indirect denies | not CONTROL army > - @qarah - #exactly 12..12 armed men ~possible',
      '=3 own narrative asserts',
    ].join('\n'),
  );

  it('keeps the words of each mark and leaves the marks out of the text', () => {
    const [document] = gold.documents;
    const words = (at: readonly (readonly [number, number])[]) =>
      at.map(([a, b]) => document!.text.slice(a, b));
    expect(document!.text).toBe('Army leaves\n\n“We left,” the army said, adding that 12 men stayed.\n');
    expect(gold.statements.map((s) => words(s.contentAt))).toEqual([
      ['We left'],
      ['12 men stayed'],
      ['12 men'],
    ]);
    expect(gold.statements.map((s) => [s.speaker, s.cue, s.source])).toEqual([
      ['the army', 'said', 'army'],
      [null, 'adding', 'gov'],
      [null, null, 'pub:Paper'],
    ]);
  });

  it('reads claims slot by slot', () => {
    expect(gold.claims).toEqual([
      expect.objectContaining({
        event: 'RETREAT',
        agent: 'army',
        patient: null,
        place: 'qarah',
        quantity: null,
      }),
      expect.objectContaining({
        polarity: 'negative',
        modality: 'possible',
        time: null,
        quantity: { of: 'armed men', op: 'exactly', min: 12, max: 12 },
      }),
    ]);
  });

  it.each(['a ] too many', '[x1 one too few'])('tells which bracket is wrong: %s', (text) => {
    expect(() => markedDossier(`doc 01 2020-05-01 | P | T\n${text}\n`)).toThrow(/bracket/);
  });

  it('names in each of the project’s own only who is in its cast', () => {
    for (const { gold: own } of ownDossiers()) {
      const cast = new Set([...own.actors, ...own.places].map(({ id }) => id));
      const named = own.claims.flatMap(({ agent, patient, place }) => [agent, patient, place]);
      expect(named.filter((id) => id !== null && !cast.has(id))).toEqual([]);
    }
  });
});
