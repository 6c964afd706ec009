import type { GazetteerPlace, PlaceBook } from '../lexicon/gazetteer.ts';
import type { PlaceKind } from '../lexicon/gazetteer-layout.ts';
import { placeKey } from '../lexicon/place-key.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { isCapital, isDemonym, standsInName } from './place-guard.ts';
import { type Landmark, landmarkAt } from './place-landmark.ts';
import { placeLexicon } from './place-lexicon.ts';

/** Words of a sentence that may name a place: tokens `from` to `to` (end excluded), and the places of that name. */
export interface PlaceCandidate {
  readonly sentence: ParsedSentence;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The name as it is looked up. */
  readonly key: string;
  readonly options: readonly GazetteerPlace[];
  /** Found by another transliteration only. */
  readonly similar: boolean;
  /** What a word beside the name says it is ("province"). */
  readonly designator: PlaceKind | null;
  /** What the name itself says it is ("Miller Street", "Lake Orr"), whether or not the gazetteer has it. */
  readonly landmark: Landmark | null;
  /** Index of the first token with the direction before the name ("northern Syria"), else `from`. */
  readonly directed: number;
  /** Whether it is part of a longer name ("Raqqa Civil Council", "Ryan Dillon"). */
  readonly inName: boolean;
  /** Whether it is written in another script than Latin, where only the gazetteer can tell ("Ракка"). */
  readonly foreign: boolean;
}

const LONGEST = 6;
/** Arabic script, which has no capitals. */
const ARABIC = /^\p{Script=Arabic}{2}/u;
const FOREIGN = /^(?:\p{Script=Arabic}|\p{Script=Cyrillic})/u;
const ARTICLE = /^(?:al|el|ar|as|at|an|ad|az|ez|ash|esh|es|ed|er|ath)$/i;
const INNER =
  /^(?:[-–'’.`‘ʿ]|de|la|le|les|del|du|des|of|the|on|upon|sur|al|el|ar|as|ash|an|ad|az|ez|bin|and|da|do|dos|di|am|y|in|e)$/i;

/** Candidates of a sentence in order. Where a landmark ("Miller Street") takes in a shorter name, both are given, the longer first. */
export function candidates(text: string, sentence: ParsedSentence, book: PlaceBook): PlaceCandidate[] {
  const { tokens } = sentence;
  const found: PlaceCandidate[] = [];
  let covered = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!opens(tokens, i)) continue;
    if (i >= covered) {
      const landmark = landmarkAt(tokens, i);
      if (landmark !== null) {
        covered = landmark.to;
        found.push(standing(text, sentence, i, landmark, book));
      }
    }
    const hit = longestAt(text, tokens, i, book) ?? unknownAt(tokens, i, found.at(-1)?.to ?? 0);
    if (
      hit === null ||
      (found.at(-1)?.from === i && found.at(-1)!.to >= hit.to && found.at(-1)!.options.length > 0)
    )
      continue;
    const candidate = shaped(text, sentence, i, hit);
    found.push(candidate);
    i = candidate.to - 1;
  }
  return listed(found, book);
}

function opens(tokens: readonly Token[], i: number): boolean {
  const { form } = tokens[i]!;
  if (
    i > 0 &&
    /^[-–]$/.test(tokens[i - 1]!.form) &&
    tokens[i - 1]!.end === tokens[i]!.start &&
    ARTICLE.test(tokens[i - 2]?.form ?? '')
  )
    return false;
  return (
    isCapital(form) ||
    ARABIC.test(form) ||
    (ARTICLE.test(form) && /^[-–]$/.test(tokens[i + 1]?.form ?? '') && isCapital(tokens[i + 2]?.form ?? ''))
  );
}

/** Names of this many words at most are taken for places that the gazetteer lacks. */
const MOST_UNKNOWN = 3;

/** Capitals that no gazetteer knows may name a village all the same ("in Orrinfeld"); what is around them decides. */
function unknownAt(tokens: readonly Token[], i: number, covered: number): Hit | null {
  const first = tokens[i]!;
  if (FOREIGN.test(first.form)) return null;
  if (i < covered || first.upos !== 'PROPN' || first.end - first.start < 3 || isDemonym(first.form))
    return null;
  if (i > 0 && isCapital(tokens[i - 1]!.form) && tokens[i]!.start - tokens[i - 1]!.end <= 1) return null;
  let to = i + 1;
  while (to < tokens.length && (isCapital(tokens[to]!.form) || /^[-–]$/.test(tokens[to]!.form))) to++;
  if (/^[-–]$/.test(tokens[to - 1]!.form)) to--;
  return to - i > MOST_UNKNOWN ? null : { to, options: [], similar: false };
}

interface Hit {
  readonly to: number;
  readonly options: readonly GazetteerPlace[];
  readonly similar: boolean;
}

function longestAt(text: string, tokens: readonly Token[], i: number, book: PlaceBook): Hit | null {
  let reach = i + 1;
  while (
    reach < Math.min(tokens.length, i + LONGEST) &&
    (isCapital(tokens[reach]!.form) || ARABIC.test(tokens[reach]!.form) || INNER.test(tokens[reach]!.form))
  )
    reach++;
  let similar: Hit | null = null;
  for (let to = reach; to > i; to--) {
    if (
      !(isCapital(tokens[to - 1]!.form) || ARABIC.test(tokens[to - 1]!.form)) ||
      (to === i + 1 && isDemonym(tokens[i]!.form))
    )
      continue;
    const name = text.slice(tokens[i]!.start, tokens[to - 1]!.end);
    const options = book
      .find(name)
      .filter((place) => fitsForm(name, place, isAbbreviated(text, tokens, i, to)));
    if (isHead(tokens, to)) continue;
    const runsOn = similar !== null && isCapital(tokens[to]?.form ?? '');
    if (options.length > 0 && !runsOn) return { to, options, similar: false };
    if (similar === null && to - i <= 3 && name.length > 4) {
      const near = book.findSimilar(name);
      if (near.length > 0 && near.length < 12) similar = { to, options: near, similar: true };
    }
  }
  return similar;
}

