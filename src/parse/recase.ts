import { gazetteer } from '../lexicon/gazetteer.ts';
import type { Draft, Stage } from '../model/draft.ts';
import type { Word } from '../model/token.ts';
import { isAbbreviation } from '../text/abbreviation.ts';
import { acronyms } from '../text/acronym.ts';
import { datelineEnd } from '../text/kind.ts';
import { words } from '../text/word.ts';
import { CASES } from './case-features.ts';
import { casesOf } from './case-model.ts';
import { hashText } from './feature-hash.ts';
import { FORM_TAGS, wordClasses } from './word-class.ts';

/*
 * Wire copy and headlines come in capitals: "REBELS OF THE VALLEY FRONT [VF] BURNED TWO BUSES." Letter for letter the same text is
 * read as "Rebels of the Valley Front (VF) burned two buses." Square brackets are the wire's round ones; what says only how the text
 * came about, "[TEXT]", "[WORDS INDISTINCT]", is passed over. Offsets stay the same, and spans show the words as they were written.
 */

/** Reads stretches in capitals in their natural case. */
export const recase: Stage = { name: 'recase', run };

function run(draft: Draft): Draft {
  const { text } = draft.document;
  const natural = naturalCase(text);
  return natural === text ? draft : { ...draft, document: { ...draft.document, text: natural } };
}

const NOTE =
  /\[(?:TEXT|REPORT|EXCERPTS?|COMMENTARY|COMMUNIQUE|EDITORIAL|ARTICLE|INTERVIEW|SPEECH|STATEMENT|PASSAGE OMITTED|(?:\w+ )?WORDS? INDISTINCT|INDISTINCT|VIDEO|RECORDING|SIC|[A-Z ]{0,40}(?:BEGIN|END)S? RECORDING)\]/gu;
const LINE = /[^\n\r\u2028\u2029]+/gu;
/** Fewer letters than this are an acronym or a name, not a line in capitals. */
const LEAST_LETTERS = 12;
const LEAST_WORDS = 3;

/** The text with its lines in capitals in natural case, of the same length; the text itself where it has none. */
export function naturalCase(text: string): string {
  const lines = [...text.matchAll(LINE)].filter((m) => isShouted(m[0]));
  if (lines.length === 0) return text;
  const shown = habits(text, lines);
  const cut = lines.map((m) => lineOf(m[0]));
  const known = names(cut);
  const out: string[] = [];
  let from = 0;
  for (const [i, { index, 0: line }] of lines.entries()) {
    out.push(text.slice(from, index), recased(cut[i]!, shown, known));
    from = index + line.length;
  }
  out.push(text.slice(from));
  const made = out.join('');
  return made.length === text.length ? made : text;
}

/** Whether a line is written in capitals: at most one letter in thirty is small, as in "McCOY". */
function isShouted(line: string): boolean {
  const small = line.match(/\p{Ll}/gu)?.length ?? 0;
  const capitals = line.match(/\p{Lu}/gu)?.length ?? 0;
  return (
    capitals >= LEAST_LETTERS &&
    small * 30 <= capitals &&
    (line.match(/\p{Lu}{2,}/gu)?.length ?? 0) >= LEAST_WORDS
  );
}

/** How the lines in ordinary letters write a word inside a sentence: a headline's "SUR" is their "Sur". */
function habits(text: string, shouted: readonly RegExpExecArray[]): ReadonlyMap<string, string> {
  const skipped = new Set(shouted.map((m) => m.index));
  const seen = new Map<string, string>();
  for (const m of text.matchAll(LINE)) {
    if (skipped.has(m.index)) continue;
    for (const [, word] of m[0].matchAll(/(?<=[\p{Ll},] )(\p{L}[\p{L}\p{M}]*)/gu)) {
      const key = word!.toLowerCase();
      const before = seen.get(key);
      if (before === undefined || before < word!) seen.set(key, word!);
    }
  }
  return seen;
}

