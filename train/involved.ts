import type { Draft } from '../src/model/draft.ts';
import { INVOLVED_ROLES } from '../src/model/involved.ts';
import {
  allOdds,
  bagKeys,
  documentKeys,
  evidenceOf,
  type Layout,
  LEAST_ODDS,
  layoutOf,
  mentionKeys,
  relevanceOf,
} from '../src/proposition/involved-document.ts';
import type { Relevance } from '../src/proposition/involved-features.ts';
import type { InvolvedHead } from '../src/proposition/involved-model.ts';
import {
  INVOLVED_TABLES,
  type InvolvedModel,
  involvedIn,
  keysOfGroup,
  wordingsOfGroup,
} from '../src/proposition/involved-reader.ts';
import { chance, type OddsTable, oddsOf, ROLE_COUNT } from '../src/proposition/involved-score.ts';
import { wordingsOf } from '../src/proposition/involved-wording.ts';
import { draftBefore } from '../src/reading.ts';
import { type FillerTally, plainString, shares, tallyFillers } from './eval/fillers.ts';
import { type MucDocument, readMuc } from './eval/muc-gold.ts';
import { type Example, type LogisticPlan, trainLogistic } from './logistic.ts';
import type { Progress, Trainer } from './trainer.ts';
import { packFile, packTables } from './write-model.ts';

/** A document to learn from. */
export interface Lesson {
  readonly layout: Layout;
  /** Strings wanted for each role, as they are compared. */
  readonly wanted: readonly ReadonlySet<string>[];
  /** Roles of each candidate, a bit each. */
  readonly roles: Int32Array;
  readonly reports: boolean;
}

/** Parts that the training documents are cut into, so that later steps learn from what earlier ones say of documents they never saw. */
const FOLDS = 4;

const plan = (bits: number, classes: number, epochs: number, rate: number, left: number): LogisticPlan => ({
  bits,
  classes,
  epochs,
  rate,
  decay: 1e-4,
  left,
  seed: bits + classes,
});

const PLANS: Readonly<Record<(typeof INVOLVED_TABLES)[number], LogisticPlan>> = {
  sentence: plan(16, 1, 4, 0.1, 0.2),
  words: plan(16, 1, 5, 0.05, 0.5),
  mention: plan(18, ROLE_COUNT, 6, 0.1, 0.3),
  bag: plan(18, ROLE_COUNT, 6, 0.07, 0.4),
  document: plan(14, 1, 10, 0.05, 0.2),
  group: plan(15, 1, 6, 0.05, 0.2),
  wording: plan(15, 1, 6, 0.05, 0.2),
};

/** A draft as a lesson; `fillers` are the strings wanted. */
export function lessonOf(draft: Draft, { fillers }: Pick<MucDocument, 'fillers'>): Lesson {
  const layout = layoutOf(draft);
  const wanted = INVOLVED_ROLES.map((role) => new Set(fillers[role].flat().map(plainString)));
  const roles = Int32Array.from(layout.candidates, (c) => {
    const { tokens } = draft.sentences[c.sentence]!;
    const texts = wordingsOf(draft, c).map(([from, to]) =>
      plainString(draft.document.text.slice(tokens[from]!.start, tokens[to - 1]!.end)),
    );
    return wanted.reduce((set, w, r) => (texts.some((t) => w.has(t)) ? set | (1 << r) : set), 0);
  });
  return { layout, wanted, roles, reports: wanted.some((w) => w.size > 0) };
}

/** What the steps say of a lesson while the model is in the making. */
interface Work {
  readonly lesson: Lesson;
  relevance: Relevance;
  mentions: Int32Array[];
  odds: Float64Array;
  bags: Float64Array;
  document: number;
}

