import {
  ARGUMENT_STEPS,
  argumentFeatures,
  type WordRange,
  windowOf,
} from '../src/attribution/argument-features.ts';
import type { AttributionHead } from '../src/attribution/attribution-model.ts';
import { type AttributionModel, cuesIn, passagesOf } from '../src/attribution/attribution-reader.ts';
import { Chain, type ChainTables } from '../src/attribution/chain.ts';
import { CUE_STEPS, cueFeatures } from '../src/attribution/cue-features.ts';
import type { Passage } from '../src/attribution/passage.ts';
import { toDocument } from '../src/contract/document.ts';
import type { ParsedSentence } from '../src/model/draft.ts';
import { syntax } from '../src/parse/syntax.ts';
import { blank } from '../src/reading.ts';
import { segment } from '../src/text/segment.ts';
import { type ChainExample, type ChainPlan, type ChainWeights, trainChain } from './chain-training.ts';
import {
  type AttributedText,
  type GoldAttribution,
  readPolnear,
  type Stretch,
  touches,
  trimmed,
} from './gold-attribution.ts';
import { OWN_ATTRIBUTIONS, readMarked } from './own-attribution.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packFile, packTables, type TrainedTable } from './write-model.ts';

/** A document with its parse. */
export interface ParsedText extends AttributedText {
  readonly sentences: readonly ParsedSentence[];
}

/** How hard to train. */
export interface AttributionPlan {
  readonly folds: number;
  readonly cues: ChainPlan;
  readonly foldEpochs: number;
  readonly arguments: ChainPlan;
  /** Added to the cue states of a chain of one vote, to find more cues; `foldBonus` where cues for the arguments are looked for. */
  readonly bonus: number;
  readonly foldBonus: number;
  /** Weights below so many steps of 127 are left out. */
  readonly prune: number;
}

/** A passage with the attributions whose cue stands in it, as words. */
interface Lesson {
  readonly document: number;
  readonly passage: Passage;
  readonly cueStates: Uint8Array;
  readonly gold: readonly { readonly cue: WordRange; readonly attribution: GoldAttribution }[];
}

/** Passages of the documents with their cues; those in stretches that were not annotated are left out. */
function lessonsOf(texts: readonly ParsedText[]): Lesson[] {
  return texts.flatMap((t, document) => {
    const attributions = t.attributions.map((a) => trimmed(t.text, a)).filter((a) => a.cue.length > 0);
    return passagesOf(t.text, t.sentences)
      .filter((p) => p.count > 0)
      .filter((p) => !touches([[p.starts[0]!, p.ends[p.count - 1]!]], t.ignored))
      .map((passage) => {
        const cueStates = new Uint8Array(passage.count);
        const gold: { cue: WordRange; attribution: GoldAttribution }[] = [];
        for (const attribution of attributions) {
          const cue = wordsOf(passage, attribution.cue[0]!);
          if (cue === null || cueStates.subarray(cue.from, cue.to).some((s) => s > 0)) continue;
          for (let i = cue.from; i < cue.to; i++) cueStates[i] = i === cue.from ? 1 : 2;
          gold.push({ cue, attribution });
        }
        return { document, passage, cueStates, gold };
      });
  });
}

function wordsOf(p: Passage, [start, end]: Stretch): WordRange | null {
  let from = -1;
  let to = -1;
  for (let i = 0; i < p.count; i++) {
    if (p.starts[i]! >= end || p.ends[i]! <= start) continue;
    if (from < 0) from = i;
    if (p.sentence[i] === p.sentence[from]) to = i + 1;
  }
  return from < 0 ? null : { from, to };
}

function cueExamples(lessons: readonly Lesson[]): ChainExample[] {
  return lessons.map((l) => ({ features: () => cueFeatures(l.passage), states: l.cueStates }));
}

/** Examples for the arguments of `cues`; a cue that is none has neither source nor content. */
function argumentExamples(lesson: Lesson, cues: readonly WordRange[]): ChainExample[] {
  const { passage: p } = lesson;
  return cues.map((cue) => {
    const gold =
      lesson.gold.find((g) => g.cue.from === cue.from && g.cue.to === cue.to) ??
      lesson.gold.find((g) => g.cue.from < cue.to && cue.from < g.cue.to);
    const window = windowOf(p, cue);
    const states = new Uint8Array(window.to - window.from);
    for (let i = window.from; i < window.to; i++) {
      if (gold === undefined || (i >= cue.from && i < cue.to)) continue;
      const word: Stretch[] = [[p.starts[i]!, p.ends[i]!]];
      if (touches(word, gold.attribution.content)) states[i - window.from] = 2;
      else if (touches(word, gold.attribution.source)) states[i - window.from] = 1;
    }
    return { features: () => argumentFeatures(p, cue, cues, window), states };
  });
}

