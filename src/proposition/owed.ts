import { agreementWords } from '../lexicon/agreement.ts';
import { whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { type DealWord, dealUnder } from './deal.ts';
import { modalityOf } from './modality.ts';
import { frameOf } from './role.ts';
import { statementAt } from './statement-at.ts';

/*
 * A report goes on with what is to be done under a deal in clauses of their own: "The rebels will stop firing and the charges against
 * them will be dropped." What others say they will do, and what somebody says of the war ("the battle will go on"), is no term.
 */

/** Heads of the clauses of a sentence that say what is to be done, beside or behind the word of a deal. */
export function owedIn(draft: Draft, word: DealWord, sentence: ParsedSentence): number[] {
  const { tokens } = sentence;
  const own = statementAt(draft, word.sentence, word.span.start);
  const found: number[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.upos !== 'VERB' || !/^(?:root|conj|parataxis|ccomp|xcomp|advcl|acl:relcl)/.test(token.deprel))
      continue;
    if ((sentence === word.sentence && at < word.at) || !isBound(tokens, at)) continue;
    const voice = statementAt(draft, sentence, token.start);
    if (voice !== null && voice.speaker !== own?.speaker && voice.stance !== 'promises') continue;
    const frame = frameOf(tokens, at);
    const near = [...frame.subj, ...frame.obj];
    if (near.some((i) => dealUnder(tokens, i) !== null)) continue;
    const doers = frame.passive ? [] : frame.subj;
    const done = frame.passive && frame.obj.length > 0 && (sentence === word.sentence || voice === null);
    if (done || doers.some((i) => isSomebody(draft, tokens, i))) found.push(at);
  }
  return found;
}

/** "will leave", "must leave", "are obliged to leave". */
function isBound(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (dependents(tokens, at, 'aux').some((i) => /^(?:will|must|shall|would)$/i.test(tokens[i]!.form)))
    return true;
  return (
    token.deprel === 'xcomp' &&
    token.head >= 0 &&
    /^(?:have|be|oblige|require|need)$/.test(tokens[token.head]!.lemma)
  );
}

function isSomebody(draft: Draft, tokens: readonly Token[], at: number): boolean {
  return (
    whoAt(draft, tokens, at) !== null ||
    agreementWords('side', tokens[at]!.lemma.toLowerCase()).length > 0 ||
    /^(?:those|they)$/i.test(tokens[at]!.form)
  );
}

/** Still to be done, by "will", "must", "are to", "was to", or what is promised; not what has been done. */
export function isOwed(tokens: readonly Token[], verb: number): boolean {
  const aux = dependents(tokens, verb, 'aux').map((i) => tokens[i]!.form.toLowerCase());
  if (aux.some((a) => /^(?:will|would|must|shall|should|'ll|’ll|wo|can|may)$/.test(a))) return true;
  const above = tokens[verb]!.head;
  const open = tokens[verb]!.deprel === 'xcomp' || isInfinitive(tokens, verb);
  if (
    open &&
    above >= 0 &&
    /^(?:have|be|due|promise|pledge|vow|undertake|need|oblige|set)$/.test(tokens[above]!.lemma)
  )
    return true;
  if (open && tokens[verb]!.deprel === 'root') return true;
  return /^(?:planned|promised)$/.test(modalityOf(tokens, frameOf(tokens, verb), 'asserts', false).value);
}

function isInfinitive(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]!.upos === 'VERB' && dependents(tokens, at, 'mark').some((m) => /^to$/i.test(tokens[m]!.form))
  );
}
