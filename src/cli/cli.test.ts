import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { VERSION } from '../contract/version.ts';
import type { Io } from './io.ts';
import { run } from './program.ts';

vi.mock('../reading.ts', async () => ({ read: (await import('../../test/plain-reader.ts')).plainRead }));

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cli-test-'));
  writeFileSync(at('bali.txt'), 'Bali said fighters left Raqqa.\n');
  writeFileSync(at('hostile.txt'), 'Bali\u001b[2J said fighters left Raqqa.\nBali said evil left Raqqa.\n');
  mkdirSync(at('dossier'));
  writeFileSync(at('dossier/a.txt'), 'Bali said fighters left Raqqa.\nAlloush said jihadists left Tabqa.\n');
  writeFileSync(at('dossier/b.txt'), 'Mattis said buses left Raqqa.\n');
  const entry = { publisher: 'Wire\u001b[31m', published: '2017-10-14' };
  writeFileSync(
    at('dossier/docs.json'),
    JSON.stringify([
      { ...entry, id: 'a', file: 'a.txt', title: 'First' },
      { ...entry, id: 'b', file: 'b.txt', published: '2017-10-13' },
    ]),
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function cli(args: readonly string[], stdin = '', io: Partial<Io> = {}): Promise<Ran> {
  const text = { out: '', err: '' };
  const into = (name: keyof typeof text) =>
    new Writable({
      write(chunk, _, done) {
        text[name] += String(chunk);
        done();
      },
    });
  const code = await run(
    {
      stdin: async function* () {
        yield Buffer.from(stdin);
      },
      stdout: into('out'),
      stderr: into('err'),
      env: {},
      columns: null,
      progress: false,
      color: false,
      stopped: async () => {},
      ...io,
    },
    args,
  );
  return { code, ...text };
}

const lines = (text: string) => text.trimEnd().split('\n');

describe('read', () => {
  test('prints a page: who says what, in which words', async () => {
    const { code, out, err } = await cli([
      'read',
      at('bali.txt'),
      '--published',
      '2017-10-15',
      '--publisher',
      'Wire',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(lines(out)).toEqual([
      at('bali.txt'),
      expect.stringMatching(/^Wire · 2017-10-15 · id [0-9a-f]{12}$/),
      '1 statement · 1 claim',
      '',
      '  s1  Bali says  indirect · by “said”',
      '      “fighters left Raqqa”',
      '      c1  RETREAT  fighters  Raqqa',
    ]);
  });

  test('--layer shows just some of the page', async () => {
    const only = await cli(['read', at('bali.txt'), '--layer', 'claims', '--layer', 'PLACES']);
    expect(lines(only.out).slice(4)).toEqual(['c1  RETREAT  fighters  Raqqa']);
    const none = await cli(['read', at('bali.txt'), '--layer', 'verdicts']);
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toContain('one of text, statements, claims');
    expect((await cli(['read', at('bali.txt'), '--layer', 'text', '--json'])).code).toBe(2);
  });

  test('--json gives one Reading for a file, a list for several', async () => {
    const one = await cli(['read', '--json', at('bali.txt')]);
    expect(JSON.parse(one.out)).toMatchObject({ document: { characters: 31 }, claims: [{ id: 'c1' }] });
    const many = await cli(['read', '--json', at('dossier')]);
    expect(JSON.parse(many.out).map(({ document }: { document: { id: string } }) => document.id)).toEqual([
      'a',
      'b',
    ]);
    const none = await cli(['read', '--json', at('none'), at('none')]);
    expect([none.code, JSON.parse(none.out)]).toEqual([3, []]);
    const typed = await cli(['read', '--json', '-'], 'Bali said fighters left Raqqa.');
    expect(JSON.parse(typed.out).claims).toHaveLength(1);
  });

  test('--ndjson is a filter: a line out for each line in, in order, bad lines in their place', async () => {
    const { code, out } = await cli(
      ['read', '--ndjson'],
      '{"id":"a","text":"A"}\n{"id":"x"}\nnot\n{"id":"a","text":"B"}\n{"text":"C"}',
    );
    expect(code).toBe(0);
    expect(lines(out).map((each) => JSON.parse(each))).toMatchObject([
      { document: { id: 'a' } },
      { id: 'x', error: { code: 'bad-document', message: expect.stringContaining('line 2') } },
      { id: null, error: { code: 'bad-json' } },
      { id: 'a', error: { code: 'id-taken' } },
      { document: { id: '6b23c0d5f35d' } },
    ]);
  });

  test('trouble with one file is told and the others are read', async () => {
    const { code, out, err } = await cli(['read', at('none.txt'), at('bali.txt')]);
    expect(code).toBe(3);
    expect(out).toContain('Bali says');
    expect(err).toBe(`counterclaim: There is no file ${at('none.txt')}.\n`);
  });

  test('no character of a document reaches a terminal as a command', async () => {
    const name = at('hostile.txt');
    for (const args of [[], ['--json'], ['--json', '--with-text']]) {
      const { out } = await cli(['read', ...args, name, '--publisher', 'A\u001b[1mB\u009bC\u202eD']);
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      if (args.length === 0) expect(out).not.toContain('\u202e');
      expect(out).toContain('evil');
    }
  });
});

describe('explain', () => {
  test('tells the decisions behind a claim named by id, by global id or by its words', async () => {
    const named = await cli(['explain', at('bali.txt'), 'c1', '--published', '2017-10-15']);
    expect([named.code, named.err]).toEqual([0, '']);
    expect(named.out).toMatch(/^Bali says {2}\w+\/c1\n {4}“fighters left Raqqa”/);
    expect(named.out).toMatch(/^Speaker +Bali\n +“Bali” 0–4$/m);
    expect(named.out).toMatch(/^Who +fighters\n +“fighters” 10–18$/m);
    const global = await cli(['explain', at('dossier'), 'a/c2', '--json']);
    expect(JSON.parse(global.out)).toMatchObject({ claim: { id: 'a/c2', speaker: 'Alloush' } });
    const worded = await cli(['explain', at('dossier/docs.json'), '“Buses  left', '--json']);
    expect(JSON.parse(worded.out)).toMatchObject({ claim: { id: 'b/c1' }, steps: expect.any(Array) });
  });

  test('without a claim it lists those there are', async () => {
    const one = await cli(['explain', at('bali.txt')]);
    expect(lines(one.out)).toEqual([
      'ID  SPEAKER  EVENT    WORDS',
      'c1  Bali     RETREAT  fighters left Raqqa',
      '1 claim',
    ]);
    expect((await cli(['explain', at('dossier')])).out).toContain('a/c2  Alloush');
    expect(JSON.parse((await cli(['explain', at('dossier'), '--json'])).out)).toHaveLength(3);
  });

  test('what is not there, and what could be several, is told with what to do', async () => {
    const missing = await cli(['explain', at('bali.txt'), 'c7']);
    expect([missing.code, missing.out]).toEqual([5, '']);
    expect(missing.err).toContain('bali.txt has no claim "c7"; it makes 1 claim.');
    const several = await cli(['explain', at('dossier'), 'left']);
    expect([several.code, several.out]).toEqual([5, '']);
    expect(several.err).toMatch(/"left" fits 3 claims: .*a\/c1 .*Name one by its id/);
    const rest = await cli(['explain', '-', 'a/c1', '--json'], 'Bali said fighters left Raqqa.');
    expect([rest.code, rest.err]).toEqual([5, expect.stringContaining('has no claim "a/c1"')]);
    expect(await cli(['explain', at('none.txt'), 'c1'])).toMatchObject({
      code: 3,
      err: `counterclaim: There is no file ${at('none.txt')}.\n`,
    });
    expect((await cli(['explain', at('hostile.txt'), 'c1'])).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe('the ledger', () => {
  beforeEach(() => rmSync(at('ledger'), { recursive: true, force: true }));
  const ledger = () => ['--ledger', at('ledger')];

  test('add says what it did; the same again adds nothing', async () => {
    const first = await cli(['add', at('dossier'), at('none.txt'), ...ledger()]);
    expect([first.code, first.out]).toEqual([3, `2 documents added, 1 refused. Ledger: ${at('ledger')}\n`]);
    const again = await cli([...ledger(), 'add', at('dossier/docs.json'), at('dossier/a.txt')]);
    expect([again.code, again.out]).toEqual([
      0,
      `0 documents added, 2 there already. Ledger: ${at('ledger')}\n`,
    ]);
    const env = await cli(['add', '--ndjson'], '{"id":"a","text":"Other."}\n{"id":"n","text":"N"}', {
      env: { COUNTERCLAIM_LEDGER: at('ledger') },
    });
    expect(env).toMatchObject({ code: 3, out: expect.stringMatching(/^1 document added, 1 refused/) });
    expect(env.err).toContain('another text under the id "a"');
  });

  test('add warns of metadata that differs, and shows progress on a terminal only', async () => {
    await cli(['add', at('bali.txt'), '--published', '2017-10-14', ...ledger()]);
    const { err } = await cli(['add', at('bali.txt'), '--published', '2017-10-15', ...ledger()]);
    expect(err).toContain('another published, which stands');
    const shown = await cli(['add', at('dossier'), ...ledger()], '', { progress: true });
    expect(shown.err).toContain('1/2');
  });

  test('the questions, as tables and as JSON', async () => {
    await cli(['add', at('dossier'), ...ledger()]);
    const claims = await cli(['claims', ...ledger()]);
    expect(lines(claims.out)).toHaveLength(5);
    expect(lines(claims.out)[1]).toMatch(/^b\/c1 .*Mattis.*buses left Raqqa$/);
    const some = await cli(['claims', '--actor', 'alloush', '--json', ...ledger()]);
    expect(JSON.parse(some.out)).toMatchObject([{ id: 'a/c2', speaker: 'Alloush', event: 'RETREAT' }]);
    const actors = await cli(['actors', '--json', ...ledger()]);
    expect(JSON.parse(actors.out).map(({ name }: { name: string }) => name)).toContain('Mattis');
    for (const name of ['disputes', 'agreements', 'control', 'timeline', 'actors']) {
      const { code, out, err } = await cli([name, ...ledger()]);
      expect([name, code, err]).toEqual([name, 0, '']);
      expect(out.length).toBeGreaterThan(0);
      expect(Array.isArray(JSON.parse((await cli([name, '--json', ...ledger()])).out))).toBe(true);
    }
  });

  test('show gives a claim, a document, its text, an actor, and says what it does not know', async () => {
    await cli(['add', at('dossier'), ...ledger()]);
    expect((await cli(['show', 'a/c2', ...ledger()])).out).toContain('Alloush says');
    expect(JSON.parse((await cli(['show', 'a/c2', '--json', ...ledger()])).out)).toMatchObject({
      kind: 'claim',
    });
    expect((await cli(['show', 'a', ...ledger()])).out).toMatch(/^First\n/);
    expect((await cli(['show', 'b', '--text', ...ledger()])).out).toBe('Mattis said buses left Raqqa.\n');
    expect((await cli(['show', 'Mattis', ...ledger()])).out).toContain('1 claim');
    const missing = await cli(['show', 'nothing', ...ledger()]);
    expect([missing.code, missing.out]).toEqual([5, '']);
    expect(missing.err).toContain('"nothing"');
  });

  test('a ledger that is not there is named, with how to make one', async () => {
    const { code, err } = await cli(['disputes', ...ledger()]);
    expect(code).toBe(4);
    expect(err).toContain(`There is no ledger in ${at('ledger')}; make one with: counterclaim add`);
  });
});

describe('digest', () => {
  test('needs no ledger and prints one object; a document twice counts once', async () => {
    const files = await cli(['digest', at('dossier'), at('dossier/a.txt')]);
    expect(JSON.parse(files.out).readings).toHaveLength(2);
    const { code, out, err } = await cli(['digest', '--ndjson'], '{"text":"A"}\n{"text":"A"}\nbad\n');
    expect(code).toBe(3);
    expect(JSON.parse(out).readings).toHaveLength(1);
    expect(err).toContain('line 3');
    const people = await cli(['digest', at('dossier')], '', { columns: 80 });
    expect(people.out).toMatch(/^2 documents, 3 statements, 3 claims/);
  });
});

describe('usage', () => {
  test('--version and --help, with an example for each command', async () => {
    expect(await cli(['--version'])).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
    const { out } = await cli(['--help']);
    const names = [...out.matchAll(/^ {2}(\w+) (?:\[|<)/gm)]
      .map(([, name]) => name!)
      .filter((name) => name !== 'help');
    expect(names).toHaveLength(13);
    for (const name of names) {
      const help = await cli([name, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toContain(`$ counterclaim ${name}`);
      expect(help.out).toContain('--ledger');
    }
  });

  test.each([
    [['frobnicate'], 'frobnicate'],
    [['read'], 'Name a FILE'],
    [['read', 'a', '--published', 'soon'], 'YYYY-MM-DD'],
    [['read', 'a', '--json', '--ndjson'], 'cannot be used with'],
    [['serve', '--port', '99999'], 'port'],
    [['show'], 'ID'],
    [[], 'Usage'],
  ])('%j is told on standard error with exit code 2', async (args, words) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });
});

describe('actors add', () => {
  test('keeps one actor by its options, and takes the same one once', async () => {
    const ledger = at('own-actors');
    const args = [
      '--ledger',
      ledger,
      'actors',
      'add',
      '--name',
      'Valley Guard',
      '--name',
      'VG',
      '--kind',
      'armed-group',
    ];
    const first = await cli([...args, '--part-of', 'SDF']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('1 actor added: valley-guard.');
    expect((await cli([...args, '--part-of', 'SDF'])).out).toContain('0 actors added.');
    const other = await cli([...args, '--country', 'SY']);
    expect(other.code).toBe(3);
    expect(other.err).toContain('has an actor valley-guard already');
  });

  test('says which entry and field of a file is wrong, and keeps nothing', async () => {
    writeFileSync(at('bad.yml'), '- kind: armed-group\n  names: [Hill Guard]\n- kind: mob\n  names: [Mob]\n');
    const bad = await cli(['--ledger', at('no-actors'), 'actors', 'add', at('bad.yml')]);
    expect(bad.code).toBe(3);
    expect(bad.err).toContain('entry 2 (kind): must be one of state, government');
    expect(existsSync(at('no-actors'))).toBe(false);
  });

  test('needs a name and a kind, or a file', async () => {
    expect((await cli(['actors', 'add', '--name', 'Valley Guard'])).code).toBe(2);
    expect((await cli(['actors', 'add', at('none.yml')])).err).toContain('There is no');
  });
});
