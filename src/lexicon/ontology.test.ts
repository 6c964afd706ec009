import { expect, it } from 'vitest';
import { events } from './event.ts';
import { kindOf, ontology } from './ontology.ts';

it('knows every event type and mode that the event lexicon uses', () => {
  const unknown = events()
    .filter((e) => !e.idle)
    .filter((e) => e.mode !== null && ontology().get(e.event)?.modes.has(e.mode) !== true)
    .map((e) => `${e.event}/${e.mode}`);
  expect(unknown).toEqual([]);
  expect([...ontology().keys()]).toHaveLength(20);
});

it('gives a mode what its event type has, unless the mode says otherwise', () => {
  expect(kindOf('ASSAULT', 'aerial')).toMatchObject({
    quad: 'material conflict',
    cameo: '195',
    weis: '22',
    acled: ['Explosions/Remote violence', 'Air/drone strike'],
  });
  expect(kindOf('CONSULT', 'negotiate').weis).toBe('03');
  expect(kindOf('CONTROL', 'hold').cameo).toBeNull();
});
