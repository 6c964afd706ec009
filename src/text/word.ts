import type { Word } from '../model/token.ts';
import { isAbbreviation } from './abbreviation.ts';

/*
 * Words as UD English cuts them: clitics stand alone ("did|n't", "SDF|'s"), hyphenated compounds are three words
 * ("U.S.|-|backed") unless the first part is a bound prefix ("anti-tank"), abbreviations keep their stop ("Gen.", "U.S.").
 */

const PREFIX =
  /^(?:anti|co|counter|cyber|e|ex|extra|inter|intra|macro|mega|micro|mid|mini|multi|neo|non|over|post|pre|pro|pseudo|quasi|re|semi|sub|super|trans|ultra|un|under|vice)$/i;
/** No word of any language is longer; such a chunk (base64, a rule of dashes) stays whole. */
const LONGEST = 512;
const CHUNK = /\S+/gu;
const LINK = /^(?:https?:\/\/|www\.)\S+|^[\w.+-]+@[\w-]+\.[\w.]+/iu;
const OPENING = /^(?:[“”"„‟«»‘‹›([{<¿¡*#|]|''|``|--?(?=[\p{L}“"])|[–—]|[$€£¥](?=\d)|'(?=\p{L})|\.\.\.+|…)/u;
const CLOSING = /(?:[“”"„‟«»’‘‹›)\]}>,;:!?*|%…]|''|\.\.\.+|[–—]|--|'|-)$/u;
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
const INNER =
  /[\p{L}\p{M}\p{N}](?<cut>(?:--+|[–—]|\.\.\.+|…|\/|[“”"„«»()[\]{}|;!?]+|,(?!\d)|:(?!\d)))(?=[\p{L}\p{N}“”"‘’«»([\]$'])/u;

/** Cuts `text.slice(start, end)` into words; offsets are into the whole text. Never drops a visible character. */
export function words(text: string, start: number, end: number): Word[] {
  const found: Word[] = [];
  for (const chunk of text.slice(start, end).matchAll(CHUNK)) {
    const from = start + chunk.index;
    if (chunk[0].length > LONGEST) push(text, from, from + chunk[0].length, found);
    else cutChunk(text, from, from + chunk[0].length, end, found);
  }
  return found;
}

function push(text: string, start: number, end: number, into: Word[]): void {
  if (end > start) into.push({ start, end, form: text.slice(start, end) });
}

function cutChunk(text: string, start: number, end: number, last: number, into: Word[]): void {
  let from = start;
  let to = end;
  const tail: Word[] = [];
  for (let opening = OPENING.exec(text.slice(from, to)); opening !== null && from < to; ) {
    push(text, from, from + opening[0].length, into);
    from += opening[0].length;
    opening = OPENING.exec(text.slice(from, to));
  }
  while (to > from) {
    const body = text.slice(from, to);
    if (LINK.test(body) && /[\w/]$/.test(body)) break;
    if (CLITIC.test(body)) break;
    const closing = CLOSING.exec(body);
    const mark =
      closing !== null ? closing[0] : body.endsWith('.') && !keepsStop(text, from, to, last) ? '.' : null;
    if (mark === null) break;
    tail.push({ start: to - mark.length, end: to, form: mark });
    to -= mark.length;
  }
  if (to > from) cutBody(text, from, to, into);
  for (let i = tail.length - 1; i >= 0; i--) into.push(tail[i]!);
}

/** A stop belongs to its word in abbreviations and initials; at the end of a sentence only if the word has another stop in it. */
function keepsStop(text: string, start: number, end: number, last: number): boolean {
  const body = text.slice(start, end);
  if (/^(?:\p{L}\.)+$/u.test(body)) return body.length > 2 || end < last;
  const cut = Math.max(body.lastIndexOf('-'), body.lastIndexOf('/')) + 1;
  return isAbbreviation(body.slice(cut)) && (end < last || /\..*\./u.test(body.slice(cut)));
}

function cutBody(text: string, start: number, end: number, into: Word[]): void {
  const body = text.slice(start, end);
  const inner = LINK.test(body) ? null : INNER.exec(body);
  if (inner?.groups?.cut !== undefined) {
    const at = start + inner.index + inner[0].indexOf(inner.groups.cut);
    const next = at + inner.groups.cut.length;
    cutChunk(text, start, at, end, into);
    push(text, at, next, into);
    cutChunk(text, next, end, end, into);
    return;
  }
  const at = start + suffixStart(body);
  if (LINK.test(body)) push(text, start, end, into);
  else {
    cutHyphens(text, start, at, into);
    push(text, at, end, into);
  }
}

/** Where a clitic, a unit or the "not" of "cannot" begins in a word; its length where there is none. */
function suffixStart(body: string): number {
  const clitic = CLITIC.exec(body);
  if (clitic !== null && clitic.index > 0) return clitic.index;
  const unit = /^[$€£]?[\d.,]+(%|bn|km|kg|mm)$/u.exec(body);
  if (unit !== null) return body.length - unit[1]!.length;
  return /^cannot$/i.test(body) ? 3 : body.length;
}

function cutHyphens(text: string, start: number, end: number, into: Word[]): void {
  let from = start;
  while (from < end) {
    const body = text.slice(from, end);
    const at = body.indexOf('-', 1);
    if (
      at < 0 ||
      at === body.length - 1 ||
      PREFIX.test(body.slice(0, at)) ||
      /^\d{2,4}-\d\d?-\d\d?$/.test(body)
    )
      break;
    push(text, from, from + at, into);
    push(text, from + at, from + at + 1, into);
    from += at + 1;
  }
  push(text, from, end, into);
}
