import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger/ledger.ts';
import { createApp } from './app.ts';
import { isOwnHost } from './guard.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterclaim-pages-'));
const pages = join(dir, 'web');
const ledger = { documents: async () => [] } as unknown as Ledger;
const app = createApp(ledger, { pages, port: () => 4747 });
const ask = (path: string, host = '127.0.0.1:4747') => app.request(`http://${host}${path}`);

beforeAll(() => {
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Pages</title>');
  writeFileSync(join(pages, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(pages, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  symlinkSync(join(dir, 'secret.txt'), join(pages, 'link.txt'));
});

afterAll(() => rmSync(dir, { recursive: true }));

describe('a Host name', () => {
  test.each(['127.0.0.1:4747', 'localhost:4747', 'LOCALHOST:4747', '[::1]:4747'])('%s is its own', (host) => {
    expect(isOwnHost(host, 4747)).toBe(true);
  });

  test.each([
    'evil.example',
    'evil.example:4747',
    'localhost.evil.example:4747',
    '127.0.0.1.evil.example:4747',
    '127.0.0.1:4748',
    'localhost',
    '0.0.0.0:4747',
    '[::1]4747',
    '127.0.0.1:4747@evil.example',
    '',
  ])('%s is refused', (host) => {
    expect(isOwnHost(host, 4747)).toBe(false);
  });

  test.each(['/', '/documents/a', '/assets/main-1a2b.js', '/api/health', '/api/openapi.json'])(
    'a foreign one gets nothing of %s',
    async (path) => {
      const response = await ask(path, 'evil.example:4747');
      expect(response.status).toBe(421);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await response.text()).not.toMatch(/Pages|documents/);
    },
  );

  test('the Host header counts, not the address asked', async () => {
    const response = await app.request('http://127.0.0.1:4747/api/health', {
      headers: { host: 'evil.example' },
    });
    expect(response.status).toBe(421);
  });
});

describe('every answer', () => {
  test.each(['/', '/api/health', '/api/none', '/assets/main-1a2b.js', '/nowhere'])(
    '%s carries the security headers',
    async (path) => {
      const { headers } = await ask(path);
      const policy = headers.get('content-security-policy')!;
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('pages', () => {
  test.each(['/', '/documents/a%2Fb', '/disputes', '/disputes/d1', '/agreements', '/control'])(
    '%s is the single page, asked for anew each time',
    async (path) => {
      const response = await ask(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(await response.text()).toContain('Pages');
    },
  );

  test('a path that is no page says so with the page', async () => {
    expect((await ask('/nowhere')).status).toBe(404);
  });

  test('hashed files are kept for good, others are not', async () => {
    const script = await ask('/assets/main-1a2b.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-type')).toMatch('text/javascript');
    expect((await ask('/mark.svg')).headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/assets/none.js')).status).toBe(404);
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/%2e%2e%5csecret.txt',
    '/link.txt',
    '/%00',
    '/%',
  ])('%s does not lead out of the folder', async (path) => {
    expect(await (await ask(path)).text()).not.toContain('secret');
  });

  test('without built pages, the page says what to run', async () => {
    const bare = createApp(ledger, { pages: join(dir, 'none') });
    const response = await bare.request('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });
});
