import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';

/* What the statements of a text are: "stance speaker: content", in order. */
function told(text: string): string[] {
  const { statements, entities } = read({ text, published: '2023-05-10' });
  const name = (id: string | null) => entities.find((e) => e.id === id)?.names[0] ?? '?';
  return statements
    .filter((s) => s.mode !== 'narrative')
    .map((s) => `${s.stance} ${name(s.speaker)}: ${s.content.map((c) => c.text).join(' | ')}`);
}

describe('who charges somebody', () => {
  it.each([
    [
      'The Lebanese army accused Israel of shelling the village of Rmeish.',
      ['asserts Lebanese Armed Forces: Israel of shelling the village of Rmeish'],
    ],
    [
      'Human Rights Watch has accused the army of burning villages.',
      ['asserts Human Rights Watch: the army of burning villages'],
    ],
    [
      'The Libyan National Army acknowledged that its forces had left Gharyan, and accused Turkish officers of leading the attack.',
      [
        'asserts Libyan National Army: its forces had left Gharyan',
        'asserts Libyan National Army: Turkish officers of leading the attack',
      ],
    ],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected));

  it('makes no claim of the charging itself', () => {
    const { claims } = read({
      text: 'The Lebanese army accused Israel of shelling the village of Rmeish.',
      published: '2023-05-10',
    });
    expect(claims.map((c) => c.event)).toEqual(['ASSAULT']);
  });
});

describe('a second cue', () => {
  it.each([
    [
      'A spokesman for the Armenian ministry of defence disputed that and said its soldiers still held the height.',
      ['asserts Armenian defence ministry: its soldiers still held the height'],
    ],
    [
      'The Ukrainian army said its troops had retaken Avdiivka, blaming Russia for the strike on the hospital.',
      [
        'asserts Armed Forces of Ukraine: its troops had retaken Avdiivka',
        'asserts Armed Forces of Ukraine: Russia for the strike on the hospital',
      ],
    ],
  ])('goes on for the first speaker: %s', (text, expected) => expect(told(text)).toEqual(expected));
});

describe('a stance', () => {
  it.each([
    ['The Red Cross warned that fighting could cut off the hospital in Goma.', 'predicts'],
    ['“We will not give up a single village,” the M23 said.', 'promises'],
    ['“We will not support a single truce,” the M23 said.', 'asserts'],
    ['“We will never forget this day,” the M23 said.', 'asserts'],
    ['The envoy, Lena Holm, said prisoners must not be exchanged for money.', 'demands'],
    ['The United Nations said it had received reports that soldiers had burned houses in Malakal.', 'hedges'],
    ['The Taliban said its fighters had not been in Kunduz.', 'asserts'],
  ])('of “%s” is %s', (text, stance) => {
    expect(told(text).map((line) => line.split(' ')[0])).toEqual([stance]);
  });

  it('denies where the speaker was charged before', () => {
    const text =
      'Iran accused the Taliban of raiding the post. “Our fighters were nowhere near the post,” the Taliban said.';
    expect(told(text).at(-1)).toBe('denies Taliban: Our fighters were nowhere near the post');
  });
});

it('takes the name beside an office for the speaker', () => {
  expect(told('The governor, Oleh Marchenko, told reporters the bridge was destroyed.')).toEqual([
    'asserts Oleh Marchenko: the bridge was destroyed',
  ]);
});
