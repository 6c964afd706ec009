import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digest as digestSchema } from '../src/contract/digest-schema.ts';
import type { DocumentInput } from '../src/contract/document.ts';
import { manifest } from '../src/contract/manifest.ts';
import { reading as readingSchema } from '../src/contract/reading-schema.ts';
import { digest } from '../src/digest.ts';
import { read } from '../src/reading.ts';
import { misquotes } from './misquotes.ts';

const SAMPLES = new URL('../examples/raqqa-2017/', import.meta.url);
const ARTICLE = new URL('../../shared/seed/raqqa-evacuation.txt', import.meta.url);

const ODD: DocumentInput[] = [
  { text: '' },
  { text: '\u0000\ud800 “ said ” —\r\n\r\n"' },
  { text: '“'.repeat(500) },
  { text: `${'He said that she said that '.repeat(60)}they left.` },
  { text: 'SDF '.repeat(2000), published: '2017-10-15' },
];

function samples(): DocumentInput[] {
  return manifest
    .parse(JSON.parse(readFileSync(new URL('docs.json', SAMPLES), 'utf8')))
    .map(({ file, ...metadata }) => ({
      ...metadata,
      text: readFileSync(new URL(file, SAMPLES), 'utf8'),
    }));
}

function laws(input: DocumentInput): void {
  const made = read(input);
  expect(readingSchema.parse(made)).toEqual(made);
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  expect(JSON.stringify(read(input))).toBe(JSON.stringify(made));
  expect(misquotes(made, input.text)).toEqual([]);
  const statements = new Set(made.statements.map(({ id }) => id));
  expect(made.claims.filter(({ statement }) => !statements.has(statement))).toEqual([]);
  const claims = new Set(made.claims.map(({ id }) => id));
  const named = [
    ...made.control.map(({ claim }) => claim),
    ...made.agreements.flatMap((agreement) => agreement.claims),
    ...made.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
  ];
  expect(named.filter((id) => !claims.has(id))).toEqual([]);
}

describe('a Reading keeps to its schema, quotes, names only what it holds, and comes out the same again', () => {
  test.each(samples().map((input) => [input.id, input] as const))('sample %s', (_, input) => laws(input));
  test.each(ODD.map((input, n) => [n, input] as const))('odd text %i', (_, input) => laws(input));
  test.skipIf(!existsSync(ARTICLE))('the article', () => {
    laws({ text: readFileSync(ARTICLE, 'utf8'), published: '2017-10-15' });
  });
});

test('a Digest keeps to its schema, names only claims it holds, and does not depend on the order', () => {
  const inputs = samples();
  const readings = inputs.map((input) => read(input));
  const texts = new Map(inputs.map(({ id, text }) => [id!, text]));
  const made = digest(readings, texts);
  expect(digestSchema.parse(made)).toEqual(made);
  expect(digest([...readings].reverse(), texts)).toEqual(made);
  const claims = new Set(
    made.readings.flatMap(({ document, claims: list }) => list.map(({ id }) => `${document.id}/${id}`)),
  );
  const named = [
    ...made.origins.flatMap((origin) => origin.claims),
    ...made.happenings.flatMap((happening) => happening.claims),
    ...made.relations.flatMap(({ a, b }) => [a, b]),
    ...made.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.claims)),
    ...made.agreements.flatMap((agreement) => agreement.claims),
    ...made.control.flatMap((row) => row.claims),
    ...made.corrections.flatMap(({ corrects }) => corrects),
  ];
  expect(named.filter((id) => !claims.has(id))).toEqual([]);
});
