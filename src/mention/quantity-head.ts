import { quantityLexicon } from './quantity-lexicon.ts';
import { numberAt } from './quantity-number.ts';
import { isDash, type Unit } from './quantity-unit.ts';

/** The phrase that names what is counted: units `from` to `to` (end excluded), and its last noun. */
export interface CountedPhrase {
  readonly from: number;
  readonly to: number;
  readonly noun: string;
}

const DETERMINER =
  /^(?:the|a|an|all|this|that|these|those|his|her|its|their|our|my|your|other|more|additional|further|such|so-called)$/;
const POSSESSIVE = /^(?:his|her|its|their|our)$/;
const IRREGULAR =
  /^(?:people|men|women|children|police|troops|personnel|aircraft|servicemen|servicewomen|gunmen|policemen|policewomen|militiamen|tribesmen|fishermen|clergymen|staff|forces|youths|oxen|sheep|cattle|infantry|cavalry|feet|teeth|percent)$/;

/** Whether a word names people by their state. */
export function isState(noun: string): boolean {
  return STATES.test(noun) || LISTED.test(noun);
}

/** States of people that are counted as a class: "12 dead and 30 wounded". */
const STATES = /^(?:dead|wounded|injured|missing|displaced|homeless)$/;

/** Participles that stand for people in a list: "5 killed, 12 wounded". */
const LISTED = /^(?:killed|captured|arrested|hurt|kidnapped)$/;

/**
 * What is counted stands right after the number: modifiers, then nouns ("275 local fighters"), with a partner that shares
 * the count ("and their families"). Determiners after "of" fall away ("dozens of the men").
 */
export function countedPhrase(all: readonly Unit[], i: number): CountedPhrase | null {
  let from = i;
  const partitive = all[i]?.lower === 'of';
  if (partitive) from++;
  if (partitive && /^(?:them|whom|us)$/.test(all[from]?.lower ?? '')) return described(all, from + 1);
  const determined = from;
  while (from < all.length && DETERMINER.test(all[from]!.lower)) from++;
  if (partitive) from = numberAt(all, from)?.next ?? from;
  if (LISTED.test(all[from]?.lower ?? '') && /^(?:[,.;)]|and|or)?$/.test(all[from + 1]?.lower ?? ''))
    return { from, to: from + 1, noun: all[from]!.lower };
  if (
    (!partitive || from > determined) &&
    STATES.test(all[from]?.lower ?? '') &&
    chunk(all, from + 1) === null
  ) {
    return { from, to: from + 1, noun: all[from]!.lower };
  }
  const head = chunk(all, from);
  if (head === null) return null;
  let to = head.to;
  const lexicon = quantityLexicon();
  if (lexicon.relational.has(head.noun) && all[to]?.lower === 'of') {
    let inner = to + 1;
    while (inner < all.length && DETERMINER.test(all[inner]!.lower)) inner++;
    to = chunk(all, inner)?.to ?? to;
  }
  if (all[to]?.lower === 'and' || (all[to]?.lower === 'or' && tagged(all)))
    to = partner(all, to, head.to - 1) ?? to;
  return { from, to, noun: head.noun };
}

/** "four of them women": those counted are named behind; else nothing names them. */
function described(all: readonly Unit[], from: number): CountedPhrase | null {
  const noun = all[from];
  if (noun?.upos !== 'NOUN' || !isPlural(noun.lower)) return null;
  return { from, to: from + 1, noun: noun.lower };
}

const known = new WeakMap<readonly Unit[], boolean>();

/** Whether the words carry parts of speech; asked once for each sentence. */
export function tagged(all: readonly Unit[]): boolean {
  let answer = known.get(all);
  if (answer === undefined) {
    answer = all.some((unit) => unit.upos !== '' && unit.upos !== 'X' && unit.upos !== '_');
    known.set(all, answer);
  }
  return answer;
}

function chunk(all: readonly Unit[], from: number): { to: number; noun: string } | null {
  return tagged(all) ? byTags(all, from) : byForms(all, from);
}

