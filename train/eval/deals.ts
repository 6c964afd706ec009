import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/contract/version.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Control } from '../../src/model/control.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Arg } from '../../src/model/slot.ts';
import { read } from '../../src/reading.ts';
import type { Layer, ScoreRow } from './layer.ts';

/*
 * Agreements and control in short reports of our own (`own/`, which says how a report is noted). A name is right when the words found
 * hold the name noted, or the entity bears it. A term is right when one of those who are to act is and its words hold the words noted, as
 * stems. Agreements found are set against those noted so that most parts agree, each once; an agreement matches when any part does, or
 * when both have none. A row of control is right in place, holder, status, previous holder and share of the place together.
 */

/** A report with the lines that say what is to be found. */
export interface OwnReport {
  readonly text: string;
  readonly wanted: readonly string[];
  /** At hand while the rules were written. */
  readonly known: boolean;
}

/** What was found, wanted and right of one part. */
interface Count {
  found: number;
  wanted: number;
  right: number;
}

const PARTS = ['parties', 'guarantors', 'excluded', 'terms', 'statuses'] as const;
const PUBLISHED = '2024-01-10';

/** The reports of one file of `own/`. */
export function ownReports(file: 'deals' | 'control'): OwnReport[] {
  const text = readFileSync(join(packageRoot(), 'train', 'eval', 'own', `${file}.txt`), 'utf8');
  const reports: { text: string; wanted: string[]; known: boolean }[] = [];
  let known = true;
  for (const line of text.split('\n')) {
    if (line.startsWith('# Not at hand')) known = false;
    if (line.startsWith('#') || line === '') continue;
    if (!line.startsWith('= ')) reports.push({ text: line, wanted: [], known });
    else if (line !== '= none') reports.at(-1)!.wanted.push(line.slice(2));
  }
  return reports;
}

/** What was noted of one agreement, part by part. */
function notedOf(line: string): Record<(typeof PARTS)[number], string[]> {
  const noted: Record<(typeof PARTS)[number], string[]> = {
    parties: [],
    guarantors: [],
    excluded: [],
    terms: [],
    statuses: [],
  };
  for (const part of line.split(' | ')) {
    const [, head, rest] = /^(?:([^:]+): )?(.*)$/.exec(part)!;
    const names = rest!.split(' + ');
    if (head === undefined) noted.parties.push(...names);
    else if (head === 'by') noted.guarantors.push(...names);
    else if (head === 'not') noted.excluded.push(...names);
    else if (head === 'is') noted.statuses.push(...rest!.split(' '));
    else noted.terms.push(part);
  }
  return noted;
}

