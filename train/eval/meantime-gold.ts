import { join } from 'node:path';
import { toDocument } from '../../src/contract/document.ts';
import type { Draft, ParsedSentence } from '../../src/model/draft.ts';
import { syntax } from '../../src/parse/syntax.ts';
import { blank } from '../../src/reading.ts';
import { segment } from '../../src/text/segment.ts';
import { readJsonLines } from '../gold.ts';

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

export type Role = 'agent' | 'patient';

/** What the gold asks of one event mention. */
export interface RoleQuestion {
  readonly sentence: ParsedSentence;
  /** Token of the predicate. */
  readonly at: number;
  readonly kind: 'verb' | 'noun';
  readonly gold: Readonly<Record<Role, readonly Participant[]>>;
}

/** The questions of every document of a split; `all` is the whole corpus. */
export function readMeantime(gold: string, split = 'all'): RoleQuestion[][] {
  const file = split === 'all' ? 'meantime.jsonl.gz' : `meantime-${split}.jsonl.gz`;
  return [...readJsonLines(join(gold, 'coreference', file))].map((row) =>
    questionsOf(row as unknown as MeantimeDocument),
  );
}

/** The event mentions of a document that have an agent (Arg0) or a patient (Arg1), at their token in the sentence as we read it. */
function questionsOf(document: MeantimeDocument): RoleQuestion[] {
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
export function covers(
  spans: Mention['spans'],
  token: { readonly start: number; readonly end: number },
): boolean {
  return spans.some(([from, to]) => from <= token.start && token.end <= to);
}
