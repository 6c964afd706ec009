import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDocument } from '../src/contract/document.ts';
import { packageRoot } from '../src/contract/version.ts';
import { gazetteer } from '../src/lexicon/gazetteer.ts';
import { naming } from '../src/mention/naming.ts';
import {
  PLACE_BITS,
  type PlaceModel,
  type PlaceModelHead,
  type PlaceScorer,
} from '../src/mention/place-model.ts';
import { kilometres, OWN_SIGNS, SHARED_SIGNS, weigh } from '../src/mention/place-option.ts';
import { isRead, STUDY, type Study, type Use } from '../src/mention/place-study.ts';
import type { ParsedSentence } from '../src/model/draft.ts';
import { syntax } from '../src/parse/syntax.ts';
import { blank } from '../src/reading.ts';
import { segment } from '../src/text/segment.ts';
import { readJsonLines } from './gold.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packFile, packTables } from './write-model.ts';

/** A place as a corpus marks it. */
export interface GoldPlace {
  readonly start: number;
  readonly end: number;
  readonly str: string;
  readonly type?: string;
  readonly geonameid?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** A document of LGL or GeoWebNews with its parse; `body` is where marked text begins (a title line bears no marks). */
export interface PlaceText {
  readonly id: string;
  readonly text: string;
  readonly body: number;
  readonly places: readonly GoldPlace[];
  readonly sentences: readonly ParsedSentence[];
}

/** Marks that are no names of places: nouns for places, names of others, languages and inhabitants. */
const NO_NAME = /Expression|Non_Toponym|Demonym|Language|Homonym/;

/** Reads one of the corpora, parsed as the reader does. */
export function readPlaceTexts(gold: string, name: string): PlaceText[] {
  return readJsonLines(join(gold, 'places', `${name}.jsonl.gz`)).map((row) => {
    const text = String(row['text']);
    return {
      id: String(row['id']),
      text,
      body: text.startsWith('TITLE:') ? text.indexOf('\n') : 0,
      places: row['toponyms'] as GoldPlace[],
      sentences: parsed(text),
    };
  });
}

function parsed(text: string): ParsedSentence[] {
  const draft = [segment, syntax, naming].reduce(
    (made, stage) => stage.run(made),
    blank(toDocument({ text })),
  );
  return draft.sentences.filter(isRead);
}

/** Reports of our own in the manner of conflict prose, which the corpora lack, from `train/toponyms/`. */
export function readOwnTexts(): PlaceText[] {
  const rows = readFileSync(join(packageRoot(), 'train', 'toponyms', 'conflict.txt'), 'utf8').split('\n');
  return rows
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row, at) => {
      const places: GoldPlace[] = [];
      let text = '';
      for (const [i, piece] of row.split(/[[\]]/u).entries()) {
        if (i % 2 === 1) places.push({ start: text.length, end: text.length + piece.length, str: piece });
        text += piece;
      }
      return { id: `own-${at}`, text, body: 0, places, sentences: parsed(text) };
    });
}

/** How often each report of our own is learned from. */
const OWN_TIMES = 3;

interface Lesson {
  readonly text: PlaceText;
  readonly study: Study;
  /** For each use the place that the corpus marks, null where it marks none, undefined where it says nothing. */
  readonly gold: readonly (GoldPlace | null | undefined)[];
}

function lessonOf(text: PlaceText, alone: readonly number[]): Lesson {
  const study = STUDY.open(text.text, text.sentences, gazetteer(), alone);
  const names = new Map<string, GoldPlace>();
  for (const place of text.places)
    if (!NO_NAME.test(place.type ?? '')) names.set(`${place.start} ${place.end}`, place);
  return { text, study, gold: study.uses.map((use) => goldOf(text, use, names)) };
}

function goldOf(
  text: PlaceText,
  { candidate }: Use,
  names: ReadonlyMap<string, GoldPlace>,
): GoldPlace | null | undefined {
  if (candidate.start < text.body) return undefined;
  const words = text.text.slice(candidate.start, candidate.end);
  const tail = /\s+\p{Ll}+$/u.exec(words)?.[0].length ?? 0;
  return (
    names.get(`${candidate.start} ${candidate.end}`) ??
    names.get(`${candidate.start} ${candidate.end - tail}`) ??
    names.get(`${candidate.start} ${candidate.end + 1}`) ??
    null
  );
}

/** Learns on some documents what `study` needs. */
export function trainPlaces(corpora: readonly PlaceText[], say: Progress = () => {}): PlaceModel {
  const own = readOwnTexts();
  const texts = [...corpora, ...Array.from({ length: OWN_TIMES }, () => own).flat()];
  const alone = rankWeights(
    texts.map((text) => lessonOf(text, new Array(OWN_SIGNS.length).fill(0))),
    null,
  );
  const lessons = texts.map((text) => lessonOf(text, alone));
  say('places', 0.3);
  const first = scorer(lessons);
  const fields = lessons.map((lesson) => {
    for (const use of lesson.study.uses) use.sure = score(first, use);
    for (const use of lesson.study.uses) use.named.sure = Math.max(use.named.sure, use.sure);
    return STUDY.confer(lesson.study, new Array(OWN_SIGNS.length + SHARED_SIGNS.length).fill(0));
  });
  const among = rankWeights(lessons, fields);
  lessons.forEach((lesson, at) => {
    for (const named of lesson.study.names) weigh(named, fields[at]!.get(named)!, among);
    STUDY.judgeAgain(lesson.study, fields[at]!, null);
  });
  say('places', 0.7);
  const second = scorer(lessons);
  return { alone, among, first, second };
}

