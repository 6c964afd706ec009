import { describe, expect, test } from 'vitest';
import { digest } from '../digest.ts';
import { read } from '../reading.ts';
import { explain } from './explain.ts';
import type { StepKind } from './explanation.ts';
import { claimsMeant } from './find-claim.ts';

const TEXT = [
  'Brigade spokeswoman Ilse Tarn said no foreign fighter had left the town of Idlib.',
  'She said about 120 local fighters would leave on Friday.',
  '',
  'Colonel Davit Orel disputed the claim and said foreign fighters had also left Idlib on Thursday.',
].join('\n');
const READING = read({ id: 'r/1', text: TEXT, published: '2031-03-09' });
const DIGEST = digest([READING], new Map([['r/1', TEXT]]));

/** The one claim whose statement holds these words, explained. */
function explained(words: string) {
  const [found, ...more] = claimsMeant([READING], words);
  expect(more).toEqual([]);
  const explanation = explain(DIGEST, found!.id, TEXT)!;
  return {
    ...explanation,
    of: (kind: StepKind) => explanation.steps.filter((step) => step.kind === kind),
  };
}

describe('a claim explained', () => {
  test('every decision stands on exact words, from the sentence on', () => {
    for (const { id } of READING.claims) {
      const { steps } = explain(DIGEST, `r%2F1/${id}`, TEXT)!;
      expect(steps.slice(0, 3).map(({ kind }) => kind)).toEqual(['sentence', 'statement', 'speaker']);
      for (const { start, end, text } of steps.flatMap(({ words }) => words))
        expect(TEXT.slice(start, end)).toBe(text);
    }
    expect(explain(DIGEST, 'r%2F1/c99', TEXT)).toBeNull();
  });

  test('a pronoun leads back to the name before it', () => {
    const [speaker] = explained('about 120 local fighters').of('speaker');
    expect(speaker).toMatchObject({ result: 'Ilse Tarn', words: [{ text: 'She' }] });
    expect(speaker!.why).toEqual(
      expect.arrayContaining(['pronoun', expect.stringContaining('“Ilse Tarn” (20–29)')]),
    );
  });

  test('an inherited slot says where from, with the words it stands on', () => {
    const [place] = explained('about 120 local fighters').of('place');
    expect(place).toMatchObject({
      result: 'Idlib',
      words: [{ text: 'Idlib', start: TEXT.indexOf('Idlib') }],
    });
    expect(place!.why[0]).toBe('taken over from what the report said before');
  });

  test('the words behind polarity and footing are named', () => {
    const negative = explained('no foreign fighter');
    expect(negative.of('polarity')).toMatchObject([{ result: 'negative', why: ['“no”'] }]);
    expect(negative.of('modality')[0]!.why[0]).toMatch(/^no modal verb/);
    expect(explained('about 120 local fighters').of('modality')).toMatchObject([
      { result: 'planned', why: ['“would”'] },
    ]);
  });

  test('the event names its lexicon entry, times and counts their bounds', () => {
    const local = explained('about 120 local fighters');
    expect(local.of('event')).toMatchObject([{ result: 'RETREAT', words: [{ text: 'leave' }] }]);
    expect(local.of('event')[0]!.why[0]).toContain('leave');
    expect(local.of('time')[0]).toMatchObject({ result: '2031-03-14', words: [{ text: 'Friday' }] });
    expect(local.of('quantity')[0]!.result).toBe('about 120 local fighters');
  });

  test('a dispute names the claim against it and the reason', () => {
    const [dispute] = explained('no foreign fighter').of('dispute');
    expect(dispute!.result).toContain('It answers “no”');
    expect(dispute!.why[0]).toContain('Davit Orel');
    expect(dispute!.why).toHaveLength(2);
  });
});

describe('the claim that is meant', () => {
  const ids = (words: string) => claimsMeant([READING], words).map(({ claim }) => claim.id);

  test('by its id, alone or with its document', () => {
    expect(ids('c2')).toEqual(['c2']);
    expect(ids('r%2F1/c2')).toEqual(['c2']);
    expect(ids('c99')).toEqual([]);
  });

  test('by words in a row, or else by words that are all there, whatever their case and marks', () => {
    expect(ids('“Would leave” on')).toEqual(['c2']);
    expect(ids('thursday foreign')).toEqual(['c3']);
    expect(ids('had left the town')).toEqual(['c1']);
    expect(ids('  ')).toEqual([]);
  });
});
