import { agreementWords } from '../lexicon/agreement.ts';
import { isOfClass } from '../lexicon/event.ts';
import { chunkAt, entityOf, mentionsWithin, whoAt } from '../mention/lookup.ts';
import type { Term } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg, PlaceArg } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { dependents, subtree } from '../parse/tree.ts';
import { exchangeSpan, runSpan } from './exchange.ts';
import { type Frame, frameOf, tokensIn } from './role.ts';
import { type Sense, senseAt } from './sense.ts';
import { roleArgs } from './slot.ts';
import { statementAt } from './statement-at.ts';

/** A term before it has an id. */
export type LooseTerm = Omit<Term, 'id' | 'exchange'>;

/*
 * A term is an act that somebody is to do: its verb with what hangs on it, or the noun of an act ("the release of prisoners"). Without an
 * agent the whole clause is what is to be done ("the charges will be dropped"). Conditions, prices and "under the deal" are no part of it.
 */

/** The term that the verb or noun at `at` states, with the doers given where its own clause names none. */
export function termAt(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  doers: readonly Arg[] = [],
): LooseTerm | null {
  const { tokens } = sentence;
  const sense = senseAt(draft, sentence, at);
  const frame = sense?.frame ?? frameOf(tokens, at);
  if (/^(?:be|have|do)$/.test(tokens[at]!.lemma)) return null;
  const movers = actors(draft, tokens, sense, frame);
  const own = roleArgs(draft, sentence, movers);
  const who = own.length > 0 ? own : doers;
  const condition = conditionOf(draft, sentence, at);
  const does = doesSpan(draft, sentence, at, who.length === 0 && frame.passive ? frame.obj : [], condition);
  if (does === null) return null;
  const civil = who.length > 0 && who.every((a) => entityOf(draft, a.entity)?.role === 'civilians');
  return {
    event: sense === null ? 'AGREE' : civil ? (sense.entry.civil ?? sense.entry.event) : sense.entry.event,
    who,
    does,
    toWhom: roleArgs(draft, sentence, sufferers(draft, tokens, sense, frame)).filter(
      (a) => !who.some((w) => w.start === a.start),
    ),
    condition,
    deadline: deadlineIn(draft, sentence, at),
    area: areaIn(draft, does),
    statement: statementAt(draft, sentence, tokens[at]!.start)?.id ?? null,
  };
}

/** Who is to act: by the event's entry, else the subject; of a noun who stands behind "by". */
function actors(
  draft: Draft,
  tokens: readonly Token[],
  sense: Sense | null,
  frame: Frame,
): readonly number[] {
  const roles = sense?.entry.agent ?? (tokens[frame.at]!.upos === 'NOUN' ? ['by'] : ['subj']);
  const found = roles.flatMap((r) => [...tokensIn(frame, r)]);
  return found.filter((i) => !isThing(draft, tokens, i));
}

function sufferers(draft: Draft, tokens: readonly Token[], sense: Sense | null, frame: Frame): number[] {
  const roles = sense?.entry.patient ?? ['iobj', 'obj', 'to'];
  return roles.flatMap((r) => [...tokensIn(frame, r)]).filter((i) => whoAt(draft, tokens, i) !== null);
}

/** The deal itself, and words that stand for nobody. */
function isThing(draft: Draft, tokens: readonly Token[], at: number): boolean {
  if (/^(?:which|that|it|this|there|what)$/i.test(tokens[at]!.form)) return whoAt(draft, tokens, at) === null;
  const { head } = chunkAt(tokens, at) ?? { head: at };
  const lemma = tokens[head]!.lemma.toLowerCase();
  return (
    agreementWords('noun', lemma).length > 0 ||
    agreementWords('vow', lemma).length > 0 ||
    isOfClass(tokens[head]!.lemma, 'vehicle')
  );
}

