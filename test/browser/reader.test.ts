import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { LAYERS } from '../../web/src/reader/layer.ts';
import { openSite, type Site, type Watched, watch, wordsOf } from './site.ts';

let site: Site;
let seen: Watched;
let page: Page;
let text: Locator;
let card: Locator;

beforeAll(async () => {
  site = await openSite();
  seen = await watch();
  page = seen.page;
  text = page.getByRole('region', { name: 'Text as published' });
  card = page.getByRole('complementary', { name: 'Card' });
});

afterAll(async () => {
  await seen?.context.close();
  await site?.close();
});

beforeEach(() => {
  seen.complaints.length = 0;
});

async function open(rest = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${site.address}/documents/harbour%2Fwire${rest}`);
  await text.waitFor();
}

const layersInAddress = () => new URL(page.url()).searchParams.get('layers');

test('each layer marks its own words and no others', async () => {
  const marks: readonly (readonly [layer: string, selector: string, words: readonly string[]])[] = [
    ['attributed.claims', '[data-claim]', ['was aboard', 'had gone', 'sailed', 'carried']],
    ['voice.claims', '[data-claim]', ['left', 'lost']],
    ['actor', '.named', ['Coastal Guard', 'Guard']],
    ['person', '.named', ['Ilse Tarn']],
    ['place', '.named', ['Marena']],
    ['time', '.named', ['Sunday']],
    ['quantity', '.named', ['about 120']],
    ['agreements', '.term', ['left the old harbour of Marena']],
    ['control', '.held', ['lost', 'Brask']],
    ['involved', '.involved', ['fighters', 'local fighters']],
    ['none', 'a, .named, .term, .held, .involved', []],
  ];
  await open();
  const whole = await wordsOf(text);
  for (const [layer, selector, words] of marks) {
    await open(`?layers=${layer}`);
    await expect
      .poll(async () => [layer, (await text.locator(selector).allInnerTexts()).sort()])
      .toEqual([layer, [...words].sort()]);
  }
  await open('?layers=disputes');
  await expect.poll(() => text.getByRole('link', { name: /^In dispute/ }).count()).toBe(3);
  await open(`?layers=${LAYERS.join('.')}`);
  const signs = /[≠§CV]/g;
  expect((await wordsOf(text)).replaceAll(signs, '').replaceAll(/\s/g, '')).toBe(
    whole.replaceAll(signs, '').replaceAll(/\s/g, ''),
  );
  expect(seen.complaints).toEqual([]);
});

test('switches are kept in the address: through cards, a reload and another document', async () => {
  await open();
  expect(layersInAddress()).toBeNull();
  await page.getByRole('checkbox', { name: 'Places' }).check();
  await expect.poll(layersInAddress).toBe('attributed.voice.claims.disputes.place');
  await text.getByRole('link', { name: 'sailed' }).click();
  await card.getByRole('heading', { name: 'Davit Orel asserts' }).waitFor();
  expect(layersInAddress()).toBe('attributed.voice.claims.disputes.place');
  await card.getByRole('link', { name: 'Next' }).click();
  await card.getByText('Statement 6 of 8').waitFor();
  await page.reload();
  await card.getByText('Statement 6 of 8').waitFor();
  expect(await page.getByRole('checkbox', { name: 'Places' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'None' }).click();
  await expect.poll(layersInAddress).toBe('none');
  expect(new URL(page.url()).hash).toBe('#statement=s6');
  await page.getByRole('button', { name: 'As at first' }).click();
  await expect.poll(layersInAddress).toBeNull();
  await page.getByRole('button', { name: 'All' }).click();
  await expect.poll(layersInAddress).toBe(LAYERS.join('.'));
});

test('a name in the text opens what it names, which leads to every other mention and back', async () => {
  await open('?layers=actor');
  await text.getByRole('link', { name: 'Coastal Guard' }).click();
  await card.getByRole('heading', { level: 2, name: 'Coastal Guard' }).waitFor();
  await card.getByRole('heading', { name: '2 mentions in the text' }).waitFor();
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['Coastal Guard']);
  await expect.poll(() => text.locator('[data-pointed="also"]').allInnerTexts()).toEqual(['Guard']);
  await card.getByRole('link', { name: 'Guard paragraph 3' }).click();
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['Guard']);
  expect(new URL(page.url()).hash).toBe('#mention=m4');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
  await card.getByText('Actors', { exact: false }).first().click();
  await card.getByRole('link', { name: /^Coastal Guard/ }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#mention=m1');
});

test('the parts of a chosen claim are named in the text, what was taken over with a broken frame', async () => {
  await open('#claim=c4');
  const slots = text.locator('.slot');
  await slots.first().waitFor();
  expect(
    await slots.evaluateAll((all) =>
      all.map((one) => [one.textContent, one.dataset.slot, one.dataset.taken]),
    ),
  ).toEqual([
    ['Marena', 'where', ''],
    ['foreign fighters', 'who', undefined],
  ]);
  expect(await wordsOf(card)).toMatch(/Place Marena taken over from what the report said before/);
  await card.getByRole('button', { name: 'Show “Marena” in the text' }).click();
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['Marena']);
});

test('why: the decisions behind a claim, whose words show in the text', async () => {
  await open('#claim=c4');
  await card.getByText('Why it was read so').click();
  const steps = card.locator('.why > li');
  await steps.first().waitFor();
  expect((await steps.allInnerTexts()).map((step) => step.split(/\s/)[0])).toEqual([
    'Sentence',
    'Statement',
    'Speaker',
    'Content',
    'Event',
    'Who',
    'Where',
    'Polarity',
    'Footing',
    'Agreement',
    'Dispute',
  ]);
  expect(await wordsOf(steps.last())).toContain('No foreign fighter, … was aboard the boats.');
  await steps.nth(4).getByRole('button', { name: 'Show “sailed” in the text' }).click();
  const words = text.locator('[data-pointed="main"]');
  await expect.poll(() => words.allInnerTexts()).toEqual(['sailed']);
  await expect.poll(() => inView(words)).toBe(true);
  await page.evaluate(axe.source);
  expect(await page.evaluate('axe.run().then((result) => result.violations.map(({ id }) => id))')).toEqual(
    [],
  );
  expect(seen.complaints).toEqual([]);
});

test('an agreement and control stand in the text, with a card that leads to their words and claims', async () => {
  await open('?layers=voice.agreements.control');
  await text.getByRole('link', { name: 'Term of an agreement: left the old harbour of Marena' }).click();
  await card.getByRole('heading', { name: 'Coastal Guard — Northern League' }).waitFor();
  await expect
    .poll(async () => (await text.locator('[data-pointed="main"]').allInnerTexts()).join(''))
    .toBe('left the old harbour of Marena');
  await card.getByRole('button', { name: 'Show “foreign fighters” in the text' }).click();
  await expect
    .poll(() => text.locator('[data-pointed="main"]').allInnerTexts())
    .toEqual(['foreign fighters']);
  await card.getByRole('link', { name: 'c1' }).click();
  await card.getByRole('heading', { name: 'Harbour Wire asserts' }).waitFor();
  await text.getByRole('link', { name: /^Control of a place/ }).click();
  await card.getByRole('heading', { name: 'Brask' }).waitFor();
  expect(await wordsOf(card)).toMatch(/Holder Coastal Guard Status holds Held before by Northern League/);
});

test('who is involved in the violence stands in the text, with a card that leads to every place and claim', async () => {
  await open('?layers=involved');
  await text.getByRole('link', { name: 'Involved in the violence: perpetrator, fighters' }).click();
  await card.getByRole('heading', { name: 'fighters' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#involved=1');
  expect(await wordsOf(card)).toMatch(/As perpetrator .*Likelihood 72 %/);
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['fighters']);
  await expect.poll(() => text.locator('[data-pointed="also"]').allInnerTexts()).toEqual(['local fighters']);
  await card.getByRole('button', { name: 'Show “local fighters” in the text' }).click();
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['local fighters']);
  await card.getByRole('link', { name: 'c3' }).click();
  await card.getByRole('heading', { name: 'Ilse Tarn asserts' }).waitFor();
  await page.keyboard.press('Escape');
  await card.getByText(/^Involved/).click();
  await card.getByRole('link', { name: /^fighters/ }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#involved=1');
  await open('?layers=none#involved=2');
  await page.getByText('This document has nothing under that address.').waitFor();
});

test('by keyboard alone: a switch, a card, its reasons, and their words', async () => {
  await open();
  await page.getByRole('checkbox', { name: 'Times' }).focus();
  await page.keyboard.press('Space');
  await expect.poll(layersInAddress).toContain('time');
  await text.getByRole('link', { name: 'No foreign fighter,' }).focus();
  await page.keyboard.press('Enter');
  await card.getByRole('heading', { name: 'Ilse Tarn asserts' }).waitFor();
  await tabTo('Why it was read so');
  await page.keyboard.press('Enter');
  await card.locator('.why > li').first().waitFor();
  await tabTo('Show “was aboard” in the text');
  await page.keyboard.press('Enter');
  await expect.poll(() => text.locator('[data-pointed="main"]').allInnerTexts()).toEqual(['was aboard']);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Statements in this document' }).waitFor();
});

test('text that runs from right to left does, and its words stay whole', async () => {
  await page.goto(`${site.address}/documents/inland-post?layers=${LAYERS.join('.')}`);
  await text.waitFor();
  const arabic = text.locator('p').last();
  expect(await directionOf(-1)).toBe('rtl');
  expect(await wordsOf(arabic)).toBe('غادر المقاتلون ميناء مارينا القديم يوم الأحد.');
  expect(await directionOf(0)).toBe('ltr');
});

/** Which way a paragraph of the text runs. */
function directionOf(paragraph: number): Promise<unknown> {
  return page.evaluate(
    `getComputedStyle([...document.querySelectorAll('.text p')].at(${paragraph})).direction`,
  );
}

async function tabTo(name: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(
      '(document.activeElement.getAttribute("aria-label") ?? document.activeElement.innerText ?? "")',
    );
    if (String(label).includes(name)) return;
  }
  throw new Error(`no Tab stop is called “${name}”`);
}

async function inView(locator: Locator): Promise<boolean> {
  const box = await locator.boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
}
