import { describe, expect, it } from 'vitest';
import { read } from '../src/reading.ts';
import { marked } from './marked.ts';

/* <s> source, <c> cue, <x> content of the statement under test; the second column is mode, stance and, where it matters, speaker. */
const CASES: readonly (readonly [string, string, string?])[] = [
  ['<s>Police</s> <c>said</c> <x>two men had died in the raid</x>.', 'indirect asserts'],
  ['<s>Police</s> <c>said</c> that <x>two men had died in the raid</x>.', 'indirect asserts'],
  ['<x>Two men had died in the raid</x>, <s>police</s> <c>said</c>.', 'indirect asserts'],
  ['“<x>We buried eleven people today</x>,” <s>the mayor</s> <c>said</c>.', 'direct asserts'],
  [
    '“<x>We buried eleven people today</x>,” <c>said</c> <s>Mayor Ines Okoro</s>.',
    'direct asserts',
    'Ines Okoro',
  ],
  ['<s>The army</s> <c>denied</c> that <x>it had shelled the market</x>.', 'indirect denies'],
  ['<s>The envoy</s> <c>promised</c> that <x>the road would be opened</x>.', 'indirect promises'],
  ['<s>The envoy</s> <c>predicted</c> that <x>the truce would fail</x>.', 'indirect predicts'],
  ['<x>Ten villagers drowned</x>, <c>according to</c> <s>the Red Cross</s>.', 'indirect asserts'],
  [
    '<s>A statement released by the brigade</s> <c>stated</c> <x>its men were fleeing</x>.',
    'indirect asserts',
  ],
  ['<s>The council</s> <c>could not confirm</c> that <x>anyone had been hurt</x>.', 'indirect hedges'],
  ['<s>The minister</s> <c>insisted</c> that <x>no one be allowed to leave</x>.', 'indirect demands'],
  ['<s>An official</s> <c>was quoted as saying</c> that <x>the bridge was open</x>.', 'indirect asserts'],
  [
    '<s>The Syrian army</s> <c>said</c> on Friday that <x>it had taken the hill</x>.',
    'indirect asserts',
    'Syrian army',
  ],
  [
    'The rebels left, said Colonel Omar Haddad. “<x>They went at night</x>.”',
    'direct asserts',
    'Omar Haddad',
  ],
];

describe('attribution', () => {
  it.each(CASES.map(([notation, expected, speaker]) => ({ notation, expected, speaker })))(
    '$notation',
    ({ notation, expected, speaker }) => {
      const { text, spans } = marked(notation);
      const { statements, entities } = read({ text, published: '2020-05-10' });
      const wanted = spans.x!.map((s) => s.text);
      const found = statements.find((s) => s.content.map((c) => c.text).join('|') === wanted.join('|'));
      expect(found, statements.map((s) => s.content.map((c) => c.text).join('|')).join('\n')).toBeDefined();
      expect(`${found!.mode} ${found!.stance}`).toBe(expected);
      expect(found!.content.map(({ start, end }) => [start, end])).toEqual(
        spans.x!.map(({ start, end }) => [start, end]),
      );
      expect(found!.source?.text).toBe(spans.s?.[0]?.text);
      expect(found!.cue?.text).toBe(spans.c?.[0]?.text);
      if (speaker !== undefined)
        expect(entities.find((e) => e.id === found!.speaker)?.names).toContain(speaker);
    },
  );

  it('keeps two clauses under one cue apart when each has its subject', () => {
    const { statements } = read({
      text: 'The monitors said the fighters had gone and the buses were waiting.',
    });
    expect(statements.map((s) => s.content[0]!.text)).toEqual([
      'the fighters had gone',
      'the buses were waiting',
    ]);
    expect(new Set(statements.map((s) => s.cue?.start)).size).toBe(1);
  });

  it('nests what a source says that another said', () => {
    const { statements } = read({
      text: 'The mayor said that the army had told him that the road was mined.',
    });
    const inner = statements.find((s) => s.content[0]!.text === 'the road was mined');
    expect(inner?.within).toBe(statements.find((s) => s.source?.text === 'The mayor')?.id);
  });

  it('names the outlet it was said to', () => {
    const { statements } = read({ text: 'Colonel Omar Haddad told Reuters that the bridge had fallen.' });
    expect(statements[0]).toMatchObject({ relay: 'Reuters' });
  });

  it('dates the saying, not the said', () => {
    const { statements } = read({
      text: 'The army said on Monday that the town had fallen on Saturday.',
      published: '2020-05-13',
    });
    expect(statements[0]?.time?.from).toBe('2020-05-11');
  });

  it('lets a spokesman speak for his side, from the published day on', () => {
    const { statements, entities } = read({
      text: 'Houthi spokesman Yahya Amri said the port was open.',
      published: '2020-05-13',
    });
    const person = entities.find((e) => e.id === statements[0]?.speaker);
    expect(person?.relations).toEqual([
      { kind: 'spokesmanFor', to: statements[0]!.for, from: '2020-05-13', until: null },
    ]);
  });
});
