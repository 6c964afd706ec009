import { entityOf } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Deal } from './deal-group.ts';
import { type LeftOut, leftOut } from './deal-scope.ts';
import { exchangeAt, holderIn } from './exchange.ts';
import { owedIn } from './owed.ts';
import { roleArgs } from './slot.ts';
import { type LooseTerm, termAt } from './term.ts';
import { clauseHeads, type TermHead, termHeads } from './term-clause.ts';
import { vowsIn } from './vow.ts';

/** A term, with the place in its list of the one that it is given in exchange for. */
export type ListedTerm = LooseTerm & { readonly exchange: number | null };

/** How many sentences behind a deal's word go on with its terms. */
const REACH = 2;

/** The terms of each deal of a document, in the order in which they are told. */
export function collectTerms(draft: Draft, deals: readonly Deal[]): ListedTerm[][] {
  const lists = deals.map((): ListedTerm[] => []);
  const index = new Map(draft.sentences.map((s, i) => [s, i]));
  const naming = Map.groupBy(
    deals.flatMap((deal) => deal.words.map((word) => ({ deal, sentence: word.sentence }))),
    ({ sentence }) => sentence,
  );
  for (const [d, deal] of deals.entries()) {
    const list = lists[d]!;
    const said = Map.groupBy(deal.told, (t) => t.word);
    for (const word of deal.words) {
      const told = said.get(word) ?? [];
      for (const head of termHeads(draft, word, told)) addHead(draft, word.sentence, head, list);
      for (const out of leftOut(draft, word)) addExcluded(draft, word.sentence, out, list);
      const from = index.get(word.sentence)!;
      for (let i = from; i < Math.min(draft.sentences.length, from + REACH + 1); i++) {
        const sentence = draft.sentences[i]!;
        if (
          sentence.kind !== 'body' ||
          (i > from && naming.get(sentence)?.some((n) => n.deal !== deal) === true)
        )
          break;
        for (const at of owedIn(draft, word, sentence))
          for (const head of clauseHeads(draft, sentence, at)) addHead(draft, sentence, head, list);
      }
    }
  }
  // A promise belongs to the deal last named before it.
  let last = 0;
  for (const sentence of draft.sentences) {
    const named = naming.get(sentence)?.at(-1)?.deal;
    if (named !== undefined) last = deals.indexOf(named);
    if (sentence.kind === 'body')
      for (const vow of vowsIn(draft, sentence)) add(draft, vow, null, lists[last]!);
  }
  return lists;
}

function addHead(draft: Draft, sentence: ParsedSentence, { at, doers }: TermHead, list: ListedTerm[]): void {
  const term = termAt(draft, sentence, at, doers);
  if (term === null) return;
  const place = add(draft, term, null, list);
  const exchange = exchangeAt(sentence, at);
  if (exchange === null || exchange.price === at) return;
  const holder = holderIn(draft, sentence, exchange.price);
  const giver = holder === null ? [] : roleArgs(draft, sentence, [holder]);
  const price = termAt(draft, sentence, exchange.price, giver);
  if (price !== null) add(draft, { ...price, condition: null }, place, list);
}

/** "The deal does not cover the foreign fighters" is a term of it too. */
function addExcluded(
  draft: Draft,
  sentence: ParsedSentence,
  { who, term: at }: LeftOut,
  list: ListedTerm[],
): void {
  const term = at === null ? null : termAt(draft, sentence, at, who);
  if (term !== null) add(draft, { ...term, event: 'RETREAT', who, toWhom: [] }, null, list);
}

/** Adds a term unless its words, or its act by the same, are there already; gives its place. */
function add(draft: Draft, term: LooseTerm, exchange: number | null, list: ListedTerm[]): number {
  const known = list.findIndex(
    (t) =>
      (t.does.start < term.does.end && term.does.start < t.does.end) ||
      (t.event === term.event &&
        sameAct(t, term) &&
        (term.who.length === 0 || sameWho(draft, t.who, term.who))),
  );
  if (known >= 0) {
    if (isFuller(term, list[known]!)) list[known] = { ...term, exchange: list[known]!.exchange };
    return known;
  }
  list.push({ ...term, exchange });
  return list.length - 1;
}

/** The telling that says more: on what condition, or where. */
function isFuller(term: LooseTerm, known: LooseTerm): boolean {
  if (term.who.length === 0 || (known.condition !== null && term.condition === null)) return false;
  return (term.condition !== null && known.condition === null) || (term.area !== null && known.area === null);
}

/** The same verb, or one that says no more than "leave": what is told twice is one term. */
function sameAct(a: LooseTerm, b: LooseTerm): boolean {
  const verb = (t: LooseTerm) => t.does.text.toLowerCase().split(/\s+/u)[0]!;
  const leaves = (t: LooseTerm) =>
    /^(?:leav|left|go|gone|went|depart|quit|withdr|evacuat|flee|fled|exit)/.test(verb(t));
  return verb(a) === verb(b) || (leaves(a) && leaves(b));
}

function sameWho(draft: Draft, a: readonly Arg[], b: readonly Arg[]): boolean {
  return a.length > 0 && a.every((x) => b.some((y) => isPart(draft, x, y) || isPart(draft, y, x)));
}

/** The same, or a part of the other: the fighters of a group and the group. */
function isPart(draft: Draft, a: Arg, b: Arg): boolean {
  if (a.entity === null || b.entity === null) return false;
  return (
    a.entity === b.entity ||
    entityOf(draft, a.entity)!.relations.some((r) => r.kind === 'partOf' && r.to === b.entity)
  );
}
