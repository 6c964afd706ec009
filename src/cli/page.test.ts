import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { read } from '../reading.ts';
import { type Cell, widthsFor } from './grid.ts';
import type { Io } from './io.ts';
import { LAYERS, type Layer } from './layer.ts';
import { page } from './page.ts';
import { cut, plain, wrap } from './plain.ts';
import { widthOf } from './width.ts';

const TEXT = [
  'Brigade spokeswoman Ilse Tarn said no foreign fighter had left the town of Idlib. She said about 120 local fighters and their families would leave Idlib on Friday under an agreement with the Islamic State.',
  '',
  'Colonel Davit Orel disputed the claim and told the Islamic State that surrender-accepted-and-long-worded foreign fighters had also left Idlib on Thursday.',
].join('\n');

function io(columns: number | null, color = false): Io {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    stdin: async function* () {},
    stdout: nowhere,
    stderr: nowhere,
    env: {},
    columns,
    progress: false,
    color,
    stopped: async () => {},
  };
}

const shown = (text: string, columns: number | null, layers?: ReadonlySet<Layer>, color = false) =>
  page(
    io(columns, color),
    {
      text,
      where: 'report.txt',
      reading: read({ id: 'r', text, title: 'A report', published: '2031-03-09' }),
    },
    layers,
  );

describe('the page', () => {
  test.each([80, 100, 120, 160])('keeps to %i columns', (columns) => {
    const long = shown(TEXT, columns)
      .split('\n')
      .filter((each) => widthOf(each) > columns);
    expect(long).toEqual([]);
  });

  test('sets each claim under its statement and each statement under its paragraph, columns aligned', () => {
    const lines = shown(TEXT, 100).split('\n');
    const at = (start: string) => lines.findIndex((each) => each.startsWith(start));
    expect([
      at('   1  '),
      at('  s1  '),
      at('      c1  '),
      at('  s2  '),
      at('      c2  '),
      at('   2  '),
    ]).toEqual(
      [at('   1  '), at('  s1  '), at('      c1  '), at('  s2  '), at('      c2  '), at('   2  ')].sort(
        (a, b) => a - b,
      ),
    );
    expect(lines[at('  s1  ')]).toBe('  s1  Ilse Tarn says  indirect · by “said”');
    const [one, two] = [lines[at('      c1  ')]!, lines[at('      c2  ')]!];
    expect(one).toContain('not RETREAT');
    expect(two).toContain('planned RETREAT');
    expect(one.indexOf('Idlib')).toBe(two.indexOf('Idlib'));
    expect(two).toContain('≈120');
  });

  test('marks what was taken over, by a letter or where there is room by a word, and says what the mark means', () => {
    expect(shown(TEXT, 80)).toMatch(/2031-03-09~p[ \n][\s\S]*~p from the date of publication/);
    expect(shown(TEXT, 140)).toMatch(
      /2031-03-09 ~published[ \n][\s\S]*~published from the date of publication/,
    );
  });

  test('names people, places, times and counts with what they resolve to', () => {
    const text = shown(TEXT, 140);
    expect(text).toMatch(/^People and groups$[\s\S]*^Ilse Tarn +person/m);
    expect(text).toMatch(/^Places$[\s\S]*^Idlib +Syria +35\.\d+, 36\.\d+ +town +3×/m);
    expect(text).toMatch(/^“Friday” +2031-03-14/m);
    expect(text).toMatch(/^“about 120 local fighters[^”]*” +≈120 +about/m);
  });

  test('shows only the layers asked for, each on its own', () => {
    const titles =
      /^(Agreements|Control|Disputes|People and groups|Places|Times|Quantities|Notes of the reading)$/gm;
    const all = [...shown(TEXT, 100).matchAll(titles)].map(([title]) => title);
    expect(all).toEqual(
      expect.arrayContaining(['Disputes', 'People and groups', 'Places', 'Times', 'Quantities']),
    );
    const only = (layer: Layer) => shown(TEXT, 100, new Set([layer]));
    expect([...only('places').matchAll(titles)].map(([title]) => title)).toEqual(['Places']);
    expect(only('text')).toContain('Colonel Davit Orel');
    expect(only('text')).not.toMatch(/ s1 |c1 /);
    expect(only('claims')).toMatch(/^c1 {2}not RETREAT/m);
    for (const layer of LAYERS) expect(only(layer)).toMatch(/^A report\n/);
  });

  test('is coloured only where colours are taken, and says the same then', () => {
    const colored = shown(TEXT, 100, undefined, true);
    expect(colored).toContain('\u001b[');
    expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(shown(TEXT, 100));
  });

  test('any text gives a page that steers no terminal', () => {
    for (const text of [
      '',
      '\u001b]0;x\u0007Ilse Tarn said \u202efighters\u202c left Idlib.\u009b2J',
      'ا\u200fب'.repeat(300),
    ])
      expect(shown(text, 80)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200f\u202a-\u202e]/);
  });
});

describe('words on a terminal', () => {
  test('are as wide as they are drawn: marks take nothing, CJK two columns', () => {
    expect(widthOf('Raqqa')).toBe(5);
    expect(widthOf('Ke\u0301rma\u0304n')).toBe(6);
    expect(widthOf('الرَّقَّة')).toBe(5);
    expect(widthOf('東京')).toBe(4);
  });

  test('are cut and wrapped between what a reader sees as letters', () => {
    expect(cut('e\u0301e\u0301e\u0301e\u0301', 3)).toBe('e\u0301e\u0301…');
    expect(wrap('one two three', 9)).toBe('one two\nthree');
    expect(wrap('surrender-accepted', 12)).toBe('surrender-\naccepted');
    expect(wrap('東京都港区', 8).split('\n')).toEqual(['東京都港', '区']);
    expect(wrap('one two', 20, '    ')).toBe('    one two');
  });

  test('keep their order: directional marks go, and what would turn it shows as a mark', () => {
    expect(plain('\u200fقال\u200e Bali')).toBe('قال Bali');
    expect(plain('a\u202eb\u2066c')).toBe('a\ufffdb\ufffdc');
  });
});

test('columns that do not fit are narrowed where it takes the fewest lines', () => {
  const cells = (...texts: string[]): Cell[] => texts.map((text) => ({ text }));
  const rows = [cells('c1', 'one two three four five', 'Idlib', ''), cells('c2', 'one', 'Raqqa', '')];
  expect(widthsFor(rows, 80)).toEqual([2, 23, 5, 0]);
  expect(widthsFor(rows, 24)).toEqual([2, 13, 5, 0]);
});
