import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site, type Watched, watch, wordsOf } from './site.ts';

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

test('from the list to a document, a highlight, its card, the dispute, both sides, and back to the words', async () => {
  const { page } = seen;
  await page.goto(site.address);
  const row = page.getByRole('row', { name: /Last boats leave Old Harbour/ });
  expect(await wordsOf(row.getByRole('cell'))).toBe('9 Mar 2031 8 6 2');

  await page.getByRole('link', { name: 'Last boats leave Old Harbour under deal' }).click();
  await page.getByRole('heading', { level: 1, name: 'Last boats leave Old Harbour under deal' }).waitFor();
  expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/documents/harbour/wire');

  const text = page.getByRole('region', { name: 'Text as published' });
  await text.getByRole('link', { name: 'sailed' }).click();
  expect(new URL(page.url()).hash).toBe('#claim=c4');
  const card = page.getByRole('complementary', { name: 'Card' });
  await card.getByRole('heading', { name: 'Davit Orel asserts' }).waitFor();
  expect(await wordsOf(card.getByRole('blockquote'))).toBe(
    'a group of foreign fighters had also sailed with the convoy',
  );
  expect(await wordsOf(card)).toMatch(/Cue said/);
  expect(await wordsOf(card)).toMatch(/Agent foreign fighters/);
  await expect
    .poll(() => text.locator('[data-chosen]').allInnerTexts())
    .toEqual(['a group of ', 'foreign fighters', ' had also ', 'sailed', ' with the convoy']);

  await card.getByRole('link', { name: 'Did foreign fighters leave Marena with the boats?' }).click();
  await page.getByRole('heading', { level: 1, name: 'Did foreign fighters leave' }).waitFor();
  const no = page.getByRole('region', { name: 'No foreign fighter left' });
  const yes = page.getByRole('region', { name: 'A group of foreign fighters left' });
  expect(await wordsOf(no)).toContain('1 independent origin');
  expect(await wordsOf(no.getByRole('blockquote'))).toContain('was aboard the boats.');
  expect(await wordsOf(yes.getByRole('blockquote'))).toContain('a group of foreign fighters had also sailed');
  const [left, right] = [(await no.boundingBox())!, (await yes.boundingBox())!];
  expect(right.x).toBeGreaterThan(left.x + left.width - 1);
  expect(right.y).toBe(left.y);

  await no.getByRole('link', { name: /^Read it in the document/ }).click();
  await card.getByRole('heading', { name: 'Ilse Tarn asserts' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#claim=c2');
  const words = text.getByRole('link', { name: 'was aboard' });
  expect(await words.getAttribute('aria-current')).toBe('true');
  await expect.poll(() => inView(words)).toBe(true);

  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Did foreign fighters leave' }).waitFor();
  expect(seen.complaints).toEqual([]);
});

test('an address with a claim opens its card and shows its words, however long the page', async () => {
  const { page } = seen;
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto('about:blank');
  await page.goto(`${site.address}/documents/harbour%2Fwire#claim=c6`);
  await page.getByRole('heading', { name: 'Harbour Wire asserts' }).waitFor();
  const words = page.getByRole('region', { name: 'Text as published' }).getByRole('link', { name: 'lost' });
  await expect.poll(() => inView(words)).toBe(true);
  const card = (await page.getByRole('complementary', { name: 'Card' }).boundingBox())!;
  const line = (await words.boundingBox())!;
  expect(line.y + line.height).toBeLessThanOrEqual(card.y);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('a statement told within another is its own card, and each leads to the other', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/documents/harbour%2Fwire#statement=s7`);
  const card = page.getByRole('complementary', { name: 'Card' });
  await card.getByRole('heading', { name: 'the harbour master denies' }).waitFor();
  await card.getByRole('link', { name: 'Orel' }).click();
  await card.getByRole('heading', { name: 'Davit Orel asserts' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#statement=s6');
  await expect
    .poll(() => page.locator('[data-chosen]').allInnerTexts())
    .toEqual([
      'the harbour master had told him that ',
      'the boats ',
      'carried',
      ' <b>no weapons</b> & no money',
    ]);
});

test('an address with a claim that is not there says so and shows the document', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/documents/harbour%2Fwire#claim=c99`);
  await page.getByText('has nothing under that address').waitFor();
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
});

test('layers switch marks on and off and never change the words', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/documents/harbour%2Fwire`);
  const text = page.getByRole('region', { name: 'Text as published' });
  const before = await wordsOf(text);
  await expect.poll(() => text.locator('.named').count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Actors' }).check();
  await expect.poll(() => text.locator('.named').allInnerTexts()).toEqual(['Coastal Guard', 'Guard']);
  await page.getByRole('checkbox', { name: 'Statements' }).uncheck();
  await page.getByRole('checkbox', { name: 'Own voice' }).uncheck();
  await expect.poll(() => text.getByRole('link', { name: 'sailed' }).count()).toBe(0);
  expect(await wordsOf(text)).toBe(before);
});

test('agreements and control tell who says so, in words that lead into the text', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/agreements`);
  await page.getByRole('heading', { name: 'Coastal Guard — Northern League' }).waitFor();
  await page.getByRole('link', { name: 'a group of foreign fighters' }).click();
  await page.getByRole('heading', { name: 'Davit Orel asserts' }).waitFor();
  await page.goto(`${site.address}/control`);
  const holder = page.getByRole('row', { name: /Coastal Guard/ });
  expect(await wordsOf(holder)).toMatch(/holds\s+7 Mar 2031/);
});

test('an address that names nothing, and a document the ledger lacks, say so', async () => {
  const { page } = seen;
  for (const path of ['/nowhere', '/documents/none', '/disputes/none']) {
    await page.goto(site.address + path);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  }
});

test('a server that has gone is named as the trouble, with a way to try again', async () => {
  const { page } = seen;
  await page.goto(`${site.address}/disputes`);
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('link', { name: 'Control' }).click();
  await page.getByRole('alert').getByText('The server does not answer').waitFor();
  await page.unroute('**/api/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Control of places' }).waitFor();
});

async function inView(locator: import('playwright-core').Locator): Promise<boolean> {
  const box = await locator.boundingBox();
  const height = locator.page().viewportSize()!.height;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}
