import { agreementWords } from '../lexicon/agreement.ts';
import { chunkAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation } from '../parse/tree.ts';
import { type DealWord, dealUnder } from './deal.ts';
import { sidesAt } from './deal-party.ts';
import type { Told } from './deal-status.ts';
import { isOwed } from './owed.ts';
import { frameOf } from './role.ts';
import { senseAt } from './sense.ts';
import { roleArgs } from './slot.ts';

/** Where a term stands, and who is to act if its own clause does not say. */
export interface TermHead {
  readonly at: number;
  readonly doers: readonly Arg[];
}

/*
 * The terms of a deal hang on its noun or verb ("agreed to leave", "a deal under which fighters would leave", "an accord on the release of
 * prisoners"), on what the deal does ("the deal obliges both sides to withdraw"), or on an act that is to be done under it ("will deploy
 * monitors under the agreement"). What was done under it ("left as part of the deal") is no term, but the deal's own name may be one:
 * who "pulled out under a withdrawal deal" was to withdraw.
 */

/** The heads of the terms that a sentence states at the word of a deal. */
export function termHeads(draft: Draft, word: DealWord, told: readonly Told[]): TermHead[] {
  const { sentence, at } = word;
  const { tokens } = sentence;
  const sides = told.flatMap((t) => t.parties);
  const found: TermHead[] = [];
  const seen = new Set<number>([...told.map((t) => t.at), ...(word.verb ? [] : [at])]);
  seen.delete(word.verb ? at : -1);
  const visit = (i: number, doers: readonly Arg[], depth: number): void => {
    if (seen.has(i) || depth > 5) return;
    seen.add(i);
    for (const head of acts(draft, sentence, i, doers, word, (k, d) => visit(k, d, depth + 1)))
      found.push(head);
  };
  const owners =
    sides.length > 0 ? sides : word.verb ? sidesAt(draft, sentence, frameOf(tokens, at).subj) : [];
  const clauses = word.verb
    ? dependents(tokens, at, 'xcomp', 'ccomp', 'advcl').filter((i) => !isCircumstance(tokens, i))
    : [
        ...dependents(tokens, at, 'acl', 'ccomp', 'xcomp'),
        // "signed an agreement in Oman | to reopen the ports": the parse hangs it on the verb.
        ...told
          .flatMap((t) =>
            t.at < at && tokens[t.at]!.upos === 'VERB' ? dependents(tokens, t.at, 'advcl', 'xcomp') : [],
          )
          .filter((i) => i > at && isInfinitive(tokens, i)),
      ];
  for (const i of clauses) visit(i, owners, 0);
  for (const i of nominal(draft, sentence, at)) found.push({ at: i, doers: [] });
  if (!word.verb) for (const i of over(tokens, at)) visit(i, owners, 0);
  if (!word.verb) found.push(...inName(draft, word));
  // "agreed on a swap of captives": the noun names what is to be done.
  const swap =
    !word.verb && agreementWords('kind', tokens[at]!.lemma.toLowerCase()).some((e) => e.act === true);
  if (swap || word.itself === true) found.push({ at, doers: swap ? owners : [] });
  return found.sort((a, b) => a.at - b.at);
}

/** The terms that a clause states which stands by itself. */
export function clauseHeads(draft: Draft, sentence: ParsedSentence, at: number): TermHead[] {
  const found: TermHead[] = [];
  const seen = new Set<number>();
  const visit = (i: number, doers: readonly Arg[]): void => {
    if (seen.has(i) || seen.size > 12) return;
    seen.add(i);
    found.push(...acts(draft, sentence, i, doers, null, visit));
  };
  visit(at, []);
  return found;
}

/** The acts that a clause names: its verb, or what it allows or obliges to; and the verbs joined to it. */
function acts(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  doers: readonly Arg[],
  word: DealWord | null,
  visit: (at: number, doers: readonly Arg[]) => void,
): TermHead[] {
  const { tokens } = sentence;
  const token = tokens[at]!;
  const frame = frameOf(tokens, at);
  const joined = dependents(tokens, at, 'conj').filter((i) => tokens[i]!.upos === 'VERB');
  const onDeal = word !== null && isSubject(tokens, frame.subj, word) && !isInfinitive(tokens, at);
  if (word !== null) for (const i of joined) visit(i, doers);
  if (token.upos !== 'VERB') return [];
  const [binding] = agreementWords('binds', token.lemma.toLowerCase());
  if (binding !== undefined) {
    const inner = dependents(tokens, at, 'xcomp', 'ccomp');
    const nested =
      inner.length > 0
        ? inner
        : [...frame.obj, ...dependents(tokens, at, 'obl')]
            .flatMap((i) => dependents(tokens, i, 'acl'))
            .concat(dependents(tokens, at, 'advcl'))
            .filter((i) => isInfinitive(tokens, i));
    const bound = roleArgs(
      draft,
      sentence,
      frame.obj.filter((i) => i < (nested[0] ?? 0)),
    );
    for (const i of nested) visit(i, bound.length > 0 ? bound : doers);
    if (nested.length > 0) return [];
    if (onDeal) return nominal(draft, sentence, at, 'obj').map((i) => ({ at: i, doers: [] }));
  }
  const sense = senseAt(draft, sentence, at);
  if (token.xpos === 'VBG' && hasMark(tokens, at, /^(?:in|of|on|from)$/i)) {
    for (const i of dependents(tokens, at, 'xcomp', 'advcl').filter((k) => isInfinitive(tokens, k)))
      visit(i, doers);
    return sense === null || sense.entry.event === 'ASSAULT' ? [] : [{ at, doers }];
  }
  if (
    /^(?:covered|excluded)$/.test(sense?.entry.mode ?? '') ||
    agreementWords('scope', token.lemma).length > 0
  )
    return [];
  if (
    sense !== null &&
    /^(?:AGREE|CONSULT|SUPPORT)$/.test(sense.entry.event) &&
    sense.entry.mode !== 'release'
  )
    return [];
  if (onDeal && !frame.passive) return [];
  return [{ at, doers }];
}

