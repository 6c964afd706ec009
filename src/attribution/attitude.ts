import { cuesOf } from '../lexicon/cue.ts';
import { readList } from '../lexicon/list.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';

/*
 * "The group agreed to a truce", "the army wants to hold the town": an attitude is attributed, but what the sentence claims, it claims
 * in its own voice. The cue is no word of speech, and no clause with a subject of its own hangs on it.
 */

/** Whether a statement, whose cue stands in `sentence`, reports an attitude rather than something said. */
export function isAttitude(sentence: ParsedSentence, statement: Statement): boolean {
  const { cue } = statement;
  if (cue === null || statement.mode !== 'indirect') return false;
  const words = wordsIn(sentence, [cue]).map((i) => sentence.tokens[i]!);
  const speech = readList('lexicon/speech-noun.txt');
  const told = words.some(
    (t) => cuesOf(t.lemma).some((e) => e.speech) || speech.has(t.lemma) || /^according$/i.test(t.form),
  );
  return (
    !told && !tellsClause(sentence.tokens, wordsIn(sentence, [cue]), wordsIn(sentence, statement.content))
  );
}

/** Indices of the words of a sentence that lie within spans. */
function wordsIn({ tokens }: ParsedSentence, spans: readonly Span[]): number[] {
  return [...tokens.keys()].filter((i) =>
    spans.some((s) => s.start <= tokens[i]!.start && tokens[i]!.end <= s.end),
  );
}

/**
 * Whether the words of a cue govern a clause of the content that has its own subject ("agreed that the men would leave", not "agreed to
 * leave" or "agreed to a plan that lets them leave"), or are put into such a clause ("it was, he felt, a trap").
 */
export function tellsClause(
  tokens: readonly Token[],
  cue: readonly number[],
  content: readonly number[],
): boolean {
  const whole = (i: number) => content.includes(i) && dependents(tokens, i, 'nsubj').length > 0;
  return cue.some(
    (i) => whole(tokens[i]!.head) || dependents(tokens, i, 'ccomp', 'acl!', 'parataxis').some(whole),
  );
}
