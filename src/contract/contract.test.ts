import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { plainDigest, plainRead } from '../../test/plain-reader.ts';
import { normalDate } from './date.ts';
import { digest } from './digest-schema.ts';
import { toDocument } from './document.ts';
import { documentInput } from './document-schema.ts';
import { jsonSchemas } from './json-schema.ts';
import { manifest } from './manifest.ts';
import { reading } from './reading-schema.ts';

describe('a document going in', () => {
  test('gets its hash and, without an id, the first 12 hex digits of it', () => {
    const document = toDocument({ text: 'Bali said so.', title: ' ', publisher: null });
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(document.id).toBe(document.sha256.slice(0, 12));
    expect(document).toMatchObject({ title: null, publisher: null, published: null, language: null });
    expect(toDocument({ id: 'x', text: '' }).id).toBe('x');
  });

  test('misuse is thrown with the value in the message', () => {
    expect(() => toDocument({ text: 5 as never })).toThrow(TypeError);
    expect(() => toDocument(null as never)).toThrow(TypeError);
    expect(() => toDocument({ text: '', published: 'yesterday' })).toThrow(
      /document\.published.*"yesterday"/,
    );
  });

  test.each([
    ['2017-10-15', '2017-10-15'],
    ['2016-02-29', '2016-02-29'],
    ['2017-10-15T09:30Z', '2017-10-15T09:30Z'],
    ['2017-10-15T09:30:00.123+03:00', '2017-10-15T09:30:00.123+03:00'],
    ['2017-10-15 09:30:00', '2017-10-15T09:30:00Z'],
    ['2017-10-15T09:30:00-0430', '2017-10-15T09:30:00-04:30'],
    ['2017-10-15t09:30:00z', '2017-10-15T09:30:00Z'],
    ['2017-02-29', null],
    ['1900-02-29', null],
    ['2017-13-01', null],
    ['2017-10-00', null],
    ['2017-10', null],
    ['15/10/2017', null],
    ['2017-10-15T25:00Z', null],
    ['2017-10-15; drop', null],
  ])('%s is the date %s', (given, date) => {
    expect(normalDate(given)).toBe(date);
    expect(documentInput.safeParse({ text: '', published: given }).success).toBe(date !== null);
  });

  test('the schema passes over fields it does not know', () => {
    expect(documentInput.parse({ text: 'a', note: 5, url: null })).toEqual({ text: 'a', url: null });
    expect(documentInput.safeParse({ id: 5, text: 'a' }).success).toBe(false);
    expect(documentInput.safeParse({ id: 'a' }).success).toBe(false);
    expect(manifest.safeParse([{ id: 'a', file: 'a.txt', follows: [] }]).success).toBe(true);
    expect(manifest.safeParse([{ id: 'a' }]).success).toBe(false);
  });
});

describe('the schemas', () => {
  test('take a reading and a digest whole', () => {
    const one = plainRead({ text: 'Bali said fighters left Raqqa.' });
    expect(reading.parse(one)).toEqual(one);
    expect(digest.parse(plainDigest([one]))).toEqual(plainDigest([one]));
    expect(reading.safeParse({ ...one, claims: [{}] }).success).toBe(false);
  });

  test.each(Object.entries(jsonSchemas()))(
    'data/schema/%s is current; else run: node scripts/schema.ts',
    (name, schema) => {
      const file = readFileSync(new URL(`../../data/schema/${name}`, import.meta.url), 'utf8');
      expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(schema)));
    },
  );
});
