import { describe, expect, it } from 'vitest';
import { thin, wordsOf } from './robust.ts';

const LEXICONS = {
  lexicon: {
    event: [
      {
        event: 'ASSAULT',
        agent: ['subj'],
        forms: ['shell', 'strafe', 'open fire'],
        example: 'They {strafed} it.',
      },
    ],
    quantity: {
      operators: [
        { form: 'no fewer than', op: 'at-least' },
        { form: 'about', op: 'about' },
      ],
    },
    time: { months: ['strafe'] },
  },
  actors: {
    actors: ['a', 'b'],
    bodies: [],
    aliases: [
      ['Valley Guard', 'valley guard', 'name', [0]],
      ['Hill Guard', 'hill guard', 'name', [1]],
    ],
  },
};

describe('lexicons without what only one document fires', () => {
  const document = wordsOf(
    'No fewer than ten planes strafed the Valley Guard and shelled the mill about noon.',
  );

  it('drops forms and names whose words stand in no other text, whatever their ending', () => {
    const { lexicon, actors } = thin(LEXICONS, document, [
      wordsOf('They were shelling about a mile of the road.'),
    ]);
    expect(lexicon).toMatchObject({
      event: [{ agent: ['subj'], forms: ['shell', 'open fire'] }],
      quantity: { operators: [{ form: 'about' }] },
      time: { months: ['strafe'] },
    });
    expect((actors as typeof LEXICONS.actors).aliases.map(([alias]) => alias)).toEqual(['Hill Guard']);
  });

  it('keeps everything that another text fires too', () => {
    expect(thin(LEXICONS, document, [document])).toEqual(LEXICONS);
  });
});
