import { describe, expect, it } from 'vitest';
import { readLexicon } from '../lexicon/data.ts';
import { parseSentence } from '../parse/parse.ts';
import { words } from '../text/word.ts';
import { compiledRules, findTimes, TIME_RULES, type TimeFound } from './time.ts';

const PUBLISHED = '2017-10-15T09:00:00+02:00';

function read(
  text: string,
  published: string | null = PUBLISHED,
  earlier: readonly TimeFound[] = [],
): TimeFound[] {
  const tokens = parseSentence(words(text, 0, text.length));
  const found = findTimes(text, { start: 0, end: text.length }, tokens, { published, earlier });
  for (const time of found) expect(text.slice(time.start, time.end)).toBe(time.text);
  return found;
}

/** `text | value | from..to` of every expression; published on Sunday, 15 October 2017. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  ['Mattis said Friday the offer stood.', 'Friday | 2017-10-13 | 2017-10-13..2017-10-13'],
  ['The SDF said on Sunday it was over.', 'Sunday | 2017-10-15 | 2017-10-15..2017-10-15'],
  ['The buses will leave on Monday.', 'Monday | 2017-10-16 | 2017-10-16..2017-10-16'],
  ['“Last night, the last fighters left,” he said.', 'Last night | 2017-10-14TNI | 2017-10-14..2017-10-15'],
  ['They slipped out on Saturday night.', 'Saturday night | 2017-10-14TNI | 2017-10-14..2017-10-15'],
  [
    'It was struck on the night of 3 to 4 March.',
    'the night of 3 to 4 March | 2017-03-03/2017-03-04 | 2017-03-03..2017-03-04',
  ],
  [
    'They met between 10 and 12 April.',
    'between 10 and 12 April | 2017-04-10/2017-04-12 | 2017-04-10..2017-04-12',
  ],
  ['It has been shelled since Monday.', 'Monday | 2017-10-09 | 2017-10-09..'],
  ['The truce holds until 20 October.', '20 October | 2017-10-20 | ..2017-10-20'],
  ['The war began in 2011.', '2011 | 2011 | 2011-01-01..2011-12-31'],
  ['The SDF broke in in June.', 'June | 2017-06 | 2017-06-01..2017-06-30'],
  ['It was taken in December.', 'December | 2016-12 | 2016-12-01..2016-12-31'],
  ['They left in mid-October.', 'mid-October | 2017-10 | 2017-10-11..2017-10-21'],
  ['They came in early June.', 'early June | 2017-06 | 2017-06-01..2017-06-10'],
  ['It fell late last month.', 'late last month | 2017-09 | 2017-09-21..2017-09-30'],
  ['A week ago they held out.', 'A week ago | 2017-W40 | 2017-10-07..2017-10-09'],
  ['They met on Oct 15.', 'Oct 15 | 2017-10-15 | 2017-10-15..2017-10-15'],
  ['On October 15, 2016, they met.', 'October 15, 2016 | 2016-10-15 | 2016-10-15..2016-10-15'],
  ['They met at 3 pm on Friday.', '3 pm on Friday | 2017-10-13T15:00 | 2017-10-13..2017-10-13'],
  ['It lasted for three days.', 'three days | P3D | ..'],
  [
    'The Friday prayers are held every day.',
    'Friday | 2017-10-13 | 2017-10-13..2017-10-13',
    'every day | P1D | ..',
  ],
  [
    'They signed on 3 May and left the next day.',
    '3 May | 2017-05-03 | 2017-05-03..2017-05-03',
    'the next day | 2017-05-04 | 2017-05-04..2017-05-04',
  ],
  [
    'They signed on 3 May and broke it three days later.',
    '3 May | 2017-05-03 | 2017-05-03..2017-05-03',
    'three days later | 2017-05-06 | 2017-05-06..2017-05-06',
  ],
  ['He served there between 2011 and 2014.', 'between 2011 and 2014 | 2011/2014 | 2011-01-01..2014-12-31'],
  [
    'They left between Tuesday and Thursday.',
    'between Tuesday and Thursday | 2017-10-10/2017-10-12 | 2017-10-10..2017-10-12',
  ],
  [
    'It was shelled between March and June 2016.',
    'between March and June 2016 | 2016-03/2016-06 | 2016-03-01..2016-06-30',
  ],
  [
    'He said the attack on Friday would be answered on Monday.',
    'Friday | 2017-10-13 | 2017-10-13..2017-10-13',
    'Monday | 2017-10-16 | 2017-10-16..2017-10-16',
  ],
  ['It was hit over the past week.', 'the past week | 2017-W40 | 2017-10-08..2017-10-15'],
];

const NOTHING = [
  'They may march at any second.',
  'May God protect them.',
  'It took 2000 men and 1950 rifles.',
  'Resolution 2254 was adopted.',
  'He spoke to April Jones.',
];

describe('findTimes', () => {
  it.each(CASES)('%s', (text, ...expected) => {
    expect(
      read(text).map((time) => `${time.text} | ${time.value} | ${time.from ?? ''}..${time.to ?? ''}`),
    ).toEqual(expected);
  });

  it.each(NOTHING)('finds no time in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('leaves relative expressions unresolved without a date of publication', () => {
    expect(read('They left on Friday.', null)).toMatchObject([
      { text: 'Friday', from: null, to: null, edtf: null },
    ]);
    expect(read('They left on 3 May 2016.', null)).toMatchObject([
      { from: '2016-05-03', edtf: '2016-05-03' },
    ]);
  });

  it('writes open ends and intervals as EDTF', () => {
    expect(read('It has been shelled since Monday.')[0]?.edtf).toBe('2017-10-09/..');
    expect(read('They came in early June.')[0]?.edtf).toBe('2017-06-01/2017-06-10');
    expect(read('They came in June.')[0]?.edtf).toBe('2017-06');
  });

  it('counts from the time named in an earlier sentence', () => {
    const previous = read('They signed on 3 May.');
    expect(read('A month after, it broke.', PUBLISHED, previous)[0]).toMatchObject({ value: '2017-06' });
    expect(read('The same day, it broke.', PUBLISHED, previous)[0]).toMatchObject({ from: '2017-05-03' });
  });

  it.each(TIME_RULES.map((rule) => [rule.name, rule.example] as const))('rule %s: %s', (name, example) => {
    const wanted = /<(.+)>/.exec(example)?.[1];
    const found = read(example.replace(/[<>]/g, ''));
    expect(found.map((time) => [time.text, time.why.replace(/\+.*/, '')])).toContainEqual([
      wanted,
      `time:${name}`,
    ]);
  });

  it('tries a rule wherever it would match', () => {
    const file = readLexicon('time') as Record<string, readonly { readonly example?: string }[]>;
    const texts = [
      ...TIME_RULES.map((rule) => rule.example.replace(/[<>]/g, '')),
      ...Object.values(file).flatMap((rows) =>
        Array.isArray(rows) ? rows.flatMap((row) => row.example ?? []) : [],
      ),
    ];
    const lost = texts.flatMap((text) =>
      compiledRules().flatMap(({ rule, needs, pattern }) =>
        [...text.matchAll(pattern)].flatMap(([match]) => (needs.test(match) ? [] : `${rule.name}: ${match}`)),
      ),
    );
    expect(texts.length).toBeGreaterThan(100);
    expect(lost).toEqual([]);
  });

  it('is fired by the example of every lexicon entry', () => {
    const file = readLexicon('time') as Record<string, unknown>;
    for (const name of ['months', 'weekdays', 'dayparts', 'seasons', 'units', 'references', 'holidays']) {
      for (const row of file[name] as { form?: string; forms?: string[]; example: string }[]) {
        const form = (row.form ?? row.forms?.[0] ?? '').toLowerCase();
        expect(
          read(row.example)
            .map((time) => time.text.toLowerCase())
            .join(' | '),
          row.example,
        ).toContain(form);
      }
    }
  });

  it('reads hostile text in linear time', () => {
    const text = `${'between 10 and '.repeat(4000)}1${'0'.repeat(4000)} ${'the '.repeat(4000)}`;
    const started = process.hrtime.bigint();
    read(text);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(4000);
  });
});
