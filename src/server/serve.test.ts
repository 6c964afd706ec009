import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serve } from './serve.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterclaim-serve-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('it answers on this machine only, under its own names only, and stops when told', async () => {
  const server = await serve({ ledger: dir, port: 0 });
  expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const port = Number(new URL(server.address).port);
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
  expect(await statusFor(port, `localhost:${port}`)).toBe(200);
  expect(await statusFor(port, `evil.example:${port}`)).toBe(421);
  await expect(serve({ ledger: dir, port })).rejects.toMatchObject({ code: 'port-taken' });
  await server.close();
  await expect(fetch(`${server.address}/api/health`)).rejects.toThrow();
});

test('a port that is none is refused', async () => {
  await expect(serve({ ledger: dir, port: 70_000 })).rejects.toThrow(RangeError);
});

function statusFor(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: '/api/health', headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