/** Whether an argument means the name noted. */
function means(reading: Reading, arg: Arg, name: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replace(/^(?:the|an?|its|their) /, '');
  const entity = reading.entities.find((one) => one.id === arg.entity);
  const wanted = plain(name);
  if (` ${plain(arg.text)} `.replaceAll(/['’]s /g, ' ').includes(` ${wanted.replaceAll(/['’]s /g, ' ')} `))
    return true;
  return [arg.name ?? '', ...(entity?.names ?? [])].some((one) => plain(one) === wanted);
}

function holdsWords(text: string, words: string): boolean {
  const stems = (of: string): string[] => (of.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).map(stem);
  const held = stems(text);
  return stems(words).every((word) => held.includes(word));
}

/** A rough stem: the first five letters of a word without its ending. */
function stem(word: string): string {
  return word.replace(/(?:ations?|ing|ed|es|s|e)$/, '').slice(0, 5);
}

/** The items of one part that an agreement shares with what was noted, and how many it has. */
function shared(
  reading: Reading,
  made: Agreement,
  noted: readonly string[],
  part: (typeof PARTS)[number],
): { right: number; found: number } {
  if (part === 'statuses') {
    const found = [
      ...new Set(
        (made.statuses ?? [])
          .filter(
            ({ polarity, modality }) =>
              polarity === 'positive' && !/^(?:conditional|possible)$/.test(modality),
          )
          .map(({ status }) => status as string),
      ),
    ];
    return { right: noted.filter((status) => found.includes(status)).length, found: found.length };
  }
  if (part === 'terms') {
    const used = new Set<number>();
    for (const line of noted) {
      const [, who, words] = /^([^:]+): (.*)$/.exec(line)!;
      const at = made.terms.findIndex(
        (term, i) =>
          !used.has(i) &&
          (who === '-' || term.who.some((arg) => means(reading, arg, who!))) &&
          holdsWords(term.does.text, words!),
      );
      if (at >= 0) used.add(at);
    }
    return { right: used.size, found: made.terms.length };
  }
  const args = made[part];
  const used = new Set<Arg>();
  for (const name of noted) {
    const arg = args.find((one) => !used.has(one) && means(reading, one, name));
    if (arg) used.add(arg);
  }
  return { right: used.size, found: args.length };
}

/** Adds one report's agreements to the counts; true when every part is right. */
export function scoreDeal(report: OwnReport, counts: Record<string, Count>): boolean {
  const reading = read({ text: report.text, published: PUBLISHED });
  const wanted = report.wanted.map(notedOf);
  const pairs = wanted
    .flatMap((noted, w) =>
      reading.agreements.map((made, m) => ({
        w,
        m,
        score: PARTS.reduce((sum, part) => sum + shared(reading, made, noted[part], part).right, 0),
      })),
    )
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.w - b.w || a.m - b.m);
  const ofWanted = new Map<number, Agreement>();
  const used = new Set<number>();
  for (const { w, m } of pairs) {
    if (ofWanted.has(w) || used.has(m)) continue;
    ofWanted.set(w, reading.agreements[m]!);
    used.add(m);
  }
  let whole = reading.agreements.length === wanted.length && used.size === wanted.length;
  const add = (part: string, found: number, want: number, right: number): void => {
    counts[part]!.found += found;
    counts[part]!.wanted += want;
    counts[part]!.right += right;
    if (found !== want || right !== want) whole = false;
  };
  add('agreements', reading.agreements.length, wanted.length, used.size);
  for (const part of PARTS) {
    for (const [w, noted] of wanted.entries()) {
      const made = ofWanted.get(w);
      const { right, found } = made ? shared(reading, made, noted[part], part) : { right: 0, found: 0 };
      add(part, found, noted[part].length, right);
    }
    for (const [m, made] of reading.agreements.entries())
      if (!used.has(m)) add(part, shared(reading, made, [], part).found, 0, 0);
  }
  return whole;
}

const ROW = /^(.+?): (.+?) (holds|contested|besieged|lost)(?: after (.+?))?( part)?$/;

/** Adds one report's rows of control to the counts; true when all are right. */
export function scoreControl(report: OwnReport, counts: Record<string, Count>): boolean {
  const reading = read({ text: report.text, published: PUBLISHED });
  const used = new Set<Control>();
  for (const line of report.wanted) {
    const [, place, holder, status, previous, part] = ROW.exec(line)!;
    const row = reading.control.find(
      (one) =>
        !used.has(one) &&
        means(reading, one.place, place!) &&
        means(reading, one.holder, holder!) &&
        one.status === status &&
        (previous === undefined || (one.previous !== null && means(reading, one.previous, previous))) &&
        (part === undefined) === ((one.part ?? null) === null),
    );
    if (row) used.add(row);
  }
  const count = counts.rows!;
  count.found += reading.control.length;
  count.wanted += report.wanted.length;
  count.right += used.size;
  return reading.control.length === report.wanted.length && used.size === report.wanted.length;
}

/** The figures of one file of reports, those at hand and those not. */
function rowsOf(file: 'deals' | 'control', known: boolean): ScoreRow[] {
  const reports = ownReports(file).filter((report) => report.known === known);
  const parts = file === 'deals' ? ['agreements', ...PARTS] : ['rows'];
  const counts = Object.fromEntries(parts.map((part) => [part, { found: 0, wanted: 0, right: 0 }]));
  const score = file === 'deals' ? scoreDeal : scoreControl;
  const whole = reports.filter((report) => score(report, counts)).length;
  const name = `${file}, ${known ? 'at hand' : 'not at hand'}`;
  return [
    ...parts.map((part): ScoreRow => {
      const { found, wanted, right } = counts[part]!;
      return {
        name: `${name}: ${part}`,
        values: [
          found,
          (100 * right) / Math.max(1, found),
          (100 * right) / Math.max(1, wanted),
          (200 * right) / Math.max(1, found + wanted),
          wanted,
        ],
      };
    }),
    {
      name: `${name}: reports all right`,
      values: [reports.length, null, (100 * whole) / reports.length, null, reports.length],
    },
  ];
}

/** Agreements and control in short reports of our own. */
export const dealsLayer: Layer = {
  name: 'deals',
  title: 'Agreements and control, own reports (n is the number of items noted)',
  columns: ['found', 'precision', 'recall', 'F1', 'n'],
  splits: ['own'],
  score: () => [
    ...rowsOf('deals', true),
    ...rowsOf('deals', false),
    ...rowsOf('control', true),
    ...rowsOf('control', false),
  ],
};