/** "a deal | that …": the deal itself stands as the subject, so that the verb says how it is, not what is to be done. */
function isSubject(tokens: readonly Token[], subject: readonly number[], word: DealWord): boolean {
  return subject.some((i) => i === word.at || dealUnder(tokens, i) === word.at);
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.upos === 'VERB' && dependents(tokens, at, 'mark').some((m) => /^to$/i.test(tokens[m]!.form))
  );
}

/** "agreed | after weeks of talks", "agreed | when the siege began": no term but when or why it was agreed. */
function isCircumstance(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.deprel === 'advcl' && !isInfinitive(tokens, at);
}

/** Nouns of acts behind the deal: "an agreement | on the exchange of prisoners", "provides | for a withdrawal". */
function nominal(draft: Draft, sentence: ParsedSentence, at: number, ...more: string[]): number[] {
  const { tokens } = sentence;
  return dependents(tokens, at, 'nmod', 'obl', ...more).filter((i) => {
    if (
      tokens[i]!.upos !== 'NOUN' ||
      (tokens[i]!.deprel !== 'obj' && !hasCase(tokens, i, /^(?:on|for|of|to|over)$/i))
    )
      return false;
    if (agreementWords('kind', tokens[i]!.lemma.toLowerCase()).some((e) => e.act === true)) return true;
    const sense = senseAt(draft, sentence, i);
    return sense !== null && !/^(?:ASSAULT|CASUALTY|AGREE|CONSULT)$/.test(sense.entry.event);
  });
}

function hasMark(tokens: readonly Token[], at: number, form: RegExp): boolean {
  return dependents(tokens, at, 'mark').some((c) => form.test(tokens[c]!.form));
}

function hasCase(tokens: readonly Token[], at: number, form: RegExp): boolean {
  return dependents(tokens, at, 'case').some((c) => form.test(tokens[c]!.form));
}

/** The verb over the noun of a deal: what the deal does, or what is to be done under it. */
function over(tokens: readonly Token[], at: number): number[] {
  let i = at;
  // "rode out on buses | under a deal": the parse hangs the frame on the noun before it.
  const framed = hasCase(tokens, at, /^under$/i);
  while (tokens[i]!.deprel === 'nmod' && (framed || tokens[tokens[i]!.head]?.lemma === 'part'))
    i = tokens[i]!.head;
  const verb = tokens[i]!.head;
  if (verb < 0 || tokens[verb]!.upos !== 'VERB') return [];
  if (isRelation(tokens[i]!.deprel, 'nsubj'))
    return agreementWords('binds', tokens[verb]!.lemma.toLowerCase()).length > 0 ? [verb] : [];
  if (!framed && (!isRelation(tokens[i]!.deprel, 'obl') || !isFrame(tokens, i))) return [];
  return isOwed(tokens, verb) ? [verb] : [];
}

/** "under the deal", "as part of the deal". */
function isFrame(tokens: readonly Token[], at: number): boolean {
  return hasCase(tokens, at, /^(?:under|as|per|in|by|through|according)$/i) || tokens[at]!.lemma === 'part';
}

/** "pulled out | under a withdrawal deal": the name of the deal is what those were to do who did it. */
function inName(draft: Draft, word: DealWord): TermHead[] {
  const { sentence, at } = word;
  const { tokens } = sentence;
  const from = chunkAt(tokens, at)?.from ?? at;
  const verb = tokens[at]!.head;
  if (verb < 0 || tokens[verb]!.upos !== 'VERB' || !isFrame(tokens, at) || isOwed(tokens, verb)) return [];
  const done = senseAt(draft, sentence, verb);
  if (done === null) return [];
  for (let i = from; i < at; i++) {
    const named = tokens[i]!.upos === 'NOUN' ? senseAt(draft, sentence, i) : null;
    if (named?.entry.event === done.entry.event)
      return [
        {
          at: i,
          doers: roleArgs(
            draft,
            sentence,
            done.entry.agent.flatMap((r) =>
              r === 'subj' ? done.frame.subj : r === 'obj' ? done.frame.obj : [],
            ),
          ),
        },
      ];
  }
  return [];
}
