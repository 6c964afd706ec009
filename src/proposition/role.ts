import { roleClasses } from '../lexicon/role-class.ts';
import { isTemporal, localSubject } from '../mention/subject.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation, subtree } from '../parse/tree.ts';

/** Grammatical places round a predicate, each a list of head tokens with their conjuncts. */
export interface Frame {
  readonly at: number;
  readonly passive: boolean;
  /** Logical subject: in the active its subject, in the passive the "by" phrase. */
  readonly subj: readonly number[];
  /** Logical object: in the active its object, in the passive its subject. */
  readonly obj: readonly number[];
  readonly iobj: readonly number[];
  /** Prepositional phrases by preposition ("from", "out of"). */
  readonly obl: ReadonlyMap<string, readonly number[]>;
  readonly particles: readonly string[];
  /** The verbs that govern it, nearest first: "agreed" over "to leave". */
  readonly governors: readonly number[];
}

/*
 * A verb shares the subject of the verb it is joined to ("took the town and freed the captives") and of the verb that governs it
 * ("agreed to leave"); after "allow", "order" or "ask" the governor's object is its subject ("allowed fighters to leave"). A
 * relative clause takes its antecedent ("the fighters who left"), a participle what it qualifies ("fighters besieged in the city").
 */

const CAUSES = new Set([
  'allow',
  'let',
  'permit',
  'enable',
  'force',
  'order',
  'ask',
  'urge',
  'tell',
  'want',
  'help',
  'press',
  'require',
  'authorise',
  'authorize',
  'make',
  'see',
  'expect',
  'appeal',
]);

/** The frame of a verb or of a noun that names an event. */
export function frameOf(tokens: readonly Token[], at: number): Frame {
  const token = tokens[at]!;
  const obl = new Map<string, number[]>();
  for (const i of dependents(tokens, at, 'obl', 'nmod', 'advcl')) addOblique(tokens, i, obl);
  for (const i of dependents(tokens, at, 'conj')) if (isPhrase(tokens, i)) addOblique(tokens, i, obl);
  for (const i of dependents(tokens, at, 'obj', 'nsubj:pass')) addNested(tokens, i, obl, NESTED);
  if (token.upos === 'NOUN')
    for (const i of obl.get('of') ?? [])
      addNested(tokens, i, obl, ['by', 'from', 'against', 'on', 'in', 'at']);
  const passive = isPassive(tokens, at);
  const by = [
    ...dependents(tokens, at, 'obl:agent'),
    ...(passive || token.upos === 'NOUN' ? (obl.get('by') ?? []) : []),
  ];
  const direct = passive ? spread(tokens, objects(tokens, at)) : objectOf(tokens, at);
  const subject = subjectOf(tokens, at);
  const particles = dependents(tokens, at, 'compound:prt', 'advmod', 'xcomp')
    .filter((i) => i > at && (tokens[i]!.deprel !== 'xcomp' || tokens[i]!.upos === 'ADJ'))
    .map((i) => tokens[i]!.form.toLowerCase());
  return {
    at,
    passive,
    subj: passive ? spread(tokens, [...new Set(by)]) : subject,
    obj: passive ? (subject.length > 0 ? subject : direct) : direct,
    iobj: spread(tokens, dependents(tokens, at, 'iobj')),
    obl,
    particles,
    governors: governorsOf(tokens, at),
  };
}

const NESTED = ['to', 'from', 'with', 'against', 'on', 'in', 'at', 'into', 'toward', 'towards'];

