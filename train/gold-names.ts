import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toDocument } from '../src/contract/document.ts';
import { readList } from '../src/lexicon/list.ts';
import type { NameSpan } from '../src/model/name-span.ts';
import { readJsonLines } from './gold.ts';

/** Corpus of conflict reporting: what names the shipped tagger calls names. */
export const REPORT = 'report';

/** A name in a text, by character. */
export interface GoldName {
  readonly start: number;
  readonly end: number;
  readonly kind: NameSpan['kind'];
}

/** A text with its names. `sentences` where the corpus gives them. */
export interface NamedText {
  readonly corpus: string;
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly (readonly [number, number])[] | null;
  /** Not every name was marked: a stretch with proper nouns that bear no mark says nothing. */
  readonly partial: boolean;
  readonly names: readonly GoldName[];
}

const WIKI: Readonly<Record<string, NameSpan['kind']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  MISC: 'other',
};

/** WikiGold, whole; its file marks where a document begins. */
export function readWikiGold(gold: string): NamedText[] {
  const found: { text: string; sentences: [number, number][]; names: GoldName[] }[] = [];
  for (const row of readJsonLines(join(gold, 'entities', 'wikigold.jsonl.gz'))) {
    const own = String(row['text']);
    if (own === '-DOCSTART-' || found.length === 0) found.push({ text: '', sentences: [], names: [] });
    if (own === '-DOCSTART-') continue;
    const doc = found.at(-1)!;
    const shift = doc.text.length;
    doc.sentences.push([shift, shift + own.length]);
    for (const e of row['entities'] as { type: string; start: number; end: number }[])
      doc.names.push({ start: shift + e.start, end: shift + e.end, kind: WIKI[e.type]! });
    doc.text += `${own}\n\n`;
  }
  return found
    .filter((doc) => doc.sentences.length > 0)
    .map((doc, i) => ({ corpus: 'WikiGold', id: `wikigold-${i}`, ...doc, partial: false }));
}

/** Genres of GUM whose texts allow any use, as for the syntax. */
const GENRES = /^(?:news|interview|bio|voyage|academic|court|textbook|vlog|conversation|speech)$/;
const GUM: Readonly<Record<string, NameSpan['kind']>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
  event: 'other',
  abstract: 'other',
  object: 'other',
};

type Row = [string, string, string, string, string, number, string, number, number, string];

/** Names in GUM: of each marked phrase whose head is a proper noun, the capitals round the head, without titles. */
export function readGumNames(gold: string, split: string): NamedText[] {
  return readJsonLines(join(gold, 'syntax', `gum-${split}.jsonl.gz`))
    .filter((doc) => GENRES.test(String(doc['genre'])))
    .map((doc) => {
      const rows = doc['tokens'] as Row[];
      const text = String(doc['text']).replace(/(?<!\n)\n(?!\n)/g, ' ');
      const sentences = (doc['sentences'] as { tok: [number, number] }[])
        .filter((s) => s.tok[1] > s.tok[0])
        .map((s): [number, number] => [rows[s.tok[0]]![7], rows[s.tok[1] - 1]![8]]);
      const cores: GoldName[] = [];
      for (const m of doc['mentions'] as { start: number; end: number; type: string; minspan: string }[]) {
        const kind = GUM[m.type];
        if (kind === undefined) continue;
        const first = rows.findIndex((r) => r[7] >= m.start);
        const head = first + Number(m.minspan.split(',')[0]) - 1;
        const core = coreOf(rows, first, head, m.end);
        if (core !== null) cores.push({ ...core, kind });
      }
      for (const r of rows)
        if (/^JJ/.test(r[3]) && PEOPLES.test(r[0])) cores.push({ start: r[7], end: r[8], kind: 'other' });
      return {
        corpus: 'GUM',
        id: String(doc['id']),
        text,
        sentences,
        partial: true,
        names: apart(cores),
      };
    });
}

const PEOPLES =
  /^(?:Afghan|American|Arab|British|Chinese|Czech|Danish|Dutch|English|Finnish|French|German|Greek|Irish|Iraqi|Israeli|Japanese|Jewish|Kurdish|Polish|Scottish|Spanish|Swedish|Swiss|Thai|Turkish|Welsh|\p{Lu}\p{Ll}+(?:ian|ean|ese|ish))$/u;

