import type { ParsedSentence } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { runs } from '../parse/tree.ts';
import { quotations } from '../text/quotation.ts';
import type { Content } from './content.ts';

const EDGE = new Set([
  ',',
  '.',
  ':',
  ';',
  '-',
  '–',
  '—',
  '"',
  '“',
  '”',
  '„',
  '«',
  '»',
  "'",
  '‘',
  '’',
  '(',
  ')',
]);

/**
 * The spans of a content: runs of its words without the marks at their ends, a leading "that" or "and", and with the quotation
 * marks kept only where part of it is quoted.
 */
export function contentSpans(text: string, sentence: ParsedSentence, content: Content): Span[] {
  const { tokens } = sentence;
  const kept = new Set(content.words);
  for (const i of content.words)
    for (const k of [i - 1, i + 1])
      if (tokens[k] !== undefined && EDGE.has(tokens[k]!.form) && between(tokens, kept, k)) kept.add(k);
  const spans: Span[] = [];
  for (const [from, to] of runs([...kept].sort((a, b) => a - b))) {
    let a = from;
    let b = to;
    const drop = (i: number, leading: boolean) =>
      EDGE.has(tokens[i]!.form) || (leading && isJoint(tokens, i));
    while (a <= b && drop(a, true)) a++;
    while (b >= a && drop(b, false)) b--;
    if (a > b) continue;
    spans.push(withMarks(text, sentence, tokens[a]!.start, tokens[b]!.end));
  }
  return spans;
}

function between(tokens: readonly Token[], kept: ReadonlySet<number>, k: number): boolean {
  return kept.has(k - 1) && kept.has(k + 1) && tokens[k] !== undefined;
}

function isJoint(tokens: readonly Token[], i: number): boolean {
  const opens = /^(?:"|“|„|«)$/u.test(tokens[i - 1]?.form ?? '"') || i === 0;
  const joint = opens ? /^that$/i : /^(?:that|and|but|however)$/i;
  return (
    joint.test(tokens[i]!.form) &&
    /^(?:mark|cc|advmod|obj|nsubj|det)$/.test(tokens[i]!.deprel) &&
    tokens[i + 1]?.upos !== 'NOUN'
  );
}

/** Adds the quotation mark at an end where the quotation covers only part of the span ("walk “free”"). */
function withMarks(text: string, sentence: ParsedSentence, start: number, end: number): Span {
  let from = start;
  let to = end;
  for (const q of quotations(text, sentence.start, sentence.end)) {
    if (q.innerStart <= start && q.innerEnd >= end) return { start, end, text: text.slice(start, end) };
    const inside = q.innerStart >= start - 1 && q.innerStart < end && q.innerEnd > start;
    if (inside && q.start < from) from = q.start;
    if (q.innerStart > start - 2 && q.innerStart < end && q.end > to && q.end <= end + 2) to = q.end;
  }
  return { start: from, end: to, text: text.slice(from, to) };
}
