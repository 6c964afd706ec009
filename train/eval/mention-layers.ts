import { join } from 'node:path';
import type { Layer } from './layer.ts';
import { evaluateTimes, partsOf, readTimes } from './times.ts';

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
