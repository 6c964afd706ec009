import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mention } from '../../src/mention/mention.ts';
import { NameTagger } from '../../src/mention/name-tagger.ts';
import { nameWith } from '../../src/mention/naming.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { NameSpan } from '../../src/model/name-span.ts';
import { blank } from '../../src/reading.ts';
import { bare, documentOf, type GoldName, REPORT, readWikiGold } from '../gold-names.ts';
import { type Re3dText, readRe3d, SURE } from '../gold-re3d.ts';
import {
  FULL_PLAN,
  type NamesPlan,
  namesLessons,
  type ParsedNames,
  parsedNames,
  trainNames,
} from '../names.ts';
import type { Layer, ScoreRow } from './layer.ts';

/*
 * WikiGold is scored as CoNLL 2003 does: a name is right when its first and last letter and its kind are (PER, ORG, LOC, MISC).
 * re3d marks pronouns and descriptions beside names ("he", "key members of the alliance"). Its *names* are the persons, organisations
 * and locations it is sure of (confidence at least one half) that consist of capitals only, articles, titles and a possessive taken off,
 * persons by the bare name where re3d marks it. What is found inside something else that re3d marks is not counted. *All* are all
 * persons, organisations and locations it is sure of, the outermost only, articles and titles taken off on both sides.
 * Both corpora are trained on, so each document is read by a tagger that learned from the other four fifths of both.
 */

const FOLDS = 5;
const SILENT = (): void => {};

interface Tally {
  gold: number;
  found: number;
  same: number;
}

/** Adds what was found of one text; a find that is not right but lies in one of `aside` does not count. */
export function tallyNames(
  gold: readonly GoldName[],
  found: readonly GoldName[],
  aside: readonly { readonly start: number; readonly end: number }[],
  into: Map<string, Tally>,
): void {
  const add = (kind: string, what: keyof Tally): void => {
    for (const key of [kind, 'all', ...(kind === 'other' ? [] : ['three'])]) {
      const tally = into.get(key) ?? { gold: 0, found: 0, same: 0 };
      tally[what] += 1;
      into.set(key, tally);
    }
  };
  const wanted = new Map(gold.map((g) => [`${g.start}:${g.end}:${g.kind}`, g]));
  for (const g of wanted.values()) add(g.kind, 'gold');
  for (const f of new Map(found.map((n) => [`${n.start}:${n.end}:${n.kind}`, n])).values()) {
    if (wanted.has(`${f.start}:${f.end}:${f.kind}`)) {
      add(f.kind, 'found');
      add(f.kind, 'same');
    } else if (
      gold.some((g) => g.start < f.end && f.start < g.end) ||
      !aside.some((a) => a.start <= f.start && a.end >= f.end)
    )
      add(f.kind, 'found');
  }
}

function tagged(tagger: NameTagger, text: ParsedNames): GoldName[] {
  return tagger.read(text.parsed).flatMap((names, k) =>
    names.map((n) => {
      const { tokens } = text.parsed[k]!;
      return { start: tokens[n.from]!.start, end: tokens[n.to - 1]!.end, kind: n.kind };
    }),
  );
}

const OF_MENTION: Readonly<Record<string, NameSpan['kind']>> = {
  person: 'person',
  actor: 'organisation',
  place: 'place',
};

/** Persons, actors and places of a Reading; a place that stands for those who act there, or within a name, is not one more. */
function mentioned(tagger: NameTagger, text: ParsedNames): GoldName[] {
  const draft = mention.run(nameWith(tagger, { ...blank(documentOf(text)), sentences: text.parsed }));
  return draft.mentions.flatMap((m: Mention) => {
    const kind = OF_MENTION[m.kind];
    return kind === undefined || (m.kind === 'place' && m.use !== 'literal')
      ? []
      : [{ ...bare(text.text, m.start, m.end, kind), kind }];
  });
}

