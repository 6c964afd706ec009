import type { OddsTable } from '../../src/proposition/involved-score.ts';
import { rolesOf } from '../../src/proposition/role-chooser.ts';
import { type ThematicRoles, thematicRoles } from '../../src/proposition/thematic.ts';
import { trainRoles } from '../roles.ts';
import type { Layer, ScoreRow } from './layer.ts';
import { covers, type Role, type RoleQuestion, readMeantime } from './meantime-gold.ts';

interface Tally {
  gold: number;
  right: number;
  made: number;
  precise: number;
}

/** What is read at a question. */
interface Answer {
  readonly question: RoleQuestion;
  readonly found: ThematicRoles;
}

/*
 * Agent and patient at event words that are given. For each event mention that is a verb or a noun and has an Arg0 (agent) or Arg1
 * (patient) in its document, the participants are read at its word in the raw text; a gold participant is found when one of our
 * heads of that role stands in its span (for a pronoun, also in that of a mention of the same entity close by, since the reading puts
 * the antecedent of "who" and "which" in their place), and a head of ours is right when it stands in one of the gold participants of that role.
 * Precision is counted where gold has the role. The rows "the same
 * entity" take every mention of the participant's entity close by for right (gold marks one of "the carrier said it had signed").
 * The chooser is learned from the same corpus: what is measured are five parts of its documents, each read with weights that were made
 * without it; another split is read with the shipped weights. The rows "rules alone" leave the chooser out. Rules were made with the
 * corpus' mistakes in view.
 */
export function scoreMeantime(gold: string, split = 'all'): ScoreRow[] {
  const tallies = new Map<string, Tally>();
  for (const role of ROLES)
    for (const row of ['all', 'verb', 'noun', 'the same entity', 'rules alone'])
      tallies.set(`${role}, ${row}`, { gold: 0, right: 0, made: 0, precise: 0 });
  const tally = (name: string, q: RoleQuestion, role: Role, heads: readonly number[], same = false) => {
    const own = tallies.get(name)!;
    const spans = q.gold[role].map((m) => (same ? m.same : m.spans));
    const at = q.sentence.tokens;
    own.gold += spans.length;
    own.right += spans.filter((s) => heads.some((i) => covers(s, at[i]!))).length;
    own.made += heads.length;
    own.precise += heads.filter((i) => spans.some((s) => covers(s, at[i]!))).length;
  };
  for (const { question: q, found } of answers(readMeantime(gold, split), split)) {
    const rules = thematicRoles(q.sentence.tokens, q.at);
    for (const role of ROLES) {
      if (q.gold[role].length === 0) continue;
      tally(`${role}, all`, q, role, found[role]);
      tally(`${role}, ${q.kind}`, q, role, found[role]);
      tally(`${role}, the same entity`, q, role, found[role], true);
      tally(`${role}, rules alone`, q, role, rules[role]);
    }
  }
  return [...tallies].map(([name, t]) => ({
    name: `MEANTIME ${name}`,
    values: [t.gold, percent(t.right, t.gold), percent(t.precise, t.made)],
  }));
}

const ROLES = ['agent', 'patient'] as const;
const FOLDS = 5;

function answers(documents: readonly RoleQuestion[][], split: string): Answer[] {
  const answer = (question: RoleQuestion, table?: OddsTable): Answer => ({
    question,
    found: rolesOf(question.sentence.tokens, question.at, table === undefined ? {} : { table }),
  });
  if (split !== 'all') return documents.flat().map((q) => answer(q));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const table = trainRoles(documents.filter((_, i) => i % FOLDS !== fold));
    return documents.filter((_, i) => i % FOLDS === fold).flatMap((d) => d.map((q) => answer(q, table)));
  }).flat();
}

function percent(part: number, whole: number): number {
  return Math.round((10000 * part) / Math.max(1, whole)) / 100;
}

export const meantimeLayer: Layer = {
  name: 'meantime',
  title: 'Agents and patients by head at given event words, MEANTIME',
  columns: ['n', 'recall', 'precision'],
  splits: ['all'],
  score: (gold, split) => scoreMeantime(gold, split),
};
