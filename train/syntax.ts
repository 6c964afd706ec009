import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseInput, tagTable } from '../src/parse/parse-input.ts';
import { tagInput } from '../src/parse/tagger.ts';
import { WordBank } from '../src/parse/word-bank.ts';
import { withCaseCopies } from './augment.ts';
import { trainBeam } from './beam-training.ts';
import { readTreebank } from './conllu.ts';
import { type GoldSentence, readEwt, readGum } from './gold.ts';
import { trainLemmas } from './lemma-training.ts';
import { goldTree } from './oracle.ts';
import { countRelations } from './relation-table.ts';
import { countWords, jackknifeTags, tagIds, tagNames, trainTagger } from './tag-training.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packModel } from './write-model.ts';

/**
 * Genres of GUM whose texts may be used for anything: CC BY, CC BY-SA or public domain by the corpus's own account. Fiction,
 * how-to guides, letters, podcasts and essays are non-commercial; reddit is masked.
 */
export const FREE_GENRES: readonly string[] = [
  'academic',
  'bio',
  'conversation',
  'court',
  'interview',
  'news',
  'speech',
  'textbook',
  'vlog',
  'voyage',
];

/** How hard to train: more takes longer and gains little. */
export interface SyntaxPlan {
  readonly tagEpochs: number;
  readonly tagSeeds: number;
  readonly folds: number;
  readonly foldEpochs: number;
  readonly epochs: number;
  readonly width: number;
  readonly seeds: number;
  /** Share of sentences added once more with other capitals. */
  readonly caseCopies: number;
  /** Rows of the tables, as powers of two. */
  readonly tagBits: number;
  readonly moveBits: number;
  readonly relationBits: number;
}

/** The plan of the shipped model. */
export const FULL_PLAN: SyntaxPlan = {
  tagEpochs: 8,
  tagSeeds: 3,
  folds: 4,
  foldEpochs: 4,
  epochs: 7,
  width: 4,
  seeds: 2,
  caseCopies: 0.05,
  tagBits: 18,
  moveBits: 23,
  relationBits: 18,
};

/** Trains tagger, parser and lemma list on gold sentences and packs them. */
export function trainSyntax(gold: readonly GoldSentence[], plan: SyntaxPlan, say: Progress): Buffer {
  const sentences = withCaseCopies(gold, plan.caseCopies, 11);
  const tags = tagNames(sentences);
  const ids = sentences.map((s) => tagIds(tags, s));
  const facts = countWords(sentences, ids, 2);

  const guessed = jackknifeTags(sentences, ids, tags.length, {
    folds: plan.folds,
    epochs: plan.foldEpochs,
    seed: 5,
    bits: plan.tagBits,
    progress: (part) => say('tags for the parser', part),
  });
  const tagger = sum(plan.tagSeeds, (seed) =>
    trainTagger(sentences, ids, facts, tags.length, {
      epochs: plan.tagEpochs,
      seed: seed + 1,
      bits: plan.tagBits,
      progress: (part) => say(`tagger ${seed + 1} of ${plan.tagSeeds}`, part),
    }),
  );

  const bank = new WordBank(facts);
  const table = tagTable(tags);
  const relations = [...new Set(sentences.flatMap((s) => s.deprels))].sort();
  const inputs = sentences.map((s, k) =>
    parseInput(bank, table, tagInput(bank, s.forms).rows, guessed[k]!, s.forms.length),
  );
  const trees = sentences.map((s) =>
    goldTree(
      s.heads,
      Int32Array.from(s.deprels, (r) => relations.indexOf(r)),
    ),
  );
  const root = relations.indexOf('root');
  const possible = countRelations(table, guessed, trees, relations.length, root);
  const parsers = Array.from({ length: plan.seeds }, (_, seed) =>
    trainBeam(inputs, trees, possible, root, {
      epochs: plan.epochs,
      seed: seed + 3,
      width: plan.width,
      bits: { moves: plan.moveBits, relations: plan.relationBits },
      progress: (part) => say(`parser ${seed + 1} of ${plan.seeds}`, part),
    }),
  );
  say('packing', 0);
  const packed = packModel({ tags, relations, lemmas: trainLemmas(sentences) }, facts.facts, possible, [
    { name: 'tagger', bits: plan.tagBits, columns: 64, weights: tagger, prune: 4 },
    {
      name: 'moves',
      bits: plan.moveBits,
      columns: 4,
      weights: sum(plan.seeds, (i) => parsers[i]!.moves),
      prune: 5,
    },
    {
      name: 'labels',
      bits: plan.relationBits,
      columns: 64,
      weights: sum(plan.seeds, (i) => parsers[i]!.relations),
      prune: 4,
    },
  ]);
  say('packing', 1);
  return packed;
}

/** Adds up the weights of models that differ in their seed; linear models vote this way at the cost of one. */
function sum(count: number, make: (index: number) => Float32Array): Float32Array {
  const total = make(0);
  for (let i = 1; i < count; i++) {
    const next = make(i);
    for (let k = 0; k < total.length; k++) total[k]! += next[k]!;
  }
  return total;
}

/** Folder of the hand-made sentences that are part of the project. */
export const OWN_TREEBANK: string = join(dirname(fileURLToPath(import.meta.url)), 'treebank');

/** The own sentences count this often: they are few, and the prose is what the program reads. */
const OWN_COPIES = 3;

/** Trainer of `data/model/syntax.bin.zst`. */
export const syntaxTrainer: Trainer = {
  name: 'syntax',
  train: (gold, say) => {
    const sentences = [
      ...readEwt(gold, 'train'),
      ...readGum(gold, 'train', FREE_GENRES),
      ...Array.from({ length: OWN_COPIES }, () => readTreebank(OWN_TREEBANK)).flat(),
    ];
    return [{ name: 'syntax.bin.zst', bytes: trainSyntax(sentences, FULL_PLAN, say) }];
  },
};
