import type { Draft, Stage } from '../model/draft.ts';

/*
 * A dateline with a whole date says when a report was written, where nothing else does: "PORT VELA, 4 FEB 90 (VNA) -- …" and
 * "ORAVA, March 3, 2011 (Wire) - …" let "yesterday" be told. A year of two digits is of the last century
 * from 50 on.
 */

/** Takes the day of publication from the dateline where the document came without one. */
export const dated: Stage = { name: 'dated', run };

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_FIRST =
  /(?<![\d/])(?<day>\d{1,2})\s+(?<month>[a-z]{3})[a-z]*\.?,?\s+(?<year>\d{4}|\d{2})(?![\d:])/iu;
const MONTH_FIRST = /(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})(?!\d)/iu;

function run(draft: Draft): Draft {
  if (draft.document.published !== null) return draft;
  const line = draft.sentences.find((s) => s.kind === 'dateline');
  if (line === undefined) return draft;
  const published = dayOf(draft.document.text.slice(line.start, line.end));
  if (published === null) return draft;
  return {
    ...draft,
    document: { ...draft.document, published },
    diagnostics: draft.diagnostics.filter((d) => d.code !== 'no-published-date'),
  };
}

/** The day that a dateline gives, or null. */
export function dayOf(line: string): string | null {
  const found = (DAY_FIRST.exec(line) ?? MONTH_FIRST.exec(line))?.groups;
  if (found === undefined) return null;
  const month = MONTHS.indexOf(found['month']!.toLowerCase());
  const year = Number(found['year']);
  const whole = found['year']!.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
  const date = new Date(Date.UTC(whole, month, Number(found['day'])));
  if (month < 0 || date.getUTCMonth() !== month) return null;
  return date.toISOString().slice(0, 10);
}
