import { expect, it } from 'vitest';
import { read } from '../reading.ts';

const actors = (text: string) =>
  read({ text })
    .mentions.filter((m) => m.kind === 'actor')
    .map((m) => m.entity);

it('takes a common word at the head of its sentence for no capital or body', () => {
  expect(actors('Male residents were held in the school.')).not.toContain('actor:mv');
  expect(actors('Chad sent troops to the lake.')).toContain('actor:td');
});
