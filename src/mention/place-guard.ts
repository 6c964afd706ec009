import { actors } from '../lexicon/actor.ts';
import { type GazetteerPlace, gazetteer } from '../lexicon/gazetteer.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { placeLexicon } from './place-lexicon.ts';

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec)\.?$/i;
/** Endings and words of adjectives of peoples, with some that only look so. */
export const DEMONYM =
  /^(?:u\.?s\.?|uk|eu|un|british|french|german|dutch|greek|swiss|welsh|czech|thai|afghan|uzbek|tajik|turkmen|kazakh|kyrgyz|arab|kurd|turk|iraqi|israeli|yemeni|saudi|omani|qatari|kuwaiti|emirati|bahraini|pakistani|somali|azeri|bengali|nepali|malagasy|\p{Lu}\p{L}+(?:ian|ish|ese|ican))$/iu;
let adjectives: ReadonlySet<string> | null = null;

/** Whether a word is an adjective or inhabitant of a state or group ("Syrian", "Poles"): it qualifies, and names no place. */
export function isDemonym(form: string): boolean {
  adjectives ??= new Set(actors().flatMap((actor) => actor.demonyms.map((word) => word.toLowerCase())));
  const word = form.toLowerCase();
  return adjectives.has(word) || (word.endsWith('s') && adjectives.has(word.slice(0, -1)));
}

const FUNCTION =
  /^(?:in|at|from|near|to|the|of|on|across|inside|outside|around|after|as|but|and|both|for|with|since|until|while|when|before|over|if|our|its|their|his|her|this|that|most|many|some|all|other|also|only|even|then|now|here|there|what|how|why|where|who|by|under|through|between|despite|although|because|including)$/i;