const named = (text: string) => (n: GoldName) =>
  /^[“"'‘(]?(?:a[lr]-)?[\p{Lu}\p{N}]/u.test(text.slice(n.start, n.end));

function sure(text: Re3dText): GoldName[] {
  const kinds: Readonly<Record<string, NameSpan['kind']>> = {
    Person: 'person',
    Organisation: 'organisation',
    Location: 'place',
  };
  const own = text.entities.filter((e) => kinds[e.type] !== undefined && e.confidence >= SURE);
  return own
    .filter(
      (e) => !own.some((o) => o.start <= e.start && o.end >= e.end && o.end - o.start > e.end - e.start),
    )
    .map((e) => ({ ...bare(text.text, e.start, e.end, kinds[e.type]!), kind: kinds[e.type]! }));
}

/** Scores taggers trained on four fifths on the fifth left out. Throws `MissingGold`. */
export function scoreNames(gold: string, split: string, plan: NamesPlan): ScoreRow[] {
  const lessons = namesLessons(gold, SILENT);
  const wiki = lessons.filter((t) => t.corpus === 'WikiGold');
  const trained = split === 'dev';
  const re3d = parsedNames(readRe3d(gold, split), SILENT) as (ParsedNames & Re3dText)[];
  const foldOf = new Map([...wiki, ...re3d].map((t, i) => [t.id, i % FOLDS]));
  const rows = new Map<string, Map<string, Tally>>();
  const table = (name: string): Map<string, Tally> => {
    const known = rows.get(name) ?? new Map<string, Tally>();
    rows.set(name, known);
    return known;
  };
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainNames(
      lessons.filter((t) => foldOf.get(t.id) !== fold),
      plan,
      SILENT,
    );
    const wikiTagger = new NameTagger(model('WikiGold'));
    const tagger = new NameTagger(model(REPORT));
    for (const t of wiki) {
      if (foldOf.get(t.id) !== fold) continue;
      tallyNames(t.names, tagged(wikiTagger, t), [], table('WikiGold'));
      const names = t.names.filter((n) => n.kind !== 'other');
      tallyNames(names, mentioned(tagger, t).filter(named(t.text)), [], table('WikiGold, Reading'));
    }
    for (const t of re3d) {
      if (trained && foldOf.get(t.id) !== fold) continue;
      if (!trained && fold > 0) continue;
      const three = tagged(tagger, t).filter((n) => n.kind !== 'other');
      tallyNames(t.names, three, t.entities, table('re3d names'));
      const all = mentioned(tagger, t);
      tallyNames(t.names, all.filter(named(t.text)), t.entities, table('re3d names, Reading'));
      tallyNames(sure(t), all, [], table('re3d all, Reading'));
    }
  }
  return [...rows].flatMap(([name, tallies]) =>
    ROWS.filter(([key]) => tallies.has(key) && (name === 'WikiGold' || !/^(?:other|three)$/.test(key))).map(
      ([key, words]) => {
        const { gold: n, found, same } = tallies.get(key)!;
        const percent = (of: number): number => (100 * same) / Math.max(1, of);
        return {
          name: `${name}${words}`,
          values: [n, found, percent(found), percent(n), (200 * same) / Math.max(1, n + found)],
        };
      },
    ),
  );
}

const ROWS: readonly (readonly [string, string])[] = [
  ['all', ''],
  ['three', ' without MISC'],
  ['person', ': persons'],
  ['organisation', ': organisations'],
  ['place', ': places'],
  ['other', ': MISC'],
];

/** Names of persons, organisations and places. */
export const namesLayer: Layer = {
  name: 'names',
  title: 'Names from raw text, exact span and kind, each document read by a tagger that has not seen it',
  columns: ['gold', 'found', 'precision', 'recall', 'F1'],
  splits: ['dev', 'test'],
  score: (gold, split) => {
    readWikiGold(gold);
    const own = existsSync(join(gold, 'entities', `re3d-${split}.jsonl.gz`)) ? split : 'dev';
    return scoreNames(gold, own, FULL_PLAN);
  },
};
