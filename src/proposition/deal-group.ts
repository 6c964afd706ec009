import { agreementWords } from '../lexicon/agreement.ts';
import type { Helper } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import { dependents, isRelation } from '../parse/tree.ts';
import { type DealWord, dealWords } from './deal.ts';
import { helpersIn, helpersOfNoun, partiesOfNoun, unique } from './deal-party.ts';
import { type Told, toldIn } from './deal-status.ts';
import { modalityOf } from './modality.ts';
import { polarityOf } from './polarity.ts';
import { frameOf } from './role.ts';
import { statementAt } from './statement-at.ts';

/** One deal of a document: all the words that name it, and what verbs and nouns say of it. */
export interface Deal {
  readonly words: DealWord[];
  readonly told: Told[];
  readonly kinds: Set<string>;
  readonly names: Set<string>;
  apart: DealWord['apart'];
  parties: Arg[];
  helpers: Helper[];
}

/*
 * A report names one deal by many words: "agreed to a proposal", "the evacuation agreement", "the deal". They are one unless something
 * sets them apart: another kind ("a ceasefire", "the evacuation deal"), another name ("Minsk", "Sochi"), "an earlier truce", "a separate
 * deal", or sides of which none is shared. Words that mean no certain deal ("no agreement", "any deal", "called for a truce") name none.
 */

/** Among how many deals that were told last a word looks for its own. */
const DEALS = 20;

/** The deals of a document, in order. */
export function dealsOf(draft: Draft): Deal[] {
  const deals: Deal[] = [];
  let before: DealWord | null = null;
  for (const sentence of draft.sentences) {
    if (sentence.kind !== 'body') continue;
    const words = dealWords(draft, sentence);
    const last = before;
    before = null;
    if (words.length === 0 && last === null) continue;
    const told = toldIn(draft, sentence, words, last);
    for (const t of told) if (t.word.sentence !== sentence) backTo(deals, t);
    if (words.length === 0) continue;
    const hosts = helpersIn(draft, sentence);
    for (const word of words) {
      const said = told.filter((t) => t.word === word);
      if (!isReal(draft, word, said)) continue;
      const parties = unique([...said.flatMap((t) => t.parties), ...partiesOfNoun(draft, word)]);
      const helpers = [...said.flatMap((t) => t.helpers), ...helpersOfNoun(draft, word), ...hosts];
      const deal = deals.slice(-DEALS).findLast((d) => joins(d, word, parties)) ?? opened(deals, word);
      deal.words.push(word);
      if (!word.verb) before = word;
      deal.told.push(...said);
      for (const k of word.kinds) deal.kinds.add(k);
      for (const n of word.names) deal.names.add(n);
      deal.parties = unique([...deal.parties, ...parties]);
      deal.helpers = unique([...deal.helpers, ...helpers]);
    }
  }
  return deals;
}

/** What the next sentence says of a deal by "it". */
function backTo(deals: readonly Deal[], told: Told): void {
  const deal = deals.find((d) => d.words.includes(told.word));
  if (deal === undefined) return;
  deal.told.push(told);
  deal.parties = unique([...deal.parties, ...told.parties]);
}

function opened(deals: Deal[], word: DealWord): Deal {
  const deal: Deal = {
    words: [],
    told: [],
    kinds: new Set(),
    names: new Set(),
    apart: word.apart,
    parties: [],
    helpers: [],
  };
  deals.push(deal);
  return deal;
}

/** Whether a word may mean a deal that was named before. */
function joins(deal: Deal, word: DealWord, parties: readonly Arg[]): boolean {
  if (word.apart !== null && word.apart !== deal.apart && !word.verb) return false;
  if (word.apart === null && deal.apart === 'earlier' && !word.definite) return false;
  if (word.names.length > 0 && deal.names.size > 0 && !word.names.some((n) => deal.names.has(n)))
    return false;
  if (word.kinds.includes('hire') !== deal.kinds.has('hire')) return false;
  const other = word.kinds.length > 0 && deal.kinds.size > 0 && !word.kinds.some((k) => deal.kinds.has(k));
  if (other && !(word.definite && deal.words.length > 0 && sameSentence(deal, word))) return false;
  if (word.definite || word.verb) return true;
  const known = (list: readonly Arg[]) => list.flatMap((a) => (a.entity === null ? [] : [a.entity]));
  const [mine, theirs] = [known(parties), new Set(known(deal.parties))];
  return mine.length < 2 || theirs.size < 2 || mine.some((id) => theirs.has(id));
}

function sameSentence(deal: Deal, word: DealWord): boolean {
  return deal.words.at(-1)!.sentence === word.sentence;
}

/** Whether the words mean a certain deal: proposed or made, not merely wished for, denied or thought of. */
function isReal(draft: Draft, word: DealWord, said: readonly Told[]): boolean {
  const { sentence, at } = word;
  if (word.generic) return false;
  if (word.verb) return isDone(draft, sentence, at);
  const weak = agreementWords('noun', sentence.tokens[at]!.lemma.toLowerCase()).every((e) => e.weak === true);
  const notes = said.flatMap((t) => t.note ?? []);
  if (!word.definite || weak) {
    const unmade = notes.filter((n) => n.status === 'reached');
    if (
      unmade.length > 0 &&
      unmade.every((n) => n.polarity === 'negative' || /^(?:conditional|possible|demanded)$/.test(n.modality))
    )
      return false;
    const voice = statementAt(draft, sentence, word.span.start);
    if (voice?.stance === 'denies' && voice.cue !== null && !word.definite) return false;
    return said.length > 0 || isAnchored(draft, word);
  }
  return true;
}

/** A verb that makes a deal: not denied, wished for or thought of. */
function isDone(draft: Draft, sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  const frame = frameOf(tokens, at);
  const voice = statementAt(draft, sentence, tokens[at]!.start);
  const denied = voice?.stance === 'denies' && voice.cue !== null;
  if (denied || polarityOf(tokens, frame, voice?.stance ?? 'asserts').value === 'negative') return false;
  return /^(?:actual|planned|promised)$/.test(
    modalityOf(tokens, frame, voice?.stance ?? 'asserts', false).value,
  );
}

/** "under a deal with …", "a deal allows …": an act rests on it, or sides are named with it. */
function isAnchored(draft: Draft, word: DealWord): boolean {
  const { tokens } = word.sentence;
  const token = tokens[word.at]!;
  const cases = dependents(tokens, word.at, 'case').map((i) => tokens[i]!.form.toLowerCase());
  const framed =
    cases.some((c) => c === 'under' || c === 'despite' || c === 'following') ||
    cases.includes('as') ||
    (cases.includes('of') && isPartPhrase(tokens, word.at));
  if (framed || partiesOfNoun(draft, word).length > 1) return true;
  if (!isRelation(token.deprel, 'nsubj') || token.head < 0) return false;
  const verb = tokens[token.head]!;
  if (verb.upos !== 'VERB') return false;
  return /^(?:actual|planned|promised)$/.test(
    modalityOf(tokens, frameOf(tokens, token.head), 'asserts', false).value,
  );
}

/** "as part of an agreement". */
function isPartPhrase(tokens: ParsedSentence['tokens'], at: number): boolean {
  const above = tokens[at]!.head;
  return above >= 0 && tokens[above]!.lemma === 'part';
}