/** Trains the seven tables; the same lessons give the same weights. */
export function trainInvolved(lessons: readonly Lesson[], say: Progress): InvolvedModel['tables'] {
  const works = lessons.map(
    (lesson): Work => ({
      lesson,
      relevance: { sentences: new Float64Array(0), document: 0 },
      mentions: [],
      odds: new Float64Array(0),
      bags: new Float64Array(0),
      document: 0,
    }),
  );
  /** Trains a table on all lessons, and once without each part of them for the answers to that part. */
  const step = (
    name: (typeof INVOLVED_TABLES)[number],
    examples: (work: Work) => readonly Example[],
    answer: (work: Work, table: OddsTable) => void = () => {},
  ): OddsTable => {
    const all = works.map(examples);
    const made: OddsTable = { ...trainLogistic(all.flat(), PLANS[name]), scale: 1 };
    const parts = answer.length === 0 ? 0 : FOLDS;
    const answers: (() => void)[] = [];
    for (let fold = 0; fold < parts; fold++) {
      const part = {
        ...trainLogistic(all.filter((_, i) => i % FOLDS !== fold).flat(), PLANS[name]),
        scale: 1,
      };
      for (const [i, work] of works.entries()) if (i % FOLDS === fold) answers.push(() => answer(work, part));
    }
    for (const give of answers) give();
    say(name, 1);
    return made;
  };
  const blank: OddsTable = { bits: 1, columns: 8, weights: new Float32Array(16), scale: 1 };
  const sentence = step('sentence', sentenceExamples, (w, t) => {
    w.relevance = relevanceOf(w.lesson.layout, t, blank);
  });
  const words = step(
    'words',
    ({ lesson }) => [{ keys: lesson.layout.whole, classes: Number(lesson.reports) }],
    (w, t) => {
      w.relevance = { ...w.relevance, document: chance(oddsOf(t, w.lesson.layout.whole)) };
    },
  );
  for (const w of works) w.mentions = mentionKeys(w.lesson.layout, w.relevance);
  const answerMentions = (w: Work, t: OddsTable) => {
    w.odds = allOdds(t, w.mentions);
  };
  step(
    'mention',
    (w) => w.mentions.map((keys, i) => ({ keys, classes: w.lesson.roles[i]! })),
    answerMentions,
  );
  // of the mentions of a participant, those that look like it teach; the others say nothing of its part
  const telling = new Map(works.map((w) => [w, tellingExamples(w)]));
  const mention = step('mention', (w) => telling.get(w)!, answerMentions);
  const bag = step(
    'bag',
    (w) =>
      bagKeys(w.lesson.layout, w.mentions, w.odds, PLANS.bag.bits).map((keys, g) => ({
        keys,
        classes: w.lesson.layout.groups[g]!.members.reduce((set, i) => set | w.lesson.roles[i]!, 0),
      })),
    (w, t) => {
      w.bags = allOdds(t, bagKeys(w.lesson.layout, w.mentions, w.odds, PLANS.bag.bits));
    },
  );
  const ofDocument = (w: Work) => documentKeys(w.lesson.layout, w.relevance, w.odds);
  const document = step(
    'document',
    (w) => [{ keys: ofDocument(w), classes: Number(w.lesson.reports) }],
    (w, t) => {
      w.document = chance(oddsOf(t, ofDocument(w)));
    },
  );
  const group = step('group', groupExamples);
  const wording = step('wording', wordingExamples);
  return { sentence, words, mention, bag, document, group, wording };
}

function sentenceExamples({ lesson }: Work): Example[] {
  const { layout, roles } = lesson;
  const told = new Set(layout.candidates.flatMap((c, i) => (roles[i]! > 0 ? [c.sentence] : [])));
  return layout.sentences.flatMap((keys, i) =>
    keys.length === 0 ? [] : [{ keys, classes: Number(told.has(i)) }],
  );
}

/** A mention may lag this far behind the best of its participant and still teach. */
const LAG = 1;

function tellingExamples({ lesson, mentions, odds }: Work): Example[] {
  const { layout, roles } = lesson;
  const kept = new Int32Array(roles.length);
  const left = new Uint8Array(roles.length);
  for (const { members } of layout.groups) {
    for (let r = 0; r < ROLE_COUNT; r++) {
      const own = members.filter((i) => (roles[i]! >> r) & 1);
      if (own.length === 0) continue;
      const top = own.reduce((m, i) => Math.max(m, odds[i * ROLE_COUNT + r]!), -99);
      for (const i of members) {
        if ((roles[i]! >> r) & 1 && odds[i * ROLE_COUNT + r]! >= top - LAG) kept[i]! |= 1 << r;
        else left[i] = 1;
      }
    }
  }
  return mentions.flatMap((keys, i) => (left[i] === 1 && kept[i] === 0 ? [] : [{ keys, classes: kept[i]! }]));
}

