import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findTimes, type TimeFound } from '../../src/mention/time.ts';
import { parseSentence } from '../../src/parse/parse.ts';
import { sentences } from '../../src/text/sentence.ts';
import { words } from '../../src/text/word.ts';
import { readJsonLines } from '../gold.ts';

interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly str: string;
  readonly type: string;
  readonly value: string | null;
}

interface GoldDocument {
  readonly id: string;
  readonly source?: string;
  readonly dct: string | null;
  readonly text: string;
  readonly timex: readonly GoldTime[];
}

/** F1 of time expressions in percent: exact spans, overlapping spans, overlapping spans with the right TIMEX3 value. */
export interface TimeScores {
  readonly documents: number;
  readonly gold: number;
  readonly found: number;
  readonly strict: number;
  readonly relaxed: number;
  readonly value: number;
}

/** Called with every difference, for a look at what goes wrong. */
export type TimeWitness = (
  kind: string,
  document: string,
  gold: GoldTime | null,
  found: TimeFound | null,
  text: string,
) => void;

/** The TimeML documents of a split (JSON Lines, gzip). Throws `MissingGold`. */
export function readTimes(goldDir: string, split: string): GoldDocument[] {
  return readJsonLines(join(goldDir, `tempeval3-${split}.jsonl.gz`)) as unknown as GoldDocument[];
}

/** Parts of the documents that are scored by themselves: each source where there are several, every second document. */
export function partsOf(documents: readonly GoldDocument[]): [string, readonly GoldDocument[]][] {
  const sources = [...Map.groupBy(documents, (d) => d.source ?? '')];
  return [
    ['all', documents],
    ...(sources.length > 1 ? sources : []),
    ['documents of even number', documents.filter((_, i) => i % 2 === 0)],
    ['documents of odd number', documents.filter((_, i) => i % 2 === 1)],
  ];
}

/**
 * Scores DATE and TIME expressions. Strict: the same span; relaxed: spans that overlap, each gold one taken once; value: those of
 * them with the same TIMEX3 value. A range counts as its two ends, since TIMEX3 has no expression with two.
 */
export function evaluateTimes(
  documents: readonly GoldDocument[],
  witness: TimeWitness = () => {},
): TimeScores {
  let [gold, found, strict, relaxed, value] = [0, 0, 0, 0, 0];
  for (const document of documents) {
    const wanted = document.timex.filter((time) => time.type === 'DATE' || time.type === 'TIME');
    const read = timesOf(document.text, document.dct).flatMap(ends);
    const taken = new Set<GoldTime>();
    gold += wanted.length;
    for (const time of read.filter((each) => each.timex === 'DATE' || each.timex === 'TIME')) {
      found++;
      const hit = best(time, wanted, taken);
      if (hit === null) {
        witness('extra', document.id, null, time, document.text);
        continue;
      }
      taken.add(hit);
      relaxed++;
      if (hit.start === time.start && hit.end === time.end) strict++;
      else witness('span', document.id, hit, time, document.text);
      if (sameValue(hit.value, time.value)) value++;
      else witness('value', document.id, hit, time, document.text);
    }
    for (const missed of wanted)
      if (!taken.has(missed)) witness('missed', document.id, missed, null, document.text);
  }
  const f1 = (right: number) => Math.round((20000 * right) / Math.max(1, gold + found)) / 100;
  return {
    documents: documents.length,
    gold,
    found,
    strict: f1(strict),
    relaxed: f1(relaxed),
    value: f1(value),
  };
}

function timesOf(text: string, published: string | null): TimeFound[] {
  const all: TimeFound[] = [];
  for (const sentence of sentences(text)) {
    const tokens = parseSentence(words(text, sentence.start, sentence.end));
    all.push(...findTimes(text, sentence, tokens, { published, earlier: all }));
  }
  return all;
}

/** "Between 1985 and 1987" counts as the two years in it. */
function ends(time: TimeFound): TimeFound[] {
  const values = time.value?.split('/') ?? [];
  const link = /\s*(?:[-–—]|\b(?:and|to|until)\b)\s*/.exec(time.text);
  if (values.length !== 2 || link === null) return [time];
  const lead = /^(?:between|from)\s+/i.exec(time.text)?.[0].length ?? 0;
  const part = (from: number, to: number, value: string): TimeFound => ({
    ...time,
    start: time.start + from,
    end: time.start + to,
    text: time.text.slice(from, to),
    value,
  });
  return [
    part(lead, link.index, values[0]!),
    part(link.index + link[0].length, time.text.length, values[1]!),
  ];
}

function best(time: TimeFound, wanted: readonly GoldTime[], taken: ReadonlySet<GoldTime>): GoldTime | null {
  let found: GoldTime | null = null;
  for (const each of wanted) {
    if (taken.has(each) || each.start >= time.end || time.start >= each.end) continue;
    if (found === null || (each.start === time.start && each.end === time.end)) found = each;
  }
  return found;
}

/** TIMEX3 values are equal as written, clock times also where one leaves out the minutes. */
function sameValue(gold: string | null, found: string | null): boolean {
  return gold === found || (gold !== null && found !== null && gold.includes('T') && `${gold}:00` === found);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const verbose = process.argv.includes('--errors');
  const documents = readTimes(process.argv[2] ?? '../shared/gold/times', 'train');
  const scores = evaluateTimes(documents, (kind, id, gold, found, text) => {
    if (!verbose) return;
    const at = gold?.start ?? found?.start ?? 0;
    const around = text.slice(Math.max(0, at - 50), at + 50).replace(/\s+/g, ' ');
    console.log(
      `${kind}\t${gold?.str ?? ''} ${gold?.value ?? ''}\t${found?.text ?? ''} ${found?.value ?? ''}\t${id}\t${around}`,
    );
  });
  console.table([scores]);
}