type Field = ReadonlyMap<Study['names'][number], number[][]>;

/** Weights under which the marked places are the likeliest of their names: the conditional logit, by gradient, with a light pull to nought. */
function rankWeights(lessons: readonly Lesson[], fields: readonly Field[] | null): number[] {
  const cases: { signs: number[][]; right: boolean[] }[] = [];
  lessons.forEach((lesson, at) => {
    lesson.study.uses.forEach((use, i) => {
      const gold = lesson.gold[i];
      if (gold === null || gold === undefined || use.named.options.length < 2) return;
      const right = use.named.options.map(({ place }) => isRight(place, gold));
      if (!right.includes(true) || !right.includes(false)) return;
      const shared = fields?.[at]?.get(use.named);
      cases.push({
        signs: use.named.options.map((option, k) => [...option.own, ...(shared?.[k] ?? [])]),
        right,
      });
    });
  });
  const size = OWN_SIGNS.length + (fields === null ? 0 : SHARED_SIGNS.length);
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1e-6);
  for (let round = 0; round < 60; round++) {
    const slope = new Array<number>(size).fill(0);
    for (const { signs, right } of cases) {
      const scores = signs.map((row) => row.reduce((sum, value, k) => sum + value * weights[k]!, 0));
      const top = Math.max(...scores);
      const all = scores.map((value) => Math.exp(value - top));
      const sum = all.reduce((a, b) => a + b, 0);
      const good = all.reduce((a, b, k) => a + (right[k]! ? b : 0), 0);
      signs.forEach((row, k) => {
        const pull = (right[k]! ? all[k]! / good : 0) - all[k]! / sum;
        for (let j = 0; j < size; j++) slope[j]! += pull * row[j]!;
      });
    }
    for (let j = 0; j < size; j++) {
      const g = slope[j]! / Math.max(1, cases.length) - 1e-4 * weights[j]!;
      squares[j] = squares[j]! * 0.9 + g * g * 0.1;
      weights[j]! += (0.3 / (1 + round / 15)) * (g / Math.sqrt(squares[j]! + 1e-8));
    }
  }
  return weights.map((value) => Math.round(value * 1000) / 1000);
}

function isRight(place: { lat: number; lon: number; geonames: string | null }, gold: GoldPlace): boolean {
  if (typeof gold.lat === 'number' && typeof gold.lon === 'number')
    return kilometres({ lat: gold.lat, lon: gold.lon }, place) <= 161;
  const known = typeof gold.geonameid === 'string' ? gazetteer().withId(gold.geonameid) : null;
  return known !== null && kilometres(known, place) <= 161;
}

function score({ table, scale }: PlaceScorer, use: Use): number {
  let sum = 0;
  for (let at = 0; at < use.count; at++) sum += table.weights[use.keys[at]! >>> (32 - PLACE_BITS)]!;
  return 1 / (1 + Math.exp(-sum / scale));
}

/** Logistic regression over the hashed signs (AdaGrad, twelve passes, light pull to nought), in a fixed order. */
function scorer(lessons: readonly Lesson[]): PlaceScorer {
  const weights = new Float32Array(1 << PLACE_BITS);
  const squares = new Float32Array(1 << PLACE_BITS).fill(0.1);
  const cases = lessons.flatMap((lesson) =>
    lesson.study.uses.flatMap((use, at) => {
      const gold = lesson.gold[at];
      return gold === undefined ? [] : [{ keys: use.keys.slice(0, use.count), label: gold === null ? 0 : 1 }];
    }),
  );
  let seed = 7;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 4294967296;
  };
  for (let pass = 0; pass < PASSES; pass++) {
    for (let at = cases.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [cases[at], cases[other]] = [cases[other]!, cases[at]!];
    }
    for (const { keys, label } of cases) {
      let sum = 0;
      for (const key of keys) sum += weights[key >>> (32 - PLACE_BITS)]!;
      const error = label - 1 / (1 + Math.exp(-sum));
      for (const key of keys) {
        const row = key >>> (32 - PLACE_BITS);
        const g = error - DECAY * weights[row]!;
        squares[row]! += g * g;
        weights[row]! += (RATE * g) / Math.sqrt(squares[row]!);
      }
    }
  }
  return { table: { bits: PLACE_BITS, columns: 1, weights }, scale: 1 };
}

const PASSES = 8;
const RATE = 0.05;
const DECAY = 0.002;

/** Which words name a place, and which place: learned from LGL and GeoWebNews. */
export const placeTrainer: Trainer = {
  name: 'places',
  train: (gold, say) => {
    const model = trainPlaces([...readPlaceTexts(gold, 'lgl'), ...readPlaceTexts(gold, 'geowebnews')], say);
    const table = (name: 'first' | 'second') => ({
      name,
      bits: PLACE_BITS,
      columns: 1,
      weights: Float32Array.from(model[name].table.weights),
      prune: 1,
    });
    const packed = packTables([table('first'), table('second')]);
    const head: PlaceModelHead = {
      format: 'counterclaim-place-1',
      alone: model.alone,
      among: model.among,
      tables: packed.heads,
    };
    return [{ name: 'place.bin.zst', bytes: packFile(head, packed.sections) }];
  },
};
