import { basename, join } from 'node:path';
import { findQuantities, type QuantityFound } from '../../src/mention/quantity.ts';
import type { QuantityMention } from '../../src/model/mention.ts';
import { parseSentence } from '../../src/parse/parse.ts';
import { read } from '../../src/reading.ts';
import { sentences } from '../../src/text/sentence.ts';
import { words } from '../../src/text/word.ts';
import { readJsonLines } from '../gold.ts';
import { loadDossier, readingsOf } from './dossier-gold.ts';
import { dossiersBeside } from './dossier-layer.ts';
import type { Layer, ScoreRow } from './layer.ts';

interface Valued {
  readonly tag: string;
  readonly str: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly attrs: { readonly type?: string };
}

const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, bn: 1e9 };

/** The first number in figures of a gold value, or null: "up to 60", "US$7.2 bn". */
function figure(text: string): number | null {
  const match = /(\d[\d,]*(?:\.\d+)?)\s*(thousand|million|billion|bn)?/.exec(text);
  return match === null ? null : Number(match[1]!.replaceAll(',', '')) * (SCALES[match[2] ?? ''] ?? 1);
}

/** Values of MEANTIME by type: how many a count of ours overlaps, and of those written in figures how many have the number. */
function valuesOf(gold: string): ScoreRow[] {
  const tally = new Map<string, { gold: number; met: number; figures: number; right: number }>();
  for (const document of readJsonLines(join(gold, 'coreference', 'meantime.jsonl.gz'))) {
    const text = String(document['text']);
    const found = sentences(text).flatMap((s): QuantityFound[] =>
      findQuantities(text, s, parseSentence(words(text, s.start, s.end))),
    );
    for (const { tag, str, spans, attrs } of document['mentions'] as Valued[]) {
      if (tag !== 'VALUE' || spans.length === 0) continue;
      const type = attrs.type ?? '';
      const row = tally.get(type) ?? { gold: 0, met: 0, figures: 0, right: 0 };
      const hit = found.find((q) => q.start < spans.at(-1)![1] && q.end > spans[0]![0]);
      const number = figure(str);
      const near = (bound: number | null | undefined) =>
        bound != null && Math.abs(bound - number!) < number! / 1e6;
      row.gold++;
      row.met += Number(hit !== undefined);
      row.figures += Number(number !== null);
      row.right += Number(number !== null && (near(hit?.min) || near(hit?.max)));
      tally.set(type, row);
    }
  }
  return [...tally].map(([type, row]) => ({
    name: `MEANTIME ${type.toLowerCase()}: overlapped, number in figures right`,
    values: [row.gold, (100 * row.met) / row.gold, row.figures, (100 * row.right) / row.figures],
  }));
}

/** Counts of a dossier's claims: whether the words of the statement hold a count with those bounds, and with that operator too. */
function countsOf(dossier: string): ScoreRow {
  const gold = loadDossier(dossier);
  let [wanted, bounds, operators] = [0, 0, 0];
  for (const [k, reading] of readingsOf(gold).entries()) {
    const made = read(gold.documents[k]!, { withText: true }).mentions.filter(
      (m): m is QuantityMention => m.kind === 'quantity',
    );
    for (const { quantity, statement } of reading.claims) {
      if (quantity === null) continue;
      wanted++;
      const content = reading.statements.find((s) => s.id === statement)?.content ?? [];
      const same = made.filter(
        (m) =>
          m.min === quantity.min &&
          m.max === quantity.max &&
          content.some((c) => m.start < c.end && m.end > c.start),
      );
      bounds += Number(same.length > 0);
      operators += Number(same.some((m) => m.op === quantity.op));
    }
  }
  return {
    name: `${basename(dossier)}: bounds in the statement's words, operator too`,
    values: [wanted, (100 * bounds) / wanted, wanted, (100 * operators) / wanted],
  };
}

/** Counts, by themselves: values of a news corpus, and the counts of the dossiers' claims wherever in the statement they stand. */
export const quantitiesLayer: Layer = {
  name: 'quantities',
  title: 'Counts from raw text (share of the gold ones, in percent)',
  columns: ['gold', 'found', 'gold', 'right'],
  splits: ['all'],
  score: (gold) => [...valuesOf(gold), ...dossiersBeside(gold).map(countsOf)],
};
