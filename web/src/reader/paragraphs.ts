import type { Sentence, SentenceKind } from '../../../src/model/sentence.ts';

/** A paragraph as published, with the part it plays in the report. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind: SentenceKind;
}

/**
 * The paragraphs of a text: its lines, joined where the Reading holds two lines to be one wrapped paragraph. Every
 * visible character of the text stands in exactly one of them.
 */
export function layOut(text: string, sentences: readonly Sentence[]): readonly Paragraph[] {
  const paragraphs: (Paragraph & { readonly last: number | null })[] = [];
  let next = 0;
  for (const line of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    if (line[0].trim() === '') continue;
    const [start, end] = [line.index, line.index + line[0].length];
    while (next < sentences.length && sentences[next]!.end <= start) next++;
    const first = sentences[next];
    const own: Sentence[] = [];
    for (let index = next; index < sentences.length && sentences[index]!.start < end; index++)
      own.push(sentences[index]!);
    const before = paragraphs.at(-1);
    const last = own.at(-1)?.paragraph ?? null;
    if (before !== undefined && first !== undefined && own.length > 0 && before.last === first.paragraph) {
      paragraphs[paragraphs.length - 1] = { ...before, end, last };
    } else {
      paragraphs.push({
        start,
        end,
        kind: own.find((s) => s.kind === 'body')?.kind ?? own[0]?.kind ?? 'body',
        last,
      });
    }
  }
  return paragraphs;
}
