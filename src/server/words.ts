import type { Reading } from '../model/reading.ts';
import type { Statement } from '../model/statement.ts';

/** A statement's content in the text, with what its sentences hold before and after it. */
export interface Words {
  readonly before: string;
  readonly quoted: string;
  readonly after: string;
}

/** The words of a statement as they stand in the text, from the start of its first sentence to the end of its last. */
export function wordsAround(text: string, { sentences }: Reading, { content }: Statement): Words {
  if (content.length === 0) return { before: '', quoted: '', after: '' };
  const start = Math.min(...content.map((span) => span.start));
  const end = Math.max(...content.map((span) => span.end));
  const around = sentences.filter((sentence) => sentence.start < end && sentence.end > start);
  const from = Math.min(start, ...around.map((sentence) => sentence.start));
  const to = Math.max(end, ...around.map((sentence) => sentence.end));
  return { before: text.slice(from, start), quoted: text.slice(start, end), after: text.slice(end, to) };
}
