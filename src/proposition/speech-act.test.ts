import { expect, it } from 'vitest';
import { read } from '../reading.ts';

const told = (text: string) =>
  read({ text }).claims.map(
    (c) => `${c.event} ${c.agent.map((a) => a.text).join(', ')} > ${c.patient.map((a) => a.text).join(', ')}`,
  );

it.each([
  [
    'The Chadian government condemned an attack by the Valley Guard.',
    'ACCUSE The Chadian government > the Valley Guard',
  ],
  [
    'The Sudanese government rejected the offer of the rebels.',
    'REJECT The Sudanese government > the rebels',
  ],
  ['The Sudanese army warned the villagers.', 'THREATEN The Sudanese army > the villagers'],
])('tells of words that are deeds: %s', (text, claim) => {
  expect(told(text)).toEqual([claim]);
});

it('claims no deed where words of another are disputed, or where something is said', () => {
  expect(told('The Sudanese government rejected the claim.')).toEqual([]);
  expect(
    told('The Sudanese army warned that it would march on the town.').some((c) => c.startsWith('THREATEN')),
  ).toBe(false);
});
