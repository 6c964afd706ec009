import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, PAGES, type Site, type Watched, watch } from './site.ts';

const RULES = JSON.stringify({
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
});

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site?.close());

describe.each([
  ['light', 1440],
  ['dark', 390],
] as const)('in %s at %i px', (scheme, width) => {
  let seen: Watched;
  beforeAll(async () => {
    seen = await watch({ scheme, width });
  });
  afterAll(() => seen?.context.close());

  test.each(Object.entries(PAGES))(
    'axe finds nothing on %s, and nothing runs over the side',
    async (_, path) => {
      const { page } = seen;
      await page.goto('about:blank');
      await page.goto(site.address + path);
      await page.locator('h1').waitFor();
      await page.evaluate(axe.source);
      const violations: { id: string; nodes: { html: string }[] }[] = await page.evaluate(
        `axe.run(document, ${RULES}).then((result) => result.violations)`,
      );
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      expect(
        await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth'),
      ).toBe(true);
    },
  );
});
