import { describe, expect, it } from 'vitest';
import { readingOf } from '../../test/claim-line.ts';
import type { Entity } from '../model/entity.ts';
import { linkEntities } from './entity.ts';

const entity = (id: string, kind: Entity['kind'], names: string[], partOf?: string): Entity => ({
  id,
  kind,
  role: null,
  names,
  relations: partOf ? [{ kind: 'partOf', to: partOf, from: null, until: null }] : [],
});
const link = (...documents: Entity[][]) =>
  linkEntities(documents.map((cast, at) => readingOf({ id: `d${at}` }, [], cast)));

describe('entities across documents', () => {
  it('joins equal ids, with all their names and relations', () => {
    const { entities } = link(
      [entity('sdf', 'actor', ['SDF'])],
      [entity('sdf', 'actor', ['Syrian Democratic Forces'], 'x')],
    );
    expect(entities).toEqual([
      {
        id: 'sdf',
        kind: 'actor',
        role: null,
        names: ['Syrian Democratic Forces', 'SDF'],
        relations: [{ kind: 'partOf', to: 'x', from: null, until: null }],
      },
    ]);
  });

  it('joins a last name to the only full name that bears it', () => {
    const full = entity('p1', 'person', ['Karim Daoud']);
    const last = entity('p2', 'person', ['Daoud']);
    expect(link([full], [last]).entities).toHaveLength(1);
    expect(link([full], [last], [entity('p3', 'person', ['Rana Daoud'])]).entities).toHaveLength(3);
  });

  it('gives a part of nobody to the one whole that has such a part', () => {
    const part = (id: string, whole?: string): Entity => ({
      ...entity(id, 'actor', ['foreign fighters'], whole),
      role: 'sub-group',
    });
    const { canon } = link([part('g1', 'rebels')], [part('g2')]);
    expect(canon('g2')).toBe(canon('g1'));
    const two = link([part('g1', 'rebels')], [part('g2')], [part('g3', 'army')]);
    expect(two.canon('g2')).not.toBe(two.canon('g1'));
  });

  it('joins parts of one whole under words that mean the same', () => {
    const { canon } = link(
      [entity('g1', 'actor', ['foreign fighters'], 'is'), entity('g3', 'actor', ['local fighters'], 'is')],
      [
        entity('g2', 'actor', ['foreign jihadists'], 'is'),
        entity('g4', 'actor', ['foreign fighters'], 'other'),
      ],
    );
    expect([canon('g2'), canon('g3'), canon('g4')]).toEqual(['g1', 'g3', 'g4']);
  });

  it('gives the same whatever the order', () => {
    const a = [entity('p2', 'person', ['Daoud']), entity('g2', 'actor', ['foreign jihadists'], 'is')];
    const b = [entity('p1', 'person', ['Karim Daoud']), entity('g1', 'actor', ['foreign fighters'], 'is')];
    expect(link(a, b).entities).toEqual(link(b, a).entities);
  });
});
