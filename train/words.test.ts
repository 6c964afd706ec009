import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpacked } from '../src/lexicon/data.ts';
import { hashText } from '../src/parse/feature-hash.ts';
import { FORM_TAGS, readWordClasses, type WordClasses, wordClasses } from '../src/parse/word-class.ts';
import { packWords, wordForms } from './word-forms.ts';

/** Files in WordNet's layout, made for this test. */
const FILES: Readonly<Record<string, string>> = {
  'data.noun':
    '  1 a line of the licence\n00000001 04 n 02 siege 0 Raqqa 0 000 | a town shut in\n00000002 18 n 01 ally 0 000 | a friend\n',
  'noun.exc': 'children child\n',
  'data.verb':
    '00000003 38 v 01 flee 0 000 01 + 02 00 | run\n00000004 33 v 02 besiege 0 shell 0 000 | shut in\n00000005 32 v 01 deny 0 000 | say no\n',
  'verb.exc': 'fled flee\nfleeing flee\nde-nied deny\n',
  'data.adj': '00000006 00 a 01 happy(p) 0 000 | glad\n00000007 00 a 01 good 0 000 | fine\n',
  'adj.exc': 'better good\nbest good\n',
  'data.adv': '00000008 02 r 01 overnight 0 000 | in the night\n',
};

function made(): Map<string, Set<string>> {
  const folder = mkdtempSync(join(tmpdir(), 'counterclaim-words-'));
  try {
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    return wordForms(folder) as Map<string, Set<string>>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tagsOf(words: WordClasses, form: string): string {
  const set = words.of(hashText(form));
  return FORM_TAGS.filter((_, i) => (set >> i) & 1).join(' ');
}

describe('the dictionary', () => {
  const forms = made();

  it.each([
    ['siege', 'NN'],
    ['sieges', 'NNS'],
    ['allies', 'NNS'],
    ['raqqa', 'NNP'],
    ['flees', 'VBZ'],
    ['fled', 'VBD'],
    ['fleeing', 'VBG'],
    ['besieged', 'VBD'],
    ['besieging', 'VBG'],
    ['denies', 'VBZ'],
    ['denied', 'VBD'],
    ['happier', 'JJR'],
    ['best', 'JJS'],
    ['overnight', 'RB'],
    ['fleed', ''],
    ['gooder', ''],
  ])('knows that %s may be %s', (form, tags) => {
    expect([...(forms.get(form) ?? [])].join(' ')).toBe(tags);
  });

  it('comes back from its file as it went in, whatever the order', () => {
    const bytes = packWords(forms as Parameters<typeof packWords>[0]);
    const turned = new Map([...forms].reverse()) as Parameters<typeof packWords>[0];
    expect(packWords(turned).equals(bytes)).toBe(true);
    const words = readWordClasses(unpacked(bytes, 'words'), 'words');
    for (const [form, tags] of forms)
      expect(tagsOf(words, form).split(' ').sort(), form).toEqual([...tags].sort());
    expect(words.of(hashText('unheard'))).toBe(0);
  });

  it('is shipped with the words that reports need', () => {
    expect(tagsOf(wordClasses(), 'besieged')).toContain('VBD');
    expect(tagsOf(wordClasses(), 'militants')).toBe('NNS');
  });

  it('names the file when it cannot be read', () => {
    expect(() => readWordClasses(Buffer.from([255, 0, 0, 0]), 'broken.zst')).toThrow(
      /broken\.zst is not a model file/,
    );
  });
});
