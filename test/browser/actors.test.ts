import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSite, type Site, type Watched, watch, wordsOf } from './site.ts';

let site: Site;
let seen: Watched;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  seen = await watch();
  page = seen.page;
});

afterAll(async () => {
  await seen?.context.close();
  await site?.close();
});

beforeEach(async () => {
  await page.goto(`${site.address}/actors`);
  await page.getByText('Add an actor', { exact: true }).click();
});

const focused = () => page.evaluate('document.activeElement.name ?? document.activeElement.innerText');
const save = () => page.getByRole('button', { name: 'Add to this ledger' }).click();

async function clean(): Promise<void> {
  await page.evaluate(axe.source);
  expect(await page.evaluate('axe.run().then((result) => result.violations.map(({ id }) => id))')).toEqual(
    [],
  );
}

test('what the API refuses stands beside its field, and the first such field has the focus', async () => {
  await save();
  await expect.poll(focused).toBe('names');
  const names = page.getByRole('textbox', { name: 'Names' });
  const kind = page.getByRole('combobox', { name: 'Kind', exact: true });
  expect(await errorOf('Names')).toContain('must hold one name at least');
  expect(await errorOf('Kind')).toContain('must be one of state');
  await names.fill('Harbour Watch\nHW');
  await kind.selectOption('armed group');
  await page.getByRole('textbox', { name: 'Countries' }).fill('IT, italy');
  await page.getByRole('button', { name: 'Add a tie' }).click();
  await page.getByRole('combobox', { name: 'It is' }).selectOption('allied with');
  await page.getByRole('combobox', { name: 'Actor' }).fill('Nobody At All');
  await page.getByRole('textbox', { name: 'From' }).fill('soon');
  await save();
  await expect.poll(focused).toBe('countries');
  expect(await errorOf('Countries')).toContain('must be two capitals');
  expect(await errorOf('From')).toContain('must be YYYY-MM-DD or a year');
  expect(await names.getAttribute('aria-invalid')).toBeNull();
  await page.getByRole('textbox', { name: 'Countries' }).fill('IT');
  await page.getByRole('textbox', { name: 'From' }).fill('2030');
  await save();
  await expect.poll(() => errorOf('Actor')).toContain('no actor is called "Nobody At All"');
  await clean();
});

test('by keyboard alone an actor is added, told of, and a tie may lead to it', async () => {
  await page.getByRole('textbox', { name: 'Names' }).focus();
  await page.keyboard.type('Harbour Watch');
  await page.keyboard.press('Enter');
  await page.keyboard.type('HW');
  await page.keyboard.press('Tab');
  await page.keyboard.type('police');
  await page.keyboard.press('Tab');
  await page.keyboard.type('IT');
  await page.keyboard.press('Enter');
  await expect.poll(focused).toContain('Harbour Watch was added');
  expect(await wordsOf(page.getByRole('status'))).toMatch(/read anew when they are added again/);
  expect(await page.getByRole('textbox', { name: 'Names' }).inputValue()).toBe('');
  await clean();

  await page.getByRole('textbox', { name: 'Names' }).fill('Harbour Choir');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('civil body');
  await page.getByRole('button', { name: 'Add a tie' }).click();
  await page.getByRole('combobox', { name: 'Actor' }).fill('Harbour Watch');
  await page.getByRole('textbox', { name: 'Until' }).fill('2031-03-01');
  await save();
  await expect.poll(focused).toContain('Harbour Choir was added');
});

test('an actor that stands there already is told of as such, with other facts refused', async () => {
  await page.getByRole('textbox', { name: 'Names' }).fill('Pier Guard');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('military');
  await save();
  await expect.poll(focused).toContain('Pier Guard was added');
  await page.getByRole('textbox', { name: 'Names' }).fill('Pier Guard');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('military');
  await save();
  await expect.poll(focused).toContain('stands in this ledger already');
  await page.getByRole('textbox', { name: 'Names' }).fill('Pier Guard');
  await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('police');
  await save();
  await expect.poll(focused).toBe('names');
  expect(await errorOf('Names')).toContain('is in this ledger already, with other facts');
});

/** What is read out with the field of a label: its hint and its error. */
async function errorOf(label: string): Promise<string> {
  const words = await page.evaluate(`(() => {
    const field = [...document.querySelectorAll('label')].find((one) => one.textContent === '${label}').control;
    const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
    return ids.map((id) => document.getElementById(id)?.textContent).join(' ');
  })()`);
  return String(words);
}