/** Whether a word is written with a capital. */
export function isCapital(form: string): boolean {
  return /^['’‘`ʿ]?\p{Lu}/u.test(form);
}

/** Whether a word is the name of a month or weekday. */
export function isCalendar(form: string): boolean {
  return CALENDAR.test(form);
}

/**
 * Whether the capitalised words around tokens `from` to `to` make it part of a longer name: a person ("Ryan Dillon"), an
 * organisation ("Raqqa Civil Council", "Bank of Valletta"), a titled one ("Colonel Austin"), a firm ("Wal-Mart"). Neighbours that
 * go with places do not: weekdays, directions, demonyms, other places, the first word of a sentence.
 */
export function standsInName(
  sentence: ParsedSentence,
  from: number,
  to: number,
  options: readonly GazetteerPlace[],
): boolean {
  const { tokens } = sentence;
  if (sentence.kind === 'dateline') return false;
  const style = styleOf(sentence);
  const before = touches(tokens, from - 1) ? tokens[from - 1] : undefined;
  const after = touches(tokens, to - 1) ? tokens[to] : undefined;
  if (before !== undefined && placeLexicon().titles.has(before.form.toLowerCase()) && isCapital(before.form))
    return true;
  if (style === 'capitals') return false;
  const big = options.some((place) => place.kind === 'country' || place.people > 1_000_000);
  if (hyphenated(tokens, from, big) || ofName(tokens, from)) return true;
  if (before !== undefined && isCapital(before.form) && joinsLeft(tokens, from - 1, big)) return true;
  return after !== undefined && isCapital(after.form) && joinsRight(tokens, to, big, style === 'title');
}

/** Whether only white space stands between token `i` and the next. */
function touches(tokens: readonly Token[], i: number): boolean {
  return i >= 0 && i + 1 < tokens.length && tokens[i + 1]!.start - tokens[i]!.end <= 1;
}

/** "Wal-Mart": a name joined to a capitalised word by a hyphen, where that word is no place ("London-Harare"). */
function hyphenated(tokens: readonly Token[], from: number, big: boolean): boolean {
  const dash = tokens[from - 1];
  if (dash === undefined || !/^[-–]$/.test(dash.form) || dash.end !== tokens[from]!.start) return false;
  const word = tokens[from - 2];
  return (
    word !== undefined &&
    word.end === dash.start &&
    isCapital(word.form) &&
    !DEMONYM.test(word.form) &&
    !(big && isPlace(word.form))
  );
}

/** "Bank of Valletta", "University of Cincinnati": the name of a body leads to the place; a person does not ("Baker of Leeds"). */
function ofName(tokens: readonly Token[], from: number): boolean {
  const article = tokens[from - 1]?.form.toLowerCase() === 'the' ? 1 : 0;
  if (tokens[from - 1 - article]?.form !== 'of') return false;
  const head = tokens[from - 2 - article];
  return head !== undefined && isCapital(head.form) && placeLexicon().bodies.has(head.form.toLowerCase());
}

function joinsLeft(tokens: readonly Token[], at: number, big: boolean): boolean {
  const { form, upos } = tokens[at]!;
  if (CALENDAR.test(form) || DEMONYM.test(form) || FUNCTION.test(form)) return false;
  if (placeLexicon().directions.has(form.toLowerCase())) return false;
  const opens = at === 0 || /^[“"‘«:;(—–•*-]$/.test(tokens[at - 1]!.form);
  if (opens && upos !== '' && upos !== 'PROPN') return false;
  return !(big && isPlace(form));
}

function joinsRight(tokens: readonly Token[], at: number, big: boolean, titled: boolean): boolean {
  const { form, upos } = tokens[at]!;
  if (CALENDAR.test(form) || form === 'I') return false;
  if (titled && (/^(?:VERB|AUX|ADP|PART|SCONJ|CCONJ|DET)$/.test(upos) || FUNCTION.test(form))) return false;
  if (titled && big && upos !== 'PROPN') return false;
  const word = form.toLowerCase();
  if (placeLexicon().designators.has(word) || (big && placeLexicon().titles.has(word))) return false;
  return !(big && (isPlace(form) || FUNCTION.test(form)));
}

function isPlace(form: string): boolean {
  return gazetteer()
    .find(form)
    .some((place) => place.kind === 'country' || place.kind === 'admin1' || place.people > 300_000);
}

type Style = 'plain' | 'title' | 'capitals';

const styles = new WeakMap<ParsedSentence, Style>();

/** Where capitals tell nothing: sentences all in capitals, and headlines with a capital on every word of weight. */
export function styleOf(sentence: ParsedSentence): Style {
  let style = styles.get(sentence);
  if (style === undefined) {
    style = readStyle(sentence);
    styles.set(sentence, style);
  }
  return style;
}

function readStyle({ kind, tokens }: ParsedSentence): Style {
  const words = tokens.filter((token) => /^\p{L}{2,}/u.test(token.form));
  const upper = words.filter((token) => token.form === token.form.toUpperCase()).length;
  if (words.length > 3 && upper > words.length * 0.75) return 'capitals';
  const capital = words.filter((token) => isCapital(token.form)).length;
  return kind === 'headline' || (words.length > 3 && capital > words.length * 0.75) ? 'title' : 'plain';
}

/** The last of the capitals that run on from a token: the head word of the name that a place begins ("Dublin City | Council"). */
export function lastOfName(tokens: readonly Token[], from: number): Token | undefined {
  let at = from;
  while (at < tokens.length && at < from + 6 && isCapital(tokens[at]!.form)) at++;
  return at === from ? undefined : tokens[at - 1];
}

/** Last words of the names of persons in a text: "Dillon" after "Ryan Dillon", so that it is no town later on. */
export function personWords(sentences: readonly ParsedSentence[]): Set<string> {
  const found = new Set<string>();
  for (const sentence of sentences) {
    const { tokens } = sentence;
    if (styleOf(sentence) !== 'plain') continue;
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
      if (DEMONYM.test(before.form) || CALENDAR.test(before.form) || CALENDAR.test(token.form)) return;
      if (
        placeLexicon().directions.has(before.form.toLowerCase()) ||
        isPlace(before.form) ||
        FUNCTION.test(before.form)
      )
        return;
      if (i === 1 && before.upos !== 'PROPN') return;
      found.add(token.form.toLowerCase());
    });
  }
  return found;
}
