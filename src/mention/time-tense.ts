import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Tense } from './time-rule.ts';

const AHEAD =
  /^(?:will|'ll|’ll|shall|won't|going|plans?|planned|expects?|expected|scheduled|due|set|slated|upcoming|tomorrow|deadline|intends?|promises?|promised|vows?|vowed|hopes?|aims?|begins?|starts?|meets?|resumes?|expires?|convenes?)$/;
const BACK =
  /^(?:said|says|told|was|were|had|did|has|have|been|went|came|took|left|began|fell|rose|fled|shot|hit|broke|held|met|made|struck|lost|won|sent|saw|led|got|gave|fought|blew|burnt|cut|put|ran|set|spoke|wrote|became|brought|caught|drove|found|kept|knew|laid|paid|quit|read|sank|sold|stood|swept|threw|withdrew)$/;

/**
 * Where the verb over an expression looks: "will leave on Monday" ahead, "left on Monday" back. In a parsed sentence that is the
 * verb it hangs on; without a parse the nearest one before, else behind. "Monday's raid" is past, "until Monday" ahead, and a time right behind
 * a past verb is past whatever follows: "said Friday the army would leave".
 */
export function tenseAt(tokens: readonly Token[], start: number): Tense {
  const at = tokenAt(tokens, start);
  const lead = tokens
    .slice(Math.max(0, at - 3), at)
    .map((token) => token.form.toLowerCase())
    .join(' ');
  if (/(?:until|till)$/.test(lead)) return waited(tokens, at) ? 'past' : 'future';
  if (/^['’]s$/.test(tokens[at + 1]?.form ?? '')) return 'past';
  const verb = tokens[/^on$/i.test(tokens[at - 1]?.form ?? '') ? at - 2 : at - 1];
  if (verb?.xpos === 'VBD') return 'past';
  const governed = governorTense(tokens, at);
  if (/(?:as (?:soon|early|late) as|effective)$/.test(lead) && governed !== 'past') return 'future';
  return governed === 'none' ? nearestTense(tokens, at) : governed;
}

/** "Until Thursday, they had not named him", "did not leave until Monday": what did not happen till then has happened by now. */
function waited(tokens: readonly Token[], at: number): boolean {
  const verb = tokens[at]?.head ?? -1;
  if (verb < 0) return false;
  const near = dependents(tokens, verb, 'aux', 'advmod')
    .filter((i) => i !== at)
    .map((i) => tokens[i]!);
  return (
    near.some((token) => /^(?:had|did|was|were)$/i.test(token.form)) &&
    near.some((token) => /^(?:not|n['’]t|never)$/i.test(token.form))
  );
}

const DAYPARTS = /^(?:morning|afternoon|evening|night)$/;

/** Index of the token that holds or follows an offset. */
function tokenAt(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The tense of the verb that the word at `at` hangs on, however far up; 'none' without a parse. What happens at a time of its own
 * is past where a verb only leans ahead: "the raid on Monday would be answered".
 */
function governorTense(tokens: readonly Token[], at: number): Tense {
  const head = tokens[at]?.head ?? -1;
  const first = DAYPARTS.test(tokens[head]?.form ?? '') ? head : at;
  const noun = tokens[first]?.head ?? -1;
  let node = first;
  for (let step = 0; step < 8; step++) {
    const token = tokens[node];
    if (token === undefined || token.deprel === '') return 'none';
    if (node !== first && (token.upos === 'VERB' || token.upos === 'AUX')) {
      const tense = verbTense(tokens, node);
      if (tense === 'leaning' && noun < node && tokens[noun]?.upos === 'NOUN') return 'past';
      if (tense !== 'none') return tense;
    }
    if (token.head < 0 || token.head === node) return 'none';
    node = token.head;
  }
  return 'none';
}

function verbTense(tokens: readonly Token[], verb: number): Tense {
  if (tenseOf(tokens, verb) === 'future') return 'future';
  for (let i = Math.max(0, verb - 6); i < verb; i++) {
    if (tokens[i]!.head !== verb) continue;
    const tense = tenseOf(tokens, i);
    if (/^aux/.test(tokens[i]!.deprel) && tense !== 'none') return tense;
    if (tokens[i]!.deprel === 'mark' && tokens[i]!.form.toLowerCase() === 'to') return 'leaning';
  }
  return tenseOf(tokens, verb);
}

/** The nearest verb before an expression, else behind it; twelve words at most on either side. */
function nearestTense(tokens: readonly Token[], at: number): Tense {
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
  if (/^(?:would|may|might|must|should)$/.test(form))
    return tokens[i + 1]?.form === 'have' ? 'past' : 'leaning';
  if (/^(?:takes?|comes?)$/.test(form) && /^(?:effect|into)$/.test(tokens[i + 1]?.form ?? ''))
    return 'future';
  if (AHEAD.test(form)) {
    if (form === 'set' || form === 'going' || form === 'due')
      return /^(?:to|on|in|at|by|for)$/.test(tokens[i + 1]?.form ?? '') &&
        (form === 'due' || tokens[i + 1]?.form === 'to')
        ? 'future'
        : 'none';
    return 'future';
  }
  if (token.xpos === 'VBD' || (token.xpos === 'VBN' && token.deprel === 'acl')) return 'past';
  if (token.xpos === 'VB' && tokens[i - 1]?.form.toLowerCase() === 'to')
    return form === 'have' ? 'past' : 'leaning';
  if (BACK.test(form)) return 'past';
  return token.xpos === '' && /^\p{Ll}{2,}ed$/u.test(form) ? 'past' : 'none';
}
