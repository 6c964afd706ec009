import { CASE_KEYS, CASES, caseInput, caseKeys } from '../src/parse/case-features.ts';
import type { CaseHead } from '../src/parse/case-model.ts';
import { sumRows } from '../src/parse/weight-table.ts';
import { paragraphs } from '../src/text/paragraph.ts';
import { ends } from '../src/text/sentence.ts';
import { words } from '../src/text/word.ts';
import { Averaged, randomFrom, shuffled } from './averaged.ts';
import { readEwt, readGum } from './gold.ts';
import { readPolnear } from './gold-attribution.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packFile, packTables } from './write-model.ts';

/** Bits of the table's rows. */
const BITS = 16;
/** Weights that round below this many steps are left out. */
const PRUNE = 2;
/** By how much the right case must lead before a word teaches nothing more. */
const MARGIN = 4;

/** A sentence with the case of each word as an index of `CASES`, 255 where its place tells nothing. */
export interface CasedSentence {
  readonly forms: readonly string[];
  readonly cases: Uint8Array;
}

const FIRST_OF_SENTENCE = 255;

/** The cases of a sentence's words; null for one in capitals, or with nearly every word capitalised, which shows nothing. */
export function casedSentence(forms: readonly string[]): CasedSentence | null {
  const cases = new Uint8Array(forms.length);
  let small = 0;
  let started = false;
  for (const [i, form] of forms.entries()) {
    const capitals = form.replace(/[^\p{Lu}]/gu, '').length;
    if (!/\p{L}/u.test(form)) cases[i] = 0;
    else if (/^\P{L}*\p{Ll}/u.test(form)) cases[i] = 0;
    else cases[i] = capitals > 1 && !/\p{Ll}/u.test(form) ? 2 : 1;
    if (cases[i] === 0 && /\p{L}/u.test(form)) small++;
    if (/\p{L}/u.test(form) && !started) {
      if (cases[i] === 1) cases[i] = FIRST_OF_SENTENCE;
      started = true;
    } else if (/^["“”'‘:]$/.test(forms[i - 1] ?? '') && cases[i] === 1) cases[i] = FIRST_OF_SENTENCE;
  }
  return small * 3 < forms.length ? null : { forms, cases };
}

/** Trains the table; the same sentences give the same weights. */
export function trainCases(
  sentences: readonly CasedSentence[],
  epochs: number,
  say: Progress,
): { bits: number; columns: number; weights: Float32Array } {
  const table = new Averaged(BITS, 8);
  const keys = new Int32Array(CASE_KEYS);
  const scores = new Float64Array(8);
  const random = randomFrom(7);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const s of shuffled(sentences.length, random)) {
      const { forms, cases } = sentences[s]!;
      const input = caseInput(forms);
      let before = 3;
      let earlier = 3;
      for (let i = 0; i < input.count; i++) {
        let best = 0;
        if (/\p{L}/u.test(forms[i]!)) {
          const n = caseKeys(input, i, before, earlier, keys);
          sumRows(table, keys, n, scores, 8);
          for (let c = 1; c < CASES.length; c++) if (scores[c]! > scores[best]!) best = c;
          const right = cases[i]!;
          // a capital that opens a sentence may be a small word or a name, but is no acronym
          const wanted = right !== FIRST_OF_SENTENCE ? right : scores[1]! > scores[0]! ? 1 : 0;
          let rival = right === FIRST_OF_SENTENCE ? 2 : wanted === 0 ? 1 : 0;
          for (let c = 0; c < CASES.length && right !== FIRST_OF_SENTENCE; c++)
            if (c !== wanted && scores[c]! > scores[rival]!) rival = c;
          if (scores[wanted]! - scores[rival]! < MARGIN) {
            table.add(keys, n, wanted, 1);
            table.add(keys, n, rival, -1);
          }
          table.tick();
        }
        earlier = before;
        before = best;
      }
    }
    say('case', (epoch + 1) / epochs);
  }
  return { bits: BITS, columns: 8, weights: table.mean() };
}

/** The sentences of the treebanks and of the articles with attributions. */
export function casedGold(gold: string, split: string): CasedSentence[] {
  const treebanks = [...readEwt(gold, split), ...readGum(gold, split, null)].map((s) => s.forms);
  const articles = readPolnear(gold, split).flatMap(({ text }) =>
    paragraphs(text).flatMap((p) => {
      const stops = ends(text, p.start, p.end);
      return stops.map((end, i) => words(text, i === 0 ? p.start : stops[i - 1]!, end).map((w) => w.form));
    }),
  );
  return [...treebanks, ...articles].flatMap((forms) => casedSentence(forms) ?? []);
}

/** Trainer of `data/model/case.bin.zst`. */
export const caseTrainer: Trainer = {
  name: 'case',
  train: (gold, say) => {
    const table = trainCases(casedGold(gold, 'train'), 4, say);
    const { heads, sections } = packTables([{ name: 'cases', ...table, prune: PRUNE }]);
    const head: CaseHead = { format: 'counterclaim-case-1', tables: heads };
    return [{ name: 'case.bin.zst', bytes: packFile(head, sections) }];
  },
};
