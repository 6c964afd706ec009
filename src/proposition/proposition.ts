import { isAttitude } from '../attribution/attitude.ts';
import { isOfClass } from '../lexicon/event.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Entity } from '../model/entity.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation, runs, subtree } from '../parse/tree.ts';
import { type Proposition, propositionOf, type Told, withCompanions } from './claim.ts';
import { ownParts } from './part.ts';
import { CIVILIANS, withParticipants } from './participant.ts';
import { sensesOf } from './predicate.ts';
import { firstEndingAfter } from './said.ts';
import { type Sense, senseAt } from './sense.ts';
import { isSpeechAct } from './speech-act.ts';
import { refineStance } from './stance.ts';
import { withEarlierTimes } from './taken-over.ts';

/** Turns the contents of statements, and the clauses in the document's own voice, into claims. */
export const proposition: Stage = { name: 'proposition', run };

interface Found {
  readonly statement: Statement;
  readonly told: readonly Told[];
}

function run(before: Draft): Draft {
  const draft = { ...before, statements: ownParts(before) };
  const found: Found[] = [];
  const attitudes = new Set(draft.statements.filter((s) => hasAttitude(draft, s)));
  const acts = new Set(draft.statements.filter((s) => !attitudes.has(s) && isAct(draft, s)));
  const voiced = draft.statements.filter((s) => !attitudes.has(s) && !acts.has(s));
  const nested = Map.groupBy(voiced, (s) => s.within ?? '');
  for (const statement of draft.statements)
    found.push(
      attitudes.has(statement) || acts.has(statement)
        ? { statement, told: [] }
        : fromStatement(draft, statement, nested.get(statement.id) ?? []),
    );
  const spoken = spokenIn(draft, voiced);
  for (const [i, sentence] of draft.sentences.entries())
    if (sentence.kind === 'body') found.push(...fromNarrative(draft, sentence, spoken[i]!));
  found.sort((a, b) => start(a.statement) - start(b.statement));
  return numbered(draft, completed(draft, found));
}

/** Indices of the sentences that a span touches. */
function touched(draft: Draft, span: Span): number[] {
  const { sentences } = draft;
  const found: number[] = [];
  let i = firstEndingAfter(sentences, span.start);
  for (; i < sentences.length && sentences[i]!.start < span.end; i++) found.push(i);
  return found;
}

const CHARGES = /^(?:accuse|blame|suspect|charge|condemn|criticise|criticize|denounce)$/;

/** Statements of attitude claim nothing themselves: that somebody agreed or wants is told by the sentence they stand in. */
function hasAttitude(draft: Draft, statement: Statement): boolean {
  const at = statement.cue === null ? undefined : touched(draft, statement.cue)[0];
  return (
    at !== undefined &&
    !isCharge(draft.sentences[at]!, statement) &&
    isAttitude(draft.sentences[at]!, statement)
  );
}

/** "Accused | the rebels of firing mortars": what somebody is charged with is claimed by who charges him. */
function isCharge({ tokens }: ParsedSentence, { cue, content }: Statement): boolean {
  const within = (t: Token, spans: readonly Span[]) =>
    spans.some((s) => s.start <= t.start && t.end <= s.end);
  return (
    tokens.some((t) => CHARGES.test(t.lemma) && within(t, [cue!])) &&
    tokens.some(
      (t, i) => t.xpos === 'VBG' && /^(?:of|for)$/i.test(tokens[i - 1]?.form ?? '') && within(t, content),
    )
  );
}

/** "The council condemned the raid", "rejected the offer": words that are a deed, told by whoever tells of them. */
function isAct(draft: Draft, statement: Statement): boolean {
  const at = statement.cue === null ? undefined : touched(draft, statement.cue)[0];
  if (at === undefined || isCharge(draft.sentences[at]!, statement)) return false;
  return isSpeechAct(draft, draft.sentences[at]!, statement) && rejected(draft, statement).length === 0;
}

/** What others say in each sentence: contents, cues and sources of statements. */
function spokenIn(draft: Draft, voiced: readonly Statement[]): Span[][] {
  const found: Span[][] = draft.sentences.map(() => []);
  for (const s of voiced) {
    const spans = [...s.content, ...(s.cue === null ? [] : [s.cue])];
    for (const span of spans) for (const i of touched(draft, span)) found[i]!.push(span);
  }
  return found;
}

function start(s: Statement): number {
  return Math.min(
    s.source?.start ?? Number.POSITIVE_INFINITY,
    s.cue?.start ?? Number.POSITIVE_INFINITY,
    ...s.content.map((c) => c.start),
  );
}

interface Complete {
  readonly statement: Statement;
  readonly claims: readonly Proposition[];
}

/** What the clauses leave out is filled in from the rest of the report; own-voice clauses that say nothing then are no statements. */
function completed(draft: Draft, found: readonly Found[]): Complete[] {
  const open = found.flatMap(({ statement, told }) => told.map((t) => ({ ...t, statement })));
  const made = withParticipants(draft, open);
  let next = 0;
  return found.flatMap(({ statement, told }) => {
    const claims = once(told.flatMap(() => made[next++] ?? []).flatMap(addressed));
    return claims.length === 0 && statement.mode === 'narrative' ? [] : [{ statement, claims }];
  });
}

