import { isAttitude } from '../attribution/attitude.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';
import { firstEndingAfter } from './said.ts';

const cache = new WeakMap<readonly Statement[], Map<ParsedSentence, Statement[]>>();

/** The statement in whose content an offset of a sentence lies, the innermost; null in the document's own voice. */
export function statementAt(draft: Draft, sentence: ParsedSentence, offset: number): Statement | null {
  let best: Statement | null = null;
  let length = Number.POSITIVE_INFINITY;
  for (const s of statementsIn(draft, sentence))
    for (const { start, end } of s.content)
      if (start <= offset && offset < end && end - start < length) {
        best = s;
        length = end - start;
      }
  return best;
}

/** The statements of others whose content touches a sentence. */
function statementsIn(draft: Draft, sentence: ParsedSentence): readonly Statement[] {
  let index = cache.get(draft.statements);
  if (index === undefined) {
    index = new Map();
    for (const s of draft.statements) {
      if (s.mode === 'narrative' || isAct(draft, s)) continue;
      for (const { start, end } of s.content)
        for (let i = firstEndingAfter(draft.sentences, start); i < draft.sentences.length; i++) {
          const touched = draft.sentences[i]!;
          if (touched.start >= end) break;
          index.set(touched, [...(index.get(touched) ?? []), s]);
        }
    }
    cache.set(draft.statements, index);
  }
  return index.get(sentence) ?? [];
}

/** "agreed to leave" is told by the document itself, though it is attributed. */
function isAct(draft: Draft, s: Statement): boolean {
  if (s.cue === null) return false;
  const sentence = draft.sentences[firstEndingAfter(draft.sentences, s.cue.start)];
  return sentence !== undefined && isAttitude(sentence, s);
}
