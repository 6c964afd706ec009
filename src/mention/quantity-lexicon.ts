import { readLexicon } from '../lexicon/data.ts';
import type { Effect, Operator } from '../model/quantity.ts';

/** How a word before or behind a number binds it; `nearly` opens the lower side a tenth below the number. */
export type Bind = Operator | 'nearly';

/** An entry of one or more words; `words` are lower case. */
export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
}

interface Row {
  readonly form: string;
  readonly op?: Bind;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly percent?: number;
  readonly of?: string;
}

interface EffectRow {
  readonly effect: Effect;
  readonly object: readonly string[];
  readonly subject: readonly string[];
  readonly noun: readonly string[];
}

interface File {
  readonly operators: readonly Row[];
  readonly after: readonly Row[];
  readonly vague: readonly Row[];
  readonly fractions: readonly Row[];
  readonly none: readonly Row[];
  readonly currencies: readonly Row[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  readonly effects: readonly EffectRow[];
  readonly collective: readonly string[];
  readonly measures: readonly string[];
  readonly pairs: readonly string[];
  readonly relational: readonly string[];
  readonly time: readonly string[];
  readonly people: readonly string[];
  readonly stops: readonly string[];
}

/** `data/lexicon/quantity.yml`, ready for look-up; phrases stand under their first word, longest first. */
export interface QuantityLexicon {
  readonly before: ReadonlyMap<string, readonly Phrase<Bind>[]>;
  readonly after: ReadonlyMap<string, readonly Phrase<Bind>[]>;
  readonly vague: ReadonlyMap<string, readonly Phrase<{ min: number | null; max: number | null }>[]>;
  readonly fractions: ReadonlyMap<string, readonly Phrase<{ percent: number; op: Operator }>[]>;
  readonly none: ReadonlyMap<string, readonly Phrase<null>[]>;
  readonly currencies: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  /** What befalls the object or the subject of a verb, or those a noun names. */
  readonly effects: Readonly<Record<'object' | 'subject' | 'noun', ReadonlyMap<string, Effect>>>;
  readonly collective: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  readonly relational: ReadonlySet<string>;
  readonly time: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
}

let loaded: QuantityLexicon | null = null;

/** Loads the lexicon once. */
export function quantityLexicon(): QuantityLexicon {
  if (loaded !== null) return loaded;
  const file = readLexicon('quantity') as File;
  loaded = {
    before: phrases(file.operators, (row) => row.op ?? 'exactly'),
    after: phrases(file.after, (row) => row.op ?? 'exactly'),
    vague: phrases(file.vague, (row) => ({ min: row.min ?? null, max: row.max ?? null })),
    fractions: phrases(file.fractions, (row) => ({
      percent: row.percent ?? 0,
      op: row.op === 'about' ? 'about' : 'exactly',
    })),
    none: phrases(file.none, () => null),
    currencies: new Map(file.currencies.map((row) => [row.form.toLowerCase(), row.of ?? row.form])),
    numbers: new Map(Object.entries(file.numbers)),
    scales: new Map(Object.entries(file.scales)),
    effects: {
      object: effects(file.effects, 'object'),
      subject: effects(file.effects, 'subject'),
      noun: effects(file.effects, 'noun'),
    },
    collective: new Set(file.collective),
    measures: new Set(file.measures),
    pairs: new Set(file.pairs),
    relational: new Set(file.relational),
    time: new Set(file.time),
    people: new Set(file.people),
    stops: new Set(file.stops),
  };
  return loaded;
}

function effects(rows: readonly EffectRow[], by: 'object' | 'subject' | 'noun'): Map<string, Effect> {
  return new Map(rows.flatMap((row) => row[by].map((word) => [word, row.effect] as const)));
}

function phrases<T>(rows: readonly Row[], value: (row: Row) => T): Map<string, Phrase<T>[]> {
  const map = new Map<string, Phrase<T>[]>();
  for (const row of rows) {
    const words = row.form.toLowerCase().split(' ');
    const list = map.get(words[0]!) ?? [];
    list.push({ words, value: value(row) });
    list.sort((a, b) => b.words.length - a.words.length);
    map.set(words[0]!, list);
  }
  return map;
}