/** "The operation has ended and the battle goes on": two clauses of a statement that come to the same are one claim. */
function once(claims: readonly Proposition[]): Proposition[] {
  const key = (c: Proposition) =>
    [
      c.event,
      c.polarity,
      c.modality,
      c.quantity?.start,
      c.place?.entity,
      ...c.agent.map((a) => a.entity),
      '>',
      ...c.patient.map((a) => a.entity),
    ].join(' ');
  const seen = new Set<string>();
  return claims.filter((c) => {
    const same = c.agent.length > 0 && seen.has(key(c));
    seen.add(key(c));
    return !same;
  });
}

/** "They appealed to the army and to the rebels": each of those asked is asked by himself. */
function addressed(claim: Proposition): Proposition[] {
  return claim.event === 'REQUEST' && claim.patient.length > 1
    ? claim.patient.map((p) => ({ ...claim, patient: [p] }))
    : [claim];
}

function numbered(draft: Draft, found: readonly Complete[]): Draft {
  const renamed = new Map(found.map((f, i) => [f.statement.id, `s${i + 1}`]));
  const statements: Statement[] = [];
  const claims: Claim[] = [];
  for (const { statement, claims: made } of found) {
    const id = renamed.get(statement.id)!;
    const within = statement.within === null ? null : (renamed.get(statement.within) ?? null);
    for (const c of made) claims.push({ id: `c${claims.length + 1}`, statement: id, ...c });
    statements.push({ ...statement, id, within });
  }
  return {
    ...draft,
    statements,
    claims: withEarlierTimes(draft, claims, statements),
    entities: [...draft.entities, ...placesOf(draft, claims), ...civiliansOf(draft, claims)],
  };
}

/** The people of a place, where only a claim speaks of them. */
function civiliansOf(draft: Draft, claims: readonly Claim[]): Entity[] {
  if (draft.entities.some((e) => e.id === CIVILIANS)) return [];
  if (!claims.some((c) => [...c.agent, ...c.patient].some((a) => a.entity === CIVILIANS))) return [];
  return [{ id: CIVILIANS, kind: 'actor', role: 'civilians', names: ['civilians'], relations: [] }];
}

/** Places that only claims name as entities: "the hospital", part of its town, and villages that no gazetteer has. */
function placesOf(draft: Draft, claims: readonly Claim[]): Entity[] {
  const known = new Set(draft.entities.map((e) => e.id));
  const made = new Map<string, Entity>();
  for (const { place } of claims) {
    if (place === null || place.entity === null || known.has(place.entity)) continue;
    const town = /^(.+)#[^#]+$/u.exec(place.entity)?.[1];
    const names = [
      ...new Set([...(made.get(place.entity)?.names ?? []), place.name ?? place.text, place.text]),
    ];
    const relations =
      town === undefined ? [] : [{ kind: 'partOf' as const, to: town, from: null, until: null }];
    made.set(place.entity, {
      id: place.entity,
      kind: 'place',
      role: town === undefined ? 'town' : 'facility',
      names,
      relations,
    });
  }
  return [...made.values()];
}

/** Tokens of a sentence that lie in the spans. */
function inside(sentence: ParsedSentence, spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  for (const [i, t] of sentence.tokens.entries())
    if (spans.some((s) => s.start <= t.start && t.end <= s.end)) found.add(i);
  return found;
}

/** The tokens of a set that no other token of the set governs, verbs first. */
function heads(sentence: ParsedSentence, words: ReadonlySet<number>): number[] {
  const { tokens } = sentence;
  return [...words]
    .filter((i) => !words.has(tokens[i]!.head) && tokens[i]!.upos !== 'PUNCT')
    .sort((a, b) => Number(tokens[b]!.upos === 'VERB') - Number(tokens[a]!.upos === 'VERB') || a - b);
}

function fromStatement(draft: Draft, statement: Statement, nested: readonly Statement[]): Found {
  const where = [...new Set(statement.content.flatMap((span) => touched(draft, span)))];
  const told = where.flatMap((index) => {
    const sentence = draft.sentences[index]!;
    const words = inside(sentence, statement.content);
    for (const n of nested)
      for (const i of inside(sentence, [...n.content, ...(n.cue === null ? [] : [n.cue])])) words.delete(i);
    if (words.size === 0) return [];
    const seen = new Set<number>();
    const tops = heads(sentence, words);
    return tops
      .flatMap((h) =>
        sensesOf(draft, sentence, h, words, statement.source, statement.cue).map((s) =>
          interrupted(sentence, s, h, tops),
        ),
      )
      .filter((s) => !seen.has(s.frame.at) && seen.add(s.frame.at))
      .flatMap((s) => propositionOf(draft, sentence, s, statement) ?? [])
      .flatMap((t) => withCompanions(draft, t));
  });
  if (told.length === 0 && statement.stance === 'disputes') told.push(...rejected(draft, statement));
  const own = told.map((t) => t.proposition);
  return { statement: refineStance(draft, statement, own), told };
}