/** "Dublin City | Council", "Ohio State | University": there the word goes with what follows. */
function isHead(tokens: readonly Token[], to: number): boolean {
  return (
    /^(?:city|state|town|village)$/i.test(tokens[to - 1]!.form) &&
    isCapital(tokens[to]?.form ?? '') &&
    tokens[to]!.start - tokens[to - 1]!.end === 1
  );
}

/**
 * Short names in capitals are states ("US", "UAE"), others are not ("Us"); two letters name no town. Abbreviations of divisions
 * count where an abbreviation can stand ("Athens, Ga.", "D.C.").
 */
function fitsForm(name: string, place: GazetteerPlace, abbreviated: boolean): boolean {
  if (FOREIGN.test(name)) return true;
  const letters = name.replace(/[^\p{L}]/gu, '');
  const upper = letters === letters.toUpperCase();
  if (place.kind === 'admin1' && letters.length < 6 && letters.length < place.name.length - 2) {
    return abbreviated || /\p{L}\.\p{L}/u.test(name);
  }
  if (letters.length > 3) return true;
  if (place.kind === 'country') return upper;
  return letters.length === 3 && !upper && place.people > 20_000;
}

/** Whether a short name stands where an abbreviation does: behind a comma ("Athens, Ga."), a party ("D-Calif."), or with a stop. */
function isAbbreviated(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const { end } = tokens[to - 1]!;
  return /^[,-]$/.test(tokens[from - 1]?.form ?? '') || text[end] === '.' || text[end - 1] === '.';
}

/** A name whose own words say what it is; the gazetteer may know it all the same ("Lake Forest"). */
function standing(
  text: string,
  sentence: ParsedSentence,
  from: number,
  landmark: Landmark,
  book: PlaceBook,
): PlaceCandidate {
  const { tokens } = sentence;
  const { start } = tokens[from]!;
  const { end } = tokens[landmark.to - 1]!;
  const name = text.slice(start, end);
  return {
    sentence,
    from,
    to: landmark.to,
    start,
    end,
    key: placeKey(name),
    options: book.find(name),
    similar: false,
    designator: null,
    landmark,
    directed: from,
    inName: standsInName(sentence, from, landmark.to, []),
    foreign: false,
  };
}

/** Takes in a designator ("Aleppo province") and a direction ("northern Syria"). */
function shaped(text: string, sentence: ParsedSentence, from: number, hit: Hit): PlaceCandidate {
  const { tokens } = sentence;
  const { designators, directions } = placeLexicon();
  let { to } = hit;
  const inner = to - from > 1 ? designators.get(tokens[to - 1]!.form.toLowerCase()) : undefined;
  const next = designators.get(tokens[to]?.form.toLowerCase() ?? '');
  const country = hit.options.some((place) => place.kind === 'country');
  const kind = inner ?? (country ? undefined : next) ?? null;
  const of = designators.get(tokens[from - 2]?.form.toLowerCase() ?? '');
  if (inner === undefined && next !== undefined && kind !== null && !isHead(tokens, to + 1)) to++;
  const before = /^the$/i.test(tokens[from - 1]?.form ?? '') ? from - 2 : from - 1;
  const leads = before === from - 1 && directions.has(tokens[before]?.form.toLowerCase() ?? '');
  return {
    sentence,
    from,
    to,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    key: placeKey(text.slice(tokens[from]!.start, tokens[hit.to - 1]!.end)),
    options: hit.options,
    similar: hit.similar,
    designator: kind ?? (tokens[from - 1]?.form === 'of' ? (of ?? null) : null),
    landmark: null,
    directed: leads ? directionStart(tokens, before) : from,
    inName: standsInName(sentence, from, to, hit.options),
    foreign: FOREIGN.test(tokens[from]!.form),
  };
}

/** "north - eastern" is three words. */
function directionStart(tokens: readonly Token[], at: number): number {
  return /^[-–]$/.test(tokens[at - 1]?.form ?? '') &&
    placeLexicon().directions.has(tokens[at - 2]?.form.toLowerCase() ?? '')
    ? at - 2
    : at;
}

/** "in Boone, Dallas and Polk counties": a designator in the plural says of every name in the list before it what it is. */
function listed(found: readonly PlaceCandidate[], book: PlaceBook): PlaceCandidate[] {
  const made = [...found];
  let kind: PlaceKind | undefined;
  let word = '';
  let next = -1;
  for (let at = made.length - 1; at >= 0; at--) {
    const candidate = made[at]!;
    const { tokens } = candidate.sentence;
    const after = tokens[candidate.to]?.form.toLowerCase() ?? '';
    const plural = placeLexicon().plurals.get(after);
    if (plural !== undefined) {
      kind = plural.kind;
      word = plural.form;
    } else if (kind === undefined || !joined(tokens, candidate.to, next)) {
      kind = undefined;
      continue;
    }
    next = candidate.from;
    const named = book.find(`${candidate.key} ${word}`).filter((place) => place.kind === kind);
    made[at] = {
      ...candidate,
      designator: kind,
      options: named.length > 0 ? named : candidate.options,
      key: named.length > 0 ? `${candidate.key} ${word}` : candidate.key,
    };
  }
  return made;
}

function joined(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++) if (!/^(?:,|and|or|&)$/.test(tokens[at]!.form)) return false;
  return true;
}
