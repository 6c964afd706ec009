import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

const events = (text: string) =>
  read({ text, published: '2023-06-12' }).claims.map((c) => `${c.event} ${c.predicate.text}`);

describe('what tells of the fight and what does not', () => {
  it.each([
    ['a question inside a clause', 'The general did not say how many rebels had left Marib.'],
    ['a question as subject', 'How many rebels slipped away from Marib is anyone’s guess.'],
    ['a deal that nobody made', 'There will be no deal that lets the rebels leave Marib.'],
    ['what is generally so', 'When armies cannot agree on who takes a town, people suffer.'],
    ['a condition', 'If the army attacked Marib, it would rain.'],
    ['an inverted condition', 'Had the army attacked Marib, the mill would have closed.'],
    ['a game', 'The striker shot three goals and the guests attacked again in Marib.'],
    ['an aim', '“Our goal is liberation, not revenge,” the Saudi army said in Marib.'],
    ['a film', 'In the film the army attacks Marib and the rebels leave the town.'],
    ['history', 'In 1991 the army attacked Marib.'],
  ])('claims nothing from %s', (_, text) => {
    expect(events(text)).toEqual([]);
  });

  it.each([
    [
      'a relative clause of a deal that was made',
      'The rebels left Marib under a deal reached on Monday that does not cover foreign fighters.',
      'RETREAT cover',
    ],
    [
      'a relative clause of people',
      'The rebels who left Marib on Monday attacked Sanaa.',
      'ASSAULT attacked',
    ],
    ['a past "when"', 'Rebels fled when the army attacked Marib.', 'ASSAULT attacked'],
    ['a war of this year', 'In 2023 the army attacked Marib.', 'ASSAULT attacked'],
    [
      'a clause that the tree loses behind a relative one',
      'Only 40 foreign rebels who had turned the offer down remained in Marib, a guard said.',
      'CONTROL remained',
    ],
    [
      'who those were that did it',
      'The army said that those who surrendered were rebels.',
      'RETREAT surrendered',
    ],
    ['a subject cut off by the cue', 'The group, he said, had moved troops to Marib.', 'MOBILIZE moved'],
    ['a town without its people', 'Kharkiv was now empty of civilians, the army said.', 'FLEE empty'],
    [
      'a battle in its last phase',
      'The Saudi army attacked the Houthis in Marib. The battle was in its final phase, the Saudi army said.',
      'ASSAULT battle',
    ],
    ['buses meant for somebody', 'The buses were meant for the rebels, a driver said.', 'RETREAT meant'],
  ])('claims something from %s', (_, text, wanted) => {
    expect(events(text)).toContain(wanted);
  });

  it('claims once what two clauses of a statement come to', () => {
    expect(
      events(
        'The Saudi army attacked the Houthis in Marib. “The operation has ended and the battle continues,” the Saudi army said.',
      ),
    ).toEqual(['ASSAULT attacked', 'ASSAULT ended']);
  });

  it('takes each of those asked for asked by himself', () => {
    const { claims } = read({
      text: 'The elders appealed to the Houthis and to Saudi Arabia to let the wounded leave.',
    });
    expect(claims.filter((c) => c.event === 'REQUEST').map((c) => c.patient.length)).toEqual([1, 1]);
  });
});
