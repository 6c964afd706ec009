import { NAME_KEYS, nameKeys } from '../src/mention/name-features.ts';
import type { NamesHead } from '../src/mention/name-model.ts';
import {
  COLUMNS,
  KINDS,
  type NameDocument,
  type NameModel,
  NameTagger,
  nameDocument,
  STATES,
} from '../src/mention/name-tagger.ts';
import type { ParsedSentence } from '../src/model/draft.ts';
import { hashText, mix } from '../src/parse/feature-hash.ts';
import { syntax } from '../src/parse/syntax.ts';
import { blank } from '../src/reading.ts';
import { segment } from '../src/text/segment.ts';
import { Averaged, randomFrom, shuffled, summed } from './averaged.ts';
import {
  documentOf,
  type GoldName,
  type NamedText,
  REPORT,
  readGumNames,
  readMeantimeNames,
  readOwnNames,
  readWikiGold,
} from './gold-names.ts';
import { readRe3d } from './gold-re3d.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packFile, packTables } from './write-model.ts';

/** A text with its parse. */
export interface ParsedNames extends NamedText {
  readonly parsed: readonly ParsedSentence[];
}

/** How hard to train. */
export interface NamesPlan {
  readonly epochs: number;
  readonly seed: number;
  readonly votes: number;
  readonly bits: number;
  /** Share of the features left out at each step. */
  readonly left: number;
  /** What a wrong state costs in training. */
  readonly cost: number;
  readonly prune: number;
}

/** Words [from, from + states.length) of a sentence that may be names, with their states. */
interface Lesson {
  readonly document: NameDocument;
  readonly corpus: string;
  readonly sentence: number;
  readonly from: number;
  readonly states: Uint8Array;
}

/** Parses texts as the reader does, in the sentences that the corpus gives. */
export function parsedNames(texts: readonly NamedText[], say: Progress): ParsedNames[] {
  return texts.map((t, i) => {
    say('parsing', (i + 1) / texts.length);
    const draft = blank(documentOf(t));
    const cut =
      t.sentences === null
        ? segment.run(draft)
        : {
            ...draft,
            sentences: t.sentences.map(([start, end], k) => ({
              start,
              end,
              kind: 'body' as const,
              paragraph: k,
              tokens: [],
            })),
          };
    return { ...t, parsed: syntax.run(cut).sentences };
  });
}

/** States of the words of a sentence, from the names in it. */
export function statesOf(sentence: ParsedSentence, names: readonly GoldName[]): Uint8Array {
  const { tokens } = sentence;
  const states = new Uint8Array(tokens.length);
  for (const name of names) {
    const from = tokens.findIndex((t) => t.end > name.start);
    let to = from;
    while (to >= 0 && to < tokens.length && tokens[to]!.start < name.end) to++;
    if (from < 0 || to <= from || tokens[from]!.start >= name.end) continue;
    mark(states, from, to, KINDS.indexOf(name.kind));
  }
  return states;
}

function mark(states: Uint8Array, from: number, to: number, kind: number): void {
  for (let i = from; i < to; i++)
    states[i] = kind * 4 + (to - from === 1 ? 4 : i === from ? 1 : i === to - 1 ? 3 : 2);
}

function lessonsOf(tagger: NameTagger, texts: readonly ParsedNames[]): Lesson[] {
  return texts.flatMap((t) => {
    const document = nameDocument(tagger.bank, t.parsed);
    return t.parsed.flatMap((s, sentence) => {
      const gold = statesOf(
        s,
        t.names.filter((n) => n.start < s.end && n.end > s.start),
      );
      const { open, count } = document.words[sentence]!;
      const found: Lesson[] = [];
      for (let from = 0; from < count; from++) {
        if (open[from] === 0) continue;
        let to = from + 1;
        while (to < count && open[to] === 1) to++;
        if (
          !t.partial ||
          !s.tokens.slice(from, to).some((w, i) => i + from > 0 && w.upos === 'PROPN' && gold[from + i] === 0)
        )
          found.push({ document, corpus: t.corpus, sentence, from, states: within(gold, from, to) });
        from = to;
      }
      return found;
    });
  });
}

/** States of a stretch; a name that runs over its ends is cut there. */
function within(gold: Uint8Array, from: number, to: number): Uint8Array {
  const states = gold.slice(from, to);
  for (let i = 0; i < states.length; ) {
    if (states[i] === 0) {
      i++;
      continue;
    }
    const kind = (states[i]! - 1) >> 2;
    let end = i + 1;
    while (
      end < states.length &&
      states[end] !== 0 &&
      (states[end]! - 1) >> 2 === kind &&
      ((states[end]! - 1) & 3) % 3 !== 0
    )
      end++;
    mark(states, i, end, kind);
    i = end;
  }
  return states;
}

/*
 * Corpora differ in what they call a name. Every feature is learned twice, once for all corpora and once for its own, whose keys differ
 * in fixed bits; what was learned for one corpus is then the sum of the two rows, and costs nothing when names are read.
 */
function saltOf(corpus: string): number {
  return hashText(`corpus ${corpus}`);
}

function forCorpus(weights: Float32Array, bits: number, corpus: string): Float32Array {
  const flip = saltOf(corpus) >>> (32 - bits);
  const sum = new Float32Array(weights.length);
  for (let row = 0; row < 1 << bits; row++)
    for (let c = 0; c < STATES; c++)
      sum[row * COLUMNS + c] = weights[row * COLUMNS + c]! + weights[(row ^ flip) * COLUMNS + c]!;
  return sum;
}

