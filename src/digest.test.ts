import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../test/claim-line.ts';
import { digest } from './digest.ts';
import type { Reading } from './model/reading.ts';

const WIRE = [
  'Fighters leave Qarah',
  'The last rebels left Qarah overnight with villagers, the Northern Army said on Sunday.',
  'Army spokesman Karim Daoud said no foreign fighter had left the town in the convoy of buses.',
  'The army said later in a letter that 140 local fighters had left the town.',
  'Lina Salem of the Town Council said some of the foreigners had joined the buses.',
].join('\n');
const REWRITE = [
  'Rebels out of Qarah',
  'The last of the rebels left Qarah overnight with villagers, the Northern Army said on Sunday.',
  'Karim Daoud said no foreign fighter had left the town in the convoy of buses on Saturday.',
  'In a later letter the army said that 140 local fighters had gone.',
  'Lina Salem of the Town Council said some foreigners had joined the buses.',
].join('\n');
const LINES = [
  'army: RETREAT rebels @town 14..15 = The last rebels left Qarah',
  'daoud/army: RETREAT foreign @town 14..15 not = no foreign fighter had left the town',
  'army: RETREAT local @town 14..15 (140 local fighters) = 140 local fighters had left the town',
  'salem: RETREAT foreign @town 14..15 = some of the foreigners had joined the buses',
];
const COPIED = [
  'army: RETREAT rebels @town 14..15 = The last of the rebels left Qarah',
  'daoud/army: RETREAT foreign @town 14..15 not = no foreign fighter had left the town',
  'army: RETREAT local @town 14..15 (140 local fighters) = 140 local fighters had gone',
  'salem: RETREAT foreign @town 14..15 = some foreigners had joined the buses',
];
const CORRECTION = [
  'Qarah: civilians reach safety (corrects figure)',
  'Correction: Our report of Sunday said that 140 fighters had left Qarah. The number includes their relatives.',
  'The army said the road was open.',
].join('\n');

const wire = readingOf(
  { id: 'wire', publisher: 'Wire', published: '2017-10-15T09:00:00Z', text: WIRE },
  LINES,
);
const copy = readingOf(
  { id: 'copy', publisher: 'Herald', published: '2017-10-15T12:00:00Z', text: REWRITE },
  COPIED,
);
const correction = readingOf(
  { id: 'correction', publisher: 'Wire', published: '2017-10-16T08:00:00Z', text: CORRECTION },
  [
    'army: RETREAT local @town 14..15 (140 fighters) = 140 fighters had left Qarah',
    'army: RETREAT local @town 14..15 (140 local fighters and relatives) = The number includes their relatives',
  ],
);
const later = readingOf({ id: 'a/later', publisher: 'Review', published: '2017-11-13' }, [
  'monitor: RETREAT rebels @town 13..15 (about 4000 fighters and relatives)',
  'army: CONTROL army > rebels @town 17 = Qarah is fully under our control',
  'union: CONTROL army @town 17 (more than 90 percent of town)',
  'rebels: ASSAULT rebels > army @valley 15',
]);

