import type { Sentence } from '../model/sentence.ts';
import { leads } from './abbreviation.ts';
import { datelineEnd, kindOf } from './kind.ts';
import { paragraphs } from './paragraph.ts';

/*
 * A sentence ends at . ! ? or … with any closing marks, before white space and something that can open a sentence. It does not
 * end after a title, a month or an initial ("Gen. Braga", "J. Smith"), nor where lower case follows ("“Go!” he said"), nor after the number of a point ("1. The elders …").
 */

/** Characters; the longest sentences of prose have a third of it. */
const LONGEST = 3000;
/** A stop, or the space before the credit of a picture, which opens a sentence whatever stands before: "Rescuers | Image: A. Noun". */
const BREAK = /(?<stop>[.!?…]+["”’'»)\]]*(?=\s+|$))|\s(?=(?:Image|Photo|Picture)s?: \p{Lu})/gu;

/** Sentences of a text in order, each with its kind and paragraph; together they cover every visible character. */
export function sentences(text: string, title: string | null = null): Sentence[] {
  const found: Sentence[] = [];
  const parts = paragraphs(text);
  for (const [index, part] of parts.entries()) {
    const kind = kindOf(text, parts, index, title);
    let from = part.start;
    if (kind === 'body') {
      const end = datelineEnd(text, part.start, part.end);
      if (end > from) {
        found.push({ start: from, end: trimEnd(text, from, end), kind: 'dateline', paragraph: index });
        from = skipSpace(text, end, part.end);
      }
    }
    for (const end of ends(text, from, part.end)) {
      if (end > from) found.push({ start: from, end, kind, paragraph: index });
      from = skipSpace(text, end, part.end);
    }
  }
  return found;
}

/** Ends of the sentences of `text.slice(start, end)`, the last one always `end`. */
export function ends(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  let from = start;
  const body = text.slice(start, end);
  for (const { index, groups } of body.matchAll(BREAK)) {
    const stop = start + index;
    const at = stop + (groups?.stop?.length ?? 0);
    if (at <= from || at >= end || (groups?.stop !== undefined && !closes(text, from, stop, at, end)))
      continue;
    cuts.push(at);
    from = at;
  }
  cuts.push(end);
  return cuts.flatMap((cut, i) => [...forced(text, i === 0 ? start : cuts[i - 1]!, cut), cut]);
}

/** Cuts inside a stretch that no prose sentence is as long as: a table, a dump, a text without stops. */
function forced(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    let at = space > from + LONGEST / 2 ? space : from + LONGEST;
    if (/[\udc00-\udfff\p{M}]/u.test(text[at]!)) at = space > from ? space : at + 1;
    cuts.push(at);
    from = at;
  }
  return cuts;
}

function closes(text: string, from: number, stop: number, at: number, end: number): boolean {
  const next = text.slice(at, Math.min(end, at + 64)).trimStart();
  const before = /[\p{L}\p{N}.&-]*$/u.exec(text.slice(Math.max(from, stop - 24), stop))![0];
  const inside = before.slice(before.lastIndexOf('-') + 1);
  if (/^[\p{Ll}]/u.test(next) && !/^(?:al|el|ar|an)-\p{Lu}/u.test(next)) return false;
  if (!/^["“”‘'«„([\p{Lu}\p{Lo}\p{Lt}\p{N}#*•·$€£—–-]|^(?:al|el|ar|an)-\p{Lu}/u.test(next)) return false;
  if (text[stop] !== '.' || text.slice(stop, at).length > 1) return true;
  if (/^\(?(?:\d{1,2}|[a-z])$/u.test(text.slice(from, stop).trim())) return false;
  if (leads(inside) && !/^["“«]/u.test(next))
    return /^no$/i.test(inside) ? !/^\d/u.test(next) : !/^[\p{Lu}\p{N}]/u.test(next);
  if (/^\p{Lu}$/u.test(inside))
    return /^(?:I|A)$/.test(inside) && text.slice(from, stop).trim().length > 3 && /^[“"]/u.test(next);
  if (/^(?:\p{L}\.)+\p{L}$/u.test(inside)) return opensAfterAcronym(next);
  return true;
}

/** After "U.S." or "p.m." only a word that hardly follows as a name begins a sentence: "in the U.S. The army", not "U.S. Army". */
function opensAfterAcronym(next: string): boolean {
  return /^(?:[“"]|(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|However|This|That|These|Those|There|If|When|While|After|As|Meanwhile|Earlier|Last|So|For|Some|Many|Most|His|Her|Their|Its|Also|No|Not|What|Who|Why|How|Where)\b)/u.test(
    next,
  );
}

function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && /\s/u.test(text[i]!)) i++;
  return i;
}

function trimEnd(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && /\s/u.test(text[i - 1]!)) i--;
  return i;
}
