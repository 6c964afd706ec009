import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, PAGES, type Site, type Watched, watch, wordsOf } from './site.ts';

let site: Site;
let seen: Watched;

beforeAll(async () => {
  site = await openSite();
  seen = await watch();
});

afterAll(async () => {
  await seen?.context.close();
  await site?.close();
});

test('no page asks any other host for anything, and the policy hinders none of them', async () => {
  const { page, requests, complaints } = seen;
  for (const path of Object.values(PAGES)) {
    await page.goto('about:blank');
    await page.goto(site.address + path);
    await page.locator('h1').waitFor();
  }
  expect(requests.length).toBeGreaterThan(20);
  expect(requests.filter((url) => new URL(url).origin !== site.address)).toEqual([]);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
});

test('the policy is in force: no inline script, no foreign request, no frame', async () => {
  const { page } = seen;
  await page.goto(site.address);
  await page.locator('h1').waitFor();
  const ran = await page.evaluate(`(() => {
    const script = document.createElement('script');
    try { script.textContent = 'window.inlineRan = true'; document.body.append(script); } catch {}
    return window.inlineRan === true;
  })()`);
  expect(ran).toBe(false);
  expect(await page.evaluate(`fetch('https://foreign.example/').then(() => 'sent', () => 'refused')`)).toBe(
    'refused',
  );
  expect(seen.complaints.join('\n')).toMatch(/Content Security Policy/);
});

test('markup in a document shows as typed', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/documents/harbour%2Fwire`);
  const text = page.getByRole('region', { name: 'Text as published' });
  await text.waitFor();
  expect(await wordsOf(text)).toContain('the boats carried <b>no weapons</b> & no money');
  expect(await text.locator('b').count()).toBe(0);
});

test('the first load stays under 200 kB as sent compressed', async () => {
  const { gzipSync } = await import('node:zlib');
  const { page, requests } = seen;
  requests.length = 0;
  await page.goto('about:blank');
  await page.goto(site.address);
  await page.locator('h1').waitFor();
  const files = [...new Set(requests)].filter((url) => !url.includes('/api/'));
  const sizes = await Promise.all(
    files.map(async (url) => gzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer())).length),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
});

test('a chosen colour scheme stays, and is there before the first paint', async () => {
  const { page } = seen;
  await page.goto(site.address);
  await page.getByLabel('Colours').selectOption('dark');
  await page.goto(`${site.address}/disputes`);
  expect(await page.evaluate('document.documentElement.dataset.scheme')).toBe('dark');
  expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('dark');
  await page.getByLabel('Colours').selectOption('system');
  expect(await page.evaluate('document.documentElement.dataset.scheme')).toBeUndefined();
});
