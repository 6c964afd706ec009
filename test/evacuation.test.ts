import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/contract/version.ts';
import { read } from '../src/reading.ts';
import { type Cast, expectEvacuation } from './evacuation.ts';
import { reorder, swap } from './swap.ts';

/** A sample written for this project after the public facts of the Raqqa deal. */
const SAMPLE = `Under a deal reached with the Islamic State, the Syrian Democratic Forces (SDF) will allow Syrian militants of the group to leave Raqqa in exchange for the release of the civilians it holds.
The SDF says its men have closed in on the last streets; on Saturday the alliance opened a new assault there.
More than 3000 civilians have got out of Raqqa under the agreement, which does not cover foreign fighters of ISIS.
“The local fighters left before dawn,” SDF spokesman Mostafa Bali told journalists. No foreign fighter had gone with them, he added. In a statement on Sunday the SDF said that around 275 local fighters and their families had left.
That was disputed by Omar Alloush of the Raqqa Civilian Council, who said several foreign fighters had left with them.
US Defense Secretary Jim Mattis told reporters on Friday that the US would accept the surrender of IS men.
“The SDF agreed because it has our guarantees,” the tribal elders wrote in a letter.
In the east, Syrian government forces took the town of Mayadeen from Daesh.
This report was first published by Deutsche Welle.`;

const CAST: Cast = {
  army: ['Syrian Democratic Forces', 'SDF'],
  group: ['Islamic State', 'ISIS', 'IS', 'Daesh'],
  spokesman: 'Mostafa Bali',
  official: 'Omar Alloush',
  minister: 'Jim Mattis',
  ministerDay: '2017-10-13',
  civilians: 3000,
  locals: 275,
  town: 'Raqqa',
  lostTown: 'Mayadeen',
  credit: 'Deutsche Welle',
};

interface Variant {
  readonly name: string;
  readonly table: Readonly<Record<string, string>>;
  readonly published: string;
  readonly cast: Cast;
}

const KNOWN: Variant = {
  name: 'other actors of the lexicon, other towns, persons, numbers and days',
  published: '2023-08-17',
  table: {
    'Syrian Democratic Forces': 'Rapid Support Forces',
    SDF: 'RSF',
    'Islamic State': 'Boko Haram',
    ISIS: 'Boko Haram',
    IS: 'Boko Haram',
    Daesh: 'Boko Haram',
    Raqqa: 'Nyala',
    'Raqqa Civilian Council': 'Nyala Civilian Council',
    Mayadeen: 'El Fasher',
    Syrian: 'Sudanese',
    Syria: 'Sudan',
    'Northern Syria': 'Northern Sudan',
    'Mostafa Bali': 'Peter Lindahl',
    'Omar Alloush': 'Samir Haddad',
    'Jim Mattis': 'Carol Whitman',
    US: 'UK',
    'U.S.': 'French',
    'Deutsche Welle': 'Radio Baltia',
    Russian: 'Chadian',
    '3000': '4,200',
    '275': '140',
    Saturday: 'Tuesday',
    Friday: 'Wednesday',
  },
  cast: {
    army: ['Rapid Support Forces', 'RSF'],
    group: ['Boko Haram'],
    spokesman: 'Peter Lindahl',
    official: 'Samir Haddad',
    minister: 'Carol Whitman',
    ministerDay: '2023-08-16',
    civilians: 4200,
    locals: 140,
    town: 'Nyala',
    lostTown: 'El Fasher',
    credit: 'Radio Baltia',
  },
};

const INVENTED: Variant = {
  name: 'invented actors that no lexicon knows',
  published: '2019-03-20',
  table: {
    'Syrian Democratic Forces': 'Valley Defence Forces',
    SDF: 'VDF',
    'Islamic State': 'Black Banner',
    ISIS: 'BB',
    IS: 'BB',
    Daesh: 'BB',
    Raqqa: 'Timbuktu',
    'Raqqa Civilian Council': 'Timbuktu Civilian Council',
    Mayadeen: 'Gao',
    Syrian: 'Malian',
    Syria: 'Mali',
    'Northern Syria': 'Northern Mali',
    'Mostafa Bali': 'Ousmane Traore',
    'Omar Alloush': 'Ibrahim Keita',
    'Jim Mattis': 'Florence Parly',
    US: 'UK',
    'U.S.': 'French',
    'Deutsche Welle': 'Radio Baltia',
    Russian: 'French',
    '3000': '1,750',
    '275': '60',
    Saturday: 'Monday',
    Friday: 'Tuesday',
  },
  cast: {
    army: ['Valley Defence Forces', 'VDF'],
    group: ['Black Banner', 'BB'],
    spokesman: 'Ousmane Traore',
    official: 'Ibrahim Keita',
    minister: 'Florence Parly',
    ministerDay: '2019-03-19',
    civilians: 1750,
    locals: 60,
    town: 'Timbuktu',
    lostTown: 'Gao',
    credit: 'Radio Baltia',
  },
};

const PLAIN: Variant = { name: 'as written', table: {}, published: '2017-10-15', cast: CAST };
const ORDERS: Readonly<Record<string, readonly number[]>> = {
  'in its order': [],
  'with the minister and the lost town first': [5, 6, 7],
  'with the dispute before the deal': [3, 4],
};

function suite(text: () => string): void {
  for (const variant of [PLAIN, KNOWN, INVENTED]) {
    for (const [order, moved] of Object.entries(ORDERS)) {
      it(`${variant.name}, ${order}`, () => {
        const changed = swap(reorder(text(), moved), variant.table);
        expectEvacuation(read({ text: changed, published: variant.published }), variant.cast);
      });
    }
  }
}

describe('an evacuation deal, by a sample', () => {
  suite(() => SAMPLE);
  it('gives the same bytes for the same text', () => {
    const once = JSON.stringify(read({ text: SAMPLE, published: '2017-10-15' }));
    expect(JSON.stringify(read({ text: SAMPLE, published: '2017-10-15' }))).toBe(once);
  });
});

const ARTICLE = join(packageRoot(), '..', 'shared', 'seed', 'raqqa-evacuation.txt');

describe.skipIf(!existsSync(ARTICLE))('the article the project began with', () =>
  suite(() => readFileSync(ARTICLE, 'utf8')),
);
