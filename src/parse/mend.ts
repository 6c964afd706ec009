import type { Token } from '../model/token.ts';

/*
 * "have" never stands before an adjective as auxiliary: "their families had gone" has a participle, although "gone" is often one
 * ("the money is gone").
 */

/** Corrects tags that the words beside them rule out; the tree keeps its shape. */
export function mend(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.xpos === 'JJ' && /^(?:gone|done|fled|left)$/i.test(token.form) && afterHave(tokens, i)) {
      return { ...token, upos: 'VERB', xpos: 'VBN', lemma: LEMMAS[token.form.toLowerCase()]! };
    }
    const above = tokens[token.head];
    if (token.deprel === 'cop' && token.lemma === 'have' && above !== undefined)
      return { ...token, upos: 'AUX', deprel: 'aux' };
    return token;
  });
}

const LEMMAS: Readonly<Record<string, string>> = { gone: 'go', done: 'do', fled: 'flee', left: 'leave' };

function afterHave(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (/^(?:have|has|had|having|'ve|’ve)$/i.test(tokens[k]!.form)) return true;
    if (tokens[k]!.upos !== 'ADV' && tokens[k]!.upos !== 'PART') return false;
  }
  return false;
}
