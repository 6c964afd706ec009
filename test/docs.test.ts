import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../src/contract/error.ts';
import { jsonSchemas } from '../src/contract/json-schema.ts';
import { read as readDocument } from '../src/reading.ts';
import { checkout, filesUnder, read } from './checkout.ts';

/** The headings of a page, without their marks. */
function headings(page: string): string[] {
  if (!existsSync(join(checkout, page))) return [];
  const prose = read(page).replace(/^```[\s\S]*?^```/gm, '');
  return [...prose.matchAll(/^#{1,6} (.+)$/gm)].map((match) => (match[1] ?? '').replaceAll('`', ''));
}

/** Every match of a pattern's first group in the sources of some folders, tests apart; sorted, each once. */
function mentioned(pattern: RegExp, ...folders: readonly string[]): string[] {
  const paths = folders
    .flatMap((folder) => filesUnder(folder, '.ts', '.js'))
    .filter((path) => !path.endsWith('.test.ts'));
  const names = paths.flatMap((path) => [...read(path).matchAll(pattern)].map((match) => match[1] ?? ''));
  return [...new Set(names)].sort();
}

/** Names for which a page has no heading: whole words of it, or the very heading. */
function undocumented(names: readonly string[], page: string): string[] {
  const words = headings(page).flatMap((heading) => [heading, ...heading.split(/[\s,()]+/)]);
  return names.filter((name) => !words.includes(name));
}

function expectHeadings(names: readonly string[], page: string): void {
  expect(names.length).toBeGreaterThan(0);
  expect(undocumented(names, page), `${page} lacks a heading for these`).toEqual([]);
}

/** Tracked text files, without weights, gazetteers and the lock file. */
function trackedTexts(): string[] {
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: checkout, encoding: 'utf8' }).split('\0');
  return list.filter(
    (path) =>
      /\.(?:md|ts|tsx|js|json|yml|css|html|txt)$|NOTICE$|run$/.test(path) && existsSync(join(checkout, path)),
  );
}

describe('the docs', () => {
  it('have a heading for every command', () => {
    const help = execFileSync(process.execPath, ['bin/counterclaim.js', '--help'], {
      cwd: checkout,
      encoding: 'utf8',
    });
    const list = help.slice(help.indexOf('Commands:'));
    const names = [...list.matchAll(/^ {2}([a-z]+)/gm)].map((match) => match[1] ?? '');
    expect(names).toContain('read');
    expectHeadings(
      names.filter((name) => name !== 'help'),
      'docs/cli.md',
    );
  });

  it('have a heading for every route of the API', () => {
    expectHeadings(mentioned(/'(\/api\/[^'*]+)'/g, 'src/server'), 'docs/api.md');
  });

  it('have a heading for every error code', () => {
    expectHeadings(ERROR_CODES, 'docs/errors.md');
  });

  it('have a heading for every diagnostic code', () => {
    const rooms = ['text', 'parse', 'mention', 'attribution', 'proposition', 'link', 'reconcile'].map(
      (room) => `src/${room}`,
    );
    expectHeadings(
      mentioned(/(?:\bcode: |\bsay\(\s*)'([a-z]+(?:-[a-z0-9]+)+)'/g, ...rooms),
      'docs/diagnostics.md',
    );
  });

  it('have a heading for every diagnostic that odd documents bring about', () => {
    const odd = [
      '',
      '   \n',
      'Сегодня утром колонна покинула город, сообщил представитель.',
      'He said so on Friday.',
    ];
    const codes = odd.flatMap((text) => readDocument({ text }).diagnostics.map(({ code }) => code));
    expectHeadings([...new Set(codes)], 'docs/diagnostics.md');
  });

  it('have a heading for every setting', () => {
    const names = mentioned(/\benv(?:ironment)?\.([A-Z][A-Z_]+)/g, 'src', 'bin', 'scripts', 'test');
    expectHeadings(
      names.filter((name) => name !== 'PATH'),
      'docs/settings.md',
    );
  });

  it('have a heading for every part of a Reading and of a Digest', () => {
    for (const schema of Object.values(jsonSchemas())) {
      expectHeadings(Object.keys((schema as { properties: object }).properties), 'docs/reading.md');
    }
  });

  it('link only to what is there', () => {
    const pages = [
      ...filesUnder('docs', '.md'),
      ...filesUnder('examples', '.md'),
      ...trackedTexts().filter((path) => /^[A-Z]+\.md$/.test(path)),
    ];
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map((match) => posix.join(posix.dirname(page), match[1] ?? ''))
        .filter((path) => !existsSync(join(checkout, path)))
        .map((path) => `${page} -> ${path}`),
    );
    expect(broken).toEqual([]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const pages = [
      ...filesUnder('docs', '.md'),
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'ARCHITECTURE.md',
    ];
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map((match) => match[1] ?? ''),
    );
    expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

describe('the README', () => {
  it('has at most 120 lines, and the two commands', () => {
    const lines = read('README.md').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(120);
    for (const command of ['npm ci && npm run demo', 'npm run setup && npm test']) {
      expect(lines.some((line) => line.includes(command))).toBe(true);
    }
  });
});

describe('the report in the README', () => {
  const text = read('examples/raqqa-2017/docs/06.txt');
  const page = read('README.md');

  it('is quoted word for word', () => {
    const quoted = [...page.matchAll(/^>(.*)$/gm)].map((match) => (match[1] ?? '').trim()).join(' ');
    for (const paragraph of quoted.split(/ {2,}/)) expect(text).toContain(paragraph);
    const says = [...page.matchAll(/says: “([^”]+)”/g)].map((match) => match[1] ?? '');
    expect(says).toHaveLength(2);
    for (const words of says) expect(text).toContain(words);
  });

  it('stands where the README says it stands', () => {
    const spans = [...page.matchAll(/"start": (\d+), "end": (\d+), "text": "([^"]+)"/g)];
    expect(spans).toHaveLength(3);
    for (const [, start, end, words] of spans) expect(text.slice(Number(start), Number(end))).toBe(words);
  });
});

describe('tracked files', () => {
  it('name no folder of one machine and no package registry', () => {
    const homes = ['work', 'root', 'home', 'Users'].map((folder) => `(?<![\\w.])/${folder}/[\\w.-]+`);
    const registries = ['registry', 'nexus', 'artifactory', 'verdaccio'].map(
      (name) => `https?://[\\w.-]*\\b${name}\\b[\\w.:-]*`,
    );
    const pattern = new RegExp([...homes, ...registries].join('|'), 'i');
    const found = trackedTexts()
      .filter((path) => path !== 'test/docs.test.ts')
      .map((path) => [path, pattern.exec(read(path))?.[0]] as const)
      .filter(([, match]) => match !== undefined);
    expect(found.map(([path, match]) => `${path}: ${match}`)).toEqual([]);
  });
});

describe('the sample dossier', () => {
  const entries = JSON.parse(read('examples/raqqa-2017/docs.json')) as readonly {
    id: string;
    file: string;
    note: string;
    title: string;
  }[];
  const text = (id: string) => read(`examples/raqqa-2017/${entries.find((entry) => entry.id === id)?.file}`);

  it('says of every dispatch that it is a sample, and heads it with its title', () => {
    expect(entries.length).toBeGreaterThanOrEqual(8);
    for (const { id, note, title } of entries) {
      expect(note).toContain('sample written for this project');
      expect(text(id).split('\n')[0]).toBe(title);
    }
  });

  it('holds a copy word for word', () => {
    expect(text('raqqa-04')).toBe(text('raqqa-03'));
  });
});
