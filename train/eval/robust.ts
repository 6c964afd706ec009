import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read } from '../../src/reading.ts';
import { readJsonLines } from '../gold.ts';
import { rightClaims } from './claims.ts';
import { type GoldDossier, loadDossier } from './dossier-gold.ts';
import { dossiersBeside } from './dossier-layer.ts';
import type { Layer, ScoreRow } from './layer.ts';
import { type Lexicons, readThinned, shipped } from './thinned.ts';

/*
 * How much of what is right hangs on hand-made entries. Once the actor lexicon is emptied. Then, for one document of a dossier at a
 * time, every form of the hand-made lexicons (events, cues, quantities, people, places, classes of nouns, names of actors) goes that
 * this document fires and no other tuning text does: no other document of the dossier, and, in a second figure, no news of the other
 * gold either. A form counts as fired where all its words occur, whatever their inflection; each document is then read anew.
 */

const NEWS = [
  ['attribution', 'polnear-train'],
  ['coreference', 'meantime'],
  ['entities', 're3d-dev'],
  ['events', 'muc4-train'],
  ['times', 'tempeval3-train'],
] as const;

type Words = ReadonlySet<string>;

/** Stems of a text's words: endings of inflection fall away, doubled consonants become one. */
export function wordsOf(text: string): Words {
  return new Set([...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stem(word)));
}

function stem(word: string): string {
  const bare = word
    .toLowerCase()
    .replace(/(?:ies|ied|ying)$/u, 'y')
    .replace(/(?:ing|ed|es|s|e|d)$/u, '');
  return (bare.length < 3 ? word.toLowerCase() : bare).replace(/(\p{L})\1$/u, '$1');
}

/** Whether all words of a form occur. */
function fires(form: string, words: Words): boolean {
  const own = [...form.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => stem(word));
  return own.length > 0 && own.every((word) => words.has(word));
}

/** The lexicons without the forms that `document` fires and no other text does; grammar (times, roles, ontology) stays. */
export function thin({ lexicon, actors }: Lexicons, document: Words, others: readonly Words[]): Lexicons {
  const stays = (form: string) => !fires(form, document) || others.some((words) => fires(form, words));
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .filter((x) => typeof x !== 'string' || stays(x))
        .filter((x) => !isFormEntry(x) || stays(x.form))
        .map(prune);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [key, KEPT.has(key) ? own : prune(own)]),
    );
  };
  const { time, role, ontology, ...handMade } = lexicon as Record<string, unknown>;
  const { aliases, ...rest } = actors as { readonly aliases: readonly (readonly [string, ...unknown[]])[] };
  return {
    lexicon: { ...(prune(handMade) as object), time, role, ontology },
    actors: { ...rest, aliases: aliases.filter(([alias]) => stays(alias)) },
  };
}

/** Fields that say where roles stand, not which words fire an entry. */
const KEPT = new Set(['agent', 'patient', 'place', 'take', 'particle']);

function isFormEntry(value: unknown): value is { readonly form: string } {
  return (
    typeof value === 'object' && value !== null && typeof (value as { form?: unknown }).form === 'string'
  );
}

function newsIn(gold: string): Words[] {
  const parts = NEWS.filter(([folder, file]) => existsSync(join(gold, folder, `${file}.jsonl.gz`)));
  return parts.map(([folder, file]) =>
    wordsOf(
      readJsonLines(join(gold, folder, `${file}.jsonl.gz`))
        .map((row) => String(row['text']))
        .join(' '),
    ),
  );
}

function rows(dossier: string, news: readonly Words[]): ScoreRow[] {
  const gold: GoldDossier = loadDossier(dossier);
  const full = shipped();
  const readings = gold.documents.map((d) => read(d, { withText: true }));
  const right = rightClaims(gold, readings);
  const none = { ...full, actors: { ...(full.actors as object), actors: [], aliases: [] } };
  const words = gold.documents.map((d) => wordsOf(d.text));
  const leftOut = (others: readonly Words[]) =>
    gold.documents.map(
      (d, k) => readThinned([d], thin(full, words[k]!, [...words.filter((_, i) => i !== k), ...others]))[0]!,
    );
  const row = (what: string, still: ReadonlySet<string>): ScoreRow => {
    const kept = [...right].filter((id) => still.has(id)).length;
    return {
      name: `${basename(dossier)}: ${what}`,
      values: [right.size, kept, right.size === 0 ? null : (100 * (right.size - kept)) / right.size],
    };
  };
  return [
    row('without the actor lexicon', rightClaims(gold, readThinned(gold.documents, none))),
    row('without forms that only the document fires, in the dossier', rightClaims(gold, leftOut([]))),
    ...(news.length === 0
      ? []
      : [row('without forms that only the document fires, in all gold', rightClaims(gold, leftOut(news)))]),
  ];
}

/** What right claims hang on: entries of the lexicons. */
export const robustLayer: Layer = {
  name: 'robust',
  title: 'Claims that are right in all slots, and still so with less in the lexicons',
  columns: ['right', 'still right', 'lost %'],
  splits: ['dev'],
  score: (gold) =>
    existsSync(join(gold, 'gold.json'))
      ? rows(gold, [])
      : dossiersBeside(gold).flatMap((dossier) => rows(dossier, newsIn(gold))),
};