/** Trains a tagger of names as a structured averaged perceptron; the same texts and seed give the same weights. */
export function trainNames(
  texts: readonly ParsedNames[],
  plan: NamesPlan,
  say: Progress,
): (corpus: string) => NameModel {
  const runs = Array.from({ length: plan.votes }, (_, vote) =>
    trainOne(texts, { ...plan, seed: plan.seed + vote * 101 }, (part) =>
      say('names', (vote + part) / plan.votes),
    ),
  );
  const steps = new Float64Array(STATES * STATES);
  for (const run of runs) for (let i = 0; i < steps.length; i++) steps[i]! += run.steps[i]!;
  const weights = summed(plan.votes, (i) => runs[i]!.nodes);
  return (corpus) => ({
    nodes: { bits: plan.bits, columns: COLUMNS, weights: forCorpus(weights, plan.bits, corpus) },
    steps,
    spread: SPREAD * plan.votes,
  });
}

/** How far a kind must lead, in units of one run, to be 2.7 times as likely as the next; found on texts left out of training. */
const SPREAD = 6;

function trainOne(
  texts: readonly ParsedNames[],
  plan: NamesPlan,
  progress: (part: number) => void,
): { nodes: Float32Array; steps: Float64Array } {
  const nodes = new Averaged(plan.bits, COLUMNS);
  const steps = new Float64Array(STATES * STATES);
  const stepSums = new Float64Array(STATES * STATES);
  let clock = 1;
  const tagger = new NameTagger({ nodes, steps, spread: 1 });
  const lessons = lessonsOf(tagger, texts);
  const random = randomFrom(plan.seed);
  const limit = Math.round(plan.left * 256);
  const keys = new Int32Array(NAME_KEYS * 2);
  let costs = new Float64Array(64 * STATES);
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    let done = 0;
    for (const l of shuffled(lessons.length, random)) {
      const { document, corpus, sentence, from, states } = lessons[l]!;
      const own = saltOf(corpus);
      const salt = Math.floor(random() * 0x7fffffff);
      const write = (i: number, into: Int32Array): number => {
        const n = nameKeys(
          tagger.bank,
          document.sentences[sentence]!,
          document.words[sentence]!,
          document.flags,
          from + i,
          into,
        );
        let kept = 0;
        for (let k = 0; k < n; k++)
          if (((mix(salt + i * 977 + k * 31) >>> 8) & 255) >= limit) into[kept++] = into[k]!;
        for (let k = 0; k < kept; k++) into[kept + k] = into[k]! ^ own;
        return kept * 2;
      };
      const count = states.length;
      if (costs.length < count * STATES) costs = new Float64Array(count * STATES * 2);
      for (let i = 0; i < count; i++)
        for (let s = 0; s < STATES; s++) costs[i * STATES + s] = s === states[i] ? 0 : plan.cost;
      tagger.weigh(count, write);
      const guess = tagger.best(count, costs);
      for (let i = 0; i < count; i++) {
        const right = states[i]!;
        const wrong = guess[i]!;
        if (right !== wrong) {
          const n = write(i, keys);
          nodes.add(keys, n, right, 1);
          nodes.add(keys, n, wrong, -1);
        }
        const a = (i > 0 ? states[i - 1]! : 0) * STATES + right;
        const b = (i > 0 ? guess[i - 1]! : 0) * STATES + wrong;
        if (a !== b) {
          steps[a]! += 1;
          stepSums[a]! += clock;
          steps[b]! -= 1;
          stepSums[b]! -= clock;
        }
      }
      nodes.tick();
      clock += 1;
      done += 1;
      if (done % 2000 === 0) progress((epoch + done / lessons.length) / plan.epochs);
    }
  }
  return { nodes: nodes.mean(), steps: steps.map((w, i) => w - stepSums[i]! / clock) };
}

/** Packs a model into one zstd file; weights that round below `prune` steps of 127 are left out. */
export function packNames(model: NameModel, prune: number): Buffer {
  const { bits, columns, weights } = model.nodes;
  const { heads, sections } = packTables([
    { name: 'nodes', bits, columns, weights: Float32Array.from(weights), prune, keep: 0.9999 },
  ]);
  const { scale } = heads[0]!;
  const head: NamesHead = {
    format: 'counterclaim-names-1',
    steps: Array.from(model.steps, (w) => Math.round(w * scale)),
    spread: Math.round(model.spread * scale),
    tables: heads,
  };
  return packFile(head, sections);
}

/** The plan of the shipped model. */
export const FULL_PLAN: NamesPlan = { epochs: 8, seed: 1, votes: 2, bits: 18, left: 0.2, cost: 1, prune: 14 };

/** Corpora beside the one that is asked about, parsed; re3d's pages of a broadcaster forbid commercial use and are left out. */
export function namesLessons(gold: string, say: Progress): ParsedNames[] {
  const re3d = readRe3d(gold, 'dev').filter((t) => !/BBC/.test(t.source));
  const texts = [...readWikiGold(gold), ...readGumNames(gold, 'train'), ...readMeantimeNames(gold), ...re3d];
  return parsedNames([...texts, ...readOwnNames()], say);
}

/** Trainer of `data/model/names.bin.zst`; it parses with the shipped syntax model, which must be there first. */
export const namesTrainer: Trainer = {
  name: 'names',
  train: (gold, say) => [
    {
      name: 'names.bin.zst',
      bytes: packNames(trainNames(namesLessons(gold, say), FULL_PLAN, say)(REPORT), FULL_PLAN.prune),
    },
  ],
};
