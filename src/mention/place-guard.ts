import type { GazetteerPlace } from '../lexicon/gazetteer.ts';
import { gazetteer } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { placeLexicon } from './place-lexicon.ts';

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?$/i;
const DEMONYM =
  /^(?:u\.?s\.?|uk|eu|un|american|british|french|german|dutch|greek|turkish|kurdish|arab|\p{Lu}\p{L}+(?:ian|ish|ese|qi|eli|ani|ean|ssian|tian|ench|ni|mi))$/iu;

/** Whether a word is written with a capital. */
export function isCapital(form: string): boolean {
  return /^['’‘`ʿ]?\p{Lu}/u.test(form);
}

/**
 * Whether the capitalised words around tokens `from` to `to` make it part of a longer name: a person ("Ryan Dillon"), an
 * organisation ("Raqqa Civil Council"), a titled one ("Colonel Austin"). Place-side neighbours do not: weekdays, directions,
 * demonyms, other places, the first word of a sentence.
 */
export function standsInName(
  sentence: ParsedSentence,
  from: number,
  to: number,
  options: readonly GazetteerPlace[],
): boolean {
  const { tokens } = sentence;
  if (sentence.kind === 'dateline') return false;
  const shouting = isShouting(tokens);
  const before = touches(tokens, from - 1) ? tokens[from - 1] : undefined;
  const after = touches(tokens, to - 1) ? tokens[to] : undefined;
  if (before !== undefined && placeLexicon().titles.has(before.form.toLowerCase()) && isCapital(before.form))
    return true;
  if (shouting) return false;
  const big = options.some((place) => place.kind === 'country' || place.people > 1_000_000);
  if (before !== undefined && isCapital(before.form) && joinsLeft(tokens, from - 1, big)) return true;
  return (
    after !== undefined && isCapital(after.form) && joinsRight(tokens, to, big, sentence.kind === 'headline')
  );
}

/** Whether only white space or a hyphen stands between token `i` and the next. */
function touches(tokens: readonly Token[], i: number): boolean {
  return i >= 0 && i + 1 < tokens.length && tokens[i + 1]!.start - tokens[i]!.end <= 1;
}

function joinsLeft(tokens: readonly Token[], at: number, big: boolean): boolean {
  const { form, upos } = tokens[at]!;
  const word = form.toLowerCase();
  if (CALENDAR.test(form) || DEMONYM.test(form)) return false;
  if (placeLexicon().directions.has(word)) return false;
  const opens = at === 0 || /^[“"‘«:;(—–-]$/.test(tokens[at - 1]!.form);
  if (upos !== '' && upos !== 'PROPN' && upos !== 'NOUN' && upos !== 'X') return false;
  if (opens && (upos === '' || upos === 'NOUN') && !isPlace(form))
    return upos === ''
      ? !/^(?:in|at|from|near|to|the|of|on|across|inside|outside|around|after|as|but|and|both|for|with|since|until|while|when|before|over|if|for|our|its|their|his|her|this|that|most|many|some|all|other)$/.test(
          word,
        )
      : false;
  return !(big && isPlace(form));
}

function joinsRight(tokens: readonly Token[], at: number, big: boolean, headline: boolean): boolean {
  const { form, upos } = tokens[at]!;
  if (CALENDAR.test(form)) return false;
  if (form === 'I' || (headline && /^(?:VERB|AUX|ADP|PART|SCONJ)$/.test(upos))) return false;
  if (placeLexicon().designators.has(form.toLowerCase())) return false;
  if (big && placeLexicon().titles.has(form.toLowerCase())) return false;
  if (upos === 'NOUN' && big) return false;
  return !(big && isPlace(form));
}

function isPlace(form: string): boolean {
  return gazetteer()
    .find(form)
    .some((place) => place.kind === 'country' || place.kind === 'admin1' || place.people > 300_000);
}

/** Whether a sentence is written in capitals throughout, so that capitals tell nothing. */
function isShouting(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => /^\p{L}{2,}/u.test(token.form));
  return words.length > 3 && words.filter((token) => isCapital(token.form)).length > words.length * 0.75;
}

/** Last words of the names of persons in a text: "Dillon" after "Ryan Dillon", so that it is no town later on. */
export function personWords(sentences: readonly ParsedSentence[]): Set<string> {
  const found = new Set<string>();
  for (const { tokens } of sentences) {
    if (isShouting(tokens)) continue;
    tokens.forEach((token, i) => {
      const before = tokens[i - 1];
      if (
        before === undefined ||
        !isCapital(token.form) ||
        !isCapital(before.form) ||
        !touches(tokens, i - 1)
      )
        return;
      if (i + 1 < tokens.length && isCapital(tokens[i + 1]!.form) && touches(tokens, i)) return;
      if (before.upos !== '' && before.upos !== 'PROPN' && before.upos !== 'NOUN') return;
      if (
        isPlace(before.form) ||
        DEMONYM.test(before.form) ||
        CALENDAR.test(before.form) ||
        CALENDAR.test(token.form)
      )
        return;
      if (placeLexicon().directions.has(before.form.toLowerCase()) || i === 1) return;
      found.add(token.form.toLowerCase());
    });
  }
  return found;
}