/** The words of what is to be done; null where nothing but the verb of a deal is left. */
function doesSpan(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  subject: readonly number[],
  condition: Span | null,
): Span | null {
  const { tokens } = sentence;
  const noun = tokens[at]!.upos === 'NOUN';
  const within = new Set(subtree(tokens, at));
  const negation = dependents(tokens, at, 'advmod').find((i) => /^(?:not|never)$/i.test(tokens[i]!.form));
  const passive = dependents(tokens, at, 'aux').find((i) => /^be$/i.test(tokens[i]!.form) && i === at - 1);
  let from = noun ? (chunkAt(tokens, at)?.from ?? at) : Math.min(at, negation ?? at, passive ?? at);
  if (subject.length > 0) from = Math.min(from, ...subject.map((i) => chunkAt(tokens, i)?.from ?? i));
  let to = at;
  while (to + 1 < tokens.length) {
    const next = tokens[to + 1]!;
    if (/^[;:.!?)"”]$/u.test(next.form) || (next.form === ',' && !isList(tokens, to + 1))) break;
    if (condition !== null && next.start >= condition.start && next.start < condition.end) break;
    if (next.upos === 'CCONJ' && (tokens[to + 2]?.upos === 'VERB' || isClause(tokens, next.head))) break;
    if (agreementWords('clause', next.form.toLowerCase()).length > 0 && namesDealSoon(tokens, to + 2)) break;
    if (noun && !within.has(to + 1)) break;
    if (/^(?:while|because|although|but)$/i.test(next.form)) break;
    to++;
  }
  if (to < from) return null;
  const start = tokens[from]!.start;
  const end = tokens[to]!.end;
  return { start, end, text: draft.document.text.slice(start, end) };
}

/** What "and" joins is a clause of its own. */
function isClause(tokens: readonly Token[], joined: number): boolean {
  return joined >= 0 && (tokens[joined]!.upos === 'VERB' || dependents(tokens, joined, 'nsubj').length > 0);
}

/** A comma between nouns or numbers goes on with the list. */
function isList(tokens: readonly Token[], comma: number): boolean {
  return tokens[comma - 1]?.upos === 'NUM' && tokens[comma + 1]?.upos === 'NUM';
}

/** The phrase behind a preposition is a deal. */
function namesDealSoon(tokens: readonly Token[], from: number): boolean {
  const head = from < tokens.length ? chunkAt(tokens, from)?.head : undefined;
  return head !== undefined && agreementWords('noun', tokens[head]!.lemma.toLowerCase()).length > 0;
}

/** The condition of a clause, in it or in the clause that governs it: "let them leave | in exchange for …". */
function conditionOf(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const { tokens } = sentence;
  const exchange = exchangeSpan(draft, sentence, at);
  const verb = tokens[at]!;
  if (exchange !== null) return exchange.start <= verb.start && verb.end <= exchange.end ? null : exchange;
  for (const i of subtree(tokens, at)) {
    const token = tokens[i]!;
    if (i === at || !isCondition(tokens, i)) continue;
    const from = /^condition$/i.test(token.form) ? i - 1 : i;
    const top =
      token.deprel === 'mark' || token.deprel === 'case' || token.deprel === 'advmod' ? token.head : i;
    const words = subtree(tokens, top);
    const cut = words.findIndex(
      (w) => w > from && tokens[w]!.upos === 'CCONJ' && /^(?:VB[DPZ]|MD)$/.test(tokens[w + 1]?.xpos ?? ''),
    );
    const last = cut < 0 ? words.at(-1)! : words[cut]! - 1;
    if (last < from || (from <= at && at <= last)) continue;
    return runSpan(
      draft,
      sentence,
      Array.from({ length: last - from + 1 }, (_, k) => from + k),
      from,
    );
  }
  return null;
}

/** "once outside the city", "on condition that", "after leaving": opens a condition; "after the truce" and "before noon" do not. */
function isCondition(tokens: readonly Token[], at: number): boolean {
  const form = tokens[at]!.form.toLowerCase();
  const entry = agreementWords('clause', form).find((e) => e.clause === 'condition');
  if (entry === undefined) return false;
  if (!/^(?:after|before|until|when)$/.test(form)) return true;
  const head = tokens[tokens[at]!.head];
  return head?.upos === 'VERB';
}

/** "within 14 days", "for 72 hours", "by 15 October". */
function deadlineIn(draft: Draft, sentence: ParsedSentence, at: number): Span | null {
  const { tokens } = sentence;
  const within = subtree(tokens, at);
  const first = tokens[within[0]!]!.start;
  const last = tokens[within.at(-1)!]!.end;
  for (const m of mentionsWithin(draft, first, last)) {
    if (m.kind !== 'time') continue;
    const i = tokens.findIndex((t) => t.start === m.start);
    const before = tokens[i - 1];
    if (before === undefined || !/^(?:within|by|for|until|before|in|over)$/i.test(before.form)) {
      if (/^(?:within|by|for|until|before)\b/i.test(m.text))
        return { start: m.start, end: m.end, text: m.text };
      continue;
    }
    if (/^(?:for|in|over)$/i.test(before.form) && m.timex !== 'DURATION') continue;
    return { start: before.start, end: m.end, text: draft.document.text.slice(before.start, m.end) };
  }
  return null;
}

function areaIn(draft: Draft, does: Span): PlaceArg | null {
  const m = mentionsWithin(draft, does.start, does.end).find((one) => one.kind === 'place');
  if (m?.kind !== 'place') return null;
  return { start: m.start, end: m.end, text: m.text, entity: m.entity, name: m.name, lat: m.lat, lon: m.lon };
}
