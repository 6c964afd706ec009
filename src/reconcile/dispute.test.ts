import { describe, expect, it } from 'vitest';
import { readingOf } from '../../test/claim-line.ts';
import { disputesWithin } from './dispute.ts';

/** Each dispute as "kind question [answer: claims (sources) | …]". */
function disputes(...lines: string[]): string[] {
  return disputesWithin(readingOf({ id: 'd' }, lines)).map(
    ({ kind, question, sides }) =>
      `${kind} ${question} [${sides.map((side) => `${side.answer}: ${side.claims.join(' ')} (${side.origins})`).join(' | ')}]`,
  );
}

describe('whether it happened', () => {
  it('sets a denial of a group against a claim of it', () => {
    expect(
      disputes(
        'daoud/army: RETREAT foreign @town 14..15 not = no foreign fighter left',
        'salem: RETREAT foreign @town 14..15 = some of the foreigners had left',
      ),
    ).toEqual(['polarity Did foreign fighters leave Qarah? [yes: c2 (1) | no: c1 (1)]']);
  });

  it('lets a denial of a part stand beside a claim of the whole', () => {
    expect(
      disputes('daoud/army: RETREAT foreign @town 14..15 not', 'salem: RETREAT rebels @town 14..15'),
    ).toEqual([]);
  });

  it('lets a denial of one day stand beside a claim of another', () => {
    expect(disputes('army: RETREAT foreign @town 13 not', 'salem: RETREAT foreign @town 15')).toEqual([]);
  });

  it('never sets a plan or a demand against a fact', () => {
    expect(
      disputes('army: RETREAT foreign @town 14 ~demanded not', 'salem: RETREAT foreign @town 14'),
    ).toEqual([]);
    expect(
      disputes('army: RETREAT foreign @town 14 ~planned not', 'salem: RETREAT foreign @town 14'),
    ).toEqual([]);
  });

  it('asks of two plans who was meant', () => {
    expect(
      disputes('army: RETREAT foreign @town 14 ~planned not', 'salem: RETREAT foreign @town 14 ~planned'),
    ).toEqual(['participants Were foreign fighters meant to leave Qarah? [yes: c2 (1) | no: c1 (1)]']);
  });

  it('keeps surrender and leaving apart', () => {
    expect(
      disputes(
        'army: RETREAT foreign @town 14 not = the foreigners have not handed themselves in',
        'salem: RETREAT foreign @town 14 = foreigners left with the convoy',
      ),
    ).toEqual([]);
  });

  it('makes the denial of a charge by the accused a question of responsibility', () => {
    expect(
      disputes(
        'salem: ASSAULT army > civilians @town 14 = the army shelled the market',
        'daoud/army denies: ASSAULT army > civilians @town 14 not = it had shelled anyone',
      ),
    ).toEqual(['responsibility Did the Northern Army shell civilians in Qarah? [yes: c1 (1) | no: c2 (1)]']);
  });

  it('lets a denial in so many words oppose what it shares days with', () => {
    expect(
      disputes('salem: RETREAT foreign @town 12..15', 'army denies: RETREAT foreign @town 14..15 not'),
    ).toEqual(['polarity Did foreign fighters leave Qarah? [yes: c1 (1) | no: c2 (1)]']);
  });

  it('opposes a capture by a denial of the next day', () => {
    expect(disputes('army: CONTROL army @town 14', 'rebels: CONTROL army @town 15 not')).toEqual([
      'control Did the Northern Army hold Qarah? [yes: c1 (1) | no: c2 (1)]',
    ]);
  });

  it('asks whether there was a deal where nobody else tells of it', () => {
    expect(
      disputes('army: AGREE army > rebels @town 14', 'rebels: AGREE army > rebels @town 14 not'),
    ).toEqual([
      'polarity Did the Northern Army agree to a deal with the Free Brigades in Qarah? [yes: c1 (1) | no: c2 (1)]',
    ]);
  });

  it('counts a spokesman for himself where his organisation says otherwise', () => {
    expect(
      disputes(
        'army: RETREAT foreign @town 14 not',
        'daoud/army: RETREAT foreign @town 14',
        'monitor: RETREAT foreign @town 14',
      ),
    ).toEqual(['polarity Did foreign fighters leave Qarah? [yes: c2 c3 (2) | no: c1 (1)]']);
  });

  it('takes what is said of the union as an answer about its member', () => {
    expect(
      disputes(
        'salem: AGREE state @town 12 = a Westland official approved the deal',
        'state denies: AGREE state @town 12 not',
        'union: CONSULT union @town 10..12 not = it was never at the table',
        'council: AGREE council > rebels @town 12 = the council made the deal',
      ),
    ).toEqual([
      'participants Did Westland take part in the talks or the deal in Qarah? [yes: c1 (1) | no: c2 c3 (2)]',
    ]);
  });
});

