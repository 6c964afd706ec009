import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';
import { scanActors } from './actor.ts';
import { ownActors } from './own-actor.ts';

const guard = { kind: 'armed-group', names: ['Valley Guard', 'VG'] } as const;
const made = (...inputs: Parameters<typeof ownActors>[0]) => ownActors(inputs, 'own.yml');

describe('actors of a user', () => {
  it('are found in text, their ties by name or id', () => {
    const own = made(
      { ...guard, names: [...guard.names], partOf: [{ to: 'Syrian Democratic Forces', from: 2016 }] },
      { kind: 'civil-body', names: ['Hill Council'], memberOf: ['valley-guard'] },
    );
    expect(own.entries[0]!.relations).toEqual([
      { kind: 'partOf', to: 'actor:sdf', from: '2016-01-01', until: null },
    ]);
    expect(own.entries[1]!.relations[0]!.to).toBe('actor:valley-guard');
    const reading = read(
      { text: 'The Hill Council met on Monday. VG fighters shelled Kobani, the council said.' },
      { actors: own },
    );
    expect(reading.mentions.map((m) => m.entity)).toEqual(
      expect.arrayContaining(['actor:hill-council', 'actor:valley-guard']),
    );
    expect(reading.engine.models.at(-1)).toBe(`actors ${own.print}`);
  });

  it('come before an actor of the lexicon with the same name', () => {
    const own = made({ id: 'my-sdf', kind: 'armed-group', names: ['SDF'] });
    const words = ['The', 'SDF', 'left'].map((form, i) => ({ form, start: i * 5, end: i * 5 + form.length }));
    expect(scanActors(words, own).map((m) => m.entry.id)).toEqual(['actor:my-sdf']);
    expect(scanActors(words).map((m) => m.entry.id)).toEqual(['actor:sdf']);
  });

  it('leave a reading without them as it was', () => {
    const text = 'Valley Guard men left.';
    expect(read({ text }, { actors: made(guard as never) })).not.toEqual(read({ text }));
    expect(read({ text }).engine.models.join(' ')).not.toContain('actors');
  });

  it.each([
    [[{ kind: 'mob', names: ['Mob'] }], 'entry 1 (kind)'],
    [[{ kind: 'police', names: [] }], 'entry 1 (names)'],
    [[{ kind: 'police', names: ['P'], leader: 'X' }], 'leader'],
    [
      [{ kind: 'police', names: ['Hill Police'], memberOf: ['Nobody At All'] }],
      'no actor is called "Nobody At All"',
    ],
    [[guard, guard], 'the id valley-guard is taken by entry 1'],
    [[{ kind: 'police', names: ['!!'] }], 'no letters'],
    ['text', 'own.yml is no list of actors'],
  ])('are refused with what is wrong: %j', (inputs, message) => {
    expect(() => ownActors(inputs as never, 'own.yml')).toThrow(message);
  });
});
