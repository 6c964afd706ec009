/** A paragraph as offsets into the text, outer white space left out. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/*
 * Blank lines part paragraphs. A single newline does too, as most news text on the web has it, unless the text is wrapped
 * at a fixed width or the next line goes on in lower case.
 */

/** Splits a text into paragraphs; every visible character belongs to exactly one. */
export function paragraphs(text: string): Paragraph[] {
  const lines = [...text.matchAll(/[^\n\r\u2028\u2029]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const wrapped = isWrapped(text, lines);
  const found: Paragraph[] = [];
  for (const line of lines) {
    const body = text.slice(line.start, line.end);
    if (body.trim() === '') continue;
    const start = line.start + (body.length - body.trimStart().length);
    const end = line.end - (body.length - body.trimEnd().length);
    const before = found.at(-1);
    if (before !== undefined && joins(text, before, start, wrapped))
      found[found.length - 1] = { start: before.start, end };
    else found.push({ start, end });
  }
  return found;
}

function joins(text: string, before: Paragraph, start: number, wrapped: boolean): boolean {
  const gap = text.slice(before.end, start);
  if ((gap.replaceAll('\r\n', '\n').match(/[\n\r]/gu) ?? []).length > 1 || gap.includes('\u2029'))
    return false;
  if (wrapped) return true;
  return /\p{Ll}/u.test(text[start] ?? '') && /[\p{L}\p{N},;-]$/u.test(text.slice(before.start, before.end));
}

function isWrapped(text: string, lines: readonly Paragraph[]): boolean {
  const lengths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const gap = text.slice(lines[i]!.end, lines[i + 1]!.start);
    if (gap === '\n' || gap === '\r\n') lengths.push(lines[i]!.end - lines[i]!.start);
  }
  if (lengths.length < 4) return false;
  const longest = Math.max(...lengths);
  const full = lengths.filter((n) => n >= longest * 0.75).length;
  return longest >= 40 && longest <= 100 && full >= lengths.length * 0.6;
}
