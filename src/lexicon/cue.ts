import type { Stance } from '../model/statement.ts';
import { readLexicon } from './data.ts';

/** How the content of a cue hangs on it. */
export type CueTake = 'clause' | 'infinitive' | 'object' | 'description' | 'charge';

/** Words that report speech or thought, with the stance they give to the content. */
export interface CueEntry {
  readonly sense: Stance;
  readonly take: readonly CueTake[];
  readonly forms: readonly string[];
  /** False where the words report an act of asking that is an event of its own ("urged both sides to …"). */
  readonly speech: boolean;
  /** A sentence in which braces mark the cue. */
  readonly example: string;
}

let entries: readonly CueEntry[] | null = null;
let byForm: Map<string, CueEntry[]> | null = null;

/** All cues, in the order of `data/lexicon/cue.yml`. */
export function cues(): readonly CueEntry[] {
  entries ??= (readLexicon('cue') as CueEntry[]).map((e) => ({ ...e, speech: e.speech !== false }));
  return entries;
}

/** The entries of a verb by its lemma. */
export function cuesOf(lemma: string): readonly CueEntry[] {
  if (byForm === null) {
    byForm = new Map();
    for (const entry of cues())
      for (const form of entry.forms) byForm.set(form, [...(byForm.get(form) ?? []), entry]);
  }
  return byForm.get(lemma) ?? [];
}
