import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashText } from '../src/parse/feature-hash.ts';
import { FORM_TAGS, type WordClassHead, wordKey } from '../src/parse/word-class.ts';
import { packFile } from './write-model.ts';

type Tag = (typeof FORM_TAGS)[number];

/*
 * Reads WordNet's files (wndb(5WN)): `data.POS` lists words with their letters as they are written, `POS.exc` the forms that no rule
 * makes ("fled flee"). Every other form is made by rule, as the parts of speech of a word allow.
 */

const WORD = /^[a-z][a-z'-]*$/;
const SHORTEST = 3;
/** Longer adjectives are compared with "more" and "most". */
const LONGEST_COMPARED = 7;

/** Forms with the Penn tags they can have. Throws the file system's error when `folder` lacks a file. */
export function wordForms(folder: string): Map<string, Set<Tag>> {
  const forms = new Map<string, Set<Tag>>();
  const add = (form: string, tag: Tag): void => {
    if (form.length < SHORTEST) return;
    forms.set(form, (forms.get(form) ?? new Set<Tag>()).add(tag));
  };
  const nouns = wordsOf(folder, 'noun');
  const plurals = exceptions(folder, 'noun');
  for (const word of nouns.names) add(word, 'NNP');
  for (const word of nouns.plain) {
    add(word, 'NN');
    for (const form of plurals.get(word) ?? [withS(word)]) add(form, 'NNS');
  }
  const parts = exceptions(folder, 'verb');
  for (const word of wordsOf(folder, 'verb').plain) {
    const regular = new Set([word, withS(word), withEd(word), withIng(word)]);
    // "co-ordinated" beside "coordinated" is another spelling, no other form
    const odd = (parts.get(word) ?? []).filter((form) => !regular.has(form.replaceAll('-', '')));
    const isParticiple = (form: string): boolean => form.endsWith('ing');
    add(word, 'VB');
    add(withS(word), 'VBZ');
    for (const form of odd) add(form, isParticiple(form) ? 'VBG' : 'VBD');
    if (odd.every(isParticiple)) add(withEd(word), 'VBD');
    if (!odd.some(isParticiple)) add(withIng(word), 'VBG');
  }
  const compared = exceptions(folder, 'adj');
  for (const word of wordsOf(folder, 'adj').plain) {
    add(word, 'JJ');
    for (const form of compared.get(word) ?? []) add(form, form.endsWith('st') ? 'JJS' : 'JJR');
    if (compared.has(word) || word.length > LONGEST_COMPARED) continue;
    const stem = withEd(word).slice(0, -1);
    add(`${stem}r`, 'JJR');
    add(`${stem}st`, 'JJS');
  }
  for (const word of wordsOf(folder, 'adv').plain) add(word, 'RB');
  return forms;
}

function lines(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '));
}

/** Single words of a part of speech in lower case: those written small, and those that are written with a capital. */
function wordsOf(folder: string, pos: string): { plain: Set<string>; names: Set<string> } {
  const plain = new Set<string>();
  const names = new Set<string>();
  for (const line of lines(folder, `data.${pos}`)) {
    const fields = line.split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    for (let i = 0; i < count; i++) {
      const word = (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, '');
      const lower = word.toLowerCase();
      if (WORD.test(lower)) (word === lower ? plain : names).add(lower);
    }
  }
  return { plain, names };
}

/** Irregular forms by their base. */
function exceptions(folder: string, pos: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of lines(folder, `${pos}.exc`)) {
    const [form, base] = line.split(' ');
    if (form === undefined || base === undefined) continue;
    found.set(base, [...(found.get(base) ?? []), form]);
  }
  return found;
}

function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function withEd(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
}

function withIng(word: string): string {
  return /[^eoy]e$/.test(word) ? `${word.slice(0, -1)}ing` : `${word}ing`;
}

/** Packs forms as `src/parse/word-class.ts` reads them. The same forms give the same bytes, whatever their order. */
export function packWords(forms: ReadonlyMap<string, ReadonlySet<Tag>>): Buffer {
  const sets = new Map<number, number>();
  for (const [form, tags] of forms) {
    const key = wordKey(hashText(form));
    let set = sets.get(key) ?? 0;
    for (const tag of tags) set |= 1 << FORM_TAGS.indexOf(tag);
    sets.set(key, set);
  }
  const sorted = [...sets].sort((a, b) => a[0] - b[0]);
  const classes = [...new Set(sorted.map(([, set]) => set))].sort((a, b) => a - b);
  if (classes.length > 256) throw new RangeError(`${classes.length} classes of words: a byte holds 256`);
  const gaps = sorted.map(([key], i) => key - (sorted[i - 1]?.[0] ?? -1) - 1);
  const head: WordClassHead = { format: 'counterclaim-words-1', words: sorted.length, classes };
  return packFile(head, [
    Buffer.from(gaps.map((gap) => gap & 0xff)),
    Buffer.from(gaps.map((gap) => (gap >> 8) & 0xff)),
    Buffer.from(gaps.map((gap) => gap >> 16)),
    Buffer.from(sorted.map(([, set]) => classes.indexOf(set))),
  ]);
}
