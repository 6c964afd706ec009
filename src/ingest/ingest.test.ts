import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Arrival } from './arrival.ts';
import { arrivals, countArrivals } from './arrivals.ts';
import { decode, MAX_TEXT } from './decode.ts';
import { linesOf } from './line.ts';

let dir: string;
const at = (name: string) => join(dir, name);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ingest-test-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function* streamOf(...chunks: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

async function all(
  paths: string[],
  stdin: string | Uint8Array = '',
  ndjson = false,
  rest = {},
): Promise<Arrival[]> {
  return collect(arrivals({ paths, ndjson, stdin: streamOf(stdin), ...rest }));
}

/** Each arrival in short: id and text of a document, id and code of a refusal. */
function short(found: readonly Arrival[]): string[] {
  return found.map((one) =>
    one.kind === 'document'
      ? `${one.input.id ?? '-'}: ${one.input.text}`
      : `${one.id ?? '-'}! ${one.error.code}`,
  );
}

describe('bytes to text', () => {
  const of = (bytes: Uint8Array | string) => decode(Buffer.from(bytes), 'a.txt');

  test('line ends and every other character are kept; a byte-order mark is taken off', () => {
    expect(of('\ufeffA\r\nB\u2028\u00ad C\r')).toBe('A\r\nB\u2028\u00ad C\r');
    expect(of(Buffer.from('\ufeffRaqqa é', 'utf16le'))).toBe('Raqqa é');
    expect(of(Buffer.from('\ufeffRaqqa é', 'utf16le').swap16())).toBe('Raqqa é');
  });

  test.each([
    ['', 'empty'],
    [' \r\n\t', 'empty'],
    ['a\u0000b', 'binary'],
    ['%PDF-1.4', 'binary'],
    [Buffer.from('Rak\xe9', 'latin1'), 'not-utf8'],
    [Buffer.alloc(MAX_TEXT + 1, 'a'), 'too-big'],
  ])('%#: refused as %s', (bytes, code) => {
    expect(() => of(bytes)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('a.txt') }),
    );
  });

  test('the first bad byte is named', () => {
    const bytes = Buffer.concat([Buffer.from('é😀ab'), Buffer.from([0xff]), Buffer.from('é')]);
    expect(() => of(bytes)).toThrow(/offset 8\)/);
    expect(() => of(bytes.subarray(0, 3))).toThrow(/offset/);
  });
});

describe('lines', () => {
  test('come whole however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[ab\r]{0,5}$/)),
        fc.integer({ min: 1, max: 7 }),
        async (lines, step) => {
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, n) =>
            bytes.subarray(n * step, (n + 1) * step),
          );
          const found = await collect(linesOf(streamOf(...chunks)));
          expect(found.map((line) => String(line.bytes))).toEqual(lines);
          expect(found.map((line) => line.number)).toEqual(lines.map((_, n) => n + 1));
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });

  test('a line that is too long is let go, the next is read; the last needs no end', async () => {
    const found = await collect(linesOf(streamOf('aaa', 'aaa', 'a\nbb', '\n\nccccc\nddddd'), 5));
    expect(found.map(({ bytes }) => bytes && String(bytes))).toEqual([null, 'bb', '', 'ccccc', 'ddddd']);
  });
});

describe('one JSON document a line', () => {
  test('bad lines are refused in their place and the rest is read', async () => {
    const lines = [
      '\ufeff{"id":"a","text":"A"}',
      '{"id":"a","text":"A"}',
      '{"id":"a","text":"B"}',
      '{"text":"C","published":"2017-10-15","note":{}}\r',
      '{"id":"d"}',
      '{"id":7,"text":"E"}',
      '{"id":"f","text":"F","published":"soon"}',
      'no json',
      '',
      '[]',
      'null',
      '{"id":"z","text":""}',
    ].join('\n');
    expect(short(await all(['-'], lines, true))).toEqual([
      'a: A',
      'a: A',
      'a! id-taken',
      '-: C',
      'd! bad-document',
      '-! bad-document',
      'f! bad-document',
      '-! bad-json',
      '-! bad-json',
      '-! bad-document',
      '-! bad-document',
      'z: ',
    ]);
  });

  test('bytes that are no UTF-8 and texts that are too big', async () => {
    const bad = Buffer.from('{"id":"a","text":"Rak\xe9"}\n', 'latin1');
    expect(short(await all(['-'], bad, true))).toEqual(['-! not-utf8']);
    const long = JSON.stringify({ id: 'l', text: 'a'.repeat(MAX_TEXT + 1) });
    expect(short(await all(['-'], `${long}\n{"id":"b","text":"B"}`, true))).toEqual(['l! too-big', 'b: B']);
  });

  test('messages name the line and what to do', async () => {
    const [one] = await all(['-'], '{"text":"a","published":"soon"}', true);
    expect(one).toMatchObject({
      error: { message: expect.stringMatching(/standard input, line 1.*published: must be YYYY-MM-DD/) },
    });
  });
});

