import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read } from '../../src/reading.ts';
import { MissingGold } from '../gold.ts';
import { scoreDossier } from './claims.ts';
import { type DossierClaims, evaluateDossier, type Tally } from './dossier.ts';
import { loadDossier } from './dossier-gold.ts';
import type { Layer, ScoreRow } from './layer.ts';
import { ownDossiers } from './marked-dossier.ts';

/** Folders of dossiers (docs.json, gold.json) beside the gold folder. Throws `MissingGold` where there is none. */
export function dossiersBeside(gold: string): string[] {
  const folder = join(gold, '..', 'dossiers');
  const found = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const dossiers = found.filter((path) => existsSync(join(path, 'gold.json')));
  if (dossiers.length === 0)
    throw new MissingGold(
      `gold data is absent: no dossier in ${folder}. Name one with --dossier DIR, or the gold folder with --gold DIR.`,
    );
  return dossiers;
}

/** Statements and claims read from raw text, per slot. */
function readingRows(dossier: string): ScoreRow[] {
  return scoreDossier(basename(dossier), loadDossier(dossier), process.env.EVAL_DETAIL === '1');
}

/** Disputes, origins, agreements and control, once with gold claims given and once from raw text. */
function reconcilingRows(dossier: string): ScoreRow[] {
  const ways: [string, DossierClaims][] = [
    ['gold claims', 'gold'],
    ['raw text', (document) => read(document, { withText: true })],
  ];
  return ways.flatMap(([way, claims]) => {
    const s = evaluateDossier(dossier, { claims });
    const row = (name: string, { hit, found, wanted }: Tally): ScoreRow => ({
      name: `${basename(dossier)}, ${way}: ${name}`,
      values: [found, percent(hit, found), percent(hit, wanted), percent(2 * hit, found + wanted), wanted],
    });
    return [
      row('disputes', s.disputes),
      row('claims on their side', s.sides),
      {
        name: `${basename(dossier)}, ${way}: wrongly opposed`,
        values: [s.wronglyOpposed.length, null, null, null, null],
      },
      row('copies', s.copies),
      row('origins per side', s.origins),
      row('agreement terms', s.terms),
      row('verdicts on terms', s.verdicts),
      row('control', s.control),
      row('corrections', s.corrections),
    ];
  });
}

function percent(hit: number, of: number): number | null {
  return of === 0 ? null : (100 * hit) / of;
}

const COLUMNS = ['found', 'precision', 'recall', 'F1', 'n'];

/** Statements and claims of the dossiers; a folder given by itself is one dossier. */
export const claimsLayer: Layer = {
  name: 'claims',
  title: 'Statements and claims from raw text, dossiers (n is the number of gold items)',
  columns: COLUMNS,
  splits: ['dev'],
  score: (gold) => (existsSync(join(gold, 'gold.json')) ? [gold] : dossiersBeside(gold)).flatMap(readingRows),
};

/** The same of the project's own marked dossiers, which need no gold, one by one and together. */
export const ownLayer: Layer = {
  name: 'own',
  title: 'Statements and claims from raw text, dossiers of our own (n is the number of marked items)',
  columns: COLUMNS,
  splits: ['dev'],
  score: () => {
    const scored = ownDossiers().map(({ name, gold }) => ({
      name,
      rows: scoreDossier(name, gold, process.env.EVAL_DETAIL === '1'),
    }));
    const kinds = new Map<string, ScoreRow[]>();
    for (const { name, rows } of scored)
      for (const row of rows) {
        const kind = row.name.slice(name.length + 1);
        kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
      }
    return [...scored.flatMap(({ rows }) => rows), ...[...kinds].map(([kind, rows]) => sumOf(kind, rows))];
  },
};

/** One row for all dossiers, each item counting once. */
function sumOf(kind: string, rows: readonly ScoreRow[]): ScoreRow {
  const total = (at: number) => rows.reduce((sum, { values }) => sum + (values[at] ?? 0), 0);
  const hits = rows.reduce(
    (sum, { values }) => sum + Math.round(((values[0] ?? 0) * (values[1] ?? 0)) / 100),
    0,
  );
  const [found, wanted] = [total(0), total(4)];
  return {
    name: `together ${kind}`,
    values: [found, percent(hits, found), percent(hits, wanted), percent(2 * hits, found + wanted), wanted],
  };
}

/** What reconciling makes of the dossiers. */
export const dossierLayer: Layer = {
  name: 'dossier',
  title: 'Reconciling, dossiers (n is the number of gold items)',
  columns: COLUMNS,
  splits: ['dev'],
  score: (gold) =>
    (existsSync(join(gold, 'gold.json')) ? [gold] : dossiersBeside(gold)).flatMap(reconcilingRows),
};
