import { expect, it } from 'vitest';
import type { Modality, Polarity } from '../model/claim.ts';
import { crosswalk } from './crosswalk.ts';

const claim = (modality: Modality, polarity: Polarity = 'positive') => ({ modality, polarity });

it('codes what is done by its type and mode', () => {
  expect(crosswalk({ event: 'ASSAULT', mode: 'drone', ...claim('actual') })).toEqual({
    quad: 'material conflict',
    cameo: '195',
    weis: '22',
    acled: ['Explosions/Remote violence', 'Air/drone strike'],
  });
});

it('codes a promise to help as intent, one to harm as a threat, and what is demanded as a demand', () => {
  expect(crosswalk({ event: 'AID', mode: null, ...claim('promised') }).cameo).toBe('030');
  expect(crosswalk({ event: 'ASSAULT', mode: null, ...claim('promised') }).cameo).toBe('130');
  expect(crosswalk({ event: 'RETREAT', mode: null, ...claim('demanded') }).cameo).toBe('100');
});

it('gives ACLED only what took place, and a negative claim no code', () => {
  expect(crosswalk({ event: 'ASSAULT', mode: null, ...claim('planned') }).acled).toBeNull();
  expect(crosswalk({ event: 'ASSAULT', mode: null, ...claim('actual', 'negative') }).cameo).toBeNull();
});
