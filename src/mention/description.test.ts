import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

/** The entity that the phrase means, at its last mention. */
function who(text: string, phrase: string): string | null | undefined {
  return read({ text, published: '2023-06-12' }).mentions.findLast(
    (m) => m.kind === 'actor' && m.text === phrase,
  )?.entity;
}

describe('phrases without a name', () => {
  it.each([
    [
      'the men spoken of before',
      'Foreign Houthi fighters were besieged in Taiz. The men have no food, a doctor said.',
      'The men',
      'group:houthis/foreign-fighters',
    ],
    [
      'such men',
      'The council denied that foreign Houthi fighters had left Taiz. “Such men cannot be pardoned,” it said.',
      'Such men',
      'group:houthis/foreign-fighters',
    ],
    [
      'men who are civilians',
      'Houthi fighters left Taiz. Villagers came back to the town. The men repaired the mill.',
      'The men',
      'group:civilians',
    ],
    [
      'a contingent',
      'Houthi fighters left Taiz on Monday. Part of the foreign contingent stayed.',
      'the foreign contingent',
      'group:houthis/foreign-fighters',
    ],
    [
      'local officials of the one council',
      'Local officials kept up talks. The Raqqa Civil Council said the road was open.',
      'Local officials',
      'actor:raqqa-civil-council',
    ],
    [
      'government forces',
      'The Yemeni army reached Taiz. A week ago government forces held the mill.',
      'government forces',
      'actor:ye-military',
    ],
    [
      'them as object, not who acted',
      'Houthi fighters promised to free the villagers and fed them.',
      'them',
      'group:civilians',
    ],
  ])('finds %s', (_, text, phrase, expected) => {
    expect(who(text, phrase)).toBe(expected);
  });

  it.each([
    [
      'The rebels took Goma on Monday and left Goma on Friday. The army said it had withdrawn.',
      'The army',
      'actor:cd-military',
    ],
    [
      'Shells hit Kharkiv and Kharkiv was dark. The general staff said so.',
      'The general staff',
      'actor:ua-military',
    ],
    [
      'Shells hit Kharkiv and Kharkiv was dark. The defence ministry said so.',
      'The defence ministry',
      'actor:ua-defence-ministry',
    ],
    [
      'Shells hit Kharkiv and Aleppo and Goma. The defence ministry said so.',
      'The defence ministry',
      undefined,
    ],
  ])(
    'takes an organ without a state for that of the land where the report plays: %s',
    (text, phrase, expected) => {
      expect(who(text, phrase)).toBe(expected);
    },
  );

  it('takes foreigners for fighters only where fighters are sorted so', () => {
    expect(who('Houthi fighters left Taiz. Two foreigners crossed the border.', 'Two foreigners')).toBe(
      'group:foreign-people',
    );
    expect(who('Local Houthi fighters left Taiz. Two foreigners crossed the border.', 'Two foreigners')).toBe(
      'group:houthis/foreign-fighters',
    );
  });

  it('ties a spokesman to who acted in the sentence before', () => {
    const { statements } = read({
      text: 'Fighters of the Rapid Support Forces drove round Nyala after taking the mill of the Sudanese army. “We have won,” their spokesman Adam Issa said.',
    });
    expect(statements.find((s) => s.mode === 'direct')?.for).toBe('actor:rsf');
  });
});
