import { join } from 'node:path';
import { toDocument } from '../../src/contract/document.ts';
import type { Draft, ParsedSentence } from '../../src/model/draft.ts';
import { syntax } from '../../src/parse/syntax.ts';
import { thematicRoles } from '../../src/proposition/thematic.ts';
import { blank } from '../../src/reading.ts';
import { segment } from '../../src/text/segment.ts';
import { readJsonLines } from '../gold.ts';
import type { Layer, ScoreRow } from './layer.ts';

interface Mention {
  readonly id: string;
  readonly tag: string;
  readonly str: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly attrs: { readonly pos?: string };
  readonly refs: readonly string[];
}

/** A participant with the spans of what is the same entity near the event. */
interface Participant extends Mention {
  readonly same: Mention['spans'];
}

interface MeantimeDocument {
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly relations: readonly {
    readonly tag: string;
    readonly source: readonly string[];
    readonly target: readonly string[];
    readonly attrs: { readonly sem_role?: string };
  }[];
}

type Role = 'agent' | 'patient';

/** What the gold asks of one event mention. */
export interface RoleQuestion {
  readonly sentence: ParsedSentence;
  /** Token of the predicate. */
  readonly at: number;
  readonly kind: 'verb' | 'noun';
  readonly gold: Readonly<Record<Role, readonly Participant[]>>;
}

interface Tally {
  gold: number;
  right: number;
  made: number;
  precise: number;
}

/** Called with every question and what was made of it, for a look at what goes wrong. */
export type RoleWitness = (
  role: Role,
  question: RoleQuestion,
  found: readonly number[],
  right: boolean,
) => void;

/** The event mentions of a document that have an agent (Arg0) or a patient (Arg1), at their token in the sentence as we read it. */
export function questionsOf(document: MeantimeDocument): RoleQuestion[] {
  const draft = [segment, syntax].reduce<Draft>(
    (d, stage) => stage.run(d),
    blank(toDocument({ text: document.text })),
  );
  const byId = new Map(document.mentions.map((m) => [m.id, m]));
  const roles = new Map<string, Record<Role, Participant[]>>();
  for (const r of document.relations) {
    const role = r.attrs.sem_role === 'Arg0' ? 'agent' : r.attrs.sem_role === 'Arg1' ? 'patient' : null;
    const who = byId.get(r.target[0] ?? '');
    if (r.tag !== 'HAS_PARTICIPANT' || role === null || who === undefined) continue;
    const own = roles.get(r.source[0]!) ?? { agent: [], patient: [] };
    const same = sameIn(document, who, byId.get(r.source[0]!));
    own[role].push({ ...who, spans: PRONOUN.test(who.str) ? same : who.spans, same });
    roles.set(r.source[0]!, own);
  }
  return [...roles].flatMap(([id, gold]) => {
    const event = byId.get(id);
    const place = event === undefined ? null : tokenAt(draft, event.spans[0]!);
    if (event === undefined || place === null) return [];
    const tagged = place.sentence.tokens[place.at]!.upos === 'NOUN' ? 'NOUN' : 'VERB';
    const pos = event.attrs.pos ?? tagged;
    if (pos !== 'VERB' && pos !== 'NOUN') return [];
    return [{ ...place, kind: pos === 'VERB' ? 'verb' : 'noun', gold } as const];
  });
}

const PRONOUN = /^(?:who|whom|which|that|whose|it|they|he|she|its|their|his|her)$/iu;

/** Spans of a participant and of every mention of the same entity near the event. */
function sameIn(document: MeantimeDocument, who: Mention, event: Mention | undefined): Mention['spans'] {
  const at = event?.spans[0]?.[0] ?? 0;
  const same = document.mentions.filter((m) => m !== who && m.refs.some((r) => who.refs.includes(r)));
  return [...who.spans, ...same.flatMap((m) => m.spans).filter(([from]) => Math.abs(from - at) < 400)];
}

/** The token that heads a span: the first in it whose own head lies outside. */
function tokenAt(draft: Draft, [from, to]: readonly [number, number]) {
  const sentence = draft.sentences.find((s) => s.start <= from && from < s.end);
  if (sentence === undefined) return null;
  const within = sentence.tokens.flatMap((t, i) => (t.start < to && t.end > from ? [i] : []));
  const at = within.find((i) => !within.includes(sentence.tokens[i]!.head));
  return at === undefined ? null : { sentence, at };
}

/** Whether a token stands in one of the spans. */
function covers(spans: Mention['spans'], sentence: ParsedSentence, at: number): boolean {
  const token = sentence.tokens[at]!;
  return spans.some(([from, to]) => from <= token.start && token.end <= to);
}

/*
 * Agent and patient at event words that are given. For each event mention that is a verb or a noun and has an Arg0 (agent) or Arg1
 * (patient) in its document, the participants are read at its word in the raw text; a gold participant is found when one of our
 * heads of that role stands in its span (for a pronoun, also in that of a mention of the same entity close by, since the reading puts
 * the antecedent of "who" and "which" in their place), and a head of ours is right when it stands in one of the gold participants of that role.
 * Precision is counted where gold has the role. The rows "the same
 * entity" take every mention of the participant's entity close by for right (gold marks one of "the carrier said it had signed").
 * No weights are trained on it, but rules were made with its mistakes in view.
 */
export function scoreMeantime(gold: string, witness: RoleWitness = () => {}): ScoreRow[] {
  const tallies = new Map<string, Tally>();
  const tally = (name: string) => {
    const own = tallies.get(name) ?? { gold: 0, right: 0, made: 0, precise: 0 };
    tallies.set(name, own);
    return own;
  };
  for (const role of ['agent', 'patient'] as const)
    for (const kind of ['all', 'verb', 'noun', 'the same entity']) tally(`${role}, ${kind}`);
  for (const row of readJsonLines(join(gold, 'coreference', 'meantime.jsonl.gz')))
    for (const q of questionsOf(row as unknown as MeantimeDocument)) {
      const found = thematicRoles(q.sentence.tokens, q.at);
      for (const role of ['agent', 'patient'] as const) {
        if (q.gold[role].length === 0) continue;
        const heads = found[role];
        const right = q.gold[role].filter((m) => heads.some((i) => covers(m.spans, q.sentence, i))).length;
        const precise = heads.filter((i) => q.gold[role].some((m) => covers(m.spans, q.sentence, i))).length;
        for (const t of [tally(`${role}, all`), tally(`${role}, ${q.kind}`)]) {
          t.gold += q.gold[role].length;
          t.right += right;
          t.made += heads.length;
          t.precise += precise;
        }
        const entity = tally(`${role}, the same entity`);
        entity.gold += q.gold[role].length;
        entity.right += q.gold[role].filter((m) => heads.some((i) => covers(m.same, q.sentence, i))).length;
        entity.made += heads.length;
        entity.precise += heads.filter((i) => q.gold[role].some((m) => covers(m.same, q.sentence, i))).length;
        witness(role, q, heads, right === q.gold[role].length);
      }
    }
  return [...tallies].map(([name, t]) => ({
    name: `MEANTIME ${name}`,
    values: [t.gold, percent(t.right, t.gold), percent(t.precise, t.made)],
  }));
}

function percent(part: number, whole: number): number {
  return Math.round((10000 * part) / Math.max(1, whole)) / 100;
}

export const meantimeLayer: Layer = {
  name: 'meantime',
  title: 'Agents and patients by head at given event words, MEANTIME',
  columns: ['n', 'recall', 'precision'],
  splits: ['all'],
  score: (gold) => scoreMeantime(gold),
};