/** A line in capitals cut into words, with the case that each word has for itself. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly words: readonly Word[];
  readonly cases: Uint8Array;
  readonly own: ReadonlyMap<number | string, number>;
}

function lineOf(line: string): Line {
  const text = line
    .replace(NOTE, (note) => ' '.repeat(note.length))
    .replaceAll('[', '(')
    .replaceAll(']', ')');
  const end = datelineEnd(text, 0, text.length);
  // "THE MAYOR SAID: " is no dateline
  const start = /[-–—]\s*$/u.test(text.slice(0, end)) ? end : 0;
  const found = words(text, start, text.length);
  return { text, start, words: found, cases: casesOf(found.map((w) => w.form)), own: introduced(found) };
}

/** How names are written in the lines together: a word of no dictionary that is a name once is one everywhere. */
function names(lines: readonly Line[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { words: cut, cases, own } of lines) {
    for (const [i, { form }] of cut.entries()) {
      const kind = own.get(i) ?? cases[i]!;
      if (kind === 0 || isCommon(form)) continue;
      found.set(
        form,
        Math.max(kind === 2 && !own.has(form) && isPlace(form) ? 1 : kind, found.get(form) ?? 0),
      );
    }
    for (const [form, kind] of own) if (typeof form === 'string') found.set(form, kind);
  }
  return found;
}

/** "RAQQA" looks like an acronym to one who does not know the town; short names may be either ("ETA"). */
function isPlace(form: string): boolean {
  return form.length > 4 && (form.length > 6 || gazetteer().find(form).length > 0);
}

/** Whether a dictionary has the word as more than a name. */
function isCommon(form: string): boolean {
  const set = wordClasses().of(hashText(form.toLowerCase()));
  return (set & ~(1 << FORM_TAGS.indexOf('NNP'))) !== 0 || form.length < 3;
}

function recased(
  line: Line,
  habits: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, number>,
): string {
  const { text, start, words: found, cases, own } = line;
  let made = text.slice(0, start);
  let at = start;
  let opens = true;
  for (const [i, word] of found.entries()) {
    made += text.slice(at, word.start);
    at = word.end;
    const habit = habits.get(word.form.toLowerCase());
    const kind = own.get(i) ?? known.get(word.form) ?? cases[i]!;
    if (habit !== undefined && habit.length === word.form.length && !own.has(i))
      made += opens ? capital(habit) : habit;
    else made += written(word.form, kind, opens);
    if (/[\p{L}\p{N}]/u.test(word.form)) opens = false;
    if (closes(word)) opens = true;
  }
  return made + text.slice(at);
}

/** Names that are introduced with their acronym, by the place of their words, and the acronyms themselves, by their form. */
function introduced(found: readonly Word[]): ReadonlyMap<number | string, number> {
  const own = new Map<number | string, number>();
  for (const { acronym, from, to } of acronyms(found)) {
    own.set(acronym, CASES.indexOf('capitals'));
    own.set(to + 1, CASES.indexOf('capitals'));
    for (let i = from; i < to; i++)
      own.set(i, /^(?:of|for|the|and|in|on|de|del|la|las|los|y|'s)$/i.test(found[i]!.form) ? 0 : 1);
  }
  for (const [i, { form }] of found.entries()) {
    const bracketed = found[i - 1]?.form === '(' && found[i + 1]?.form === ')';
    if (bracketed && /^\p{Lu}{2,6}$/u.test(form) && !isCommon(form) && !own.has(form)) {
      own.set(form, CASES.indexOf('capitals'));
      own.set(i, CASES.indexOf('capitals'));
    }
  }
  return own;
}

/** Whether a sentence ends with the word. */
function closes({ form }: Word): boolean {
  return /^[.!?]+$/u.test(form) || (form.endsWith('.') && !isAbbreviation(form));
}

function written(form: string, kind: number, opens: boolean): string {
  if (kind === 2 || /^(?:\p{L}\.)+\p{L}?$/u.test(form)) return form;
  const small = form.toLowerCase();
  if (small.length !== form.length) return form;
  return kind === 1 || opens ? capital(small) : small;
}

/** "O'brien" has two capitals. */
function capital(small: string): string {
  return small
    .replace(/^(\P{L}*)(\p{L})/u, (_, marks, first) => marks + first.toUpperCase())
    .replace(/^([OD]['’])(\p{Ll}\p{L}{2})/u, (_, o, rest) => o + rest[0]!.toUpperCase() + rest.slice(1));
}

/** The same data with the words of every span as the text has them. */
export function asWritten<T>(value: T, text: string): T {
  if (Array.isArray(value)) return value.map((v: unknown) => asWritten(v, text)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) made[key] = asWritten(part, text);
  const { start, end } = made;
  if (typeof start === 'number' && typeof end === 'number' && typeof made['text'] === 'string')
    made['text'] = text.slice(start, end);
  return made as T;
}
