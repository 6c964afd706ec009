import type { Effect } from '../model/quantity.ts';
import type { Token } from '../model/token.ts';
import { childrenOf, dependents } from '../parse/tree.ts';
import { quantityLexicon } from './quantity-lexicon.ts';

/**
 * What befell those who are counted, by the word that names them ("12 dead") or the verb they hang on: "killed 12 people", "12 people
 * died", "12 were wounded", "left 12 dead". Those counted in coordination or as a part share it: "12 soldiers and a driver died".
 */
export function effectOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  noun: string | null,
): Effect | null {
  const { noun: nouns } = quantityLexicon().effects;
  const named = noun === null ? undefined : nouns.get(noun);
  const share = tokens[from + 1]?.form.toLowerCase() === 'of';
  if (named !== undefined && !share) return named;
  let at = topOf(tokens, from, to);
  for (let steps = 0; steps < 4 && at !== null; steps++) {
    const found = byVerb(tokens, at);
    if (found !== null) return found;
    const token = tokens[at]!;
    if (token.head < 0 || !/^(?:conj|appos|nmod|nummod|parataxis|acl)/.test(token.deprel)) break;
    if (/^nmod/.test(token.deprel) && !isPart(tokens, at)) break;
    at = token.head;
  }
  return named ?? null;
}

/** "12 people, including 3 children", "four of them women", "among them a midwife": a part of those counted beside it. */
export function isPartAt(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.form.toLowerCase() ?? '';
  const lead = tokens[from - 2]?.form.toLowerCase() ?? '';
  if (/^(?:including|include|includes|included)$/.test(before)) return true;
  if (/^(?:them|whom)$/.test(before) && /^(?:among|of)$/.test(lead)) return true;
  const last = tokens[to - 1]?.form.toLowerCase() ?? '';
  return /^(?:them|whom)$/.test(last) && tokens[to - 2]?.form.toLowerCase() === 'of';
}

function isPart(tokens: readonly Token[], at: number): boolean {
  return childrenOf(tokens)[at]!.some((i) => /^(?:including|of)$/i.test(tokens[i]!.form));
}

/** The token of a stretch that hangs outside it. */
function topOf(tokens: readonly Token[], from: number, to: number): number | null {
  for (let i = from; i < to; i++) {
    const { head } = tokens[i]!;
    if ((head < from || head >= to) && tokens[i]!.deprel !== 'advmod' && tokens[i]!.deprel !== 'case')
      return i;
  }
  return null;
}

function byVerb(tokens: readonly Token[], at: number): Effect | null {
  const { effects } = quantityLexicon();
  const { head, deprel } = tokens[at]!;
  const clause = tokens[at + 2];
  if (deprel === 'root' && clause?.head === at && clause.deprel === 'acl:relcl')
    return effects.subject.get(clause.lemma) ?? null;
  const verb = tokens[head];
  if (verb === undefined) return null;
  const lemma = verb.lemma.toLowerCase();
  const object =
    deprel === 'obj' || deprel === 'nsubj:pass' || (deprel === 'nsubj' && isPassive(tokens, head));
  if (object && lemma === 'include') return ofSubject(tokens, head);
  if (object)
    return (
      effects.object.get(lemma) ??
      effects.noun.get(verb.form.toLowerCase()) ??
      withWord(tokens, head, at, lemma)
    );
  if (deprel === 'nmod' && verb.upos === 'NOUN') return effects.noun.get(verb.form.toLowerCase()) ?? null;
  if (deprel === 'parataxis') return effects.subject.get(lemma) ?? effects.object.get(lemma) ?? null;
  if (!/^nsubj/.test(deprel)) return null;
  return effects.subject.get(lemma) ?? effects.noun.get(verb.form.toLowerCase()) ?? null;
}

/** "The dead included five nurses". */
function ofSubject(tokens: readonly Token[], verb: number): Effect | null {
  const subject = dependents(tokens, verb, 'nsubj!')[0];
  if (subject === undefined) return null;
  return quantityLexicon().effects.noun.get(tokens[subject]!.form.toLowerCase()) ?? null;
}

const FOUND = /^(?:leave|fear|believe|presume|report|find|declare)$/;

/** "took 21 soldiers prisoner", "left six people dead", "shot three men dead". */
function withWord(tokens: readonly Token[], verb: number, at: number, lemma: string): Effect | null {
  const { effects } = quantityLexicon();
  for (let i = Math.min(verb, at) + 1; i < Math.min(tokens.length, Math.max(verb, at) + 4); i++) {
    const form = tokens[i]!.form.toLowerCase();
    const found =
      effects.object.get(`${lemma} ${form}`) ?? (FOUND.test(lemma) ? effects.noun.get(form) : undefined);
    if (found !== undefined && (tokens[i]!.head === verb || tokens[i]!.head === at || i === at + 1))
      return found;
  }
  return null;
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  return (
    tokens[verb]!.xpos === 'VBN' &&
    dependents(tokens, verb, 'aux').some((i) => /^(?:be|get)$/.test(tokens[i]!.lemma))
  );
}
