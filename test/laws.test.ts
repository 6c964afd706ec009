import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../src/contract/version.ts';
import type { Reading } from '../src/model/reading.ts';
import { read } from '../src/reading.ts';

/** Every object with numeric start and end and a text, wherever it stands in a Reading. */
function spansIn(value: unknown, path = ''): { path: string; start: number; end: number; text: string }[] {
  if (Array.isArray(value)) return value.flatMap((v, i) => spansIn(v, `${path}[${i}]`));
  if (value === null || typeof value !== 'object') return [];
  const record = value as Record<string, unknown>;
  const { start, end, text } = record;
  const own =
    typeof start === 'number' && typeof end === 'number' && typeof text === 'string'
      ? [{ path, start, end, text }]
      : [];
  return [...own, ...Object.entries(record).flatMap(([k, v]) => spansIn(v, `${path}.${k}`))];
}

/** What holds of every Reading of every text. */
function expectLaws(text: string, reading: Reading): void {
  for (const s of spansIn(reading)) expect(text.slice(s.start, s.end), s.path).toBe(s.text);
  expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
  const statements = new Map(reading.statements.map((s) => [s.id, s]));
  const claims = new Set(reading.claims.map((c) => c.id));
  const entities = new Set(reading.entities.map((e) => e.id));
  expect(statements.size).toBe(reading.statements.length);
  expect(claims.size).toBe(reading.claims.length);
  for (const s of reading.statements) {
    expect(s.content.length, `${s.id} has content`).toBeGreaterThan(0);
    for (const id of [s.within, s.about])
      if (id !== null) expect(statements.has(id), `${s.id} points to ${id}`).toBe(true);
    expect(s.within).not.toBe(s.id);
    expect(s.about).not.toBe(s.id);
    for (const id of [s.speaker, s.for])
      if (id !== null) expect(entities.has(id), `${s.id} speaker ${id}`).toBe(true);
    if (s.mode === 'narrative') expect(s.speaker).toBeNull();
    expect(s.why.length).toBeGreaterThan(0);
  }
  for (const c of reading.claims) {
    expect(statements.has(c.statement), `${c.id} hangs on a statement`).toBe(true);
    expect(c.predicate.text).not.toBe('');
    expect(c.why.length).toBeGreaterThan(0);
    for (const a of [...c.agent, ...c.patient, ...c.instrument])
      if (a.entity !== null) expect(entities.has(a.entity), a.entity).toBe(true);
    if (c.place !== null && c.place.start === null) expect(c.place.inherited).toBeDefined();
    if (c.time !== null && c.time.start === null) expect(c.time.inherited).toBeDefined();
    if (c.quantity?.min != null && c.quantity.max != null)
      expect(c.quantity.min).toBeLessThanOrEqual(c.quantity.max);
  }
  for (const a of reading.agreements) for (const id of a.claims) expect(claims.has(id)).toBe(true);
  for (const row of reading.control) expect(claims.has(row.claim)).toBe(true);
  for (const d of reading.disputes) {
    expect(d.sides.length).toBeGreaterThan(1);
    for (const side of d.sides) {
      expect(side.claims.length).toBeGreaterThan(0);
      for (const id of side.claims) expect(claims.has(id)).toBe(true);
    }
  }
}

const FOLDER = join(packageRoot(), 'examples', 'raqqa-2017', 'docs');
const SEED = join(packageRoot(), '..', 'shared', 'seed', 'raqqa-evacuation.txt');
const TEXTS = [...readdirSync(FOLDER).map((f) => join(FOLDER, f)), ...(existsSync(SEED) ? [SEED] : [])];

describe('laws of a Reading', () => {
  it.each(TEXTS.map((f) => [f.split('/').slice(-3).join('/'), f]))('%s', (_, file) => {
    const text = readFileSync(file, 'utf8');
    expectLaws(text, read({ text, published: '2017-10-15T09:00:00Z' }));
  });

  it('hold for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expectLaws(text, read({ text, published: '2020-02-29' }));
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('hold for reports torn and mixed at random', () => {
    const pieces = TEXTS.flatMap((f) => readFileSync(f, 'utf8').split(/(?<=[ ,.“”\n])/u));
    const piece = fc.constantFrom(
      ...pieces,
      '“',
      '”',
      '"',
      '(',
      ')',
      '\n\n',
      '—',
      '’s ',
      '…',
      '. ',
      'said ',
      'that ',
      '\u202e',
      '😀',
      'a\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (parts) => {
        const text = parts.join('');
        expectLaws(text, read({ text, published: '2017-10-15' }));
      }),
      { numRuns: 60, seed: 2 },
    );
  });

  it('hold for a text in capitals and for one without marks', () => {
    for (const change of [
      (s: string) => s.toUpperCase(),
      (s: string) => s.replace(/[^\p{L}\p{N}\s]/gu, ''),
      (s: string) => s.replaceAll('\n', ' '),
    ]) {
      const text = change(readFileSync(TEXTS[2]!, 'utf8'));
      expectLaws(text, read({ text }));
    }
  });
});
