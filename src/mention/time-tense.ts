import type { Token } from '../model/token.ts';
import type { Tense } from './time-rule.ts';

const AHEAD =
  /^(?:will|'ll|’ll|shall|won't|going|plans?|planned|expects?|expected|scheduled|due|set|slated|next|upcoming|tomorrow|deadline|intends?|promises?|promised|vows?|vowed|hopes?|aims?|begins|starts|meets|resumes)$/;
const BACK =
  /^(?:said|says|told|was|were|had|did|has|have|been|went|came|took|left|began|fell|rose|fled|shot|hit|broke|held|met|made|struck|lost|won|sent|saw|led|got|gave|fought|blew|burnt|cut|put|ran|set|spoke|wrote|became|brought|caught|drove|found|kept|knew|laid|paid|quit|read|sank|sold|stood|swept|threw|withdrew)$/;

/**
 * Where the verb nearest before an expression looks, else the nearest behind it: "will leave on Monday" ahead, "left on
 * Monday" back. Words of the same sentence only, twelve at most on either side.
 */
export function tenseAt(tokens: readonly Token[], start: number): Tense {
  let at = tokens.findIndex((token) => token.end > start);
  if (at === -1) at = tokens.length;
  const lead = tokens
    .slice(Math.max(0, at - 3), at)
    .map((token) => token.form.toLowerCase())
    .join(' ');
  if (/(?:as (?:soon|early|late) as|until|till|effective)$/.test(lead)) return 'future';
  for (let i = at - 1; i >= Math.max(0, at - 12); i--) {
    const tense = tenseOf(tokens, i);
    if (tense !== 'none') return tense;
  }
  for (let i = at; i < Math.min(tokens.length, at + 12); i++) {
    const tense = tenseOf(tokens, i);
    if (tense !== 'none') return tense;
  }
  return 'none';
}

function tenseOf(tokens: readonly Token[], i: number): Tense {
  const token = tokens[i]!;
  const form = token.form.toLowerCase();
  if (/^(?:would|may|might|must|should|can|could)$/.test(form))
    return tokens[i + 1]?.form === 'have' ? 'past' : 'leaning';
  if (AHEAD.test(form)) {
    if (form === 'set' || form === 'going' || form === 'due')
      return tokens[i + 1]?.form === 'to' ? 'future' : 'none';
    return 'future';
  }
  if (token.xpos === 'VBD') return 'past';
  if (token.xpos === 'VB' && tokens[i - 1]?.form.toLowerCase() === 'to')
    return form === 'have' ? 'past' : 'leaning';
  if (BACK.test(form)) return 'past';
  return token.xpos === '' && /^\p{Ll}{2,}ed$/u.test(form) ? 'past' : 'none';
}
