import { hashText } from '../src/parse/feature-hash.ts';
import { highest, TAG_KEYS, Tagger, type TagInput, tagInput, tagKeys } from '../src/parse/tagger.ts';
import { sumRows } from '../src/parse/weight-table.ts';
import { foldForm, SURE, WordBank, type WordFacts } from '../src/parse/word-bank.ts';
import { Averaged, randomFrom, shuffled } from './averaged.ts';
import type { GoldSentence } from './gold.ts';

/** Pairs that mark typing errors and foreign bits; they would take the place of rare but real ones such as "whose". */
const ODD = /^X (?!FW|LS)|^(?:ADV|NOUN) FW| (?:GW|AFX)$/;

/** Names of the joint classes ("VERB VBD"), most frequent first, at most 64. */
export function tagNames(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const s of sentences)
    for (let i = 0; i < s.forms.length; i++) {
      const name = `${s.upos[i]} ${s.xpos[i]}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return [...counts]
    .filter(([name]) => !ODD.test(name))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 64)
    .map(([name]) => name);
}

/** Class of each word; a rare pair counts as the commonest class with the same part of speech. */
export function tagIds(names: readonly string[], s: GoldSentence): Uint8Array {
  return Uint8Array.from(s.forms, (_, i) => {
    const exact = names.indexOf(`${s.upos[i]} ${s.xpos[i]}`);
    return exact >= 0
      ? exact
      : Math.max(
          0,
          names.findIndex((n) => n.startsWith(`${s.upos[i]} `)),
        );
  });
}

/** A word seen this often has no other tags than it was seen with, rare ones apart: one in so many is a slip. */
const TELLING = 20;
const RARE = 500;

/** Counts which tags a word takes; `least` is how often a word must be seen to be listed. */
export function countWords(
  sentences: readonly GoldSentence[],
  ids: readonly Uint8Array[],
  least: number,
): WordFacts {
  const counts = new Map<number, Map<number, number>>();
  sentences.forEach((s, k) => {
    s.forms.forEach((form, i) => {
      const hash = hashText(foldForm(form));
      const tags = counts.get(hash) ?? new Map<number, number>();
      counts.set(hash, tags);
      const tag = ids[k]![i]!;
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
    });
  });
  const facts = new Map<number, number>();
  const lists = new Map<string, number>();
  for (const [hash, tags] of [...counts].sort((a, b) => a[0] - b[0])) {
    const ranked = [...tags].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    let total = 0;
    for (const [, n] of ranked) total += n;
    if (total < least) continue;
    const [best, hits] = ranked[0]!;
    const second = ranked[1] !== undefined && ranked[1][1] >= 0.08 * total ? ranked[1][0] + 1 : 0;
    const sure = total >= 50 && hits >= 0.998 * total ? 0x4000 : 0;
    let list = 0;
    if (total >= TELLING) {
      const own = ranked.filter(([, n]) => n * RARE > total).map(([tag]) => tag);
      const key = own.join(' ');
      list = lists.get(key) ?? lists.size + 1;
      lists.set(key, list);
    }
    facts.set(hash, best | (second << 7) | sure | 0x8000 | (list << 16));
  }
  return { facts, lists: [...lists.keys()].map((key) => Uint8Array.from(key.split(' '), Number)) };
}

/** Index of the highest of the first `classes` scores but that of `right`. */
function highestBut(scores: Float64Array, classes: number, right: number): number {
  let best = right === 0 ? 1 : 0;
  for (let c = best + 1; c < classes; c++) if (c !== right && scores[c]! > scores[best]!) best = c;
  return best;
}

/**
 * Trains a tagger; the same sentences and seed give the same weights. It learns from a word until the right class leads the next
 * by `margin`, since a narrow lead on words it has seen does not last on words it has not.
 */
export function trainTagger(
  sentences: readonly GoldSentence[],
  ids: readonly Uint8Array[],
  facts: WordFacts,
  classes: number,
  options: {
    readonly epochs: number;
    readonly seed: number;
    readonly bits: number;
    readonly margin: number;
    readonly progress: (part: number) => void;
  },
): Float32Array {
  const bank = new WordBank(facts);
  const table = new Averaged(options.bits, 64);
  const random = randomFrom(options.seed);
  const inputs: TagInput[] = sentences.map((s) => tagInput(bank, s.forms));
  const keys = new Int32Array(TAG_KEYS);
  const scores = new Float64Array(64);
  const tags = new Uint8Array(4096);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let done = 0;
    for (const k of shuffled(sentences.length, random)) {
      const input = inputs[k]!;
      const gold = ids[k]!;
      for (let i = 0; i < input.count; i++) {
        const sure = bank.cells[input.rows[i]! + SURE]!;
        if (sure >= 0) {
          tags[i] = sure;
          continue;
        }
        const n = tagKeys(bank, input, i, tags, keys);
        sumRows(table, keys, n, scores, classes);
        const guess = highest(scores, classes);
        const right = gold[i]!;
        const rival = highestBut(scores, classes, right);
        if (guess !== right || scores[right]! - scores[rival]! < options.margin) {
          table.add(keys, n, right, 1);
          table.add(keys, n, rival, -1);
        }
        tags[i] = guess;
        table.tick();
      }
      done += 1;
      if (done % 2000 === 0) options.progress((epoch + done / sentences.length) / options.epochs);
    }
  }
  return table.mean();
}

/** Tags each sentence with a tagger trained on the other folds, so that a parser learns from realistic tags. */
export function jackknifeTags(
  sentences: readonly GoldSentence[],
  ids: readonly Uint8Array[],
  classes: number,
  options: {
    readonly folds: number;
    readonly epochs: number;
    readonly seed: number;
    readonly bits: number;
    readonly margin: number;
    readonly progress: (part: number) => void;
  },
): Uint8Array[] {
  const out: Uint8Array[] = new Array(sentences.length);
  for (let fold = 0; fold < options.folds; fold++) {
    const kept = sentences.map((_, i) => i).filter((i) => i % options.folds !== fold);
    const some = kept.map((i) => sentences[i]!);
    const someIds = kept.map((i) => ids[i]!);
    const facts = countWords(some, someIds, 2);
    const weights = trainTagger(some, someIds, facts, classes, {
      epochs: options.epochs,
      seed: options.seed + fold,
      bits: options.bits,
      margin: options.margin,
      progress: (p) => options.progress((fold + p) / options.folds),
    });
    const bank = new WordBank(facts);
    const tagger = new Tagger(bank, { bits: options.bits, columns: 64, weights }, classes);
    for (let i = fold; i < sentences.length; i += options.folds)
      out[i] = tagger.tag(tagInput(bank, sentences[i]!.forms));
  }
  return out;
}
