import { readLexicon } from './data.ts';

/** What a word does to what hangs on it; `data/lexicon/footing.yml` says what each means. */
export type FootingSense =
  | 'negates'
  | 'denies'
  | 'doubts'
  | 'unsaid'
  | 'raises'
  | 'real'
  | 'carried'
  | 'plans'
  | 'promises'
  | 'demands'
  | 'predicts'
  | 'possible';

/** How it hangs: "to leave", "leaving"; "that they left"; "the withdrawal", "plans to leave". */
export type Hanging = 'open' | 'that' | 'noun';

interface Row {
  readonly sense: FootingSense;
  readonly under?: readonly Hanging[];
  readonly forms: readonly string[];
}

interface Footing {
  readonly governors: Readonly<Record<Hanging, ReadonlyMap<string, readonly FootingSense[]>>>;
  readonly adverbs: ReadonlyMap<string, FootingSense>;
}

let loaded: Footing | null = null;

function load(): Footing {
  if (loaded !== null) return loaded;
  const file = readLexicon('footing') as { governors: readonly Row[]; adverbs: readonly Row[] };
  const by = (under: Hanging): Map<string, FootingSense[]> => {
    const found = new Map<string, FootingSense[]>();
    for (const row of file.governors)
      if (row.under?.includes(under) === true)
        for (const form of row.forms) found.set(form, [...(found.get(form) ?? []), row.sense]);
    return found;
  };
  loaded = {
    governors: { open: by('open'), that: by('that'), noun: by('noun') },
    adverbs: new Map(file.adverbs.flatMap((row) => row.forms.map((form) => [form, row.sense] as const))),
  };
  return loaded;
}

const NONE: readonly FootingSense[] = [];

/** Senses of a governing word by its dictionary form. */
export function sensesOfGovernor(form: string, under: Hanging): readonly FootingSense[] {
  return load().governors[under].get(form) ?? NONE;
}

/** The sense of an adverb, or undefined. */
export function senseOfAdverb(form: string): FootingSense | undefined {
  return load().adverbs.get(form);
}