describe('files', () => {
  beforeAll(() => {
    writeFileSync(at('one.txt'), '\ufeffOne.\r\n');
    writeFileSync(at('bad.txt'), 'a\u0000');
    writeFileSync(at('lines.ndjson'), '{"id":"n1","text":"N1"}\n{"id":"n2"}\n');
    mkdirSync(at('empty'));
    mkdirSync(at('dossier/docs'), { recursive: true });
    mkdirSync(at('dossier/beside'));
    writeFileSync(at('dossier/docs/01.txt'), 'First.');
    writeFileSync(at('dossier/docs/02.txt'), 'Second.');
    writeFileSync(at('secret.txt'), 'Secret.');
    symlinkSync(at('secret.txt'), at('dossier/link.txt'));
    symlinkSync(at('dossier/docs/02.txt'), at('dossier/inner.txt'));
    const entry = (id: string, file: string) => ({
      id,
      file,
      publisher: `Paper ${id}`,
      published: '2017-10-14',
    });
    const files = [
      'docs/01.txt',
      '../secret.txt',
      'link.txt',
      '/etc/hostname',
      'docs/none.txt',
      '../none.txt',
      'inner.txt',
      '.',
    ];
    writeFileSync(
      at('dossier/docs.json'),
      JSON.stringify(files.map((file, n) => entry(String(n + 1), file))),
    );
    mkdirSync(at('faulty'));
    writeFileSync(at('faulty/docs.json'), '[{"id":"a"}]');
    writeFileSync(at('faulty/a.txt'), 'A.');
    mkdirSync(at('site'));
    mkdirSync(at('site/in'));
    writeFileSync(at('site/docs.json'), '{"theme":"dark"}');
    writeFileSync(at('site/a.txt'), 'A.');
  });

  test('text, standard input, lines, all in the order given; a file twice is read once', async () => {
    const found = await all([at('one.txt'), '-', at('lines.ndjson'), at('one.txt')], 'Typed.');
    expect(short(found)).toEqual(['-: One.\r\n', '-: Typed.', 'n1: N1', 'n2! bad-document']);
    expect(found[0]).toMatchObject({ original: Buffer.from('\ufeffOne.\r\n'), where: at('one.txt') });
  });

  test('what cannot be read is refused and the rest is read', async () => {
    const paths = [at('none.txt'), at('bad.txt'), at('empty'), at('one.txt/x'), at('one.txt')];
    expect(short(await all(paths))).toEqual([
      '-! no-such-file',
      '-! binary',
      '-! empty',
      '-! no-such-file',
      '-: One.\r\n',
    ]);
  });

  test.each(['dossier', 'dossier/docs.json'])(
    'a manifest: %s; its files must lie in its folder',
    async (path) => {
      expect(short(await all([at(path)]))).toEqual([
        '1: First.',
        '2! outside-folder',
        '3! outside-folder',
        '4! outside-folder',
        '5! no-such-file',
        '6! outside-folder',
        '7: Second.',
        '8! outside-folder',
      ]);
    },
  );

  test('a manifest beside a file, or above its folder, speaks for it', async () => {
    const [found] = await all([at('dossier/docs/01.txt')]);
    expect(found).toMatchObject({
      input: { id: '1', publisher: 'Paper 1', published: '2017-10-14', text: 'First.' },
    });
    expect(short(await all([at('faulty/a.txt'), at('faulty'), at('site/a.txt')]))).toEqual([
      '-! bad-manifest',
      '-! bad-manifest',
      '-: A.',
    ]);
    expect(short(await all([at('site/docs.json')]))).toEqual(['-! bad-manifest']);
  });

  test('what is said for all holds for documents that do not say it', async () => {
    const rest = { published: '2020-01-01', publisher: 'All' };
    const found = await all([at('one.txt'), at('dossier/docs/01.txt')], '', false, rest);
    expect(found).toMatchObject([
      { input: rest },
      { input: { publisher: 'Paper 1', published: '2017-10-14' } },
    ]);
  });

  test('how many there are, where that can be known', async () => {
    const order = { ndjson: false, stdin: streamOf('') };
    expect(await countArrivals({ ...order, paths: [at('one.txt'), at('dossier'), at('none'), '-'] })).toBe(
      11,
    );
    expect(await countArrivals({ ...order, paths: [at('lines.ndjson')] })).toBeNull();
  });
});