function hasRole({ layout, roles }: Lesson, group: number, role: number): boolean {
  return layout.groups[group]!.members.some((i) => (roles[i]! >> role) & 1);
}

function groupExamples(w: Work): Example[] {
  const { layout } = w.lesson;
  return evidenceOf(layout, w.relevance, w.document, w.odds, w.bags).flatMap((roles, g) =>
    roles.flatMap((e, r) =>
      e.best < LEAST_ODDS ? [] : [{ keys: keysOfGroup(e, r), classes: Number(hasRole(w.lesson, g, r)) }],
    ),
  );
}

function wordingExamples(w: Work): Example[] {
  const { layout, wanted } = w.lesson;
  return layout.groups.flatMap((_, g) =>
    INVOLVED_ROLES.flatMap((_, r) =>
      hasRole(w.lesson, g, r)
        ? wordingsOfGroup(layout, w.odds, g, r).map(({ keys, text }) => ({
            keys,
            classes: Number(wanted[r]!.has(plainString(text))),
          }))
        : [],
    ),
  );
}

/** What a model finds in a document with its scores, least chances aside. */
function scored(
  draft: Draft,
  tables: InvolvedModel['tables'],
): { role: number; score: number; text: string }[] {
  const { layout, found } = involvedIn(draft, { tables, least: INVOLVED_ROLES.map(() => 0.08) });
  return found.map(({ role, score, candidate, words: [from, to] }) => {
    const { tokens } = draft.sentences[layout!.candidates[candidate]!.sentence]!;
    return { role, score, text: draft.document.text.slice(tokens[from]!.start, tokens[to - 1]!.end) };
  });
}

/**
 * Naming a participant raises F1 where it is right more often than half of the F1 reached. That F1 is measured on documents that the
 * tables were not made from.
 */
export function leastChance(
  drafts: readonly Draft[],
  documents: readonly MucDocument[],
  tables: InvolvedModel['tables'],
): number {
  const answers = drafts.map((d) => scored(d, tables));
  const reached = TRIED.map((least) => {
    const tally: FillerTally = { right: 0, found: 0, gold: 0 };
    for (const [i, { fillers }] of documents.entries())
      for (const [r, role] of INVOLVED_ROLES.entries()) {
        const found = answers[i]!.filter((a) => a.role === r && a.score >= least).map((a) => [a.text]);
        tallyFillers(found, fillers[role], tally);
      }
    return shares(tally).f;
  });
  return Math.round(Math.max(...reached) * 5) / 1000;
}

const TRIED = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

/** Packs a model into one zstd file. */
export function packInvolved({ tables, least }: InvolvedModel): Buffer {
  const { heads, sections } = packTables(
    INVOLVED_TABLES.map((name) => ({
      name,
      ...tables[name],
      weights: Float32Array.from(tables[name].weights),
      prune: 1,
    })),
  );
  const head: InvolvedHead = { format: 'counterclaim-involved-1', least, tables: heads };
  return packFile(head, sections);
}

/** One document in this many is kept back to choose the least chances. */
const KEPT_BACK = 4;

/** Trainer of `data/model/involved.bin.zst`; it reads with the other models, which must be there first. */
export const involvedTrainer: Trainer = {
  name: 'involved',
  train: (gold, say) => {
    const documents = readMuc(gold, 'train');
    const drafts = documents.map((d, i) => {
      if (i % 50 === 0) say('reading', i / documents.length);
      return draftBefore('involved', { id: d.id, text: d.text });
    });
    const lessons = drafts.map((draft, i) => lessonOf(draft, documents[i]!));
    const kept = (_: unknown, i: number) => i % KEPT_BACK === 1;
    const rest = (_: unknown, i: number) => i % KEPT_BACK !== 1;
    const part = trainInvolved(lessons.filter(rest), say);
    const chance = leastChance(drafts.filter(kept), documents.filter(kept), part);
    const least = INVOLVED_ROLES.map(() => chance);
    const tables = trainInvolved(lessons, say);
    return [{ name: 'involved.bin.zst', bytes: packInvolved({ tables, least }) }];
  },
};
