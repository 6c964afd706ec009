import { describe, expect, it } from 'vitest';
import { filesUnder, read } from './checkout.ts';
import { breaches, importsOf, roomsOf } from './layers.ts';

const rooms = roomsOf(read('ARCHITECTURE.md'));

describe('the house', () => {
  it('has its rooms listed, lowest first', () => {
    const all = rooms.flat();
    expect(all[0]).toBe('src/model/');
    expect(all.at(-1)).toBe('src/index.ts');
    expect(new Set(all).size).toBe(all.length);
  });

  it('keeps the order: no import upward, out of src/, from web/ into the house, or in a circle', () => {
    const paths = [...filesUnder('src', '.ts'), ...filesUnder('web', '.ts', '.tsx')];
    expect(paths.length).toBeGreaterThan(100);
    expect(breaches(new Map(paths.map((path) => [path, read(path)])), rooms)).toEqual([]);
  });
});

describe('the check itself', () => {
  const table = [
    '| `src/model/` | nouns |',
    '| `src/text/` | words |',
    '| `src/cli/`, `src/server/` | shells |',
  ];
  const small = roomsOf(table.join('\n'));
  const breachesOf = (files: Record<string, string>) => breaches(new Map(Object.entries(files)), small);

  it('reads rows with one room or several', () => {
    expect(small).toEqual([['src/model/'], ['src/text/'], ['src/cli/', 'src/server/']]);
  });

  it('lets a room import from itself, from below, and from packages', () => {
    expect(
      breachesOf({
        'src/text/a.ts':
          "import { b } from './b.ts';\nimport type { Span } from '../model/span.ts';\nimport 'node:fs';",
        'src/text/b.ts': 'export const b = 1;',
        'src/text/a.test.ts': "import '../cli/main.ts';",
        'web/src/page.tsx': "import type { Span } from '../../src/model/span.ts';\nimport './page.css';",
      }),
    ).toEqual([]);
  });

  it.each([
    ['upward', { 'src/text/a.ts': "import { main } from '../cli/main.ts';" }],
    ['upward for a type', { 'src/text/a.ts': "import type { Main } from '../cli/main.ts';" }],
    ['upward, exported', { 'src/text/a.ts': "export { main } from '../server/app.ts';" }],
    ['upward, when called', { 'src/text/a.ts': "const app = await import('../server/app.ts');" }],
    ['upward, over several lines', { 'src/text/a.ts': "import {\n  one,\n  two,\n} from '../cli/main.ts';" }],
    ['from a package into the nouns', { 'src/model/a.ts': "import { z } from 'zod';" }],
    ['out of the house', { 'src/cli/a.ts': "import { train } from '../../train/main.ts';" }],
    ['from web into a room', { 'web/src/a.ts': "import type { A } from '../../src/text/a.ts';" }],
    ['from web of a value', { 'web/src/a.ts': "import { A } from '../../src/model/a.ts';" }],
    ['from no room', { 'src/odd/a.ts': '' }],
    [
      'in a circle',
      { 'src/text/a.ts': "import { b } from './b.ts';", 'src/text/b.ts': "import { a } from './a.ts';" },
    ],
  ])('finds an import %s', (_, files) => {
    expect(breachesOf(files as Record<string, string>)).toHaveLength(1);
  });

  it('tells types from values', () => {
    const text =
      "import { type A, type B } from './a.ts';\nimport { type C, d } from './b.ts';\n// import x from './c.ts';";
    expect(importsOf(text)).toEqual([
      { target: './a.ts', typeOnly: true },
      { target: './b.ts', typeOnly: false },
    ]);
  });
});
