import { isOfClass } from '../lexicon/event.ts';
import type { TimeSlot } from '../model/slot.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation } from '../parse/tree.ts';

/*
 * Not every clause with a verb of war tells of it. "He did not say how many had left", "who may board is open", "when people who struck
 * a deal cannot agree", "any deal that lets them go", "had they attacked": what is asked, general or only thought of is no claim.
 */

const ASKING = /^(?:how|who|whom|whose|whether|where|why|what|which)$/i;

/** Whether the clause of a predicate tells of something, rather than asking or thinking of it. */
export function isTold(tokens: readonly Token[], at: number): boolean {
  return (
    !isElsewhere(tokens) &&
    !isBroken(tokens, at) &&
    !isAsked(tokens, at) &&
    !isOfNoDeal(tokens, at) &&
    !isUnreal(tokens, at) &&
    !isAim(tokens, at) &&
    !isGeneral(tokens, at)
  );
}

/** "Our goal is | victory |, not revenge": a noun that says what something is for tells of no deed, unless it says whose or on whom. */
function isAim(tokens: readonly Token[], at: number): boolean {
  const noun = tokens[at]!;
  return (
    noun.upos === 'NOUN' &&
    dependents(tokens, at, 'cop').length > 0 &&
    dependents(tokens, at, 'nmod', 'nmod:poss', 'obl', 'acl', 'det').length === 0 &&
    dependents(tokens, at, 'nsubj').some((i) => isOfClass(tokens[i]!.lemma, 'aim'))
  );
}

const elsewhere = new WeakMap<readonly Token[], boolean>();

/** "The striker shot three goals", "the film shows the battle": a sentence about a game or a work of fiction tells of no fight. */
function isElsewhere(tokens: readonly Token[]): boolean {
  let known = elsewhere.get(tokens);
  if (known === undefined) {
    known = tokens.some(
      (t) => t.upos === 'NOUN' && (isOfClass(t.lemma, 'game') || isOfClass(t.lemma, 'fiction')),
    );
    elsewhere.set(tokens, known);
  }
  return known;
}

/** "In 1991 the army besieged the town", in a report of 2023: told as history, not as news. */
export function isHistory(time: TimeSlot | null, published: string | null): boolean {
  if (time === null || time.to === null || published === null || time.inherited !== undefined) return false;
  return Number(published.slice(0, 4)) - Number(time.to.slice(0, 4)) > 10;
}

/** "How many had left is open", "did not say who may board": a clause opened by a question word that is no relative clause. */
function isAsked(tokens: readonly Token[], predicate: number): boolean {
  for (let at = predicate, steps = 0; at >= 0 && steps < 3; at = tokens[at]!.head, steps++) {
    const { deprel } = tokens[at]!;
    const asks = asksAt(tokens, at);
    if (asks && !isRelation(deprel, 'acl')) return true;
    if (asks && !dependents(tokens, at, 'nsubj', 'obj').some((i) => isPronoun(tokens[i]!))) return true;
    if (!/^(?:conj|xcomp|aux|advcl)/.test(deprel)) return false;
  }
  return false;
}

function isPronoun(token: Token): boolean {
  return /^(?:who|whom|which)$/i.test(token.form);
}

function asksAt(tokens: readonly Token[], at: number): boolean {
  const first = dependents(tokens, at, 'nsubj', 'obj', 'advmod', 'mark', 'obl', 'det').filter(
    (i) => i < at,
  )[0];
  if (first === undefined) return false;
  if (ASKING.test(tokens[first]!.form)) return true;
  const many = dependents(tokens, first, 'amod', 'det', 'nummod', 'advmod')[0];
  if (many === undefined) return false;
  return (
    /^(?:how|which|what|whose)$/i.test(tokens[many]!.form) ||
    dependents(tokens, many, 'advmod').some((i) => /^how$/i.test(tokens[i]!.form))
  );
}

/** "Any deal that lets them leave": what a deal that nobody made would do. */
function isOfNoDeal(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!isRelation(token.deprel, 'acl') || token.head < 0 || !isOfClass(tokens[token.head]!.lemma, 'deal'))
    return false;
  return dependents(tokens, token.head, 'det').some((i) => /^(?:any|no)$/i.test(tokens[i]!.form));
}

/** "Went back on a promise | to free them": what was promised and not done is told by the breach. */
function isBroken(tokens: readonly Token[], at: number): boolean {
  const { head, deprel } = tokens[at]!;
  if (head < 0 || !/^(?:acl|advcl|xcomp)/.test(deprel)) return false;
  const word = tokens[head]!;
  const nouns = word.upos === 'NOUN' ? [head] : dependents(tokens, head, 'obj', 'obl', 'nmod');
  const verb = word.upos === 'NOUN' ? word.head : head;
  return (
    verb >= 0 &&
    nouns.some((i) => /^(?:promise|pledge|vow|commitment|undertaking|word|oath)$/.test(tokens[i]!.lemma)) &&
    /^(?:break|go|renege|breach|betray|violate)$/.test(tokens[verb]!.lemma)
  );
}

/** "Had they attacked, we would have answered", "if the army attacked": the condition itself tells of nothing. */
function isUnreal(tokens: readonly Token[], at: number): boolean {
  const { deprel } = tokens[at]!;
  if (!isRelation(deprel, 'advcl')) return false;
  const marks = dependents(tokens, at, 'mark', 'advmod').map((i) => tokens[i]!.form);
  const inverted = dependents(tokens, at, 'aux')[0];
  const subject = dependents(tokens, at, 'nsubj')[0];
  return (
    marks.some((m) => /^(?:if|unless|lest)$/i.test(m)) ||
    (inverted !== undefined &&
      subject !== undefined &&
      inverted < subject &&
      /^(?:had|should|were)$/i.test(tokens[inverted]!.form))
  );
}

/** "When sides cannot agree, people suffer": a present "when" or "whenever" says what is generally so. */
function isGeneral(tokens: readonly Token[], predicate: number): boolean {
  for (let at = predicate, steps = 0; at >= 0 && steps < 3; at = tokens[at]!.head, steps++) {
    const opens = dependents(tokens, at, 'mark', 'advmod').some(
      (i) => i < at && /^(?:when|whenever|wherever)$/i.test(tokens[i]!.form),
    );
    if (!opens) continue;
    const finite = dependents(tokens, at, 'aux', 'cop')[0] ?? at;
    return (
      /^(?:VBP|VBZ|MD)$/.test(tokens[finite]!.xpos) &&
      !/^(?:will|would|could|might)$/i.test(tokens[finite]!.form)
    );
  }
  return false;
}
