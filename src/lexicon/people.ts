import { readLexicon } from './data.ts';

/** How a class of people acts: leaving is RETREAT for the armed and FLEE for civilians; officers stand for their organisation. */
export type PeopleBody = 'armed' | 'civil' | 'officers';

/** A class of people without a name. */
export interface People {
  readonly sense: string;
  readonly body: PeopleBody;
  readonly forms: readonly string[];
  /** Modifiers without which the noun does not have this sense ("tribal" chiefs). */
  readonly of: readonly string[];
  /** A sentence in which braces mark the phrase that fires the entry. */
  readonly example: string;
}

let entries: readonly People[] | null = null;
let byForm: Map<string, People[]> | null = null;

/** All classes of people, in the order of `data/lexicon/people.yml`. */
export function people(): readonly People[] {
  entries ??= (readLexicon('people') as Partial<People>[]).map((e) => ({ of: [], ...e }) as People);
  return entries;
}

/** The class of a noun lemma; `modifiers` are the lower-case words before it. */
export function peopleOf(lemma: string, modifiers: readonly string[]): People | null {
  if (byForm === null) {
    byForm = new Map();
    for (const entry of people())
      for (const form of entry.forms) byForm.set(form, [...(byForm.get(form) ?? []), entry]);
  }
  const word = lemma.toLowerCase();
  const fitting = byForm.get(word) ?? byForm.get(word.replace(/s$/u, '')) ?? [];
  return fitting.find((e) => e.of.length === 0 || e.of.some((m) => modifiers.includes(m))) ?? null;
}
