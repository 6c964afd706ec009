import { readList } from '../lexicon/list.ts';
import { chunkAt } from '../mention/lookup.ts';
import { isTemporal, localSubject } from '../mention/subject.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation, subtree } from '../parse/tree.ts';
import type { Cue } from './cue.ts';

/** Who speaks: the token that heads the phrase, and the tokens of the phrase. */
export interface Source {
  readonly at: number;
  readonly words: readonly number[];
}

/*
 * The source is the subject of its verb, or of the verb it is joined to: "Alloush disputed the claim and said …", "Bali said …,
 * adding that …". In the passive it is the agent ("was disputed by Alloush") or, with "was quoted as saying", the subject.
 * After a noun it is the possessor or the "of" phrase ("the SDF's claim that …").
 */

/** The source of a cue, or null where the sentence names none. */
export function sourceOf(tokens: readonly Token[], cue: Cue): Source | null {
  if (cue.kind === 'preposition') return afterPreposition(tokens, cue.at + 2);
  if (cue.kind === 'noun') {
    const of = dependents(tokens, cue.at, 'nmod:poss', 'nmod')[0];
    return of === undefined ? null : phrase(tokens, of);
  }
  const quoted = cue.words.length > 1 && /^(?:saying|telling)$/.test(tokens[cue.words.at(-1)!]!.form);
  const subject = subjectOf(tokens, cue.at, quoted);
  return subject === null ? null : phrase(tokens, subject);
}

function afterPreposition(tokens: readonly Token[], at: number): Source | null {
  const chunk = tokens[at] === undefined ? null : chunkAt(tokens, at);
  return chunk === null ? null : phrase(tokens, headIn(tokens, chunk.from, chunk.to));
}

/** The source by which to find the speaker: the rules' own, or the trained reader's where the rules have none or another phrase. */
export function withLearned(
  tokens: readonly Token[],
  cue: Cue,
  ruled: Source | null,
  learned: readonly number[],
): Source | null {
  if (learned.length === 0) return ruled;
  const relative = learned.length === 1 && /^(?:who|which|that)$/i.test(tokens[learned[0]!]!.form);
  if (ruled !== null && (relative || cue.words.length > 2 || ruled.words.some((i) => learned.includes(i))))
    return ruled;
  return { at: headAmong(tokens, learned), words: learned };
}

/** The first of some words that hangs on none of the others. */
export function headAmong(tokens: readonly Token[], words: readonly number[]): number {
  const inside = new Set(words);
  return words.find((i) => !inside.has(tokens[i]!.head)) ?? words[0]!;
}

/** The token of a phrase on which the rest of it hangs. */
export function headIn(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (tokens[i]!.head < from || tokens[i]!.head >= to) return i;
  return to - 1;
}

function subjectOf(tokens: readonly Token[], verb: number, quoted: boolean): number | null {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const token = tokens[at]!;
    const agent = dependents(tokens, at, 'obl:agent')[0] ?? byPhrase(tokens, at);
    const passive = dependents(tokens, at, 'nsubj:pass').find((i) => !isTemporal(tokens[i]!));
    if (passive !== undefined) return quoted ? passive : (agent ?? null);
    if (token.xpos === 'VBN' && agent !== undefined && agent !== null && !quoted) return agent;
    const subject =
      dependents(tokens, at, 'nsubj!').find((i) => !isTemporal(tokens[i]!)) ??
      (at === verb ? localSubject(tokens, at) : null) ??
      undefined;
    if (subject !== undefined) return antecedent(tokens, subject, at);
    if (token.head < 0 || !/^(?:conj|xcomp|advcl|acl|ccomp|parataxis|dep)/.test(token.deprel)) return null;
    if (isRelation(token.deprel, 'acl') && tokens[token.head]!.upos !== 'VERB') return token.head;
    if (/^(?:ccomp|parataxis)/.test(token.deprel) && steps === 0) return null;
    at = token.head;
  }
  return null;
}

function byPhrase(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]!.xpos !== 'VBN') return null;
  return (
    dependents(tokens, at, 'obl').find((i) =>
      dependents(tokens, i, 'case').some((c) => tokens[c]!.form.toLowerCase() === 'by'),
    ) ?? null
  );
}

/** "Alloush, who said …": the relative pronoun is the source's word, its antecedent the speaker. */
function antecedent(tokens: readonly Token[], subject: number, verb: number): number {
  const relative = /^(?:who|which|that)$/i.test(tokens[subject]!.form) && /^acl/.test(tokens[verb]!.deprel);
  return relative && tokens[verb]!.head >= 0 ? tokens[verb]!.head : subject;
}

/** The words of a source: its base phrase and an "of" phrase, without appositions and relative clauses. */
function phrase(tokens: readonly Token[], at: number): Source {
  const chunk = chunkAt(tokens, at);
  if (chunk === null) return { at, words: [at] };
  const words: number[] = [];
  for (let i = chunk.from; i < chunk.to; i++) words.push(i);
  if (tokens[chunk.from - 1]?.xpos === 'POS') {
    const owner = chunkAt(tokens, chunk.from - 2);
    if (owner !== null) for (let i = chunk.from - 1; i >= owner.from; i--) words.unshift(i);
  }
  const common = tokens[chunk.head]!.upos === 'NOUN';
  if (common) {
    for (const i of dependents(tokens, headIn(tokens, chunk.from, chunk.to), 'nmod', 'acl!')) {
      const below = subtree(tokens, i);
      const next = below[0] === words.at(-1)! + 1;
      const reports =
        isRelation(tokens[i]!.deprel, 'acl') &&
        !readList('lexicon/speech-noun.txt').has(tokens[chunk.head]!.lemma);
      if (next && !reports && below.length <= 8) words.push(...below);
    }
  }
  return { at, words };
}
