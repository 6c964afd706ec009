import type { GazetteerPlace } from '../lexicon/gazetteer.ts';
import { placeKey } from '../lexicon/place-key.ts';
import type { PlaceCandidate } from './place-candidate.ts';
import { isCalendar, isShouted } from './place-guard.ts';
import { placeLexicon } from './place-lexicon.ts';

/**
 * What the words around a name say for or against a place, in the unit of `weight`: "in Nice" is one, "Bryant said" none,
 * "Dillon" after "Ryan Dillon" none, "Aleppo province" surely one.
 */
export function evidence(
  candidate: PlaceCandidate,
  persons: ReadonlySet<string>,
  place: GazetteerPlace,
): number {
  const { sentence, from, to } = candidate;
  const { tokens } = sentence;
  const lexicon = placeLexicon();
  const words = tokens.slice(from, to);
  const word = words[0]!.form.toLowerCase();
  const single = words.length === 1;
  const state = place.kind === 'country' || place.kind === 'admin1' || place.kind === 'region';
  const lead = leads(candidate);
  let score = lead;
  if (candidate.designator !== null) score += 3;
  if (candidate.directed < from) score += 1;
  if (sentence.kind === 'dateline' && from < 3) score += 3;
  const ambiguous = lexicon.ambiguous.has(placeKey(words.map((token) => token.form).join(' ')));
  if (ambiguous) score -= lead > 1 && words[0]!.upos === 'PROPN' ? 2 : 3;
  if (words.every((token) => token.upos !== '' && token.upos !== 'PROPN'))
    score -= from === 0 && !ambiguous ? 1 : 2.5;
  if (!single) return score;
  if (isCalendar(word)) score -= 4;
  if (persons.has(word) && place.kind !== 'country' && (state || place.people < 1_000_000)) score -= 4;
  if (isAgency(candidate) && place.kind !== 'country') score -= 4;
  const small = !state && !place.capital && lead <= 1;
  if (small && place.people < 500_000 && speaks(candidate)) score -= 3;
  if (small && from === 0 && place.people < 300_000) score -= 1.5;
  return score;
}

/** Prepositions of place and nouns of places lead to a name: "in X", "the city of X", "the outskirts of X". */
function leads({ sentence, directed }: PlaceCandidate): number {
  const lexicon = placeLexicon();
  const before = sentence.tokens[directed - 1]?.form.toLowerCase() ?? '';
  const two = sentence.tokens[directed - 2]?.form.toLowerCase() ?? '';
  if (lexicon.places.has(before)) return 1.2;
  if (!lexicon.locators.has(before)) return 0;
  return before === 'of' && !lexicon.places.has(two) ? 0.3 : 1.2;
}

/** Capitals throughout in a sentence that is not so written are an acronym ("quoted by SANA"), save in a dateline ("BEIRUT (Wire)"). */
function isAgency({ sentence, from, to }: PlaceCandidate): boolean {
  const { form } = sentence.tokens[from]!;
  if (sentence.kind !== 'body' || !/^\p{Lu}{3,}$/u.test(form)) return false;
  if (/^(?:[(,–—-]|--)$/.test(sentence.tokens[to]?.form ?? '')) return false;
  return !isShouted(sentence);
}

/** Whether the name is the subject of a verb that people do: "Bryant said", "Moore wrote". */
function speaks({ sentence, to }: PlaceCandidate): boolean {
  const { tokens } = sentence;
  const last = tokens[to - 1]!;
  if (/^(?:said|says|told|tweeted|wrote|added|explained|replied)$/.test(tokens[to]?.form ?? '')) return true;
  return /^nsubj/.test(last.deprel) && placeLexicon().speech.has(tokens[last.head]?.lemma ?? '');
}
