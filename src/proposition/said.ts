import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';

/** The contents of a document's statements in order, with how far any of those before reaches. */
interface Said {
  readonly starts: readonly number[];
  readonly reach: readonly number[];
}

const known = new WeakMap<readonly Statement[], Said>();

/** Whether a stretch of text lies in what somebody other than the document says. */
export function isSaid(draft: Draft, { start, end }: Pick<Span, 'start' | 'end'>): boolean {
  let said = known.get(draft.statements);
  if (said === undefined) {
    const spans = draft.statements
      .filter((s) => s.cue !== null)
      .flatMap((s) => s.content)
      .sort((a, b) => a.start - b.start);
    const reach: number[] = [];
    for (const s of spans) reach.push(Math.max(s.end, reach.at(-1) ?? 0));
    said = { starts: spans.map((s) => s.start), reach };
    known.set(draft.statements, said);
  }
  const at = before(said.starts, start + 1) - 1;
  return at >= 0 && said.reach[at]! >= end;
}

/** Index of the first sentence that ends behind an offset; their number where none does. */
export function firstEndingAfter(sentences: readonly ParsedSentence[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence that an offset stands in, or null. */
export function sentenceAt(draft: Draft, offset: number): ParsedSentence | null {
  const found = draft.sentences[firstEndingAfter(draft.sentences, offset)];
  return found !== undefined && found.start <= offset ? found : null;
}

/** Where the paragraph of a sentence begins. */
export function paragraphStart(draft: Draft, sentence: ParsedSentence): number {
  let at = draft.sentences.indexOf(sentence);
  while (at > 0 && draft.sentences[at - 1]!.paragraph === sentence.paragraph) at--;
  return draft.sentences[at]?.start ?? sentence.start;
}

function before(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
