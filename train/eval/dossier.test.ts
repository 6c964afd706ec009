import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DossierScore, evaluateDossier, sayDossier, type Tally } from './dossier.ts';

const f1 = ({ hit, found, wanted }: Tally): number => (2 * hit) / (found + wanted);

const ONE = 'Bridge holds\nThe army said that no rebel had left Qarah on Monday.';
const TWO = 'Bridge questioned\nThe council said that rebels had left Qarah on Monday.';

/** A dossier of two documents that contradict each other, as gold.json writes it. */
function smallDossier(): object {
  const statement = (id: string, doc: string, actor: string, text: string, content: string) => ({
    id,
    doc,
    speaker: null,
    speakerAt: null,
    speakerActor: actor,
    cue: null,
    cueAt: null,
    content,
    contentAt: [[text.indexOf(content), text.indexOf(content) + content.length]],
    mode: 'indirect',
    stance: 'asserts',
    via: null,
    source: actor,
  });
  const claim = (id: string, of: string, polarity: string) => ({
    id,
    statement: of,
    event: 'RETREAT',
    agent: 'rebels',
    patient: null,
    place: 'qarah',
    time: { from: '2020-03-02', to: '2020-03-02' },
    quantity: null,
    polarity,
    modality: 'actual',
  });
  const actor = (id: string, kind: string) => ({ id, names: [id], kind, memberOf: [], alliedWith: [] });
  return {
    statements: [
      statement('s1', '01', 'army', ONE, 'no rebel had left Qarah on Monday'),
      statement('s2', '02', 'council', TWO, 'rebels had left Qarah on Monday'),
    ],
    claims: [claim('c1', 's1', 'negative'), claim('c2', 's2', 'positive')],
    disputes: [
      {
        id: 'd1',
        question: 'Did rebels leave Qarah?',
        kind: 'polarity',
        sides: [
          { answer: 'yes', claims: ['c2'], independentSources: 1 },
          { answer: 'no', claims: ['c1'], independentSources: 1 },
        ],
      },
    ],
    notDisputes: [],
    agreements: [],
    control: [],
    corrections: [],
    actors: [actor('army', 'armed-group'), actor('council', 'civil-body'), actor('rebels', 'armed-group')],
    places: [{ id: 'qarah', names: ['Qarah'], lat: 34, lon: 36 }],
  };
}

describe('the dossier scorer', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dossier-'));
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'docs/01.txt'), ONE);
    writeFileSync(join(folder, 'docs/02.txt'), TWO);
    const document = (id: string) => ({
      id,
      file: `docs/${id}.txt`,
      publisher: id,
      published: '2020-03-03',
      title: id,
    });
    writeFileSync(join(folder, 'docs.json'), JSON.stringify([document('01'), document('02')]));
    writeFileSync(join(folder, 'gold.json'), JSON.stringify(smallDossier()));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('scores gold claims', () => {
    const score = evaluateDossier(folder, { claims: 'gold' });
    expect(score.disputes).toEqual({ hit: 1, found: 1, wanted: 1 });
    expect(score.sides).toEqual({ hit: 2, found: 2, wanted: 2 });
    expect(score.origins.hit).toBe(2);
    expect(sayDossier(score)).toContain('disputes                   P 100 %  R 100 %  F1 100 %');
  });

  it('scores what a reader gives, and a reader that finds nothing', () => {
    const blind = evaluateDossier(folder, {
      claims: ({ text, ...document }) => ({
        engine: { name: 'blind', version: '0', models: [] },
        document: { ...document, characters: text.length },
        sentences: [],
        entities: [],
        mentions: [],
        statements: [],
        claims: [],
        agreements: [],
        control: [],
        credits: [],
        involved: [],
        disputes: [],
        diagnostics: [],
      }),
    });
    expect(blind.disputes).toEqual({ hit: 0, found: 0, wanted: 1 });
  });
});

const RAQQA = fileURLToPath(new URL('../../../shared/dossiers/raqqa-2017', import.meta.url));

describe.skipIf(!existsSync(RAQQA))('the Raqqa dossier with gold claims given', () => {
  let score: DossierScore;
  beforeAll(() => {
    score = evaluateDossier(RAQQA, { claims: 'gold' });
  });

  it('finds the disputes, each claim on its side, and no false contradiction', () => {
    expect(f1(score.disputes)).toBeGreaterThanOrEqual(0.9);
    expect(f1(score.sides)).toBeGreaterThanOrEqual(0.9);
    expect(score.wronglyOpposed).toEqual([]);
  });

  it('finds copies, origins, terms, control and corrections', () => {
    for (const tally of [
      score.copies,
      score.origins,
      score.terms,
      score.verdicts,
      score.control,
      score.corrections,
    ]) {
      expect(f1(tally)).toBeGreaterThanOrEqual(0.85);
    }
  });
});
