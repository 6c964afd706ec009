import type { Token } from '../model/token.ts';
import { canBe } from './word-class.ts';

/*
 * "The agency delivered food to the camp": where a sentence of words has no finite verb at all, a form that may be a past tense or
 * a participle, between two noun phrases, is its verb. (Headlines aside: "Soldiers wounded in blast" has no phrase behind it.)
 */

/** The token that must be the verb of a sentence in which the tagger saw none, or null. */
export function missingVerb(tokens: readonly Token[]): number | null {
  if (tokens.some((t) => /^(?:VB[DZP]|MD)$/.test(t.xpos))) return null;
  const at = tokens.findIndex(
    (t, i) => mayBePast(t) && isNominal(tokens[i - 1]) && opensPhrase(tokens[i + 1]),
  );
  return at < 1 || tokens[at]!.form.toLowerCase() !== tokens[at]!.form ? null : at;
}

/** A participle, or an adjective that a verb's past tense looks like: "the two armies | coordinated | their moves". */
function mayBePast({ form, xpos }: Token): boolean {
  return xpos === 'VBN' || (xpos === 'JJ' && canBe(form, 'VBD'));
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|PRON)$/.test(token.upos);
}

function opensPhrase(token: Token | undefined): boolean {
  return token !== undefined && /^(?:NOUN|PROPN|PRON|DET|NUM|ADJ)$/.test(token.upos);
}
