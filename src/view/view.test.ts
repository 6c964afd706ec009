import { describe, expect, test } from 'vitest';
import { plainDigest, plainRead } from '../../test/plain-reader.ts';
import type { Digest } from '../model/digest.ts';
import type { Arg } from '../model/slot.ts';
import { actorRows } from './actors.ts';
import { agreementRows } from './agreements.ts';
import { claimRows } from './claims.ts';
import { controlRows } from './control.ts';
import { disputeRows } from './disputes.ts';
import { show } from './show.ts';
import { timelineRows } from './timeline.ts';

const arg = (name: string): Arg => ({ start: 0, end: 1, text: 'x', entity: `actor:${name}`, name });
const A = 'Bali said fighters left Raqqa.\nBali said families left Raqqa.';
const B = 'Alloush said jihadists left Raqqa.';
const READINGS = [
  plainRead({ id: 'x/1', text: A, publisher: 'Wire', published: '2017-10-15' }),
  plainRead({ id: 'b', text: B, published: '2017-10-14' }),
  plainRead({ id: 'a', text: B }),
];
const DIGEST: Digest = {
  ...plainDigest(READINGS),
  disputes: [
    {
      id: 'd1',
      question: 'Did they leave?',
      kind: 'polarity',
      status: 'withdrawn',
      sides: [{ answer: 'yes', claims: ['b/c1'], origins: 9 }],
    },
    {
      id: 'd2',
      question: 'Who left?',
      kind: 'participants',
      status: 'open',
      sides: [
        { answer: 'fighters', claims: ['x%2F1/c1', 'gone/c1'], origins: 1 },
        { answer: 'jihadists', claims: ['a/c1', 'b/c1'], origins: 1 },
      ],
    },
  ],
  happenings: [
    {
      id: 'h2',
      event: 'RETREAT',
      claims: ['a/c1'],
      place: arg('Raqqa'),
      from: null,
      to: null,
      grade: 'weak',
      why: [],
    },
    {
      id: 'h1',
      event: 'RETREAT',
      claims: ['x%2F1/c1', 'b/c1'],
      place: null,
      from: '2017-10-14',
      to: null,
      grade: 'fair',
      why: ['two'],
    },
    {
      id: 'h0',
      event: 'FLEE',
      claims: ['gone/c1'],
      place: null,
      from: '2017-01-01',
      to: null,
      grade: 'weak',
      why: [],
    },
  ],
  agreements: [
    {
      id: 'g1',
      parties: [arg('SDF'), arg('IS')],
      guarantors: [arg('chiefs')],
      excluded: [],
      place: null,
      date: { from: '2017-10-14', to: '2017-10-14' },
      claims: ['b/c1'],
      terms: [
        {
          id: 't1',
          event: 'RETREAT',
          who: [arg('IS')],
          does: { start: 0, end: 5, text: 'leave' },
          toWhom: [],
          condition: null,
          claims: ['b/c1'],
          compliance: [
            { claim: 'b/c1', verdict: 'kept' },
            { claim: 'gone/c1', verdict: 'broken' },
          ],
        },
      ],
    },
  ],
  control: [
    {
      place: arg('Raqqa'),
      holder: arg('SDF'),
      previous: arg('IS'),
      from: '2017-10-17',
      to: null,
      status: 'holds',
      claims: ['b/c1'],
    },
    {
      place: arg('Raqqa'),
      holder: arg('IS'),
      previous: null,
      from: '2014-01-14',
      to: '2017-10-17',
      status: 'holds',
      claims: [],
    },
  ],
  relations: [
    {
      a: 'b/c1',
      b: 'x%2F1/c1',
      kind: 'contradicts',
      dimension: 'participants',
      score: 0.9,
      why: ['They differ.'],
    },
  ],
};

describe('views', () => {
  test('claims come by published time, then document, then place in the text', () => {
    expect(claimRows(READINGS).map(({ id }) => id)).toEqual(['b/c1', 'x%2F1/c1', 'x%2F1/c2', 'a/c1']);
    expect(claimRows(READINGS, new Set(['x%2F1/c2']))).toEqual([
      {
        id: 'x%2F1/c2',
        document: 'x/1',
        publisher: 'Wire',
        published: '2017-10-15',
        speaker: 'Bali',
        for: null,
        stance: 'asserts',
        mode: 'indirect',
        event: 'RETREAT',
        polarity: 'positive',
        modality: 'actual',
        agent: ['families'],
        patient: [],
        place: 'Raqqa',
        from: null,
        to: null,
        quantity: null,
        words: 'families left Raqqa',
      },
    ]);
  });

  test('disputes: open ones first, each side with its words, ids that nothing stands for left out', () => {
    const rows = disputeRows(DIGEST);
    expect(rows.map(({ id }) => id)).toEqual(['d2', 'd1']);
    expect(rows[0]?.sides.map(({ claims }) => claims.map(({ words }) => words))).toEqual([
      ['fighters left Raqqa'],
      ['jihadists left Raqqa', 'jihadists left Raqqa'],
    ]);
  });

  test('the timeline: by date, undated last, told by the first published claim, with its disputes', () => {
    expect(timelineRows(DIGEST).map(({ id, first, disputed }) => [id, first.id, disputed])).toEqual([
      ['h1', 'b/c1', ['Did they leave?', 'Who left?']],
      ['h2', 'a/c1', ['Who left?']],
    ]);
  });

  test('control by place and date; agreements with what is said of each term', () => {
    expect(controlRows(DIGEST).map(({ holder, previous }) => [holder, previous])).toEqual([
      ['IS', null],
      ['SDF', 'IS'],
    ]);
    expect(agreementRows(DIGEST)).toMatchObject([
      {
        parties: ['SDF', 'IS'],
        from: '2017-10-14',
        terms: [{ does: 'leave', compliance: [{ verdict: 'kept' }] }],
      },
    ]);
    expect(agreementRows(DIGEST)[0]?.terms[0]?.compliance).toHaveLength(1);
  });

  test('actors by how often they speak, act and are acted upon', () => {
    const rows = actorRows({ ...DIGEST, entities: READINGS.slice(0, 2).flatMap(({ entities }) => entities) });
    const bali = rows.find(({ name }) => name === 'Bali');
    expect(bali).toMatchObject({ says: 2, does: 0, suffers: 0, documents: 1, kind: 'person' });
    expect(rows.find(({ name }) => name === 'jihadists')).toMatchObject({ does: 2, documents: 2 });
    expect(rows.map(({ name }) => name)).not.toContain('Raqqa');
  });

  test('show finds each kind of thing by its id', () => {
    const kinds = ['x/1', 'x%2F1/c1', 'd1', 'g1', 'h1', 'Bali', 'person:bali', 'nothing'].map(
      (id) => show(DIGEST, id)?.kind,
    );
    expect(kinds).toEqual([
      'document',
      'claim',
      'dispute',
      'agreement',
      'happening',
      'actor',
      'actor',
      undefined,
    ]);
    expect(show(DIGEST, 'x%2F1/c1')).toMatchObject({
      row: { words: 'fighters left Raqqa' },
      relations: [{ kind: 'contradicts', other: { id: 'b/c1' } }],
      disputes: [{ id: 'd2' }],
    });
    expect(show(DIGEST, 'Bali')).toMatchObject({ claims: [{ id: 'x%2F1/c1' }, { id: 'x%2F1/c2' }] });
  });
});
