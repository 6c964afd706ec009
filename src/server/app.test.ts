import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DIGEST, DOCUMENTS, writeLedger } from '../../test/browser/fixture.ts';
import { digest } from '../contract/digest-schema.ts';
import { EdgeError } from '../contract/error.ts';
import { reading } from '../contract/reading-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open.ts';
import { createApp } from './app.ts';
import { disputePage } from './disputes.ts';
import { documentPage, documentRow } from './documents.ts';
import { explanation } from './explain.ts';
import { READ_LIMIT } from './read.ts';
import { actorRow, agreementRow, claimRow, controlRow, disputeRow, timelineRow } from './row-schema.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterclaim-app-'));
const faults: unknown[] = [];
let ledger: Ledger;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  await writeLedger(dir);
  ledger = await openLedger(dir);
  app = createApp(ledger, { read: () => DOCUMENTS[0]!.reading, onFault: (error) => faults.push(error) });
});

afterAll(async () => {
  await ledger.close();
  rmSync(dir, { recursive: true });
});

const get = async (path: string) => {
  const response = await app.request(path);
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests find out
  const body: any = await response.json();
  return { status: response.status, type: response.headers.get('content-type'), body };
};

describe('what is read', () => {
  test.each<[string, string, z.ZodType]>([
    ['/api/documents', 'documents', documentRow.strict().array().length(2)],
    ['/api/claims', 'claims', claimRow.strict().array().length(7)],
    ['/api/disputes', 'disputes', disputeRow.strict().array().length(2)],
    ['/api/timeline', 'timeline', timelineRow.strict().array()],
    ['/api/control', 'control', controlRow.strict().array().length(2)],
    ['/api/agreements', 'agreements', agreementRow.strict().array().length(1)],
    ['/api/actors', 'actors', actorRow.strict().array()],
  ])('%s gives %s as its schema says', async (path, field, schema) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    schema.parse(body[field]);
  });

  test('a document comes with its text, its Reading and its disputes, under an id with a slash', async () => {
    const { body } = await get('/api/documents/harbour%2Fwire');
    const page = documentPage.parse(body);
    expect(page.document.text).toBe(DOCUMENTS[0]!.input.text);
    for (const span of page.reading.statements.flatMap((statement) => statement.content)) {
      expect(page.document.text.slice(span.start, span.end)).toBe(span.text);
    }
    expect(page.disputes.map(({ id, claims }) => ({ id, claims }))).toEqual([
      { id: 'd1', claims: ['c2', 'c4'] },
      { id: 'd2', claims: ['c3'] },
    ]);
  });

  test('a claim is explained, its words as they stand in the document', async () => {
    const { status, body } = await get('/api/claims/harbour%252Fwire%2Fc2/explain');
    expect(status).toBe(200);
    const { claim, steps } = explanation.parse(body);
    expect(claim.id).toBe('harbour%2Fwire/c2');
    const { text } = DOCUMENTS[0]!.input;
    for (const span of steps.flatMap(({ words }) => words))
      expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(steps.find(({ kind }) => kind === 'dispute')).toMatchObject({
      result: 'Did foreign fighters leave Marena with the boats? It answers “No foreign fighter left”',
      why: [expect.stringContaining('Davit Orel'), DIGEST.relations[0]!.why[0]],
    });
    expect((await get('/api/claims/harbour%252Fwire%2Fc99/explain')).body.detail).toContain(
      'GET /api/claims',
    );
  });

  test('a dispute comes with the words of both sides, in their sentences', async () => {
    const { body } = await get('/api/disputes/d1');
    const page = disputePage.parse(body);
    expect(
      page.sides.map((side) => side.claims.map((claim) => [claim.speaker, claim.for, claim.quoted])),
    ).toEqual([
      [
        [
          'Ilse Tarn',
          'Coastal Guard',
          'No foreign fighter,” said Guard spokeswoman Ilse Tarn, “was aboard the boats.',
        ],
      ],
      [['Davit Orel', null, 'a group of foreign fighters had also sailed with the convoy']],
    ]);
    expect(page.sides[1]!.claims[0]!.before).toMatch(/^However, Davit Orel/);
    expect(page.why).toEqual(DIGEST.relations[0]!.why);
  });

  test('claims are found by what they say, a page at a time', async () => {
    const negative = await get('/api/claims?polarity=negative&limit=1');
    expect(negative.body).toMatchObject({ total: 2, claims: [{ id: 'harbour%2Fwire/c2' }] });
    const second = await get('/api/claims?polarity=negative&limit=1&offset=1');
    expect(second.body.claims.map((row: { id: string }) => row.id)).toEqual(['harbour%2Fwire/c5']);
  });

  test('the digest and the health are given whole', async () => {
    expect(digest.parse((await get('/api/digest')).body)).toEqual(DIGEST);
    expect((await get('/api/health')).body).toMatchObject({ status: 'ok', documents: 2 });
  });

  test('every route stands in the OpenAPI document, with a schema for its answer', async () => {
    const { body } = await get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const told = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    );
    const served = app.routes
      .filter(({ path, method }) => path.startsWith('/api') && method !== 'ALL')
      .map(({ path, method }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(told.sort()).toEqual([...new Set(served)].sort());
    for (const path of Object.values(body.paths) as Record<
      string,
      { responses: Record<string, unknown> }
    >[]) {
      for (const { responses } of Object.values(path)) {
        expect(responses).toMatchObject({
          200: { content: { 'application/json': { schema: expect.anything() } } },
        });
        expect(responses[421]).toMatchObject({ content: { 'application/problem+json': expect.anything() } });
      }
    }
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Reading', 'Digest', 'Claim', 'Problem']),
    );
  });
});

