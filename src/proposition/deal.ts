import { agreementWords, isDealNoun } from '../lexicon/agreement.ts';
import { chunkAt, mentionsWithin } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { isExchange } from './exchange.ts';

/** A word that names a deal, or a verb that makes one ("agreed to leave"). */
export interface DealWord {
  readonly sentence: ParsedSentence;
  readonly at: number;
  readonly verb: boolean;
  /** ceasefire, movement, exchange, trade, aid, peace, as far as its words say. */
  readonly kinds: readonly string[];
  /** Names in it, lower case: "minsk" in "the Minsk agreement". */
  readonly names: readonly string[];
  /** Set apart from others: "an earlier truce", "a separate deal", "the new accord". */
  readonly apart: 'earlier' | 'new' | null;
  readonly definite: boolean;
  /** "no deal", "any deal": no certain one is meant. */
  readonly generic: boolean;
  readonly span: Span;
  /** The verb is itself a term: a bargain that no noun names. */
  readonly itself?: boolean;
}

/*
 * A deal is named by a noun ("a truce", "the evacuation agreement", "a proposal to the rebels") or by the verb that makes it ("agreed to
 * leave"). A noun inside another one's name is none: "a ceasefire proposal", "truce monitors", "deal makers".
 */

const EARLIER = /^(?:earlier|previous|prior|former|old|original|last|past|first)$/i;
const NEW = /^(?:new|another|separate|second|third|further|fresh|latest|later|different|other)$/i;
const GENERIC = /^(?:no|any|every|such|each)$/i;
const DEFINITE = /^(?:the|this|that|its|their|his|both|these|those|our)$/i;

/** The words of a sentence that name deals, in order. */
export function dealWords(draft: Draft, sentence: ParsedSentence): DealWord[] {
  const { tokens } = sentence;
  const found: DealWord[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.upos === 'NOUN' || token.upos === 'PROPN') {
      const lemma = token.lemma.toLowerCase();
      if (agreementWords('noun', lemma).length === 0 || !isHead(tokens, at)) continue;
      found.push(nounWord(draft, sentence, at));
    } else if (token.upos === 'VERB' && isAgreeing(tokens, at)) found.push(verbWord(draft, sentence, at));
  }
  if (found.length === 0) found.push(...bargains(draft, sentence));
  return found;
}

/** Whether a noun heads its phrase; in front of another noun it only says of what kind that is. */
function isHead(tokens: readonly Token[], at: number): boolean {
  return !/^(?:compound|amod|flat|fixed)/.test(tokens[at]!.deprel);
}

