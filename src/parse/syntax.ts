import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import { words } from '../text/word.ts';
import { parseSentence } from './parse.ts';

/** Cuts every sentence that is read into words and parses them. */
export const syntax: Stage = { name: 'syntax', run };

/*
 * Some acronyms are spelt like little words: "IS militants", "the WHO said". In a sentence that is not all capitals they are names,
 * and the parser sees another acronym in their place.
 */
const LIKE_WORDS = /^(?:IS|WHO|AU|AN|IT|AM|HE|SO)$/;
const STAND_IN = 'NATO';

function run(draft: Draft): Draft {
  const { text } = draft.document;
  return { ...draft, sentences: draft.sentences.map((s) => parsed(text, s)) };
}

function parsed(text: string, sentence: ParsedSentence): ParsedSentence {
  if (sentence.kind === 'boilerplate' || sentence.kind === 'caption') return { ...sentence, tokens: words(text, sentence.start, sentence.end).map((w) => ({ ...w, lemma: w.form, upos: 'X', xpos: 'FW', head: -1, deprel: 'root' })) };
  const found = words(text, sentence.start, sentence.end);
  const shouted = !found.some((w) => /\p{Ll}/u.test(w.form));
  const seen = shouted ? found : found.map((w) => (LIKE_WORDS.test(w.form) ? { ...w, form: STAND_IN } : w));
  const tokens = parseSentence(seen).map((t, i) => (seen[i] === found[i] ? t : { ...t, form: found[i]!.form, lemma: found[i]!.form }));
  return { ...sentence, tokens };
}
