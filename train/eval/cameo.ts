import { join } from 'node:path';
import type { Claim } from '../../src/model/claim.ts';
import type { Arg, PlaceArg } from '../../src/model/slot.ts';
import { crosswalk } from '../../src/proposition/crosswalk.ts';
import { read } from '../../src/reading.ts';
import { readJsonLines } from '../gold.ts';
import type { Layer, ScoreRow } from './layer.ts';

interface CameoSentence {
  readonly id: string;
  readonly text: string;
  readonly quad: string;
  readonly roles: readonly { readonly role: string; readonly start: number; readonly end: number }[];
}

/** Called with every sentence and the classes its claims have. */
export type CameoWitness = (
  sentence: CameoSentence,
  quads: readonly string[],
  claims: readonly Claim[],
) => void;

/**
 * The class of a claim, by its root in CAMEO: 0 statement or appeal (01, 02), 1 and 2 verbal and material cooperation (03 to 05, 06 to 08),
 * 3 verbal conflict (09 to 13, and 16, which these sentences count there), 4 material conflict.
 */
function classOf(claim: Claim): string {
  const { cameo, quad } = crosswalk(claim);
  const root = Number(cameo?.slice(0, 2) ?? (quad === 'material conflict' ? 20 : 1));
  if (root < 3) return '0';
  if (root < 6) return '1';
  if (root < 9) return '2';
  return root < 14 || root === 16 ? '3' : '4';
}

/*
 * Sentences with the class of their main event and its source and target. The class counts as right when the first claim has it, the
 * claim whose predicate stands highest in the text; a sentence without a claim counts as a statement (0). A source or target is found
 * when an agent or patient of some claim ends in its span: a source when an agent does, a target when a patient (or, for what is done
 * to a place, the place) does. No weights are trained
 * on these sentences, but the lexicon was made with their mistakes in view.
 */
export function scoreCameo(
  sentences: readonly CameoSentence[],
  witness: CameoWitness = () => {},
): ScoreRow[] {
  const classes = ['0', '1', '2', '3', '4'].map(() => ({ gold: 0, made: 0, right: 0 }));
  const roles: Record<string, { gold: number; right: number }> = {
    source: { gold: 0, right: 0 },
    target: { gold: 0, right: 0 },
  };
  let any = 0;
  for (const s of sentences) {
    const { claims } = read({ text: s.text });
    const quads = claims.map(classOf);
    const made = quads[0] ?? '0';
    classes[Number(s.quad)]!.gold++;
    classes[Number(made)]!.made++;
    if (made === s.quad) classes[Number(made)]!.right++;
    if (quads.includes(s.quad) || made === s.quad) any++;
    for (const role of s.roles) {
      const tally = roles[role.role];
      if (tally === undefined) continue;
      tally.gold++;
      const args = claims.flatMap((c): readonly (Arg | PlaceArg)[] =>
        role.role === 'source' ? c.agent : [...c.patient, ...(c.place === null ? [] : [c.place])],
      );
      if (args.some(({ end }) => end !== null && end > role.start && end <= role.end)) tally.right++;
    }
    witness(s, quads, claims);
  }
  const right = classes.reduce((sum, c) => sum + c.right, 0);
  const f1 = classes.map((c) => (200 * c.right) / Math.max(1, c.gold + c.made));
  const n = sentences.length;
  return [
    { name: 'CAMEO class of the first claim', values: [n, percent(right, n)] },
    { name: 'CAMEO class: macro-F1', values: [n, Math.round(f1.reduce((a, b) => a + b, 0) * 20) / 100] },
    { name: 'CAMEO class among the claims', values: [n, percent(any, n)] },
    {
      name: 'CAMEO source among the agents',
      values: [roles.source!.gold, percent(roles.source!.right, roles.source!.gold)],
    },
    {
      name: 'CAMEO target among the patients',
      values: [roles.target!.gold, percent(roles.target!.right, roles.target!.gold)],
    },
  ];
}

function percent(part: number, whole: number): number {
  return Math.round((10000 * part) / Math.max(1, whole)) / 100;
}

export const cameoLayer: Layer = {
  name: 'cameo',
  title: 'Class, source and target of sentences, CAMEO',
  columns: ['n', 'right'],
  splits: ['train', 'test'],
  score: (gold, split) =>
    scoreCameo(
      readJsonLines(join(gold, 'events', `cameo-${split}.jsonl.gz`)) as unknown as readonly CameoSentence[],
    ),
};
