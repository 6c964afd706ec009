import type { Draft } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import { runs } from '../parse/tree.ts';
import { attributionReader } from './attribution-model.ts';

/** What the trained reader proposes for a cue: its words and those of its source and content in its own sentence, and content elsewhere. */
export interface Proposed {
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
  /** Content in the sentences around, where a quotation runs over several: "“We won. They left,” he said. “All of them.”" */
  readonly elsewhere: readonly Span[];
}

/** Proposals by the sentence their cue stands in. */
export function proposals(draft: Draft): ReadonlyMap<number, readonly Proposed[]> {
  const found = new Map<number, Proposed[]>();
  for (const p of attributionReader().read(draft.document.text, draft.sentences)) {
    const home = p.cue[0]!.sentence;
    const inside = (list: typeof p.cue, sentence = home) =>
      list.filter((w) => w.sentence === sentence).map((w) => w.word);
    const others = [...new Set(p.content.map((w) => w.sentence))].filter((s) => s !== home);
    const made: Proposed = {
      cue: inside(p.cue),
      source: inside(p.source),
      content: inside(p.content),
      elsewhere: others.flatMap((s) => spansOf(draft, s, inside(p.content, s))),
    };
    found.set(home, [...(found.get(home) ?? []), made]);
  }
  return found;
}

function spansOf(draft: Draft, sentence: number, words: readonly number[]): Span[] {
  const { tokens } = draft.sentences[sentence]!;
  return runs(words).flatMap(([from, to]) => {
    const start = tokens[from]!.start;
    const bare = draft.document.text.slice(start, tokens[to]!.end);
    const lead = /^[\s"“”„«»‘’,.;:]*/u.exec(bare)![0].length;
    const text = bare.slice(lead).replace(/[\s"“”„«»‘,.;:]+$/u, '');
    return text === '' ? [] : [{ start: start + lead, end: start + lead + text.length, text }];
  });
}
