import { type GazetteerPlace, gazetteer } from '../lexicon/gazetteer.ts';
import type { PlaceKind } from '../lexicon/gazetteer-layout.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { isCapital, standsInName } from './place-guard.ts';
import { placeLexicon } from './place-lexicon.ts';

/** Words of a sentence that may name a place: tokens `from` to `to` (end excluded), and the places of that name. */
export interface PlaceCandidate {
  readonly sentence: ParsedSentence;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly options: readonly GazetteerPlace[];
  /** Found by another transliteration only. */
  readonly similar: boolean;
  /** What a word beside the name says it is ("province"). */
  readonly designator: PlaceKind | null;
  /** Index of the first token with the direction before the name ("northern Syria"), else `from`. */
  readonly directed: number;
}

const LONGEST = 6;
const ARTICLE = /^(?:al|el|ar|as|at|an|ad|az|ez|ash|esh|es|ed|er|ath)$/i;
const INNER =
  /^(?:[-–'’.`‘ʿ]|de|la|le|les|del|du|des|of|the|on|upon|sur|al|el|ar|as|ash|an|ad|az|ez|bin|and|da|do|dos|di|am|y|in|e)$/i;

/** Candidates of a sentence in order, longest names first, names of persons and organisations left out. */
export function candidates(text: string, sentence: ParsedSentence): PlaceCandidate[] {
  const { tokens } = sentence;
  const found: PlaceCandidate[] = [];
  for (let i = 0; i < tokens.length; ) {
    const hit = opens(tokens, i) ? longestAt(text, tokens, i) : null;
    if (hit === null) {
      i++;
      continue;
    }
    const candidate = shaped(sentence, i, hit);
    if (!standsInName(sentence, candidate.from, candidate.to, hit.options)) found.push(candidate);
    i = candidate.to;
  }
  return found;
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
    (ARTICLE.test(form) && /^[-–]$/.test(tokens[i + 1]?.form ?? '') && isCapital(tokens[i + 2]?.form ?? ''))
  );
}

interface Hit {
  readonly to: number;
  readonly options: readonly GazetteerPlace[];
  readonly similar: boolean;
}

function longestAt(text: string, tokens: readonly Token[], i: number): Hit | null {
  let reach = i + 1;
  while (
    reach < Math.min(tokens.length, i + LONGEST) &&
    (isCapital(tokens[reach]!.form) || INNER.test(tokens[reach]!.form) || isCapitalDistrict(tokens, reach))
  )
    reach++;
  let similar: Hit | null = null;
  for (let to = reach; to > i; to--) {
    if (!isCapital(tokens[to - 1]!.form)) continue;
    const name = text.slice(tokens[i]!.start, tokens[to - 1]!.end);
    const options = gazetteer()
      .find(name)
      .filter((place) => fitsForm(name, place, tokens[i - 1]?.form === ','));
    const runsOn = similar !== null && isCapital(tokens[to]?.form ?? '');
    if (options.length > 0 && !runsOn) return { to, options, similar: false };
    if (similar === null && to - i <= 3 && name.length > 4) {
      const near = gazetteer().findSimilar(name);
      if (near.length > 0 && near.length < 12) similar = { to, options: near, similar: true };
    }
  }
  return similar;
}

/** The comma in "Washington, D.C." belongs to the name. */
function isCapitalDistrict(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.form === ',' && /^D\.?C\.?$/.test(tokens[at + 1]?.form ?? '');
}

/**
 * Short names in capitals are states ("US", "UAE"), others are not ("Us"); two letters name no town. Abbreviations of divisions
 * count behind a comma or with stops inside ("Athens, Ga.", "D.C.").
 */
function fitsForm(name: string, place: GazetteerPlace, afterComma: boolean): boolean {
  const letters = name.replace(/[^\p{L}]/gu, '');
  const upper = letters === letters.toUpperCase();
  if (place.kind === 'admin1' && letters.length < 6 && letters.length < place.name.length - 2) {
    return afterComma || /\p{L}\.\p{L}/u.test(name);
  }
  if (letters.length > 3) return true;
  if (place.kind === 'country') return upper;
  return letters.length === 3 && !upper && place.people > 20_000;
}

/** Takes in a designator ("Aleppo province") and a direction ("northern Syria"). */
function shaped(sentence: ParsedSentence, from: number, hit: Hit): PlaceCandidate {
  const { tokens } = sentence;
  const { designators, directions } = placeLexicon();
  let { to } = hit;
  const inner = to - from > 1 ? designators.get(tokens[to - 1]!.form.toLowerCase()) : undefined;
  const next = designators.get(tokens[to]?.form.toLowerCase() ?? '');
  const country = hit.options.some((place) => place.kind === 'country');
  const kind = inner ?? (country ? undefined : next) ?? null;
  const of = designators.get(tokens[from - 2]?.form.toLowerCase() ?? '');
  if (inner === undefined && kind !== null) to++;
  const before = /^the$/i.test(tokens[from - 1]?.form ?? '') ? from - 2 : from - 1;
  const leads = before === from - 1 && directions.has(tokens[before]?.form.toLowerCase() ?? '');
  return {
    sentence,
    from,
    to,
    start: tokens[from]!.start,
    end: tokens[to - 1]!.end,
    options: hit.options,
    similar: hit.similar,
    designator: kind ?? (tokens[from - 1]?.form === 'of' ? (of ?? null) : null),
    directed: leads ? directionStart(tokens, before) : from,
  };
}

/** "north - eastern" is three words. */
function directionStart(tokens: readonly Token[], at: number): number {
  return /^[-–]$/.test(tokens[at - 1]?.form ?? '') &&
    placeLexicon().directions.has(tokens[at - 2]?.form.toLowerCase() ?? '')
    ? at - 2
    : at;
}
