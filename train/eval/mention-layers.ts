import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MissingGold } from '../gold.ts';
import type { Layer } from './layer.ts';
import { evaluatePlaces } from './places.ts';
import { evaluateTimes, partsOf, readTimes } from './times.ts';

function folder(gold: string, name: string, file: string): string {
  const path = join(gold, name);
  if (!existsSync(join(path, file)))
    throw new MissingGold(
      `gold data is absent: ${join(path, file)} does not exist. Give the folder that holds it with --gold DIR.`,
    );
  return path;
}

/** Dates and times with their TIMEX3 value; the corpus has no development part, rules were made on it. */
export const timesLayer: Layer = {
  name: 'times',
  title: 'Times from raw text, TempEval-3',
  columns: ['documents', 'gold', 'found', 'strict F1', 'relaxed F1', 'value F1'],
  splits: ['train', 'test', 'platinum'],
  score: (gold, split) =>
    partsOf(readTimes(join(gold, 'times'), split)).map(([name, documents]) => {
      const s = evaluateTimes(documents);
      return { name, values: [s.documents, s.gold, s.found, s.strict, s.relaxed, s.value] };
    }),
};

/** Places with their point; both corpora are whole. */
export const placesLayer: Layer = {
  name: 'places',
  title: 'Places from raw text',
  columns: ['documents', 'gold', 'found', 'precision', 'recall', 'F1', 'within 161 km'],
  splits: ['all'],
  score: (gold) => {
    const found = evaluatePlaces(folder(gold, 'places', 'lgl.jsonl.gz'));
    return Object.entries(found).map(([name, s]) => ({
      name,
      values: [s.documents, s.gold, s.found, s.precision, s.recall, s.f1, s.within161],
    }));
  },
};
