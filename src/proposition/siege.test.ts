import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

const ids = (args: readonly { readonly entity: string | null; readonly text: string }[]) =>
  args.map((a) => a.entity?.replace(/^\w+:/u, '') ?? a.text).join(' + ');

/** The claims of a text as lines: event, agent > patient, place. */
function lines(text: string): string[] {
  return read({ text, published: '2023-06-12' }).claims.map(
    (c) =>
      `${c.polarity === 'negative' ? 'not ' : ''}${c.event} ${ids(c.agent)} > ${ids(c.patient)} @${c.place?.name ?? '-'} ${c.modality}`,
  );
}

describe('sieges and exchanges', () => {
  it.each([
    [
      'a siege is of those who hold the place',
      'The Rapid Support Forces have besieged El Fasher since April 2023. The Sudanese army holds the city.',
      'CONTROL rsf > sd-military @El Fasher actual',
    ],
    [
      'a base under siege, told by those inside',
      'Islamic State fighters have besieged the base in Deir al-Zor since May, the Syrian army said.',
      'CONTROL islamic-state > sy-military @Deir ez-Zor actual',
    ],
    [
      'soldiers inside are those of who speaks of them',
      'The Taliban attacked Kunduz. Up to 300 soldiers were still inside, an Afghan commander said.',
      'CONTROL af >  @Kunduz actual',
    ],
    [
      'men who are to be exchanged',
      'The Afghan army fought the Taliban in Kunduz. “War criminals must not be exchanged,” a Taliban spokesman said.',
      'not CONCEDE  > War criminals @Kunduz demanded',
    ],
    [
      'a deal denied is one with the enemy',
      'The Syrian army fought the Islamic State in Palmyra. The Syrian army denied that a deal had been reached.',
      'not AGREE sy-military > islamic-state @Palmyra actual',
    ],
    [
      'commanders who have not left do not travel',
      'The commanders of the Haqqani network had not left Kunduz, an Afghan general said.',
      'not RETREAT haqqani >  @Kunduz actual',
    ],
    [
      'a denial is by who denies, not by the party named first',
      'The Afghan army said a truce was agreed with the Taliban in Kunduz. The Taliban denied that any exchange had been agreed.',
      'not AGREE taliban > af-military @Kunduz actual',
    ],
    [
      'soldiers shut in are not those of who besieges',
      'Afghan soldiers left Kunduz. Taliban fighters have besieged Kunduz since May. Up to 90 fighters were still inside, an Afghan commander said.',
      'CONTROL af >  @Kunduz actual',
    ],
    [
      'whose men “our men” are',
      'The Taliban rejected the report on Kunduz. “Our men did not shoot anybody,” Karim Wali said.',
      'not ASSAULT taliban > civilians @Kunduz actual',
    ],
    [
      'troops sent across a border',
      'The Sudanese army accused Chad of sending troops across the border near Nyala.',
      'ASSAULT td > sd-military @Nyala actual',
    ],
    [
      'a force that enters a town',
      'Taliban fighters entered Kunduz on Friday.',
      'CONTROL taliban >  @Kunduz actual',
    ],
    [
      'people brought out of a place',
      'The United Nations had brought hundreds of villagers out of Taiz.',
      'FLEE civilians >  @Taiz actual',
    ],
  ])('%s', (_, text, line) => {
    expect(lines(text)).toContain(line);
  });

  it('says who is shut in and by whom', () => {
    const { control } = read({
      text: 'The Sudanese army fought the Rapid Support Forces. The Rapid Support Forces have besieged El Fasher since April.',
      published: '2023-06-12',
    });
    expect(control).toMatchObject([
      {
        status: 'besieged',
        holder: { entity: 'actor:sd-military' },
        besieger: { entity: 'actor:rsf' },
      },
    ]);
  });
});
