import { describe, expect, it } from 'vitest';
import type { Claim } from '../model/claim.ts';
import type { Arg } from '../model/slot.ts';
import { read } from '../reading.ts';

const ids = (args: readonly Arg[]) => args.map((a) => a.entity?.replace(/^\w+:/u, '') ?? a.text).join(' + ');

/** The claims of a text as lines: event, agent > patient, place, count. */
function lines(text: string): string[] {
  const line = (c: Claim) =>
    `${c.polarity === 'negative' ? 'not ' : ''}${c.event} ${ids(c.agent)} > ${ids(c.patient)} @${c.place?.name ?? '-'}${c.quantity === null ? '' : ` ${c.quantity.min}..${c.quantity.max}`}`;
  return read({ text, published: '2023-06-12' }).claims.map(line);
}

describe('slots of a claim', () => {
  it.each([
    [
      'the men whose surrender is accepted',
      'The Ukrainian army said it would accept the surrender of Wagner fighters in Bakhmut.',
      'DETAIN ua-military > wagner @Bakhmut',
    ],
    [
      'the whole of a place',
      'The Taliban took full control of Kunduz.',
      'CONTROL taliban > - @Kunduz 100..100',
    ],
    [
      'whose hands a place is in',
      'The Houthis predicted that Kunduz will be in their hands within days.',
      'CONTROL houthis >  @Kunduz',
    ],
    [
      'who did not want somebody to go',
      'The Taliban and the Afghan army fought in Kunduz. “We did not want them to leave,” the Taliban said.',
      'REJECT taliban > af-military @Kunduz',
    ],
    [
      'for whom one speaks who says “we”',
      'The Afghan army fought the Taliban in Kunduz. The Taliban confirmed the talks. “We will not accept any exit,” Karim Wali said.',
      'REJECT taliban > af-military @Kunduz',
    ],
    [
      'who was pardoned not',
      'The Taliban said such prisoners cannot be pardoned.',
      'REJECT taliban > captives @-',
    ],
    [
      'a second party joined by its own preposition',
      'The elders say they appealed to the Rapid Support Forces and to the Sudanese army to settle the matter.',
      'REQUEST tribal-leaders > sd-military @-',
    ],
    [
      'all parties of a deal but not those who look on',
      'According to him, the deal was made by the Houthis and the Saudi army, with a general looking on.',
      'AGREE houthis + sa-military',
    ],
    [
      'the place of “there”',
      'The Taliban said they had freed the hospital in Kunduz and that ten men had been killed there.',
      'CASUALTY taliban > civilians @Kunduz 10..10',
    ],
    [
      'whose vehicles were threatened',
      'The drivers say that the Taliban wired their trucks with explosives in Kunduz.',
      'THREATEN taliban > drivers @Kunduz',
    ],
    [
      'a subject left outside the content',
      'Between 20 and 30 Taliban fighters are thought to be holding out near Kunduz, an army spokesman said.',
      'CONTROL taliban >  @Kunduz 20..30',
    ],
  ])('finds %s', (_, text, wanted) => {
    expect(lines(text).some((l) => l.startsWith(wanted.replace(' > -', ' > ')))).toBe(true);
  });

  it('takes “there” for the place told of, not the place of telling', () => {
    const claims = read({
      text: 'In Moscow, an official said the Taliban had taken Kunduz.\n\nThe Taliban had moved troops there, he said.',
    }).claims;
    expect(claims.find((c) => c.event === 'MOBILIZE')?.place?.name).toBe('Kunduz');
  });

  it('takes a deal not accepted for one refused', () => {
    expect(
      lines('The Afghan army attacked the Taliban in Kunduz. The Taliban did not accept the deal.'),
    ).toContain('REJECT taliban > af-military @Kunduz');
  });

  it('counts people along by themselves', () => {
    expect(lines('About 250 Taliban fighters left Kunduz with some 3,500 relatives.')).toEqual([
      'RETREAT taliban >  @Kunduz 250..250',
      'RETREAT taliban > relatives @Kunduz 3500..3500',
    ]);
  });

  it.each([
    ['Shells hit Kunduz. Four nurses were among the dead.', 'CASUALTY', 4],
    ['The Taliban left Kunduz. Two foreign Taliban fighters were among them.', 'RETREAT', 2],
  ])('shares what is told of the others: %s', (text, event, count) => {
    const claim = read({ text, published: '2023-06-12' }).claims.at(-1);
    expect([claim?.event, claim?.quantity?.min]).toEqual([event, count]);
  });

  it('finds whose part a share is', () => {
    expect(lines('The Taliban said 65 percent of its fighters had withdrawn from Kunduz.')[0]).toMatch(
      /^RETREAT taliban/,
    );
  });

  it('takes no way out for a place held, and sees who took the town while others fled', () => {
    expect(lines('The Taliban secured the exit of the villagers from Kunduz.').join()).not.toContain(
      'CONTROL',
    );
    expect(
      lines(
        'A statement released by the Taliban stated Hazara fighters are fleeing as the Taliban has nearly totally captured Kunduz.',
      ).join(),
    ).toContain('CONTROL taliban');
  });

  it('counts no mere share and no streets', () => {
    expect(lines('Most of the Taliban fighters surrendered in Kunduz.')).toEqual([
      'RETREAT taliban >  @Kunduz',
    ]);
    expect(lines('The Taliban held several streets in Kunduz.')).toEqual(['CONTROL taliban >  @Kunduz']);
  });

  it('takes a place that others speak of for no place of its own', () => {
    const [first] = read({
      text: 'Taliban fighters attacked Kunduz.\n\nThe buses would carry the Taliban fighters, he said, adding that they might be driven to Herat.',
    }).claims.filter((c) => c.event === 'RETREAT');
    expect(first?.place?.name).toBe('Kunduz');
  });

  it('gives each voice its own part of a sentence', () => {
    const contents = (text: string) => read({ text }).statements.map((s) => s.content.map((c) => c.text));
    expect(contents('The Taliban left Kunduz, taking cattle with them, the Afghan army said.')).toEqual([
      ['The Taliban left Kunduz, taking cattle with them'],
    ]);
    expect(
      contents(
        'The army said it would not back any exit of the Taliban, while tribal elders kept up talks in Kunduz.',
      ),
    ).toEqual([['it would not back any exit of the Taliban'], ['tribal elders kept up talks in Kunduz']]);
  });

  it('claims nothing that was promised and not kept', () => {
    expect(lines('The Taliban broke a promise to free the villagers in Kunduz.')).toEqual([]);
  });
});
