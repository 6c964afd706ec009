import { type CueEntry, cuesOf } from '../lexicon/cue.ts';
import { readList } from '../lexicon/list.ts';
import type { Token } from '../model/token.ts';
import { childrenOf, dependents } from '../parse/tree.ts';
import { chargeOf } from './charge.ts';

/** A cue found in a sentence: `at` is the token its source and content hang on, `words` all tokens of the cue. */
export interface Cue {
  readonly at: number;
  readonly words: readonly number[];
  readonly entry: CueEntry;
  readonly kind: 'verb' | 'preposition' | 'noun';
  /** "could not confirm", "declined to say": the speaker does not commit to it. */
  readonly withheld: boolean;
}

const ACCORDING: CueEntry = {
  sense: 'asserts',
  take: ['clause'],
  forms: ['according to'],
  speech: true,
  example: '',
};

/** All cues of a sentence, in order. */
export function findCues(tokens: readonly Token[]): Cue[] {
  const found: Cue[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (found.some((f) => f.words.includes(at))) continue;
    const cue = verbCue(tokens, at) ?? accordingTo(tokens, at) ?? nounCue(tokens, at);
    if (cue !== null) found.push(cue);
  }
  return found;
}

/*
 * A verb reports when it is finite or a participle that hangs on its speaker: "said", "adding that …", "was quoted as saying".
 * As a bare noun modifier it does not: "the reported deal".
 */
function verbCue(tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at]!;
  if (token.upos !== 'VERB' || token.deprel === 'amod' || token.deprel === 'compound') return null;
  const entries = cuesOf(token.lemma).filter((e) => e.speech);
  if (entries.length === 0) return null;
  const entry = pick(tokens, at, entries);
  if (entry === null) return null;
  const words = [at];
  for (const i of dependents(tokens, at, 'aux')) if (i < at) words.push(i);
  for (const i of dependents(tokens, at, 'advmod'))
    if (/^(?:not|n['’]t|never)$/i.test(tokens[i]!.form)) words.push(i);
  const quoted = /^(?:quote|cite|describe)$/.test(token.lemma) ? quotedAs(tokens, at) : [];
  words.push(...quoted);
  words.sort((a, b) => a - b);
  const negated =
    words.some((i) => /^(?:not|n['’]t|never)$/i.test(tokens[i]!.form)) || governedByRefusal(tokens, at);
  const withheld =
    negated &&
    /^(?:confirm|say|tell|comment|report|corroborate|verify|specify|reveal|disclose)$/.test(token.lemma);
  return { at, words: contiguous(words, at), entry, kind: 'verb', withheld };
}

function pick(tokens: readonly Token[], at: number, entries: readonly CueEntry[]): CueEntry | null {
  const charge = entries.find((e) => e.take.includes('charge'));
  if (charge !== undefined && chargeOf(tokens, at) !== null) return charge;
  const clausal = dependents(tokens, at, 'ccomp').length > 0 || tokens[at]!.deprel === 'parataxis';
  const open = dependents(tokens, at, 'xcomp').length > 0;
  const object = dependents(tokens, at, 'obj', 'nsubj:pass');
  const speechObject = object.some(
    (i) =>
      readList('lexicon/speech-noun.txt').has(tokens[i]!.lemma) ||
      /^(?:it|this|that)$/i.test(tokens[i]!.form),
  );
  if (speechObject && !clausal) {
    const rejects = entries.find((e) => e.sense === 'disputes' || e.sense === 'denies');
    if (rejects !== undefined) return rejects;
  }
  if (clausal) return entries.find((e) => e.take.includes('clause')) ?? null;
  if (open)
    return (
      entries.find((e) => e.take.includes('infinitive')) ??
      entries.find((e) => e.take.includes('clause')) ??
      null
    );
  if (entries.every((e) => e.take.every((t) => t === 'object'))) return speechObject ? entries[0]! : null;
  if (object.length > 0)
    return (
      entries.find((e) => e.take.includes('object') && (e.sense === 'denies' || speechObject)) ??
      entries.find((e) => e.take.includes('clause')) ??
      null
    );
  return entries.find((e) => e.take.includes('clause')) ?? null;
}

/** "was quoted as saying", "was quoted by the agency as saying". */
function quotedAs(tokens: readonly Token[], at: number): number[] {
  for (let i = at + 1; i < Math.min(tokens.length, at + 8); i++) {
    if (tokens[i]!.form === 'as' && /^(?:saying|telling)$/.test(tokens[i + 1]?.form ?? '')) return [i, i + 1];
  }
  return [];
}

function governedByRefusal(tokens: readonly Token[], at: number): boolean {
  const head = tokens[at]!.head;
  return (
    head >= 0 && tokens[at]!.deprel === 'xcomp' && /^(?:decline|refuse|fail|be)$/.test(tokens[head]!.lemma)
  );
}

function contiguous(words: readonly number[], at: number): number[] {
  const kept = [at];
  for (let i = words.indexOf(at) - 1; i >= 0 && words[i]! >= kept[0]! - 2; i--) kept.unshift(words[i]!);
  for (let i = words.indexOf(at) + 1; i < words.length; i++) kept.push(words[i]!);
  return kept;
}

function accordingTo(tokens: readonly Token[], at: number): Cue | null {
  if (!/^according$/i.test(tokens[at]!.form) || tokens[at + 1]?.form !== 'to') return null;
  return { at, words: [at, at + 1], entry: ACCORDING, kind: 'preposition', withheld: false };
}

/** "the claim that …", "reports that …": a noun of speech with a clause of its own. */
function nounCue(tokens: readonly Token[], at: number): Cue | null {
  const token = tokens[at]!;
  if (token.upos !== 'NOUN' || !readList('lexicon/speech-noun.txt').has(token.lemma)) return null;
  const clause = childrenOf(tokens)[at]!.find(
    (i) =>
      /^(?:acl!?|ccomp)$/.test(tokens[i]!.deprel) &&
      dependents(tokens, i, 'mark').some((m) => tokens[m]!.form.toLowerCase() === 'that'),
  );
  if (clause === undefined) return null;
  return { at, words: [at], entry: { ...ACCORDING, forms: [token.lemma] }, kind: 'noun', withheld: false };
}
