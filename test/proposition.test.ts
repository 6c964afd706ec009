import { describe, expect, it } from 'vitest';
import type { Claim } from '../src/model/claim.ts';
import { read } from '../src/reading.ts';

/** The words an argument was named by, without articles and numbers, or who it means where it is a description. */
const who = (args: Claim['agent']) =>
  args.map((a) => (a.entity?.startsWith('actor:') ? a.entity.slice(6) : (a.name ?? a.text))).join(' + ') ||
  '-';

/** One claim as a line: event agent > patient @place [count] polarity modality. */
function line(c: Claim): string {
  const count =
    c.quantity === null ? '' : ` [${c.quantity.op} ${c.quantity.min}..${c.quantity.max} ${c.quantity.of}]`;
  const sign = c.polarity === 'negative' ? 'not ' : '';
  return `${sign}${c.event} ${who(c.agent)} > ${who(c.patient)}${c.place === null ? '' : ` @${c.place.name}`}${count} ${c.modality}`;
}

const CASES: readonly (readonly [string, string])[] = [
  [
    'Syrian government forces captured Palmyra from the Islamic State.',
    'CONTROL sy-military > islamic-state @Palmyra actual',
  ],
  ['The town of Palmyra was captured by the Islamic State.', 'CONTROL islamic-state > - @Palmyra actual'],
  [
    'The Islamic State lost Palmyra to Syrian government forces.',
    'CONTROL sy-military > islamic-state @Palmyra actual',
  ],
  [
    'Boko Haram killed 22 people in Maiduguri.',
    'CASUALTY boko-haram > civilians @Maiduguri [exactly 22..22 people] actual',
  ],
  ['Two soldiers died in Mosul.', 'CASUALTY - > soldiers @Mosul [exactly 2..2 soldiers] actual'],
  [
    'More than 3,000 civilians fled Aleppo.',
    'FLEE civilians > - @Aleppo [more-than 3000..null civilians] actual',
  ],
  ['About 200 Taliban fighters left Kunduz.', 'RETREAT taliban > - @Kunduz [about 200..200 fighters] actual'],
  ['No Taliban fighters left Kunduz.', 'not RETREAT taliban > - @Kunduz [exactly 0..0 fighters] actual'],
  ['Taliban fighters did not leave Kunduz.', 'not RETREAT taliban > - @Kunduz actual'],
  ['Taliban fighters will leave Kunduz.', 'RETREAT taliban > - @Kunduz planned'],
  ['Taliban fighters may leave Kunduz.', 'RETREAT taliban > - @Kunduz possible'],
  ['Foreign Taliban fighters left Kunduz.', 'RETREAT foreign fighters > - @Kunduz actual'],
  ['Russian warplanes bombed Idlib.', 'ASSAULT ru-air-force > - @Idlib actual'],
  ['Turkey accused Russia of a breach.', 'ACCUSE tr > ru actual'],
  ['Police arrested three men in Cairo.', 'DETAIN Police > civilians @Cairo [exactly 3..3 men] actual'],
  [
    'The Houthis released ten prisoners in Sanaa.',
    "CONCEDE houthis > captives @Sana'a [exactly 10..10 prisoners] actual",
  ],
];

describe('propositions', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(read({ text }).claims.map(line)).toContain(expected);
  });

  it('takes a promise of one’s own act for a promise, a denial of it for a denial', () => {
    const said = (text: string) => read({ text }).statements[0]!.stance;
    expect(said('The Taliban said they would release the hostages.')).toBe('promises');
    expect(said('The Taliban said they had not attacked the convoy.')).toBe('denies');
    expect(said('The Taliban said that no civilian had died.')).toBe('asserts');
  });

  it('gives a transfer two rows, and a part of a town none of the whole', () => {
    const rows = read({
      text: 'Syrian government forces have captured most of Palmyra from the Islamic State.',
    }).control;
    expect(rows.map((r) => r.status)).toEqual(['contested']);
  });

  it('marks where a place and a time were taken over from', () => {
    const { claims } = read({
      text: 'Boko Haram attacked Maiduguri on Monday. Ten people died.',
      published: '2020-05-13',
    });
    expect(claims.at(-1)).toMatchObject({
      place: { name: 'Maiduguri', inherited: 'paragraph' },
      time: { from: '2020-05-11', inherited: 'paragraph' },
    });
  });

  it('reads a deal with its parties, term, price and those left out', () => {
    const text =
      'The Houthis agreed to a deal with Saudi Arabia that lets wounded fighters leave Hodeidah in exchange for the release of prisoners. Foreign fighters are not included in the deal.';
    const [deal] = read({ text }).agreements;
    expect(deal!.parties.map((p) => p.name)).toEqual(['Houthis', 'Saudi Arabia']);
    expect(deal!.terms.map((t) => `${t.event} ${t.does.text}`)).toEqual([
      'RETREAT leave Hodeidah',
      'CONCEDE the release of prisoners',
      'RETREAT not included',
    ]);
    expect(deal!.terms[0]!.condition?.text).toBe('in exchange for the release of prisoners');
    expect(deal!.excluded.map((p) => p.name)).toEqual(['foreign fighters']);
  });
});
