import type { GazetteerPlace } from '../lexicon/gazetteer.ts';
import type { PlaceCandidate } from './place-candidate.ts';
import { placeLexicon } from './place-lexicon.ts';

const FORMS =
  /^(?:said|says|told|tells|denied|denies|made|makes|gave|gives|saw|sees|sent|sends|put|puts|thought|thinks|led|won|lost)$/;

/**
 * A country or capital as subject of a verb of speech or decision stands for its government ("Washington said", "Moscow denies"),
 * and so does the owner of its words ("Moscow's version"), an agent
 * ("backed by Washington") and a part of an adjective ("U.S.-backed").
 */
export function isMetonym(candidate: PlaceCandidate, place: GazetteerPlace): boolean {
  if (place.kind !== 'country' && !place.capital) return false;
  const { tokens } = candidate.sentence;
  const lexicon = placeLexicon();
  const last = candidate.to - 1;
  const after = tokens[candidate.to];
  if (/^['’]s?$/.test(after?.form ?? '')) {
    for (let at = candidate.to + 1; at < Math.min(tokens.length, candidate.to + 4); at++) {
      if (lexicon.owned.has(tokens[at]!.form.toLowerCase())) return true;
    }
    return false;
  }
  const located = /^(?:in|at|near|inside|from|to|into|across|around|toward|towards)$/i.test(
    tokens[candidate.from - 1]?.form ?? '',
  );
  for (let at = candidate.from; at <= last; at++) {
    const token = tokens[at]!;
    if (located) break;
    if (token.deprel === 'nsubj' && lexicon.speech.has(tokens[token.head]?.lemma ?? '')) return true;
  }
  if (after === undefined) return false;
  if (/^by$/i.test(tokens[candidate.from - 1]?.form ?? '') && /^obl/.test(tokens[last]!.deprel)) return true;
  if (/^[-–]$/.test(after.form) && after.start === candidate.end) return true;
  return speaks(after.form.toLowerCase());
}

/** Whether a form right after the name is a verb of speech or decision. */
function speaks(form: string): boolean {
  const { speech } = placeLexicon();
  if (FORMS.test(form)) return true;
  return (
    /(?:s|ed)$/.test(form) &&
    (speech.has(form.replace(/ie[sd]$/, 'y')) ||
      [/s$/, /es$/, /d$/, /ed$/].some((end) => speech.has(form.replace(end, ''))))
  );
}
