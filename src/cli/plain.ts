import { graphemes, widthOf } from './width.ts';

/**
 * Text of a document made safe to print: what a terminal would obey (escapes, overstrikes, marks that turn the order of the text)
 * shows as a mark instead. Line ends stay. The unseen marks that only say which way a neighbour runs are left out.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u061c\u200e\u200f\ufeff]/g, '')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replaceAll(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

/** The same on one line, runs of blanks as one. */
export function line(text: string): string {
  return plain(text).replaceAll(/\s+/g, ' ').trim();
}

/** Cut to a width, the cut marked. */
export function cut(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${head(text, width - 1)}…`;
}

/** Lines of at most `width` columns, cut between words, each after `indent`; a word longer than a line is cut, at a hyphen if it has one. */
export function wrap(text: string, width: number, indent = ''): string {
  const room = Math.max(8, width - indent.length);
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of text.split(' ')) {
    let rest = word;
    let size = widthOf(rest);
    if (current !== '' && used + 1 + size <= room) {
      current += ` ${rest}`;
      used += 1 + size;
      continue;
    }
    if (current !== '') lines.push(current);
    while (size > room) {
      const whole = head(rest, room);
      const piece = /^.{3,}[-/]/u.exec(whole)?.[0] ?? whole;
      lines.push(piece);
      rest = rest.slice(piece.length);
      size = widthOf(rest);
    }
    current = rest;
    used = size;
  }
  return [...lines, current].map((each) => indent + each).join('\n');
}

/** The longest start of a text that fits a width; at least one character. */
function head(text: string, width: number): string {
  let used = 0;
  let kept = '';
  for (const one of graphemes(text)) {
    used += widthOf(one);
    if (used > width && kept !== '') break;
    kept += one;
  }
  return kept;
}
