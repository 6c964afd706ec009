import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Watched, watch, wordsOf } from './site.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
let site: Site;
let seen: Watched;

beforeAll(async () => {
  site = await openSite(async (dir) => {
    const command = ['bin/counterclaim.js', '--ledger', dir, 'add', 'examples/raqqa-2017'];
    execFileSync(process.execPath, command, { cwd: checkout });
  });
  seen = await watch();
});

afterAll(async () => {
  await seen?.context.close();
  await site?.close();
});

test('the sample dossier, read from the command line, shows its disputes, and each quotation leads to its words', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/disputes`);
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  const sides = page.getByRole('region', { name: 'The answers, side by side' });
  await sides.waitFor();
  const quotations = sides.getByRole('figure');
  const count = await quotations.count();
  expect(count).toBeGreaterThan(1);
  for (let n = 0; n < count; n++) {
    const words = await wordsOf(quotations.nth(n).getByRole('blockquote'));
    await quotations.nth(n).getByRole('link').click();
    const chosen = page.locator('[data-chosen]');
    const shown = await wordsOf(chosen);
    for (const part of shown.split(' ')) expect(words).toContain(part);
    await page.goBack();
    await sides.waitFor();
  }
});

test('every document of the dossier opens with all of its text', async () => {
  const { page } = seen;
  const { documents } = (await (await fetch(`${site.address}/api/documents`)).json()) as {
    documents: { id: string }[];
  };
  expect(documents.length).toBeGreaterThan(7);
  for (const { id } of documents) {
    const answer = await fetch(`${site.address}/api/documents/${encodeURIComponent(id)}`);
    const { document } = (await answer.json()) as { document: { text: string } };
    await page.goto(`${site.address}/documents/${encodeURIComponent(id)}`);
    const shown = await wordsOf(page.getByRole('region', { name: 'Text as published' }));
    expect(shown).toBe(document.text.replaceAll(/\s+/g, ' ').trim());
  }
  expect(seen.complaints).toEqual([]);
});
