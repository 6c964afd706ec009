import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Watched, watch } from './site.ts';

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

test('by keyboard alone: list, document, highlight, card, dispute, and back into the text', async () => {
  const { page } = seen;
  await page.goto(site.address);
  await page.getByRole('link', { name: 'Last boats' }).waitFor();

  await page.keyboard.press('Tab');
  expect(await focused(page)).toContain('Skip to the page');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Last boats leave Old Harbour under deal');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();

  await tabTo(page, 'No foreign fighter,');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ilse Tarn asserts' }).waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Ilse Tarn/);

  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
  await expect.poll(() => focused(page)).toContain('No foreign fighter,');

  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^Ilse Tarn/);
  await tabTo(page, 'Did foreign fighters leave Marena');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'No foreign fighter left' }).waitFor();
  await tabTo(page, 'Read it in the document');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ilse Tarn asserts' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#claim=c2');
});

test('every statement can be reached from its list, and stepped through', async () => {
  const { page } = seen;
  await page.goto('about:blank');
  await page.goto(`${site.address}/documents/harbour%2Fwire`);
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
  const list = page.getByRole('region', { name: 'Statements in this document' }).getByRole('link');
  expect(await list.count()).toBe(8);
  await list.first().focus();
  await page.keyboard.press('Enter');
  for (let n = 1; n <= 8; n++) {
    await page.getByText(`Statement ${n} of 8`).waitFor();
    if (n === 8) break;
    await tabTo(page, 'Next');
    await page.keyboard.press('Enter');
  }
});

test('what has the focus shows it', async () => {
  const { page } = seen;
  await page.goto('about:blank');
  await page.goto(`${site.address}/documents/harbour%2Fwire`);
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
  for (let n = 0; n < 30; n++) {
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(
      'document.activeElement === document.body ? "body" : getComputedStyle(document.activeElement).outlineStyle',
    );
    expect(outline, await focused(page)).not.toBe('none');
  }
});

/** The words of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.innerText ?? ""');
}

/** Presses Tab until the focus is on something that holds these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(words)) return;
  }
  throw new Error(`60 presses of Tab did not reach “${words}”; the focus is on “${await focused(page)}”`);
}