describe('how many', () => {
  it('sets counts of one population against each other', () => {
    expect(
      disputes(
        'army: RETREAT rebels @town 14..15 (about 250 fighters)',
        'salem: RETREAT rebels @town 14..15 (3500 fighters)',
      ),
    ).toEqual(['quantity How many fighters left Qarah? [about 250: c1 (1) | 3,500: c2 (1)]']);
  });

  it.each([
    [
      'another population',
      'RETREAT rebels @town 14 (275 fighters)',
      'RETREAT rebels @town 14 (3500 relatives of fighters)',
    ],
    [
      'a sub-group against the whole',
      'RETREAT local @town 14 (275 local fighters)',
      'RETREAT rebels @town 14 (4000 fighters)',
    ],
    [
      'one truck against all',
      'RETREAT rebels @town 14 (112 people on one truck)',
      'RETREAT rebels @town 14 (4000 people)',
    ],
    ['another place', 'RETREAT rebels @town 14 (250 fighters)', 'RETREAT rebels @valley 14 (4000 fighters)'],
    ['another day', 'RETREAT rebels @town 11 (250 fighters)', 'RETREAT rebels @town 14 (4000 fighters)'],
    [
      'a lower bound that the other meets',
      'FLEE civilians @town 14 (more than 3000 civilians)',
      'FLEE civilians @town 14 (3500 civilians)',
    ],
    [
      'about and near it',
      'RETREAT rebels @town 14 (about 250 fighters)',
      'RETREAT rebels @town 14 (260 fighters)',
    ],
    [
      'two vague words',
      'RETREAT rebels @town 14 (dozens fighters)',
      'RETREAT rebels @town 14 (dozens fighters)',
    ],
    [
      'the dead against the wounded',
      'CASUALTY - > civilians @town 14 (12 people killed)',
      'CASUALTY - > civilians @town 14 (30 people wounded)',
    ],
    [
      'those who gave up against those who left',
      'RETREAT rebels @town 14 (100 fighters) = surrendered',
      'RETREAT rebels @town 14 (250 fighters) = left',
    ],
  ])('leaves %s alone', (_, one, other) => {
    expect(disputes(`army: ${one}`, `salem: ${other}`)).toEqual([]);
  });

  it('takes people for the whole of civilians, and the weekend for the whole of a day', () => {
    expect(
      disputes(
        'army: CASUALTY - > civilians @town 14 (15 civilians killed)',
        'salem: CASUALTY - @town 12..15 (12 people killed)',
      ),
    ).toEqual(['quantity How many people were killed in Qarah? [12: c2 (1) | 15: c1 (1)]']);
    expect(
      disputes(
        'army: CASUALTY - > civilians @town 14 (12 civilians killed)',
        'salem: CASUALTY - @town 12..15 (15 people killed)',
      ),
    ).toEqual([]);
  });

  it('takes the part for the whole where its source denies the rest', () => {
    expect(
      disputes(
        'army: RETREAT local @town 14..15 (275 local fighters)',
        'daoud/army: RETREAT foreign @town 14..15 not',
        'salem: RETREAT rebels @town 14..15 (about 4000 fighters)',
      ),
    ).toEqual(['quantity How many local fighters left Qarah? [275: c1 (1) | about 4,000: c3 (1)]']);
  });

  it('puts a hedged count on the side it fits', () => {
    expect(
      disputes(
        'army: RETREAT rebels @town 14..15 (250 fighters)',
        'union: RETREAT rebels @town 14..15 ~possible (up to 300 fighters)',
        'salem: RETREAT rebels @town 14..15 (3500 fighters)',
      ),
    ).toEqual(['quantity How many fighters left Qarah? [250, up to 300: c1 c2 (2) | 3,500: c3 (1)]']);
  });

  it('asks how more could leave than were inside', () => {
    expect(
      disputes(
        'union: CONTROL rebels @town 13 (up to 500 fighters)',
        'salem: RETREAT rebels @town 13..15 (3500 fighters)',
      ),
    ).toEqual([
      'quantity How many fighters were in Qarah before the exit? [up to 500: c1 (1) | 3,500: c2 (1)]',
    ]);
  });
});

describe('who holds it, who did it', () => {
  it('sets shares of one day against each other', () => {
    expect(
      disputes(
        'army: CONTROL army @town 17 (100 percent of town)',
        'union: CONTROL army @town 17 (more than 90 percent of town)',
      ),
    ).toEqual([
      'control How much of Qarah was held by the Northern Army? [more than 90 percent: c2 (1) | 100 percent: c1 (1)]',
    ]);
  });

  it('takes a share without a holder to be the one spoken of', () => {
    expect(
      disputes(
        'army: CONTROL army @town 17 = our forces have taken full control',
        'union: CONTROL - @town 17 (about 90 percent of town)',
      ),
    ).toEqual(['control How much of Qarah was held? [about 90 percent: c2 (1) | all of it: c1 (1)]']);
  });

  it('sets two holders of one day against each other, but not allies', () => {
    expect(disputes('army: CONTROL army @town 17', 'rebels: CONTROL rebels @town 17')).toEqual([
      'control Who held Qarah? [Northern Army: c1 (1) | Free Brigades: c2 (1)]',
    ]);
    expect(disputes('army: CONTROL army @town 17', 'militia: CONTROL militia @town 17')).toEqual([]);
  });

  it('finds mutual blame', () => {
    expect(
      disputes(
        'army: ASSAULT rebels > civilians @town 14 = rebels shelled the market',
        'rebels: ASSAULT army > civilians @town 14 = the army shelled the market',
      ),
    ).toEqual([
      'responsibility Who shelled civilians in Qarah? [Northern Army: c2 (1) | Free Brigades: c1 (1)]',
    ]);
  });

  it('hears third parties and denials on who did it', () => {
    expect(
      disputes(
        'rebels: ASSAULT army > civilians @town 14 = the army shelled the market',
        'army: ASSAULT rebels > civilians @town 14 = rebels shelled the market',
        'army denies: ASSAULT army > civilians @town 14 not = it had shelled the market',
        'monitor: ASSAULT army > civilians @town 14 = the army shelled the market',
      ),
    ).toEqual([
      'responsibility Who shelled civilians in Qarah? [Northern Army: c1 c4 (2) | Free Brigades: c2 c3 (1)]',
    ]);
  });

  it('does not take a fight between two for a question of blame', () => {
    expect(
      disputes('army: ASSAULT rebels > army @town 14', 'rebels: ASSAULT army > rebels @town 14'),
    ).toEqual([]);
  });
});
