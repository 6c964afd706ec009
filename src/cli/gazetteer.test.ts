import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaces } from '../ingest/gazetteer-folder.ts';
import { read } from '../reading.ts';
import { run } from './program.ts';

/** A line of a GeoNames country file. */
function row(
  id: number,
  name: string,
  others: string,
  lat: number,
  lon: number,
  feature: string,
  code = 'SY',
): string {
  const shape = feature.startsWith('ADM') ? 'A' : feature.startsWith('PPL') ? 'P' : 'S';
  return [
    id,
    name,
    name,
    others,
    lat,
    lon,
    shape,
    feature,
    code,
    '',
    '04',
    '',
    '',
    '',
    0,
    '',
    200,
    'Asia',
    '2031-01-01',
  ].join('\t');
}

const TEXT = `${[
  row(999999901, 'Qaryat Zarnuqah', 'Zarnouqa,Zarnuqa,زرنوقة', 35.61, 39.22, 'PPL'),
  row(999999902, 'Matar Zarnuqah', '', 35.63, 39.25, 'AIRB'),
  row(172955, 'Ar Raqqah', 'Raqqa', 35.95, 39.01, 'PPLA'),
  row(999999903, 'Elsewhere', '', 1, 1, 'PPL', 'XX'),
].join('\n')}\n`;

/** A zip archive of one file; `says` is the length it claims to have. */
function zip(name: string, text: string, says = Buffer.byteLength(text)): Buffer {
  const packed = deflateRawSync(text);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(text), 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

let dir: string;
let server: Server;
let answer: { status: number; body: Buffer; length?: number };
let address: string;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gazetteer-test-'));
  answer = { status: 200, body: zip('SY.txt', TEXT) };
  server = createServer((_, response) => {
    response.writeHead(answer.status, { 'content-length': answer.length ?? answer.body.length });
    response.end(answer.body, () => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dump`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(dir, { recursive: true, force: true });
});

async function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const text = { out: '', err: '' };
  const into = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        text[name] += String(chunk);
        done();
      },
    });
  const code = await run(
    {
      stdin: async function* () {},
      stdout: into('out'),
      stderr: into('err'),
      env: { COUNTERCLAIM_GEONAMES: address, COUNTERCLAIM_GAZETTEER: join(dir, 'places') },
      columns: null,
      progress: false,
      color: false,
      stopped: async () => {},
    },
    args,
  );
  return { code, ...text };
}

describe('gazetteer', () => {
  it('fetches a country, lists it, reads with it, and removes it', async () => {
    const added = await cli('gazetteer', 'add', 'sy');
    expect([added.code, added.err]).toEqual([0, '']);
    expect(added.out).toContain('3 places of SY added');
    expect(added.out).toContain('CC BY 4.0');
    expect(JSON.parse((await cli('gazetteer', 'list', '--json')).out)).toMatchObject([
      { country: 'SY', places: 3 },
    ]);
    writeFileSync(join(dir, 'a.txt'), 'Four men were killed in Zarnuqa in Syria on Monday.\n');
    const { out } = await cli('read', join(dir, 'a.txt'), '--json');
    const reading = JSON.parse(out) as ReturnType<typeof read>;
    expect(reading.mentions).toContainEqual(
      expect.objectContaining({ text: 'Zarnuqa', geonames: '999999901', country: 'SY', precision: 'town' }),
    );
    expect(reading.engine.models.at(-1)).toMatch(/^places SY \d{4}-\d\d-\d\d$/);
    expect((await cli('gazetteer', 'remove', 'SY')).code).toBe(0);
    expect((await cli('gazetteer', 'list')).out).toBe('No countries were added.\n');
    expect((await cli('gazetteer', 'remove', 'SY')).code).toBe(5);
  });

  it('leaves reading pure: places are passed, not set', async () => {
    await cli('gazetteer', 'add', 'SY');
    const places = readPlaces(join(dir, 'places'));
    const text = 'Soldiers left Matar Zarnuqah near Raqqa in Syria.';
    const named = (options: Parameters<typeof read>[1]) =>
      read({ text }, options).mentions.flatMap((m) =>
        m.kind === 'place' ? [[m.text, m.geonames, m.precision]] : [],
      );
    expect(named({ places })).toContainEqual(['Matar Zarnuqah', '999999902', 'exact']);
    expect(named({ places })).toContainEqual(['Raqqa', '172955', 'town']);
    expect(named({})).not.toContainEqual(['Matar Zarnuqah', '999999902', 'exact']);
  });

  it('takes a file, packed or not', async () => {
    writeFileSync(join(dir, 'SY.txt'), TEXT);
    writeFileSync(join(dir, 'SY.zip'), zip('SY.txt', TEXT));
    for (const file of ['SY.txt', 'SY.zip']) {
      expect((await cli('gazetteer', 'add', 'SY', '--file', join(dir, file))).out).toContain(
        '3 places of SY added',
      );
    }
    expect(readdirSync(join(dir, 'places'))).toHaveLength(1);
  });

  it.each([
    ['a country that is none', ['gazetteer', 'add', 'Syria'], 2, 'two letters'],
    [
      'an address that is not secure',
      ['gazetteer', 'add', 'SY', '--url', 'http://example.org/dump'],
      2,
      'https',
    ],
    ['a file that is not there', ['gazetteer', 'add', 'SY', '--file', 'nowhere.zip'], 3, 'is not there'],
  ])('says what is wrong with %s', async (_, args, code, words) => {
    const { code: got, err } = await cli(...args);
    expect([got, err.includes(words)], err).toEqual([code, true]);
  });

  it.each([
    ['no file on the server', { status: 404, body: Buffer.from('no') }, 'no file of this country'],
    ['a server in trouble', { status: 503, body: Buffer.from('no') }, 'answered 503'],
    ['a download cut short', { status: 200, body: Buffer.from('PK'), length: 1000 }, 'could not be fetched'],
    ['an archive of something else', { status: 200, body: zip('XX.txt', TEXT) }, 'no SY.txt'],
    ['an archive cut short', { status: 200, body: zip('SY.txt', TEXT).subarray(0, 200) }, 'no zip archive'],
    ['an archive larger than it says', { status: 200, body: zip('SY.txt', TEXT, 10) }, 'larger than it says'],
    ['a bomb', { status: 200, body: zip('SY.txt', TEXT, 0xfffffff0) }, 'larger than'],
    ['no table', { status: 200, body: zip('SY.txt', 'a\tb\n') }, 'line 1'],
    ['a table without points', { status: 200, body: zip('SY.txt', TEXT.replace('35.61', 'x')) }, 'latitude'],
    [
      'another country',
      { status: 200, body: zip('SY.txt', TEXT.replaceAll('\tSY\t', '\tIQ\t')) },
      'no place of SY',
    ],
  ])('keeps nothing of %s', async (_, given, words) => {
    answer = given;
    const { code, err } = await cli('gazetteer', 'add', 'SY');
    expect([code, err.includes(words)], err).toEqual([3, true]);
    expect((await cli('gazetteer', 'list')).out).toBe('No countries were added.\n');
  });

  it('says that a kept file is damaged, and reads without it', async () => {
    await cli('gazetteer', 'add', 'SY');
    const [file = ''] = readdirSync(join(dir, 'places'));
    writeFileSync(join(dir, 'places', file), 'nothing');
    writeFileSync(join(dir, 'a.txt'), 'Men left Raqqa.\n');
    const { code, err, out } = await cli('read', join(dir, 'a.txt'), '--json');
    expect([code, err.includes('gazetteer add SY'), out.startsWith('{')]).toEqual([0, true, true]);
  });
});
