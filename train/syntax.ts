import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseInput, tagTable } from '../src/parse/parse-input.ts';
import { tagInput } from '../src/parse/tagger.ts';
import { WordBank } from '../src/parse/word-bank.ts';
import { withCaseCopies } from './augment.ts';
import { summed } from './averaged.ts';
import { trainBeam } from './beam-training.ts';
import { readTreebank } from './conllu.ts';
import { type GoldSentence, readEwt, readGum } from './gold.ts';
import { trainLemmas } from './lemma-training.ts';
import { goldTree } from './oracle.ts';
import { countRelations } from './relation-table.ts';
import { trainRelations } from './relation-training.ts';
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
  /** By how much the right tag must lead the next before the tagger stops learning from a word. */
  readonly tagMargin: number;
  readonly folds: number;
  readonly foldEpochs: number;
  readonly epochs: number;
  readonly width: number;
  readonly seeds: number;
  readonly relationEpochs: number;
  readonly relationSeeds: number;
  /** By how much the right relation must lead the next before nothing is learned from an arc. */
  readonly relationMargin: number;
  /** Share of sentences added once more with other capitals. */
  readonly caseCopies: number;
  /** Rows of the tables, as powers of two. */
  readonly tagBits: number;
  readonly moveBits: number;
  readonly relationBits: number;
  /** Rows of the relations that the parser chooses for itself while its moves are trained. */
  readonly draftBits: number;
}

/** The plan of the shipped model. */
export const FULL_PLAN: SyntaxPlan = {
  tagEpochs: 5,
  tagSeeds: 3,
  tagMargin: 50,
  folds: 4,
  foldEpochs: 4,
  epochs: 7,
  width: 4,
  seeds: 2,
  relationEpochs: 5,
  relationSeeds: 4,
  relationMargin: 40,
  caseCopies: 0.05,
  tagBits: 18,
  moveBits: 22,
  relationBits: 18,
  draftBits: 18,
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
    margin: plan.tagMargin,
    progress: (part) => say('tags for the parser', part),
  });
  const tagger = summed(plan.tagSeeds, (seed) =>
    trainTagger(sentences, ids, facts, tags.length, {
      epochs: plan.tagEpochs,
      seed: seed + 1,
      bits: plan.tagBits,
      margin: plan.tagMargin,
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
  const moves = summed(plan.seeds, (seed) =>
    trainBeam(inputs, trees, possible, root, {
      epochs: plan.epochs,
      seed: seed + 3,
      width: plan.width,
      bits: { moves: plan.moveBits, relations: plan.draftBits },
      progress: (part) => say(`parser ${seed + 1} of ${plan.seeds}`, part),
    }),
  );
  const labels = summed(plan.relationSeeds, (seed) =>
    trainRelations(inputs, trees, possible, root, {
      epochs: plan.relationEpochs,
      seed: seed + 3,
      bits: plan.relationBits,
      margin: plan.relationMargin,
      progress: (part) => say(`relations ${seed + 1} of ${plan.relationSeeds}`, part),
    }),
  );
  say('packing', 0);
  const packed = packModel({ tags, relations, lemmas: trainLemmas(sentences) }, facts, possible, [
    { name: 'tagger', bits: plan.tagBits, columns: 64, weights: tagger, prune: 2, keep: 0.99999 },
    { name: 'moves', bits: plan.moveBits, columns: 4, weights: moves, prune: 5 },
    { name: 'labels', bits: plan.relationBits, columns: 64, weights: labels, prune: 4, keep: 0.99999 },
  ]);
  say('packing', 1);
  return packed;
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