function isPassive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const reduced =
    token.xpos === 'VBD' &&
    isRelation(token.deprel, 'acl') &&
    token.deprel !== 'acl:relcl' &&
    dependents(tokens, at, 'nsubj', 'obj').length === 0;
  if (reduced) return true;
  const joined =
    token.xpos === 'VBD' &&
    token.deprel === 'conj' &&
    dependents(tokens, at, 'nsubj', 'obj', 'aux', 'ccomp', 'xcomp').length === 0;
  if (joined && tokens[token.head]!.upos === 'VERB' && isPassive(tokens, token.head)) return true;
  if (token.xpos !== 'VBN') return false;
  const aux = dependents(tokens, at, 'aux').map((i) => tokens[i]!.form.toLowerCase());
  if (aux.some((a) => /^(?:be|been|being|is|are|was|were|am|get|got|gets|'s|’s)$/.test(a))) return true;
  if (aux.length > 0) return false;
  if (dependents(tokens, at, 'nsubj:pass').length > 0) return true;
  if (dependents(tokens, at, 'nsubj!').length > 0) return false;
  if (isRelation(token.deprel, 'acl') || token.deprel === 'amod') return true;
  return token.deprel === 'conj' && token.head >= 0 && isPassive(tokens, token.head);
}

/** Objects of a verb, without times that stand like one: "received the parcel | last week". */
function objects(tokens: readonly Token[], at: number): number[] {
  return dependents(tokens, at, 'obj').filter((i) => !isTemporal(tokens[i]!));
}

/** "The aid | that it received", "the men it freed": in a relative clause the antecedent is the object that the clause lacks. */
function objectOf(tokens: readonly Token[], at: number): number[] {
  const own = objects(tokens, at);
  const pronoun = own.length === 1 && /^(?:who|whom|which|that)$/i.test(tokens[own[0]!]!.form);
  if (own.length > 0 && !pronoun) return spread(tokens, own);
  const token = tokens[at]!;
  const gap =
    token.deprel === 'acl:relcl' &&
    token.head >= 0 &&
    dependents(tokens, at, 'ccomp', 'xcomp').length === 0 &&
    dependents(tokens, at, 'nsubj').some((i) => !/^(?:who|which|that)$/i.test(tokens[i]!.form));
  return (gap || pronoun) && token.head >= 0 && token.deprel.startsWith('acl')
    ? spread(tokens, [token.head])
    : [];
}

/** "Appealed to the army | and to the rebels": a phrase with its own preposition that the tree joins to the verb itself. */
function isPhrase(tokens: readonly Token[], i: number): boolean {
  return (
    /^(?:NOUN|PROPN|PRON)$/.test(tokens[i]!.upos) &&
    dependents(tokens, i, 'case').length > 0 &&
    dependents(tokens, i, 'cc').length > 0
  );
}

function addOblique(tokens: readonly Token[], i: number, into: Map<string, number[]>): void {
  const cases = dependents(tokens, i, 'case', 'mark').filter((c) => c < i);
  if (cases.length === 0) return;
  const prepositions = new Set([
    cases.map((c) => tokens[c]!.form.toLowerCase()).join(' '),
    tokens[cases.at(-1)!]!.form.toLowerCase(),
  ]);
  for (const p of prepositions) into.set(p, [...(into.get(p) ?? []), ...spread(tokens, [i])]);
}

/** "lost the town of Sur | to the army", "the arrest of two men | by police": a phrase the parse hangs on the object's own phrases still belongs to the verb or noun, where that has none. */
function addNested(
  tokens: readonly Token[],
  object: number,
  into: Map<string, number[]>,
  prepositions: readonly string[],
): void {
  const nested = new Map<string, number[]>();
  for (const i of subtree(tokens, object)) {
    if (i === object || !isRelation(tokens[i]!.deprel, 'nmod') || !chained(tokens, i, object)) continue;
    addOblique(tokens, i, nested);
  }
  for (const p of prepositions) {
    const found = nested.get(p);
    if (found !== undefined && !into.has(p)) into.set(p, found);
  }
}

function chained(tokens: readonly Token[], at: number, top: number): boolean {
  for (let i = at; i !== top; i = tokens[i]!.head)
    if (i < 0 || !/^(?:nmod|conj|appos)/.test(tokens[i]!.deprel)) return false;
  return true;
}

/** Heads with what is coordinated with them. */
function spread(tokens: readonly Token[], heads: readonly number[], depth = 0): number[] {
  return heads.flatMap((h) => {
    const joined = dependents(tokens, h, 'conj').filter((c) => tokens[c]!.upos !== 'VERB');
    return [h, ...(depth < 4 ? spread(tokens, joined, depth + 1) : joined)];
  });
}

function subjectOf(tokens: readonly Token[], verb: number): number[] {
  let at = verb;
  for (let steps = 0; steps < 6 && at >= 0; steps++) {
    const token = tokens[at]!;
    const own = ownSubject(tokens, at);
    if (own.length > 0) return relative(tokens, spread(tokens, [actual(tokens, own, at)]), at);
    if (endsRelative(tokens, at)) return spread(tokens, [antecedent(tokens, token.head)!]);
    const local = at === verb ? localSubject(tokens, at) : null;
    if (local !== null) return spread(tokens, [local]);
    if (token.head < 0) return [];
    if (token.deprel === 'conj' || token.deprel === 'parataxis') at = token.head;
    else if (isCharge(tokens, at)) return spread(tokens, dependents(tokens, token.head, 'obj').slice(0, 1));
    else if (isOpen(tokens, at)) {
      const governor = tokens[token.head]!;
      const object = dependents(tokens, token.head, 'obj', 'iobj');
      const asked =
        object.length === 0 && governor.lemma === 'appeal'
          ? dependents(tokens, token.head, 'obl').slice(0, 1)
          : object;
      if (asked.length > 0 && CAUSES.has(governor.lemma)) return spread(tokens, asked.slice(0, 1));
      at = token.head;
    } else if (isContent(tokens, at)) {
      const noun = token.head;
      const owners = [...dependents(tokens, noun, 'nmod:poss')];
      if (owners.length > 0) return spread(tokens, owners.slice(0, 1));
      if (!/^(?:obj|nsubj:pass|obl|xcomp)/.test(tokens[noun]!.deprel) || tokens[noun]!.head < 0) return [];
      at = tokens[noun]!.head;
    } else if (isRelation(token.deprel, 'acl'))
      return tokens[token.head]!.upos === 'VERB' ? [] : spread(tokens, [token.head]);
    else if (token.deprel === 'advcl' && /^VB[NG]$/.test(token.xpos)) at = token.head;
    else return [];
  }
  return [];
}

/** "Accused the rebels | of firing mortars": who is accused is said to have done it. */
function isCharge(tokens: readonly Token[], at: number): boolean {
  const { xpos, head } = tokens[at]!;
  return (
    xpos === 'VBG' &&
    /^(?:accuse|blame|suspect|charge|condemn|criticise|criticize|denounce|convict)$/.test(
      tokens[head]!.lemma,
    ) &&
    dependents(tokens, at, 'mark', 'case').some((i) => /^(?:of|for|with)$/i.test(tokens[i]!.form)) &&
    dependents(tokens, head, 'obj').length > 0
  );
}

/** Subjects of a verb; a name that the parse takes for a clause is one too. */
function ownSubject(tokens: readonly Token[], at: number): number[] {
  const own = dependents(tokens, at, 'nsubj');
  if (own.length > 0) return own;
  return dependents(tokens, at, 'csubj').filter(
    (i) =>
      /^\p{Lu}/u.test(tokens[i]!.form) && dependents(tokens, i, 'obj', 'nsubj', 'mark', 'xcomp').length === 0,
  );
}

/** "The army's decision | to leave": done by whoever has the decision, or by who acts above. */
function isContent(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return (
    isRelation(token.deprel, 'acl') &&
    roleClasses().content.has(tokens[token.head]!.lemma) &&
    dependents(tokens, at, 'mark').some((m) => tokens[m]!.form.toLowerCase() === 'to')
  );
}

/**
 * "Only 40 men who had refused the offer | remained": a finite verb without a subject that the tree hangs under the verb of a relative
 * clause is the main verb, and the noun of that clause is its subject.
 */
export function endsRelative(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!/^VB[DZP]$/.test(token.xpos) || token.head < 0 || token.head > at) return false;
  if (
    !/^(?:advcl|conj|ccomp|xcomp|dep)/.test(token.deprel) ||
    dependents(tokens, at, 'nsubj', 'mark', 'cc').length > 0
  )
    return false;
  return antecedent(tokens, token.head) !== null && !tokens.slice(token.head, at).some((t) => t.form === ',');
}

/** The noun that a relative clause is about: the one it hangs on, or one that the tree took for a second subject before "who". */
function antecedent(tokens: readonly Token[], clause: number): number | null {
  const { deprel, head } = tokens[clause]!;
  const subjects = dependents(tokens, clause, 'nsubj');
  const who = subjects.find((i) => /^(?:who|which|that)$/i.test(tokens[i]!.form));
  if (who === undefined) return null;
  if (isRelation(deprel, 'acl') && head >= 0) return head;
  return subjects.find((i) => i < who && /^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)) ?? null;
}