/** Adjectives, participles and nouns up to the last noun: "foreign-born fighters", "armed men", "IS group's men". */
function byTags(all: readonly Unit[], from: number): { to: number; noun: string } | null {
  let last = -1;
  for (let at = from; at < Math.min(all.length, from + 10); at++) {
    const unit = all[at]!;
    const next = all[at + 1];
    if (unit.upos === 'NOUN' || unit.upos === 'PROPN' || (isAcronym(unit) && leadsNoun(all, at + 1))) {
      if (last !== -1 && unit.deprel !== '' && !joins(all, at, from)) break;
      if (last !== -1 && all[last]!.xpos === 'NNS' && CAPTIVE.test(unit.lower)) break;
      last = at;
    } else if (isModel(all, at, last)) {
    } else if (unit.glued && isDash(all[at - 1]) && /^\p{Ll}+$/u.test(unit.form)) {
    } else if (unit.upos === 'ADJ' || (isDash(unit) && unit.glued)) {
      if (last !== -1 && unit.upos === 'ADJ' && next?.upos !== 'NOUN') break;
    } else if (unit.upos === 'VERB') {
      if (last !== -1 || !/^VB[NG]$/.test(unit.xpos) || !leadsNoun(all, at + 1)) break;
    } else if (unit.upos === 'ADV') {
      if (last !== -1 || (next?.upos !== 'ADJ' && next?.upos !== 'VERB')) break;
    } else if (/^['’]s?$/.test(unit.form) && last === at - 1) {
      if (!leadsNoun(all, at + 1)) break;
    } else if (unit.upos === 'CCONJ' && last === -1 && next?.upos === 'ADJ' && all[at - 1]?.upos === 'ADJ') {
    } else break;
  }
  if (last !== -1) return { to: last + 1, noun: all[last]!.lower };
  const alone = all[from];
  const people = alone !== undefined && isPeopleName(alone) && !leadsNoun(all, from + 1);
  const named = alone?.upos === 'ADJ' && quantityLexicon().people.has(alone.lower);
  return people || named ? { to: from + 1, noun: alone.lower } : null;
}

/** "Sudanese", "Rohingya", "Irish": a people's name that has no plural of its own. */
export function isPeopleName(unit: Unit): boolean {
  return /^(?:ADJ|PROPN)$/.test(unit.upos) && /^\p{Lu}\p{Ll}+(?:ese|a|i|o|sh)$/u.test(unit.form);
}

/** "14 Leopard | 2 tanks", "six T-| 72 tanks": a number that is part of a model's name. */
function isModel(all: readonly Unit[], at: number, last: number): boolean {
  const named = last !== -1 && (last === at - 1 || (last === at - 2 && isDash(all[at - 1])));
  return named && /\d/.test(all[at]!.form) && all[last]!.upos === 'PROPN' && leadsNoun(all, at + 1);
}

/** "took 21 soldiers | prisoner". */
const CAPTIVE = /^(?:prisoner|hostage|captive)$/;

/** "IS fighters": an acronym before a noun names a group, whatever its letters spell. */
function isAcronym(unit: Unit): boolean {
  return /^\p{Lu}{2,}$/u.test(unit.form);
}

/** A noun after a noun belongs to the same phrase only if the parse ties it in ("IS fighters"), not as the next subject. */
function joins(all: readonly Unit[], at: number, from: number): boolean {
  const unit = all[at]!;
  const first = all[from]!.token;
  const before = all[at - 1]!;
  if (before.deprel === 'compound' || before.deprel === 'flat' || /^['’]/.test(before.form) || isDash(before))
    return true;
  return (
    unit.deprel === 'flat' || unit.deprel === 'compound' || before.head === unit.token || unit.head < first
  );
}

function leadsNoun(all: readonly Unit[], at: number): boolean {
  const upos = all[at]?.upos;
  return upos === 'NOUN' || upos === 'PROPN' || (upos === 'ADJ' && leadsNoun(all, at + 1));
}

/** Without tags a counted phrase is up to four plain words that end in the first plural: "275 local fighters". */
function byForms(all: readonly Unit[], from: number): { to: number; noun: string } | null {
  const { stops, people } = quantityLexicon();
  for (let at = from; at < Math.min(all.length, from + 5); at++) {
    const unit = all[at]!;
    if (isDash(unit) && unit.glued) continue;
    if (/^['’]s?$/.test(unit.form)) continue;
    if (!/^\p{L}[\p{L}.]*$/u.test(unit.form) || stops.has(unit.lower)) return null;
    if ((isPlural(unit.lower) || people.has(unit.lower)) && !/^['’]/.test(all[at + 1]?.form ?? ''))
      return { to: at + 1, noun: unit.lower };
  }
  return null;
}

/** Whether a noun form is plural or counts as one. */
export function isPlural(noun: string): boolean {
  return (
    IRREGULAR.test(noun) ||
    (/[^s]s$/.test(noun) && !/(?:ous|us|sis|xis|polis|ics)$/.test(noun)) ||
    /sses$/.test(noun)
  );
}

/** A partner under the same number: "fighters and their families", "men and women"; never one with its own number. */
function partner(all: readonly Unit[], at: number, head: number): number | null {
  let from = at + 1;
  const shared = POSSESSIVE.test(all[from]?.lower ?? '');
  if (shared) from++;
  const found = chunk(all, from);
  if (found === null) return null;
  if (shared) return found.to;
  const last = all[found.to - 1]!;
  if (!isPlural(last.lower) || all[from]!.upos === 'PROPN') return null;
  return last.deprel === 'conj' && last.head === all[head]!.token ? found.to : null;
}
