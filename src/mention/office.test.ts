import { describe, expect, it } from 'vitest';
import { actorById } from '../lexicon/actor.ts';
import { officeOf, officeOfFamily, officials } from '../lexicon/official.ts';
import type { EntityRelation } from '../model/entity.ts';
import { read } from '../reading.ts';

function tie(text: string, published: string | undefined, name: string): EntityRelation | undefined {
  const reading = read({ text, ...(published === undefined ? {} : { published }) });
  return reading.entities.find((e) => e.kind === 'person' && e.names.includes(name))?.relations[0];
}

describe('holders of offices', () => {
  it('are all tied to an actor that is known, by their example', () => {
    const lost = officials().filter(
      ({ names, of, from, example }) =>
        actorById(`actor:${of}`) === undefined ||
        !`actor:${of}`.startsWith(tie(example, from, names.at(-1)!)?.to ?? 'nobody'),
    );
    expect(lost.map(({ names }) => names[0])).toEqual([]);
  });

  it('speak for whom they serve on the day of the report', () => {
    expect(officeOf('Boris Johnson', '2020-05-01')?.of).toBe('actor:gb-government');
    expect(officeOf('Boris Johnson', '2024-05-01')).toBeNull();
    expect(officeOf('Volodymyr Zelenskyy', '2022-03-01')?.of).toBe('actor:ua-government');
  });

  it('are known by their family name where only one of it is in office', () => {
    expect(officeOfFamily('Kuleba', '2023-01-10')?.name).toBe('Dmytro Kuleba');
    expect(officeOfFamily('Kuleba', '2015-01-10')).toBeNull();
    expect(officeOfFamily('Salman', '2020-01-10')).toBeNull();
    expect(tie('Peskov said on Friday that Moscow was ready.', '2023-02-03', 'Dmitry Peskov')).toMatchObject({
      kind: 'memberOf',
      to: 'actor:ru',
    });
  });

  it('are whom the report says they are first', () => {
    expect(
      tie('Hamas spokesman Dmitry Peskov said talks had failed.', '2023-02-03', 'Dmitry Peskov'),
    ).toMatchObject({
      kind: 'spokesmanFor',
      to: 'actor:hamas',
    });
  });

  it('are found among the packed ones by their full name only', () => {
    expect(officeOf('Abd al-Mahdi Hassan Mutayiri', '2011-05-01')?.of).toBe('actor:iq-government');
    expect(officeOf('Mutayiri', '2011-05-01')).toBeNull();
  });
});
