import type { Draft } from '../model/draft.ts';
import { attributionReader } from './attribution-model.ts';

/** What the trained reader proposes in one sentence: words of the cue, of its source and of its content. */
export interface Proposed {
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
}

/** Proposals by the sentence their cue stands in. */
export function proposals(draft: Draft): ReadonlyMap<number, readonly Proposed[]> {
  const found = new Map<number, Proposed[]>();
  for (const p of attributionReader().read(draft.document.text, draft.sentences)) {
    const home = p.cue[0]!.sentence;
    const inside = (list: typeof p.cue) => list.filter((w) => w.sentence === home).map((w) => w.word);
    const content = inside(p.content);
    const made: Proposed = {
      cue: inside(p.cue),
      source: inside(p.source),
      content,
    };
    found.set(home, [...(found.get(home) ?? []), made]);
  }
  return found;
}
