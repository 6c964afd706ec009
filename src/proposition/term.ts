import { isOfClass } from '../lexicon/event.ts';
import { chunkAt, whoAt } from '../mention/lookup.ts';
import type { Term } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import { dependents, isRelation, subtree } from '../parse/tree.ts';
import { tokensIn } from './role.ts';
import { type Sense, senseAt } from './sense.ts';
import { argAt } from './slot.ts';

/** A term before it has an id. */
export type LooseTerm = Omit<Term, 'id'>;

/*
 * The terms of a deal hang on its noun or verb: "agreed to leave", "a proposal that allows fighters to leave", "a deal under which
 * fighters would leave". What stands behind "in exchange for" is a term of its own and the condition of the first.
 */

const CONDITION = /^(?:exchange|return|condition|if|once|unless|provided|after|before|until)$/i;

/** The terms that a sentence states at the token of a deal: its noun ("proposal") or its verb ("agreed"). */
export function termsAt(draft: Draft, sentence: ParsedSentence, at: number): LooseTerm[] {
  const { tokens } = sentence;
  const below = subtree(tokens, at);
  const roots = below.filter((i) => i !== at && tokens[i]!.upos === 'VERB' && within(sentence, i, at));
  const found: LooseTerm[] = [];
  for (const i of roots) {
    const sense = senseAt(draft, sentence, i);
    if (
      sense === null ||
      /^(?:AGREE|CONSULT|SUPPORT|REQUEST)$/.test(sense.entry.event) ||
      sense.entry.mode === 'covered'
    )
      continue;
    const term = termOf(draft, sentence, sense);
    if (term !== null) found.push(term);
  }
  const exchange = below.find(
    (i) => /^(?:exchange|return)$/i.test(tokens[i]!.form) && tokens[i - 1]?.form.toLowerCase() === 'in',
  );
  if (exchange !== undefined) found.push(...exchanged(draft, sentence, exchange));
  return found;
}

/** Complement and relative clauses of the deal, and what these govern; not the clauses of other nouns. */
function within(sentence: ParsedSentence, at: number, top: number): boolean {
  const { tokens } = sentence;
  for (let i = at; i !== top && i >= 0; i = tokens[i]!.head) {
    const token = tokens[i]!;
    if (
      token.head === top &&
      /^(?:conj|parataxis|advcl)/.test(token.deprel) &&
      !/^to$/i.test(tokens[i - 1]?.form ?? '')
    )
      return false;
    const above = tokens[token.head];
    if (
      isRelation(token.deprel, 'acl') &&
      token.head !== top &&
      above !== undefined &&
      !isOfClass(above.lemma, 'deal') &&
      !/^(?:allow|let|permit|oblige|require|provide)$/.test(token.lemma)
    )
      return false;
  }
  return true;
}

/** The term that an event inside a deal states. */
export function termOf(draft: Draft, sentence: ParsedSentence, sense: Sense): LooseTerm | null {
  const { tokens } = sentence;
  const { entry, frame } = sense;
  const who = roleArgs(
    draft,
    sentence,
    entry.agent.flatMap((r) => [...tokensIn(frame, r)]),
  );
  const toWhom = roleArgs(
    draft,
    sentence,
    entry.patient.flatMap((r) => [...tokensIn(frame, r)]),
  ).filter((a) => !who.some((w) => w.start === a.start));
  if (![...who, ...toWhom].some((a) => a.entity !== null)) return null;
  const condition = conditionOf(draft, sentence, sense.frame.at);
  const subjects = new Set(
    dependents(tokens, frame.at, 'nsubj', 'mark', 'aux', 'cc', 'advmod').flatMap((i) => subtree(tokens, i)),
  );
  const words = subtree(tokens, frame.at).filter(
    (i) =>
      !subjects.has(i) &&
      (condition === null || tokens[i]!.start < condition.start || tokens[i]!.end > condition.end),
  );
  return { event: entry.event, who, does: runSpan(draft, sentence, words, frame.at), toWhom, condition };
}

function roleArgs(draft: Draft, sentence: ParsedSentence, heads: readonly number[]): Arg[] {
  const found: Arg[] = [];
  for (const i of heads) {
    const arg = argAt(draft, sentence, i, null);
    if (!found.some((a) => a.start === arg.start) && sentence.tokens[i]!.upos !== 'VERB') found.push(arg);
  }
  return found;
}

function conditionOf(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const { tokens } = sentence;
  for (const i of subtree(tokens, at)) {
    const opens =
      CONDITION.test(tokens[i]!.form) ||
      dependents(tokens, i, 'mark').some((m) => CONDITION.test(tokens[m]!.form));
    if (i === at || !opens) continue;
    const from = /^(?:exchange|return|condition)$/i.test(tokens[i]!.form) ? i - 1 : i;
    const words = subtree(tokens, tokens[i]!.deprel === 'mark' ? tokens[i]!.head : i);
    const end = words.at(-1)!;
    return runSpan(draft, sentence, [from, ...words.filter((w) => w >= from && w <= end)], from);
  }
  return null;
}

/** "in exchange for the release of civilians held by the group": who is to do it, if the words say so. */
function exchanged(draft: Draft, sentence: ParsedSentence, at: number): LooseTerm[] {
  const { tokens } = sentence;
  const noun = subtree(tokens, at).find(
    (i) => i > at && tokens[i]!.upos === 'NOUN' && senseAt(draft, sentence, i) !== null,
  );
  if (noun === undefined) return [];
  const sense = senseAt(draft, sentence, noun)!;
  const words = subtree(tokens, noun).filter((i) => i >= (chunkAt(tokens, noun)?.from ?? noun));
  const patients = sense.entry.patient.flatMap((r) => [...tokensIn(sense.frame, r)]);
  const movers = sense.entry.agent.flatMap((r) => [...tokensIn(sense.frame, r)]);
  const holder = words.find(
    (i) =>
      i > noun &&
      dependents(tokens, i, 'case').some((c) => tokens[c]!.form.toLowerCase() === 'by') &&
      whoAt(draft, tokens, i) !== null,
  );
  const who = roleArgs(draft, sentence, movers.length > 0 ? movers : holder === undefined ? [] : [holder]);
  return [
    {
      event: sense.entry.event,
      who,
      does: runSpan(draft, sentence, words, noun),
      toWhom: roleArgs(draft, sentence, patients),
      condition: null,
    },
  ];
}

/** The unbroken run of words round `at`, as a span. */
function runSpan(draft: Draft, sentence: ParsedSentence, words: readonly number[], at: number): Span {
  const { tokens } = sentence;
  const set = new Set(words);
  let from = at;
  let to = at;
  while (set.has(from - 1)) from--;
  while (set.has(to + 1)) to++;
  while (to > at && tokens[to]!.upos === 'PUNCT') to--;
  const start = tokens[from]!.start;
  const end = tokens[to]!.end;
  return { start, end, text: draft.document.text.slice(start, end) };
}
