import { isOfClass } from '../lexicon/event.ts';
import type { Term } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import { dependents, isRelation, subtree } from '../parse/tree.ts';
import { exchangedIn, exchangeSpan, runSpan } from './exchange.ts';
import { tokensIn } from './role.ts';
import { type Sense, senseAt } from './sense.ts';
import { isCivil, roleArgs } from './slot.ts';

/** A term before it has an id. */
export type LooseTerm = Omit<Term, 'id'>;

/*
 * The terms of a deal hang on its noun or verb: "agreed to leave", "a proposal that allows fighters to leave", "a deal under which
 * fighters would leave". What stands behind "in exchange for" is a term of its own and the condition of the first.
 */

const CONDITION = /^(?:condition|if|once|unless|provided|after|before|until)$/i;

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
  found.push(...exchangedIn(draft, sentence, at));
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
  const found = conditionOf(draft, sentence, sense.frame.at);
  const verb = sentence.tokens[frame.at]!;
  const condition = found !== null && found.start <= verb.start && verb.end <= found.end ? null : found;
  const movers = entry.agent.flatMap((r) => [...tokensIn(frame, r)]);
  const civil = movers.length > 0 && movers.every((i) => isCivil(draft, sentence, i));
  return {
    event: civil ? (entry.civil ?? entry.event) : entry.event,
    who,
    does: doesSpan(draft, sentence, frame.at, condition),
    toWhom,
    condition,
  };
}

/** What is to be done, from the verb to the end of its clause: without the condition, and without "under the deal" itself. */
function doesSpan(draft: Draft, sentence: ParsedSentence, at: number, condition: Span | null): Span {
  const { tokens } = sentence;
  let to = at;
  while (to + 1 < tokens.length) {
    const next = tokens[to + 1]!;
    if (
      /^[,;:.!?)"”]$/u.test(next.form) ||
      (condition !== null && next.start >= condition.start && next.start < condition.end)
    )
      break;
    if (next.upos === 'CCONJ' && tokens[to + 2]?.upos === 'VERB') break;
    if (
      /^(?:as|under|after|following)$/i.test(next.form) &&
      tokens.slice(to + 2, to + 7).some((t) => isOfClass(t.lemma, 'deal'))
    )
      break;
    to++;
  }
  const start = tokens[at]!.start;
  const end = tokens[to]!.end;
  return { start, end, text: draft.document.text.slice(start, end) };
}

/** The condition of a clause, in it or in the clause that governs it: "let them leave | in exchange for …". */
function conditionOf(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const { tokens } = sentence;
  const exchange = exchangeSpan(draft, sentence, at);
  if (exchange !== null) return exchange;
  for (const i of subtree(tokens, at)) {
    const opens =
      CONDITION.test(tokens[i]!.form) ||
      dependents(tokens, i, 'mark').some((m) => CONDITION.test(tokens[m]!.form));
    if (i === at || !opens) continue;
    const from = /^condition$/i.test(tokens[i]!.form) ? i - 1 : i;
    const words = subtree(tokens, tokens[i]!.deprel === 'mark' ? tokens[i]!.head : i);
    return runSpan(draft, sentence, [from, ...words.filter((w) => w >= from)], from);
  }
  return null;
}
