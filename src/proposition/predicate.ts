import { isOfClass, verbSenses } from '../lexicon/event.ts';
import { chunkAt } from '../mention/lookup.ts';
import { localSubject } from '../mention/subject.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation } from '../parse/tree.ts';
import { beingAt } from './being.ts';
import { isTold } from './gate.ts';
import { endsRelative, type Frame, frameOf } from './role.ts';
import { type Sense, senseAt } from './sense.ts';

/*
 * The event of a clause is named by its verb, by the verb it governs ("were able to leave", "were trying to arrange"), or by the
 * noun it leans on ("there was an attack"). Clauses joined by "and" each have their own.
 */

const BLANK =
  /^(?:be|have|do|begin|start|continue|try|seem|appear|manage|be able|want|need|help|come|get|keep|see|say|think|believe|expect|agree|allow|let|permit|plan|order|ask|urge|appeal|force|intend|refuse|decline|fail|vow|promise|pledge|prepare|decide|attempt|seek|mean)$/;

/** The senses that a clause headed by `head` puts forward, main one first; `inside` bounds the search to the words of the content. */
export function sensesOf(
  draft: Draft,
  sentence: ParsedSentence,
  head: number,
  inside: ReadonlySet<number>,
  source: Span | null = null,
  cue: Span | null = null,
): Sense[] {
  const open = sentence.tokens[head]!.deprel === 'xcomp';
  const allowed = (i: number) =>
    inside.has(i) ||
    (open && source !== null && isIn(sentence.tokens[i]!, source)) ||
    (source !== null &&
      cue !== null &&
      !inside.has(i) &&
      i < head &&
      isRaised(sentence.tokens, i, head, source, cue));
  const found: Sense[] = [];
  const seen = new Set<number>();
  const visit = (at: number, depth: number): void => {
    if (depth > 4 || seen.has(at) || !inside.has(at)) return;
    seen.add(at);
    const { tokens } = sentence;
    const own = unwanted(draft, sentence, at) ?? beingAt(draft, sentence, at) ?? senseAt(draft, sentence, at);
    if (own !== null && isTold(tokens, at)) found.push({ ...own, frame: within(tokens, own.frame, allowed) });
    for (const i of dependents(tokens, at, 'conj')) if (isClause(tokens, i, at)) visit(i, depth + 1);
    if (own?.entry.mode === 'covered' || (own !== null && /^(?:want|wish)$/.test(tokens[at]!.lemma))) return;
    if (own === null || BLANK.test(tokens[at]!.lemma) || own.entry.event === 'REQUEST')
      for (const i of dependents(tokens, at, 'xcomp', 'ccomp')) visit(i, depth + 1);
    if (own === null || own.entry.event === 'REQUEST') for (const i of asked(tokens, at)) visit(i, depth + 1);
    if (own === null) for (const i of leaning(tokens, at)) visit(i, depth + 1);
    if (own === null) for (const s of identified(draft, sentence, at)) if (isTold(tokens, at)) found.push(s);
    if (
      own === null &&
      depth === 0 &&
      /^(?:NOUN|PROPN)$/.test(tokens[at]!.upos) &&
      dependents(tokens, at, 'cop').length === 0
    )
      for (const i of dependents(tokens, at, 'acl:relcl')) visit(i, depth + 1);
    for (const i of ofDeal(draft, sentence, at)) visit(i, depth + 1);
    if (own?.entry.event === 'ACCUSE') return;
    for (const i of dependents(tokens, at, 'advcl', 'ccomp'))
      if (isBeside(tokens, i, at)) visit(i, depth + 1);
  };
  visit(head, 0);
  for (const i of lost(sentence.tokens, inside, seen, found.length === 0)) visit(i, 1);
  return found;
}

function isIn(token: Token, span: Span): boolean {
  return token.start >= span.start && token.end <= span.end;
}

/** "Forty men are thought | to be holding out, an officer said": the subject stands before a verb that the content was cut off from. */
function isRaised(tokens: readonly Token[], subject: number, head: number, source: Span, cue: Span): boolean {
  const above = tokens[head]!.head;
  if (above < 0 || !/^(?:xcomp|ccomp)$/.test(tokens[head]!.deprel)) return false;
  const apart = (i: number) => !isIn(tokens[i]!, source) && !isIn(tokens[i]!, cue);
  return (
    tokens[subject]!.head === above &&
    isRelation(tokens[subject]!.deprel, 'nsubj') &&
    apart(subject) &&
    apart(above)
  );
}

/*
 * Clauses that the tree hangs on a noun although they stand for themselves: "those who gave up were locals and that | the others have not
 * surrendered", "only 40 men who had refused the offer | remained". In the first the clause has its own subject and an "and"; in the
 * second it ends a relative clause that has its verb already.
 */
function lost(
  tokens: readonly Token[],
  inside: ReadonlySet<number>,
  seen: ReadonlySet<number>,
  nothing: boolean,
): number[] {
  return [...inside].filter((i) => {
    const token = tokens[i]!;
    if (seen.has(i) || token.upos !== 'VERB') return false;
    if (nothing && endsRelative(tokens, i)) return true;
    const subject = dependents(tokens, i, 'nsubj');
    const own = subject.length > 0 && !subject.some((k) => /^(?:who|which|that)$/i.test(tokens[k]!.form));
    return own && isRelation(token.deprel, 'acl') && dependents(tokens, i, 'cc').some((k) => k < subject[0]!);
  });
}