/** "The army rejected | a proposal to withdraw": not an account but an offer, so the words of refusing are the event. */
function rejected(draft: Draft, statement: Statement): Told[] {
  const { cue } = statement;
  const at = cue === null ? undefined : touched(draft, cue)[0];
  if (cue === null || at === undefined) return [];
  const sentence = draft.sentences[at]!;
  const offer = [...inside(sentence, statement.content)].some((i) =>
    ['deal', 'passage', 'surrender', 'offer'].some((c) => isOfClass(sentence.tokens[i]!.lemma, c)),
  );
  if (!offer) return [];
  return [...inside(sentence, [cue])].flatMap((i) => {
    const sense = senseAt(draft, sentence, i);
    if (sense?.entry.event !== 'REJECT') return [];
    return propositionOf(draft, sentence, sense, { ...statement, stance: 'asserts', cue: null }) ?? [];
  });
}

/** "| The group |, he said, | had moved its men": the subject that the cue cuts off from its verb. */
function interrupted({ tokens }: ParsedSentence, sense: Sense, top: number, tops: readonly number[]): Sense {
  const { frame } = sense;
  if (frame.at !== top || frame.passive || frame.subj.length > 0) return sense;
  const before = tops.filter((i) => i < top && /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos));
  return before.length === 1 ? { ...sense, frame: { ...frame, subj: before } } : sense;
}

/*
 * A clause in the document's own voice makes a statement of its own when it says that something happened. Clauses joined by "and"
 * or "but" with subjects of their own are checked apart.
 */
function fromNarrative(draft: Draft, sentence: ParsedSentence, spoken: readonly Span[]): Found[] {
  const { tokens } = sentence;
  const free = new Set(
    [...tokens.keys()].filter(
      (i) => !spoken.some((s) => s.start < tokens[i]!.end && tokens[i]!.start < s.end),
    ),
  );
  const tops = heads(sentence, free).filter(
    (i) => tokens[i]!.head < 0 || /^(?:root|conj|parataxis|advcl|ccomp)/.test(tokens[i]!.deprel),
  );
  const clauses = tops.flatMap((h) => [
    h,
    ...dependents(tokens, h, 'conj', 'parataxis').filter(
      (i) => free.has(i) && dependents(tokens, i, 'nsubj').length > 0,
    ),
  ]);
  return clauses.flatMap((h) => {
    if (spoken.length > 0 && spoken.some((s) => s.start <= tokens[h]!.start && tokens[h]!.end <= s.end))
      return [];
    const others = new Set(clauses.filter((c) => c !== h && c > h));
    const words = new Set(subtree(tokens, h, others).filter((i) => free.has(i)));
    const statement = narrative(draft, sentence, h, words);
    const told = sensesOf(draft, sentence, h, words)
      .flatMap((s) => propositionOf(draft, sentence, s, statement) ?? [])
      .flatMap((t) => withCompanions(draft, t));
    return told.length === 0 ? [] : [{ statement, told }];
  });
}

/** "and", "while": what joins a clause to the one before is none of its words. */
function isJoint(token: Token): boolean {
  return (
    isRelation(token.deprel, 'cc') || (token.deprel === 'mark' && /^(?:while|whereas)$/i.test(token.form))
  );
}

function narrative(
  draft: Draft,
  sentence: ParsedSentence,
  head: number,
  words: ReadonlySet<number>,
): Statement {
  const { tokens } = sentence;
  const kept = [...words]
    .sort((a, b) => a - b)
    .filter((i) => tokens[i]!.head !== head || !isJoint(tokens[i]!));
  let from = 0;
  let to = kept.length;
  while (from < to && tokens[kept[from]!]!.upos === 'PUNCT') from++;
  while (to > from && /^(?:PUNCT|SCONJ|CCONJ)$/.test(tokens[kept[to - 1]!]!.upos)) to--;
  const spans = runs(fill(kept.slice(from, to), tokens.length)).map(([a, b]) => {
    const s = tokens[a]!.start;
    const e = tokens[b]!.end;
    return { start: s, end: e, text: draft.document.text.slice(s, e) };
  });
  const verb = tokens[head]!;
  const hedged =
    verb.xpos === 'VBN' &&
    /^(?:think|believe|suspect|expect|presume|report|rumour|rumor|say|estimate)$/.test(verb.lemma);
  return {
    id: `n${tokens[head]!.start}`,
    mode: 'narrative',
    stance: hedged ? 'hedges' : 'asserts',
    source: null,
    cue: null,
    content: spans,
    speaker: null,
    for: null,
    within: null,
    about: null,
    relay: null,
    time: null,
    why: ["the document's own voice"],
  };
}

/** Bridges single marks left out between kept words, so that a clause is one span where the text is one. */
function fill(words: readonly number[], length: number): number[] {
  const set = new Set(words);
  return Array.from({ length }, (_, i) => i).filter((i) => set.has(i) || (set.has(i - 1) && set.has(i + 1)));
}
