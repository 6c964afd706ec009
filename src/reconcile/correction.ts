import type { Kin } from '../link/kin.ts';
import { publisherKey } from '../link/publisher.ts';
import { byPublication, byTelling, type Testimony } from '../link/testimony.ts';
import type { Correction } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import { familyOf, meet, subjectOf } from './comparable.ts';

// An outlet corrects its own story: a paragraph opened by "Correction:" tells what was said and what holds instead, or the headline says
// "(corrects figure)". What it withdraws is withdrawn in every copy of the story too.

const NOTE = /^\s*(?:\W{0,3})(?:correction|corrected|clarification|editor[’']s note|erratum)\b\s*[:.–—-]/i;
const HEADLINE =
  /\(\s*(?:corrects|corrected|refiles? to correct|clarifies)\b|\b(?:corrected|correction)\s*[:–—-]/i;
const EARLIER =
  /\b(?:dispatch|story|report|article|version|headline|earlier|previous(?:ly)?|wrongly|incorrectly|mistakenly|misstated|erroneously)\b/i;
const DAYS = 30;

/** Finds corrections; `root` leads from a copied claim to the first telling. Documents whose text is unknown cannot be told to correct. */
export function findCorrections(
  readings: readonly Reading[],
  texts: ReadonlyMap<string, string>,
  testimonies: readonly Testimony[],
  kin: Kin,
  root: (claim: string) => string,
): Correction[] {
  const byDocument = Map.groupBy(testimonies, (item) => item.document.id);
  const byPublisher = Map.groupBy(testimonies, (item) => publisherKey(item.document.publisher));
  const byRoot = Map.groupBy(testimonies, (item) => root(item.id));
  const found: Correction[] = [];
  for (const reading of readings) {
    const text = texts.get(reading.document.id);
    const publisher = publisherKey(reading.document.publisher);
    if (text === undefined || publisher === '') continue;
    const notes = notesOf(reading, text);
    if (notes === null) continue;
    const own = byDocument.get(reading.document.id) ?? [];
    const earlier = (byPublisher.get(publisher) ?? []).filter((item) => precedes(item, reading));
    const { old, fresh } = divide(own, notes, text);
    const targets = earlier.filter((item) =>
      old.length > 0
        ? old.some((claim) => sameAnswer(claim, item, kin))
        : fresh.some((claim) => otherAnswer(claim, item, kin)),
    );
    const withdrawn = new Set(old.map((item) => item.id));
    for (const target of targets) {
      withdrawn.add(target.id);
      for (const copy of byRoot.get(root(target.id)) ?? []) {
        if (copy.document.id !== reading.document.id && sameAnswer(target, copy, kin)) withdrawn.add(copy.id);
      }
    }
    if (withdrawn.size === 0) continue;
    const corrects = [...withdrawn].sort();
    const wrong = [...targets, ...old];
    const noted = fresh.filter((claim) => wrong.some((item) => sameAct(claim, item, kin)));
    const rest = own.filter(
      (claim) => !withdrawn.has(claim.id) && wrong.some((item) => differs(claim, item, kin)),
    );
    const replacing = noted.length > 0 ? noted : rest;
    const claims = replacing.sort(byTelling).map((item) => item.id);
    for (const claim of claims.length > 0 ? claims : [null]) {
      found.push({ claim, corrects, document: reading.document.id });
    }
  }
  return found;
}

/** Stretches of the text that are correction notes; empty when only the headline says so; null when nothing does. */
function notesOf(reading: Reading, text: string): { start: number; end: number }[] | null {
  const paragraphs = Map.groupBy(reading.sentences, (sentence) => sentence.paragraph);
  const notes = [...paragraphs.values()]
    .map((list) => ({ start: list[0]!.start, end: list.at(-1)!.end }))
    .filter(({ start, end }) => NOTE.test(text.slice(start, end)));
  if (notes.length > 0) return notes;
  const headline = text.slice(0, 300).split('\n')[0] ?? '';
  return HEADLINE.test(headline) || HEADLINE.test(reading.document.title ?? '') ? [] : null;
}

/** The claims of a note: those it reports of the earlier story, and those that hold instead. */
function divide(
  own: readonly Testimony[],
  notes: readonly { start: number; end: number }[],
  text: string,
): { old: Testimony[]; fresh: Testimony[] } {
  if (notes.length === 0) return { old: [], fresh: own.filter((item) => item.claim.quantity !== null) };
  const inNote = own.filter((item) =>
    notes.some(({ start, end }) =>
      (item.statement?.content ?? [item.claim.predicate]).some(
        (span) => span.start >= start && span.end <= end,
      ),
    ),
  );
  const reportsEarlier = (item: Testimony): boolean => {
    const { start } = item.claim.predicate;
    const opening = text.slice(text.lastIndexOf('.', start) + 1, start);
    return EARLIER.test(`${item.statement?.source?.text ?? ''} ${opening}`);
  };
  return {
    old: inNote.filter(reportsEarlier),
    fresh: inNote.filter((item) => !reportsEarlier(item)),
  };
}

function precedes(item: Testimony, reading: Reading): boolean {
  if (item.document.id === reading.document.id || byPublication(item.document, reading.document) > 0)
    return false;
  const [a, b] = [Date.parse(item.document.published ?? ''), Date.parse(reading.document.published ?? '')];
  return !(b - a > DAYS * 86_400_000);
}

function sameAct(a: Testimony, b: Testimony, kin: Kin): boolean {
  return (
    familyOf(a.claim.event) === familyOf(b.claim.event) &&
    a.manner === b.manner &&
    meet(subjectOf(a), subjectOf(b), kin) &&
    (a.place === b.place || a.place === null || b.place === null)
  );
}

/** The same act told with the same number (which tells it by itself, whoever was read as doing it), or without any on both sides and the same polarity. */
function sameAnswer(a: Testimony, b: Testimony, kin: Kin): boolean {
  const [x, y] = [a.claim.quantity, b.claim.quantity];
  if (a.claim.event !== b.claim.event || a.claim.polarity !== b.claim.polarity) return false;
  const numbered = x !== null && y !== null && x.min === y.min && x.max === y.max;
  return numbered ? a.place === b.place : x === y && sameAct(a, b, kin);
}

/** The same act told with another number, or the same number of other people. */
function otherAnswer(fresh: Testimony, item: Testimony, kin: Kin): boolean {
  return fresh.voice === item.voice && differs(fresh, item, kin);
}

function differs(fresh: Testimony, item: Testimony, kin: Kin): boolean {
  const [x, y] = [fresh.claim.quantity, item.claim.quantity];
  if (!x || !y || !sameAct(fresh, item, kin)) return false;
  return x.min !== y.min || x.max !== y.max || x.of !== y.of;
}
