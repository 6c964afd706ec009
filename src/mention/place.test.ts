import { describe, expect, it } from 'vitest';
import { toDocument } from '../contract/document.ts';
import { readLexicon } from '../lexicon/data.ts';
import { syntax } from '../parse/syntax.ts';
import { blank } from '../reading.ts';
import { segment } from '../text/segment.ts';
import { naming } from './naming.ts';
import { findPlaces, type PlaceFound } from './place.ts';

function read(text: string): PlaceFound[] {
  const draft = [segment, syntax, naming].reduce(
    (made, stage) => stage.run(made),
    blank(toDocument({ text })),
  );
  const found = findPlaces(text, draft.sentences);
  for (const place of found) expect(text.slice(place.start, place.end)).toBe(place.text);
  return found;
}

/** `text | name | country | precision`, with a "*" where the place stands for its government. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  ['Fighters left the city of Raqqa on buses.', 'Raqqa | Raqqa | SY | town'],
  [
    'Troops took the town of al-Mayadin in Syria.',
    'al-Mayadin | Mayadin | SY | town',
    'Syria | Syria | SY | country',
  ],
  [
    'Mayadeen lies in Deir al-Zor province.',
    'Mayadeen | Mayadin | SY | town',
    'Deir al-Zor province | Deir ez-Zor | SY | admin1',
  ],
  [
    'They pulled back from Khan Sheikhun in Syria.',
    'Khan Sheikhun | Khan Sheikhoun | SY | town',
    'Syria | Syria | SY | country',
  ],
  ['The camp is in northern Syria.', 'northern Syria | northern Syria | SY | region'],
  ['Washington said it would not take part.', 'Washington | Washington D.C. | US | town *'],
  ["Moscow's version is another.", 'Moscow | Moscow | RU | town *'],
  ['They met in Paris, Texas.', 'Paris | Paris | US | town', 'Texas | Texas | US | admin1'],
  [
    'Clashes broke out in North Darfur, Sudan.',
    'North Darfur | North Darfur | SD | admin1',
    'Sudan | Sudan | SD | country',
  ],
  [
    'The town of Tal Afar lies west of Mosul.',
    'Tal Afar | Tall ‘Afar | IQ | town',
    'Mosul | Mosul | IQ | town',
  ],
  ['The front runs through the Donbas.', 'Donbas | Donbas | UA | region'],
  ['Members of the Raqqa Civil Council agreed.', 'Raqqa | Raqqa | SY | town +'],
  [
    'Ракка и الرقة are one town in Syria.',
    'Ракка | Raqqa | SY | town',
    'الرقة | Raqqa | SY | town',
    'Syria | Syria | SY | country',
  ],
  [
    'They took Tripoli, in northern Lebanon.',
    'Tripoli | Tripoli | LB | town',
    'northern Lebanon | northern Lebanon | LB | region',
  ],
  [
    'Jets took off from Khmeimim in Syria.',
    'Khmeimim | Khmeimim | SY | exact',
    'Syria | Syria | SY | country',
  ],
  ['Two men died in the village of Orrinfeld.', 'Orrinfeld | Orrinfeld | null | town'],
  ['Shells fell on Kharkiv in Ukraine.', 'Kharkiv | Kharkiv | UA | town', 'Ukraine | Ukraine | UA | country'],
];

const NOTHING = [
  'The Bank of Valletta lent to Wal-Mart.',
  'It was quoted by SANA on Monday.',
  'Lindsay Moore wrote; Moore said no more.',
  'Colonel Ryan Dillon spoke for the coalition.',
  'Jim Mattis and Talal Silo met.',
  'Most men were reading; police came.',
  'Syrian and Iraqi men spoke Russian.',
  'It helped us.',
];

describe('findPlaces', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(
      read(text).map(
        (place) =>
          `${place.text} | ${place.name} | ${place.country} | ${place.precision}${{ literal: '', metonymic: ' *', embedded: ' +' }[place.use]}`,
      ),
    ).toEqual(expected);
  });

  it.each(NOTHING)('finds no place in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['Shells fell on Carver Street in Ohio.', 'Carver Street', 'exact'],
    ['They met near the Orrin River on Monday.', 'Orrin River', 'region'],
    ['Police shut Highway 61 in Ohio.', 'Highway 61', 'exact'],
  ])('takes what says itself what it is: %s', (text, name, precision) => {
    expect(read(text)).toContainEqual(expect.objectContaining({ text: name, precision, lat: null }));
  });

  it('is fired by the example of every landmark', () => {
    const file = readLexicon('place') as Record<
      'landmarks' | 'leading',
      { precision: string; example: string }[]
    >;
    for (const row of [...file.landmarks, ...file.leading])
      expect(read(row.example), row.example).toMatchObject([{ precision: row.precision }]);
  });

  it('reads a list of divisions by the word behind it', () => {
    const found = read('Floods struck Boone, Dallas and Polk counties in Iowa on Monday.');
    expect(found.map((place) => `${place.text} ${place.precision} ${place.within?.name}`)).toEqual([
      'Boone admin2 Iowa',
      'Dallas admin2 Iowa',
      'Polk admin2 Iowa',
      'Iowa admin1 undefined',
    ]);
  });

  it('chooses among same names by the other names of the document', () => {
    const texas = read(
      'The fire in Paris burned for hours. Crews from Bonham, Sulphur Springs and Clarksville came to help.',
    );
    expect(texas[0]).toMatchObject({ text: 'Paris', country: 'US', within: { name: 'Texas' } });
    expect(read('He flew from Paris to Berlin and on to Vienna.')[0]).toMatchObject({ country: 'FR' });
  });

  it('reads any text within bounds', () => {
    for (const text of [
      'Paris, '.repeat(3000),
      `${'A'.repeat(5000)} Street`,
      'الرقة'.repeat(2000),
      '[[]] , in of the',
    ])
      expect(Array.isArray(read(text))).toBe(true);
  });

  it('gives a point and an id', () => {
    const [place] = read('Fighters left the city of Raqqa on buses.');
    expect(place).toMatchObject({ entity: 'geonames:172955', geonames: '172955' });
    expect(place?.lat).toBeCloseTo(35.95, 1);
    expect(place?.lon).toBeCloseTo(39.01, 1);
  });

  it('is fired by the example of every designator', () => {
    const file = readLexicon('place') as {
      designators: { form: string; kind: string; example: string }[];
    };
    for (const row of file.designators) {
      expect(read(row.example), row.example).toMatchObject([{ precision: row.kind }]);
    }
  });
});