describe('a digest', () => {
  it('does not depend on the order of the readings', () => {
    const all = [wire, copy, correction, later];
    const first = JSON.stringify(digest(all));
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(JSON.stringify(digest(order))).toBe(first);
      }),
    );
  });

  it('does not change what it is given, and counts a document once', () => {
    const before = JSON.stringify(wire);
    const once = digest([wire, copy]);
    expect(digest([wire, copy, wire])).toEqual(once);
    expect(JSON.stringify(wire)).toBe(before);
  });

  it('holds nothing for nothing', () => {
    expect(digest([])).toMatchObject({ entities: [], origins: [], disputes: [], relations: [], control: [] });
  });

  it('writes a slash in a document id as %2F', () => {
    expect(digest([later]).happenings.flatMap(({ claims }) => claims)).toContain('a%2Flater/c1');
  });

  it('finds a light rewrite, and counts its sources once', () => {
    const { origins, disputes, relations } = digest([wire, copy]);
    expect(origins.map(({ kind, claims }) => [kind, claims])).toEqual(
      expect.arrayContaining([1, 2, 3, 4].map((n) => ['copy', [`copy/c${n}`, `wire/c${n}`]])),
    );
    expect(disputes.map(({ sides }) => sides)).toEqual([
      [
        { answer: 'yes', claims: ['wire/c4', 'copy/c4'], origins: 1 },
        { answer: 'no', claims: ['wire/c2', 'copy/c2'], origins: 1 },
      ],
    ]);
    expect(relations.filter(({ kind }) => kind === 'repeats')).toHaveLength(4);
  });

  it('takes the texts from outside when the readings carry none', () => {
    const bare = (reading: Reading): Reading => {
      const { text: _, ...document } = reading.document;
      return { ...reading, document };
    };
    const texts = new Map([wire, copy].map(({ document }) => [document.id, document.text!]));
    expect(digest([bare(wire), bare(copy)], texts).origins).toEqual(digest([wire, copy]).origins);
  });

  it('follows a credit to the credited publisher', () => {
    const short = readingOf(
      { id: 'short', publisher: 'Plain', published: '2017-10-16', text: 'Qarah\nNews.' },
      ['salem: RETREAT foreign @town 14..15 = part of the foreign group went too'],
    );
    const credited = { ...short, credits: [{ start: 0, end: 5, text: 'Qarah', publisher: 'The Wire' }] };
    expect(digest([wire, credited]).origins).toMatchObject([
      { kind: 'credit', claims: ['short/c1', 'wire/c4'], documents: ['short', 'wire'] },
    ]);
  });

  it('withdraws what a correction takes back, in copies too', () => {
    const { corrections, disputes } = digest([wire, copy, correction, later]);
    expect(corrections).toEqual([
      { claim: 'correction/c2', corrects: ['copy/c3', 'correction/c1', 'wire/c3'], document: 'correction' },
    ]);
    const counted = disputes.find(({ kind }) => kind === 'quantity');
    expect(counted?.sides.map(({ claims }) => claims)).toEqual([['correction/c2'], ['a%2Flater/c1']]);
  });

  it('lays rival claims on one place side by side', () => {
    const { control } = digest([later]);
    expect(
      control.map(({ place, holder, status, from, claims }) => [
        place.name,
        holder.name,
        status,
        from,
        claims,
      ]),
    ).toEqual([
      ['Qarah', 'Northern Army', 'contested', '2017-10-17', ['a%2Flater/c2', 'a%2Flater/c3']],
      ['Qarah', 'Northern Army', 'contested', '2017-10-17', ['a%2Flater/c3']],
      ['Qarah', 'Free Brigades', 'lost', '2017-10-17', ['a%2Flater/c2']],
    ]);
  });
});

describe('an agreement', () => {
  const term = (id: string, who: string, does: string) => ({
    id,
    event: 'AGREE' as const,
    who: [{ start: null, end: null, text: who, entity: who, name: who }],
    does: { start: 0, end: 0, text: does },
    toWhom: [],
    condition: null,
  });
  const arg = (id: string) => ({ start: null, end: null, text: id, entity: id, name: id });
  const deal = {
    id: 'g1',
    parties: [arg('army'), arg('local')],
    guarantors: [],
    excluded: [arg('foreign')],
    place: arg('town'),
    date: { from: '2017-10-12', to: '2017-10-13' },
    terms: [
      term('t1', 'local', 'leave the town'),
      term('t2', 'foreign', 'do not leave the town'),
      term('t3', 'rebels', 'free the civilians'),
    ],
    claims: [],
  };
  const told = (id: string): Reading => ({ ...readingOf({ id }, []), agreements: [deal] });
  const after = readingOf({ id: 'after', published: '2017-10-16' }, [
    'army: RETREAT rebels @town 14..15 = rebels left under the deal',
    'salem: RETREAT foreign @town 14..15',
    'army: RETREAT foreign @town 14..15 not',
    'army: DETAIN rebels > civilians @town 14..15 = they had broken their word and kept the villagers',
  ]);

  it('is merged across documents, and each source heard on its terms', () => {
    const { agreements } = digest([told('x'), told('y'), after]);
    expect(agreements).toHaveLength(1);
    expect(agreements[0]!.terms.map(({ does, compliance }) => [does.text, compliance])).toEqual([
      ['leave the town', [{ claim: 'after/c1', verdict: 'kept' }]],
      [
        'do not leave the town',
        [
          { claim: 'after/c2', verdict: 'disputed' },
          { claim: 'after/c3', verdict: 'disputed' },
        ],
      ],
      ['free the civilians', [{ claim: 'after/c4', verdict: 'broken' }]],
    ]);
  });
});