/** Trains cues, then their arguments on gold cues and on those that taggers of the other folds find. */
export function trainAttribution(
  texts: readonly ParsedText[],
  plan: AttributionPlan,
  say: Progress,
): AttributionModel {
  const lessons = lessonsOf(texts);
  const examples: ChainExample[] = lessons.flatMap((l) =>
    argumentExamples(
      l,
      l.gold.map((g) => g.cue),
    ),
  );
  for (let fold = 0; fold < plan.folds; fold++) {
    const part = lessons.filter((l) => l.document % plan.folds !== fold);
    const weights = trainChain(
      cueExamples(part),
      CUE_STEPS,
      { ...plan.cues, epochs: plan.foldEpochs, seed: plan.cues.seed + fold + 1, votes: 1 },
      (done) => say('cues for the arguments', (fold + done) / plan.folds),
    );
    const chain = new Chain(tables(weights, plan.cues), CUE_STEPS);
    for (const l of lessons)
      if (l.document % plan.folds === fold)
        examples.push(
          ...argumentExamples(l, cuesIn(l.passage, chain.decode(cueFeatures(l.passage), plan.foldBonus))),
        );
  }
  const cues = trainChain(cueExamples(lessons), CUE_STEPS, plan.cues, (part) => say('cues', part));
  const found = trainChain(examples, ARGUMENT_STEPS, plan.arguments, (part) =>
    say('sources and contents', part),
  );
  return {
    cues: tables(cues, plan.cues),
    arguments: tables(found, plan.arguments),
    bonus: plan.bonus * plan.cues.votes,
  };
}

function tables(weights: ChainWeights, plan: ChainPlan) {
  return {
    nodes: { bits: plan.nodeBits, columns: 4, weights: weights.nodes },
    edges: { bits: plan.edgeBits, columns: 16, weights: weights.edges },
    edgeScale: 1,
  };
}

/** Packs a model into one zstd file; weights that round below `prune` steps of 127 are left out. */
export function packAttribution(model: AttributionModel, prune: number): Buffer {
  const chain = (name: string, tables: ChainTables): TrainedTable[] => [
    { name: `${name} nodes`, ...tables.nodes, weights: Float32Array.from(tables.nodes.weights), prune },
    { name: `${name} edges`, ...tables.edges, weights: Float32Array.from(tables.edges.weights), prune },
  ];
  const { heads, sections } = packTables([
    ...chain('cue', model.cues),
    ...chain('argument', model.arguments),
  ]);
  const head: AttributionHead = { format: 'counterclaim-attribution-1', bonus: model.bonus, tables: heads };
  return packFile(head, sections);
}

/** Parses the documents as the reader does. */
export function parsed(texts: readonly AttributedText[], say: Progress): ParsedText[] {
  return texts.map((t, i) => {
    say('parsing', (i + 1) / texts.length);
    return { ...t, sentences: sentencesOf(t.text) };
  });
}

/** The sentences of a text with their parse, as the reader makes them. */
export function sentencesOf(text: string): readonly ParsedSentence[] {
  return syntax.run(segment.run(blank(toDocument({ id: 'document', text })))).sentences;
}

/** The plan of the shipped model. */
const FULL_PLAN: AttributionPlan = {
  folds: 4,
  foldEpochs: 4,
  cues: { epochs: 8, seed: 1, votes: 2, nodeBits: 19, edgeBits: 16, left: 0.2 },
  arguments: { epochs: 10, seed: 2, votes: 2, nodeBits: 20, edgeBits: 18, left: 0.2 },
  bonus: 3,
  foldBonus: 5,
  prune: 1,
};

/** The own reports count this often: they are few, and the prose is what the program reads. */
const OWN_COPIES = 3;

/** Trainer of `data/model/attribution.bin.zst`; it parses with the shipped syntax model, which must be there first. */
export const attributionTrainer: Trainer = {
  name: 'attribution',
  train: (gold, say) => {
    const own = Array.from({ length: OWN_COPIES }, () => readMarked(OWN_ATTRIBUTIONS)).flat();
    const model = trainAttribution(parsed([...readPolnear(gold, 'train'), ...own], say), FULL_PLAN, say);
    return [{ name: 'attribution.bin.zst', bytes: packAttribution(model, FULL_PLAN.prune) }];
  },
};
