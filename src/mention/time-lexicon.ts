import { readLexicon } from '../lexicon/data.ts';
import type { Feast } from './time-feast.ts';

interface Named {
  readonly number: number;
  readonly forms: readonly string[];
}

interface Coded {
  readonly form: string;
  readonly code: string;
}

interface File {
  readonly months: readonly Named[];
  readonly weekdays: readonly Named[];
  readonly dayparts: readonly Coded[];
  readonly seasons: readonly Coded[];
  readonly units: readonly Coded[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly references: readonly { readonly form: string; readonly value: string }[];
  readonly holidays: readonly (Feast & { readonly form: string })[];
}

/** `data/lexicon/time.yml` as look-up tables (keys in lower case) and as pieces of patterns. */
export interface TimeLexicon {
  readonly month: ReadonlyMap<string, number>;
  readonly weekday: ReadonlyMap<string, number>;
  readonly daypart: ReadonlyMap<string, string>;
  readonly season: ReadonlyMap<string, string>;
  readonly unit: ReadonlyMap<string, string>;
  readonly number: ReadonlyMap<string, number>;
  readonly ordinal: ReadonlyMap<string, number>;
  readonly reference: ReadonlyMap<string, string>;
  readonly holiday: ReadonlyMap<string, Feast>;
  /** Replaces `{month}`, `{dow}`, `{part}`, `{season}`, `{unit}`, `{n}`, `{ord}`, `{year}`, `{ref}`, `{holiday}`. */
  readonly fill: (pattern: string) => string;
}

let loaded: TimeLexicon | null = null;

/** Loads the lexicon once. */
export function timeLexicon(): TimeLexicon {
  if (loaded !== null) return loaded;
  const file = readLexicon('time') as File;
  const number = new Map(Object.entries(file.numbers));
  const tens = [...number].filter(([, value]) => value >= 20).map(([word]) => word);
  const small = [...number].filter(([word, value]) => value < 10 && word.length > 2).map(([word]) => word);
  const pieces: Readonly<Record<string, string>> = {
    month: `(?:${names(file.months)})`,
    dow: `(?:${names(file.weekdays)})`,
    part: any(file.dayparts.map((each) => each.form)),
    season: any(file.seasons.map((each) => each.form)),
    unit: `(?:${any(file.units.filter((each) => each.form !== 'century').map((each) => each.form))}s?|century|centuries)`,
    n: `(?:\\d{1,3}(?:\\.\\d)?|${any(tens)}[- ]${any(small)}|${any([...number.keys()])})`,
    ord: `(?:${any(Object.keys(file.ordinals))}|\\d{1,2}(?:st|nd|rd|th))`,
    year: `(?:1[5-9]\\d\\d|20\\d\\d)`,
    ref: any(file.references.map((each) => each.form)),
    holiday: any(file.holidays.map((each) => each.form)),
  };
  loaded = {
    month: numbered(file.months),
    weekday: numbered(file.weekdays),
    daypart: new Map(file.dayparts.map((each) => [each.form, each.code])),
    season: new Map(file.seasons.map((each) => [each.form, each.code])),
    unit: new Map(file.units.map((each) => [each.form, each.code])),
    number,
    ordinal: new Map(Object.entries(file.ordinals)),
    reference: new Map(file.references.map((each) => [each.form, each.value])),
    holiday: new Map(file.holidays.map((each) => [each.form.toLowerCase(), each])),
    fill: (pattern) => pattern.replace(/\{(\w+)\}/g, (all, name: string) => pieces[name] ?? all),
  };
  return loaded;
}

function numbered(rows: readonly Named[]): Map<string, number> {
  return new Map(rows.flatMap((row) => row.forms.map((form) => [form.toLowerCase(), row.number] as const)));
}

/** Full names stand alone; short ones ("Oct", "Sept", "Mon") may carry a stop. */
function names(rows: readonly Named[]): string {
  const full = rows.map((row) => row.forms[0]!);
  const short = rows.flatMap((row) => row.forms.slice(1)).sort((a, b) => b.length - a.length);
  return `${full.join('|')}|(?:${short.join('|')})\\b\\.?`;
}

function any(forms: readonly string[]): string {
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((form) => form.replace(/['’]/g, "['’]").replaceAll(' ', '\\s+')).join('|')})`;
}
