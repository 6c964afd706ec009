import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

function time(text: string, predicate: string, published = '2023-06-12') {
  const found = read({ text, published }).claims.find((c) => c.predicate.text.includes(predicate));
  return [found?.time?.from, found?.time?.to, found?.time?.inherited];
}

describe('times that a clause leaves out', () => {
  const LETTERS =
    'Two months after the siege of Kadugli, a Sudanese paper has published letters from the town.\n\nForty soldiers left the town with their wives, it says.';

  it('takes the time of the story in a report that looks back', () => {
    expect(time(LETTERS, 'left')).toEqual(['2023-04-05', '2023-04-21', 'paragraph']);
  });

  it('takes a month named in such a report', () => {
    expect(
      time(
        'In March the governor told the world how the bridge at Kherson fell. Forty men surrendered, he says.',
        'surrendered',
        '2023-06-12',
      ),
    ).toEqual(['2023-03-01', '2023-03-31', 'paragraph']);
  });

  it('keeps to the day of telling what is still so', () => {
    expect(time(`${LETTERS} The paper says rebels hold the town.`, 'hold')[0]).toBe('2023-06-12');
  });

  it('takes the day on which the speaker spoke before', () => {
    expect(
      time(
        'General Ali Farah said on Friday that talks had failed. The army will not support any withdrawal of the rebels, he added.',
        'support',
      ),
    ).toEqual(['2023-06-09', '2023-06-09', 'speech']);
  });

  it('takes the day of the sentence before for what is over', () => {
    expect(
      time(
        'The rebels drove through Kharkiv on Saturday after taking the mill. “Our men have taken the tower,” a rebel captain said.',
        'taken',
      )[0],
    ).toBe('2023-06-10');
  });
});