describe('a document posted to /api/read', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    app.request('/api/read', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });

  test('gives a Reading and leaves the ledger as it was', async () => {
    const response = await post('{"text":"Some words."}', {
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
    });
    expect(response.status).toBe(200);
    reading.parse(await response.json());
    expect(await ledger.documents()).toHaveLength(2);
  });

  test.each([
    ['no JSON', '{"text":', 400],
    ['no text', '{}', 400],
    ['no body', '', 400],
    ['a date that is none', '{"text":"a","published":"soon"}', 400],
    ['too much', JSON.stringify({ text: 'a'.repeat(READ_LIMIT) }), 413],
  ])('is refused with %s', async (_, body, status) => {
    const response = await post(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(await response.json()).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  test('names each field that does not fit', async () => {
    const response = await post('{"text":5}');
    expect(await response.json()).toMatchObject({ errors: [{ path: 'text' }] });
  });

  test('must be called JSON', async () => {
    expect((await post('{"text":"a"}', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is refused from another site: %o', async (headers) => {
    expect((await post('{"text":"a"}', headers as unknown as Record<string, string>)).status).toBe(403);
  });
});

describe('an actor posted to /api/actors', () => {
  const post = (actor: unknown, headers: Record<string, string> = {}) =>
    app.request('/api/actors', {
      method: 'POST',
      body: JSON.stringify(actor),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const guard = { kind: 'armed-group', names: ['Valley Guard', 'VG'], partOf: [{ to: 'SDF', from: 2016 }] };

  test('is kept with the ledger, once', async () => {
    const first = await post(guard);
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({ added: ['valley-guard'] });
    expect(await (await post(guard)).json()).toEqual({ added: [] });
  });

  test('may be tied to one that was added before', async () => {
    const council = { kind: 'civil-body', names: ['Valley Council'], alliedWith: ['Valley Guard'] };
    expect(await (await post(council)).json()).toEqual({ added: ['valley-council'] });
  });

  test('is refused where it is none, with what is wrong', async () => {
    expect(await (await post({ ...guard, kind: 'mob' })).json()).toMatchObject({
      errors: [{ path: 'kind' }],
    });
    const tied = await post({ kind: 'police', names: ['Hill Police'], memberOf: ['Nobody At All'] });
    expect(tied.status).toBe(400);
    expect(await tied.json()).toMatchObject({
      code: 'bad-actors',
      errors: [{ path: 'memberOf.0.to', message: 'no actor is called "Nobody At All"' }],
    });
    const undated = await post({ ...guard, names: ['Hill Guard'], partOf: [{ to: 'SDF', from: 'soon' }] });
    expect(await undated.json()).toMatchObject({
      errors: [{ path: 'partOf.0.from', message: 'must be YYYY-MM-DD or a year' }],
    });
    expect(await (await post({ ...guard, countries: ['SY'] })).json()).toMatchObject({
      errors: [{ path: 'names.0' }],
    });
  });

  test('is refused from another site', async () => {
    expect((await post(guard, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('errors', () => {
  test('what is not there is a problem that says what to do', async () => {
    for (const path of ['/api/documents/none', '/api/disputes/none', '/api/none']) {
      const { status, type, body } = await get(path);
      expect({ path, status, type }).toEqual({
        path,
        status: 404,
        type: 'application/problem+json; charset=utf-8',
      });
      expect(body.detail).toMatch(/\/api\//);
    }
  });

  test('a query that does not fit is refused', async () => {
    for (const query of ['event=WAR', 'limit=0', 'limit=x', 'from=yesterday']) {
      expect((await get(`/api/claims?${query}`)).status).toBe(400);
    }
  });

  test('trouble at the edge keeps its status and code; a fault of ours stays inside and is heard of', async () => {
    const failing = (error: unknown) =>
      createApp(
        { ...ledger, digest: () => Promise.reject(error) },
        { onFault: (fault) => faults.push(fault) },
      );
    const busy = await failing(new EdgeError('ledger-busy', 'Try again.')).request('/api/digest');
    expect(busy.status).toBe(503);
    expect(await busy.json()).toMatchObject({ code: 'ledger-busy', detail: 'Try again.' });
    const fault = new Error('/secret/path');
    const broken = await failing(fault).request('/api/digest');
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
    expect(faults).toEqual([fault]);
  });
});
