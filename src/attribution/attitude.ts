import { cuesOf } from '../lexicon/cue.ts';
import { readList } from '../lexicon/list.ts';
import type { ParsedSentence } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';
import { dependents } from '../parse/tree.ts';

/*
 * "The group agreed to a truce", "the army wants to hold the town": an attitude is attributed, but what the sentence claims, it claims
 * in its own voice. The cue is no word of speech, and no clause with a subject of its own hangs on it.
 */

/** Whether a statement, whose cue stands in `sentence`, reports an attitude rather than something said. */
export function isAttitude(sentence: ParsedSentence, statement: Statement): boolean {
  const { cue } = statement;
  if (cue === null || statement.mode !== 'indirect') return false;
  const words = sentence.tokens.filter((t) => t.start >= cue.start && t.end <= cue.end);
  const speech = readList('lexicon/speech-noun.txt');
  const told = words.some(
    (t) => cuesOf(t.lemma).some((e) => e.speech) || speech.has(t.lemma) || /^according$/i.test(t.form),
  );
  return !told && !governsClause(sentence, statement);
}

/** Whether the cue governs a clause of the content that has its own subject: "agreed that the men would leave", not "agreed to leave". */
function governsClause(sentence: ParsedSentence, { cue, content }: Statement): boolean {
  const { tokens } = sentence;
  const inside = (i: number) => content.some((c) => c.start <= tokens[i]!.start && tokens[i]!.end <= c.end);
  return tokens.some(
    (t, i) =>
      cue !== null &&
      t.start >= cue.start &&
      t.end <= cue.end &&
      dependents(tokens, i, 'ccomp').some(
        (clause) => inside(clause) && dependents(tokens, clause, 'nsubj').some(inside),
      ),
  );
}