/** The capitals round a head that is a proper noun, over "of" and "the" inside; null where there are none. */
function coreOf(
  rows: readonly Row[],
  first: number,
  head: number,
  limit: number,
): { start: number; end: number } | null {
  const proper = (i: number): boolean =>
    rows[i] !== undefined &&
    rows[i]![8] <= limit &&
    (/^NNP/.test(rows[i]![3]) || (/^\p{Lu}/u.test(rows[i]![0]) && /^(?:NN|JJ)/.test(rows[i]![3])));
  if (!/^NNP/.test(rows[head]?.[3] ?? '')) return null;
  let from = head;
  let to = head + 1;
  while (from > first && (proper(from - 1) || (rows[from - 1]![0] === '-' && proper(from - 2)))) from--;
  for (;;) {
    if (proper(to)) to++;
    else if (
      rows[to] !== undefined &&
      /^(?:of|for|the|de|and|-|'s|’s|&)$/.test(rows[to]![0]) &&
      (proper(to + 1) ||
        (/^(?:of|for|and)$/.test(rows[to]![0]) && rows[to + 1]?.[0] === 'the' && proper(to + 2)))
    )
      to++;
    else if (/^\d+$/.test(rows[to]?.[0] ?? '') && rows[to]![8] <= limit) to++;
    else break;
  }
  while (from < to - 1 && isTitle(rows[from]![0])) from++;
  return { start: rows[from]![7], end: rows[to - 1]![8] };
}

function isTitle(form: string): boolean {
  return readList('lexicon/title.txt').has(form.toLowerCase().replace(/\.$/u, ''));
}

/** Names without overlap, the longest kept. */
export function apart(names: readonly GoldName[]): GoldName[] {
  const kept: GoldName[] = [];
  for (const n of [...names].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (!kept.some((k) => k.start < n.end && n.start < k.end)) kept.push(n);
  return kept.sort((a, b) => a.start - b.start);
}

const MEANTIME: Readonly<Record<string, NameSpan['kind']>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  PRO: 'other',
};

/** Names of MEANTIME without article and title; few names were marked behind the first sentences of a document. */
export function readMeantimeNames(gold: string): NamedText[] {
  return readJsonLines(join(gold, 'coreference', 'meantime.jsonl.gz')).map((doc) => {
    const text = String(doc['text']);
    const names: GoldName[] = [];
    for (const m of doc['mentions'] as {
      tag: string;
      spans: [number, number][];
      attrs: { syntactic_type?: string };
      refs: string[];
    }[]) {
      const [start, end] = m.spans[0] ?? [0, 0];
      const kind = MEANTIME[m.refs[0]?.slice(0, 3) ?? ''];
      if (m.tag !== 'ENTITY_MENTION' || !/NAM$/.test(m.attrs.syntactic_type ?? '')) continue;
      if (kind !== undefined) names.push({ ...bare(text, start, end, kind), kind });
    }
    return {
      corpus: 'MEANTIME',
      id: String(doc['id']),
      text,
      sentences: null,
      partial: true,
      names: apart(names.filter((n) => n.end > n.start)),
    };
  });
}

/** Words before a title. */
const OFFICE = /^(?:prime|foreign|defen[cs]e|acting|special|former|interior|his|her)$/i;

/** A span without a leading article and, of a person, leading titles. */
export function bare(
  text: string,
  start: number,
  end: number,
  kind: NameSpan['kind'],
): { start: number; end: number } {
  let from = start;
  for (;;) {
    const word = /^[^\s]+\s+/u.exec(text.slice(from, end))?.[0];
    if (word === undefined) break;
    const form = word.trim();
    if (/^(?:the|an?)$/i.test(form) || (kind === 'person' && (isTitle(form) || OFFICE.test(form))))
      from += word.length;
    else break;
  }
  const tail = /['’]s?$/u.exec(text.slice(from, end));
  return { start: from, end: tail === null ? end : end - tail[0].length };
}

const OWN: Readonly<Record<string, NameSpan['kind']>> = {
  P: 'person',
  O: 'organisation',
  L: 'place',
  M: 'other',
};

/** The hand-made reports that are part of the project: "[P:Amira Saleh] fled to [L:Tawila]", one a line; # opens a comment. */
export function readOwnNames(): NamedText[] {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'names', 'reports.txt');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line, i) => {
    const names: GoldName[] = [];
    let text = '';
    let at = 0;
    for (const m of line.matchAll(/\[([POLM]):([^\]]+)\]/gu)) {
      text += line.slice(at, m.index);
      names.push({ start: text.length, end: text.length + m[2]!.length, kind: OWN[m[1]!]! });
      text += m[2]!;
      at = m.index + m[0].length;
    }
    return {
      corpus: REPORT,
      id: `own-${i + 1}`,
      text: text + line.slice(at),
      sentences: null,
      partial: false,
      names,
    };
  });
}

/** Documents are checked and given an id here, so that a reader of the corpora need not. */
export function documentOf(text: NamedText) {
  return toDocument({ id: 'document', text: text.text });
}
