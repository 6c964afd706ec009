import type { SentenceKind } from '../model/sentence.ts';
import type { Paragraph } from './paragraph.ts';

/*
 * A report is more than its story: a headline without a stop, a byline, a dateline, captions, and the site's own furniture.
 * Only the story is read for claims.
 */

const BYLINE =
  /^(?:by\s+\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|al-|el-|de\s+|van\s+)?\p{Lu}[\p{L}.'’-]*){0,7}(?:[,|].*)?|(?:additional |further )?(?:reporting|writing|editing) by\b.*|(?:written|reported|edited) by\b.*|staff (?:writer|report(?:er)?)s?\b.*)$/iu;
const CAPTION =
  /^\(?(?:(?:file |main |cover |top |header )?(?:photo(?:graph)?s?|images?|pictures?|illustrations?|video|map)(?: credits?| by| courtesy| source)?\s*(?:[:|©/(]|(?:courtesy|credit|by|via|from)\b)|(?:credit|caption|courtesy)\s*:)/iu;
const FURNITURE =
  /^(?:(?:share|print|tweet|pin|e-?mail|follow|subscribe|sign up|log ?in|register|advertisement|comments?|tags?|filed under|topics?|related|see also|most read|trending|recommended|newsletter|copyright|©|all rights reserved|terms of use|privacy policy|cookies?)\b(?!.*[.]\s+\p{Lu}.*[.]$)|(?:to )?(?:read|view|see|watch|continue reading|click)\b.{0,80}\b(?:more|here|article|story|report|full|original)\b|(?:read|see|watch|listen)\s*(?:more|also)?\s*:|(?:this|the) (?:article|story|report|post) (?:was |has been )?(?:first |originally |also )?(?:appeared|published|posted|edited)\b|(?:our standards|more on this story|you may also like|support (?:our|us)|donate|download (?:our|the) app|join (?:our|us))\b)/iu;
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}'’.-]*){0,4})(?:,\s*\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+)?|\s\([\p{L} ]{2,30}\))?(?:,?\s*(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*(?:\s+\d{2,4})?))?(?:\s*\([^()]{2,60}\))?(?:\s*\/\s*[\p{Lu}\p{L} .]{2,30}\/)?\s*(?:--|[-–—:])\s+/iu;
const UPPER_START = /^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ /-]\p{Lu}[\p{Lu}'’.-]*){0,4})(?=[,\s(/–—:-])/u;
const AGENCY =
  /^(?:\p{Lu}[\p{L}'’.-]+(?:[ /,-]+\p{Lu}[\p{L}'’.-]*){0,4},?\s*)?\((?:\p{Lu}[\p{L}.]+)(?:\s\p{Lu}?[\p{L}.]+){0,3}\)\s*(?:--|[-–—:])\s+/u;

/** "Thursday, May 7, 2015" on the first line of the story. */
const DAY_LINE =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,\s+(?:\p{Lu}\p{Ll}+\s+\d{1,2},|\d{1,2}\s+\p{Lu}\p{Ll}+)\s+\d{4}\s+(?=[“"\p{Lu}])/iu;

/** The kind of a paragraph, judged from its words and place; `title` is the document's own title where known. */
export function kindOf(
  text: string,
  parts: readonly Paragraph[],
  index: number,
  title: string | null,
): SentenceKind {
  const part = parts[index]!;
  const body = text.slice(part.start, part.end);
  if (isHeadline(text, parts, index, title)) return 'headline';
  if (BYLINE.test(body) && body.length < 160) return 'byline';
  if (CAPTION.test(body) && body.length < 300) return 'caption';
  if (FURNITURE.test(body) && body.length < 200) return 'boilerplate';
  if (index > 0 && body.length < 120 && /\s[|•]\s/u.test(body) && !/[.!?]["”’]?$/u.test(body))
    return 'boilerplate';
  return 'body';
}

function isHeadline(text: string, parts: readonly Paragraph[], index: number, title: string | null): boolean {
  const part = parts[index]!;
  const body = text.slice(part.start, part.end);
  if (title !== null && index < 3 && fold(body) === fold(title) && fold(body) !== '') return true;
  if (index > 1 || parts.length < 2) return false;
  if (index === 1 && !isHeadline(text, parts, 0, title)) return false;
  const next = parts[index + 1];
  if (next === undefined || body.split(/\s+/u).length > 24) return false;
  if (/[.;,:]["”’)]?$/u.test(body) || DATELINE.test(body) || BYLINE.test(body) || CAPTION.test(body))
    return false;
  return index === 0;
}

function fold(s: string): string {
  return s.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** End of a dateline that opens the paragraph ("BEIRUT, Oct 15 (Wire) - ", "Thursday, May 7, 2015 "), or `start` where there is none. */
export function datelineEnd(text: string, start: number, end: number): number {
  const body = text.slice(start, Math.min(end, start + 140));
  const place = UPPER_START.exec(body);
  const found =
    place !== null && place[0].replace(/[^\p{Lu}]/gu, '').length > 2
      ? DATELINE.exec(body)
      : (AGENCY.exec(body) ?? DAY_LINE.exec(body));
  if (found === null || found[0].length >= end - start) return start;
  return start + found[0].length;
}
