import type { Token } from '../model/token.ts';

/*
 * "have" never stands before an adjective as auxiliary: "their families had gone" has a participle, although "gone" is often one
 * ("the money is gone"). A participle with a subject and an object but no auxiliary is a past tense.
 */

/** Corrects tags that the words beside them rule out; the tree keeps its shape. */
export function mend(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    if (token.xpos === 'JJ' && /^(?:gone|done|fled|left)$/i.test(token.form) && afterHave(tokens, i)) {
      return { ...token, upos: 'VERB', xpos: 'VBN', lemma: LEMMAS[token.form.toLowerCase()]! };
    }
    if (token.xpos === 'VBN' && isPast(tokens, i)) return { ...token, xpos: 'VBD' };
    const above = tokens[token.head];
    if (token.deprel === 'cop' && token.lemma === 'have' && above !== undefined)
      return { ...token, upos: 'AUX', deprel: 'aux' };
    return token;
  });
}

/** "The army sent troops": with a subject of its own, an object and no auxiliary, a participle is a past tense. */
function isPast(tokens: readonly Token[], at: number): boolean {
  const below = tokens.filter((t) => t.head === at);
  if (below.some((t) => t.deprel.startsWith('aux') || t.deprel === 'nsubj:pass')) return false;
  return (
    below.some((t) => t.deprel === 'nsubj') && below.some((t) => t.deprel === 'obj' || t.deprel === 'ccomp')
  );
}

const LEMMAS: Readonly<Record<string, string>> = { gone: 'go', done: 'do', fled: 'flee', left: 'leave' };

function afterHave(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (/^(?:have|has|had|having|'ve|’ve)$/i.test(tokens[k]!.form)) return true;
    if (tokens[k]!.upos !== 'ADV' && tokens[k]!.upos !== 'PART') return false;
  }
  return false;
}