/** A frame without what stands outside the content: the speaker of "…, an official said" takes no part in what is said. */
function within(tokens: readonly Token[], frame: Frame, allowed: (i: number) => boolean): Frame {
  const obl = new Map([...frame.obl].map(([k, v]) => [k, v.filter(allowed)]));
  const own = frame.subj.filter(allowed);
  const raised = frame.governors
    .filter(allowed)
    .flatMap((g) => frameOf(tokens, g))
    .map((f) => (f.passive ? f.obj : f.subj).filter(allowed));
  const subj = own.length > 0 || frame.subj.length === 0 ? own : (raised.find((r) => r.length > 0) ?? []);
  return { ...frame, subj, obj: frame.obj.filter(allowed), iobj: frame.iobj.filter(allowed), obl };
}

/** What a clause says of a deal in passing: "left under a deal | reached with the army | that does not cover foreigners". */
function ofDeal(draft: Draft, sentence: ParsedSentence, at: number): number[] {
  const { tokens } = sentence;
  const near = dependents(tokens, at, 'obl', 'obj', 'nsubj').flatMap((i) => [
    i,
    ...dependents(tokens, i, 'nmod'),
  ]);
  const deals = near.filter((i) => isOfClass(tokens[i]!.lemma, 'deal'));
  return deals
    .flatMap((i) => dependents(tokens, i, 'acl', 'parataxis'))
    .filter((i) => {
      const sense = senseAt(draft, sentence, i);
      return (
        sense !== null &&
        (sense.entry.event === 'AGREE' || /^(?:covered|excluded)$/.test(sense.entry.mode ?? ''))
      );
    });
}

/** A coordinated clause: a verb beside a verb, or anything with a subject of its own; not "liberation, not killing". */
function isClause(tokens: readonly Token[], i: number, beside: number): boolean {
  const subject = dependents(tokens, i, 'nsubj');
  if (subject.some((k) => /^(?:who|which|that)$/i.test(tokens[k]!.form))) return false;
  if (subject.length > 0) return true;
  return tokens[i]!.upos === 'VERB' && (tokens[beside]!.upos === 'VERB' || tokens[beside]!.upos === 'AUX');
}

/** A clause beside the main one that is told as fact: "fled, | taking hostages", "fled | as the army took the town"; not "if", "until". */
function isBeside(tokens: readonly Token[], i: number, beside: number): boolean {
  if (tokens[i]!.xpos === 'VBG' && i > beside) return true;
  const marks = dependents(tokens, i, 'mark', 'advmod').map((k) => tokens[k]!.form.toLowerCase());
  // "fled as | the army | has taken the town", where the tree takes "as the army" for a phrase of its own
  const local = localSubject(tokens, i);
  const before = local === null ? undefined : tokens[(chunkAt(tokens, local)?.from ?? local) - 1];
  if (before !== undefined) marks.push(before.form.toLowerCase());
  return (
    (local !== null || dependents(tokens, i, 'nsubj').length > 0) &&
    marks.some((m) => /^(?:as|after|while|when|because|since|although|though)$/.test(m))
  );
}

/** What is asked for: "appealed to the army | to allow fighters to leave", wherever the infinitive hangs. */
function asked(tokens: readonly Token[], at: number): number[] {
  const near = [
    at,
    ...dependents(tokens, at, 'obl', 'obj').flatMap((i) => [i, ...dependents(tokens, i, 'conj')]),
  ];
  return near
    .flatMap((i) => dependents(tokens, i, 'acl', 'advcl', 'xcomp'))
    .filter((i) => tokens[i - 1]?.form.toLowerCase() === 'to' && i > at);
}

/** The noun that a weak verb leans on: "there was an attack", "the attack took place". */
function leaning(tokens: readonly Token[], at: number): number[] {
  const weak = /^(?:be|have|occur|happen|follow|cause|lead|take|come|see|report|say)$/.test(
    tokens[at]!.lemma,
  );
  if (!weak) return [];
  return dependents(tokens, at, 'obj', 'nsubj').filter((i) => tokens[i]!.upos === 'NOUN');
}

/** "Those who surrendered were | locals": the noun says who did what the subject's clause tells. */
function identified(draft: Draft, sentence: ParsedSentence, at: number): Sense[] {
  const { tokens } = sentence;
  if (dependents(tokens, at, 'cop').length === 0 || !/^(?:NOUN|PROPN)$/.test(tokens[at]!.upos)) return [];
  return dependents(tokens, at, 'nsubj')
    .filter((i) => /^(?:those|all|ones)$/i.test(tokens[i]!.form))
    .flatMap((i) => dependents(tokens, i, 'acl'))
    .flatMap((i) => senseAt(draft, sentence, i) ?? [])
    .map((s) => ({ ...s, frame: s.frame.passive ? { ...s.frame, obj: [at] } : { ...s.frame, subj: [at] } }));
}

/** "We did not want anyone to leave": who would not have it refuses it. */
function unwanted(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  if (!/^(?:want|wish)$/.test(tokens[at]!.lemma)) return null;
  if (!dependents(tokens, at, 'advmod', 'aux').some((i) => /^(?:not|n['’]t|never)$/i.test(tokens[i]!.form)))
    return null;
  const act = dependents(tokens, at, 'xcomp', 'ccomp').find((i) =>
    /^(?:RETREAT|FLEE|AGREE|AID)$/.test(senseAt(draft, sentence, i)?.entry.event ?? ''),
  );
  const entry = verbSenses('oppose')[0]?.entry;
  return act === undefined || entry === undefined
    ? null
    : { entry: { ...entry, flip: true }, frame: { ...frameOf(tokens, at), obj: [] }, words: [at] };
}