/** "agreed to leave", "agreed with the army that …": the verb makes the deal, where no noun of a deal hangs on it. */
function isAgreeing(tokens: readonly Token[], at: number): boolean {
  const entry = agreementWords('status', tokens[at]!.lemma.toLowerCase()).find((e) => e.alone === true);
  return (
    entry !== undefined &&
    dealOn(tokens, at) === null &&
    !/^(?:not|n['’]t|never)$/i.test(tokens[at - 1]?.form ?? '')
  );
}

/** "will free ten captives in return for …": a bargain is a deal although no word calls it one. */
function bargains(draft: Draft, sentence: ParsedSentence): DealWord[] {
  const { tokens } = sentence;
  for (const at of tokens.keys()) {
    if (!isExchange(tokens, at)) continue;
    let verb = tokens[at]!.head;
    while (verb >= 0 && tokens[verb]!.upos !== 'VERB') verb = tokens[verb]!.head;
    const owed =
      verb >= 0 &&
      dependents(tokens, verb, 'aux').some((i) => /^(?:will|would|must)$/i.test(tokens[i]!.form));
    if (owed) return [{ ...verbWord(draft, sentence, verb), kinds: ['exchange'], itself: true }];
  }
  return [];
}

/** The noun of a deal that hangs on a verb, through "an extension of the truce". */
function dealOn(tokens: readonly Token[], verb: number): number | null {
  for (const i of dependents(tokens, verb, 'obj', 'obl', 'nsubj', 'xcomp')) {
    const deal = dealUnder(tokens, i);
    if (deal !== null) return deal;
  }
  return null;
}

/** The deal that a phrase means: itself, or what it is a part, an extension or a breach of. */
export function dealUnder(tokens: readonly Token[], at: number): number | null {
  let i = at;
  for (let steps = 0; steps < 3; steps++) {
    const lemma = tokens[i]!.lemma.toLowerCase();
    if (isDealNoun(lemma)) return i;
    const below = dependents(tokens, i, 'nmod');
    const next = below.find((k) => isDealNoun(tokens[k]!.lemma.toLowerCase()) || isPartOf(tokens, k));
    if (agreementWords('noun', lemma).length > 0) return i;
    if (next === undefined || !isPart(lemma)) return null;
    i = next;
  }
  return null;
}

function isPartOf(tokens: readonly Token[], at: number): boolean {
  return isPart(tokens[at]!.lemma.toLowerCase());
}

/** "an extension of the truce", "its part in the deal", "the terms of the accord". */
function isPart(lemma: string): boolean {
  return (
    agreementWords('state', lemma).length > 0 ||
    /^(?:part|participation|role|term|text|draft|phase|stage|implementation|membership|start|beginning|provision|framework|condition)$/.test(
      lemma,
    )
  );
}

function nounWord(draft: Draft, sentence: ParsedSentence, at: number): DealWord {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, at) ?? { from: at, to: at + 1 };
  const words = tokens.slice(chunk.from, at);
  const start = tokens[chunk.from]!.start;
  const { end } = tokens[at]!;
  const kinds = new Set<string>();
  for (const i of [...range(chunk.from, at + 1), ...ofPhrase(tokens, at)]) {
    const lemma = tokens[i]!.lemma.toLowerCase();
    for (const e of [...agreementWords('noun', lemma), ...agreementWords('kind', lemma)]) {
      const kind = e.kind ?? e.noun ?? null;
      if (kind !== null) kinds.add(kind);
    }
  }
  const names = words
    .filter(
      (t) => t.upos === 'PROPN' && mentionsWithin(draft, t.start, t.end).every((m) => m.kind !== 'actor'),
    )
    .map((t) => t.form.toLowerCase());
  const named = tokens[at]!.upos === 'PROPN' || (names.length > 0 && tokens[at - 1]!.upos === 'PROPN');
  const possessed = tokens[chunk.from - 1]?.xpos === 'POS';
  const dated = words.some((t) =>
    mentionsWithin(draft, t.start, t.end).some((m) => m.kind === 'time' && m.timex === 'DATE'),
  );
  return {
    sentence,
    at,
    verb: false,
    kinds: [...kinds],
    names,
    apart:
      words.some((t) => EARLIER.test(t.form)) || dated
        ? 'earlier'
        : words.some((t) => NEW.test(t.form))
          ? 'new'
          : null,
    definite: named || possessed || DEFINITE.test(words[0]?.form ?? ''),
    generic: GENERIC.test(words[0]?.form ?? ''),
    span: { start, end, text: draft.document.text.slice(start, end) },
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** What the deal is on or of: "a cessation of hostilities", "an agreement on the exchange of prisoners". */
function ofPhrase(tokens: readonly Token[], at: number): number[] {
  return dependents(tokens, at, 'nmod').filter((i) =>
    dependents(tokens, i, 'case').some((c) => /^(?:of|on|for|over)$/i.test(tokens[c]!.form)),
  );
}

function verbWord(draft: Draft, sentence: ParsedSentence, at: number): DealWord {
  const { start, end, lemma } = sentence.tokens[at]!;
  const about = agreementWords('status', lemma.toLowerCase()).find((e) => e.alone === true)?.about;
  return {
    sentence,
    at,
    verb: true,
    kinds: about === undefined ? [] : [about],
    names: [],
    apart: null,
    definite: false,
    generic: false,
    span: { start, end, text: draft.document.text.slice(start, end) },
  };
}