/** Of several subjects the parse found, the first that is no time: "Friday" in "said Friday the US would" is none. */
function actual(tokens: readonly Token[], subjects: readonly number[], verb: number): number {
  const before = subjects.filter(
    (i) => i < verb && !isTemporal(tokens[i]!) && dependents(tokens, i, 'case').length === 0,
  );
  return before[0] ?? subjects[0]!;
}

/** An infinitive or participle without a subject of its own: "agreed | to leave", "allowed them | to leave", "left | to find food". */
function isOpen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.deprel === 'xcomp') return true;
  if (token.deprel === 'ccomp') return /^VB[NG]?$/.test(token.xpos);
  return (
    token.deprel === 'advcl' &&
    dependents(tokens, at, 'mark').some((m) => tokens[m]!.form.toLowerCase() === 'to')
  );
}

/** A relative pronoun stands for the noun its clause qualifies. */
function relative(tokens: readonly Token[], subject: readonly number[], verb: number): number[] {
  if (subject.length !== 1 || !/^(?:who|which|that|whom)$/i.test(tokens[subject[0]!]!.form))
    return [...subject];
  const clause = tokens[verb]!;
  if (isRelation(clause.deprel, 'acl') && clause.head >= 0) return spread(tokens, [clause.head]);
  for (let i = subject[0]! - 1; i >= 0 && i >= subject[0]! - 3; i--)
    if (/^(?:NOUN|PROPN)$/.test(tokens[i]!.upos)) return [i];
  return [];
}

function governorsOf(tokens: readonly Token[], at: number): number[] {
  const found: number[] = [];
  let i = at;
  while (found.length < 5) {
    const token = tokens[i]!;
    if (token.head < 0 || !/^(?:xcomp|ccomp|conj|advcl|acl)/.test(token.deprel)) break;
    i = token.head;
    found.push(i);
  }
  return found;
}

/** Tokens that stand in a named place of the frame. */
export function tokensIn(frame: Frame, role: string): readonly number[] {
  if (role === 'subj') return frame.subj;
  if (role === 'obj') return frame.obj;
  if (role === 'iobj') return frame.iobj;
  if (role === 'by') return frame.passive ? frame.subj : (frame.obl.get('by') ?? []);
  return frame.obl.get(role) ?? [];
}
