import { cuesOf } from '../lexicon/cue.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { verbIn } from './content.ts';
import { type Cue, findCues } from './cue.ts';
import type { Proposed } from './proposed.ts';
import { headAmong } from './source.ts';

/** A cue, and what the trained reader proposes for it, if it found the cue too. */
export interface Hearing {
  readonly cue: Cue;
  readonly proposed: Proposed | null;
}

/*
 * The lexicon's cues come first; the trained reader adds those that the lexicon or the parse misses. It also knows cues of wish and
 * attitude ("wants to win", "supports the deal"), whose content can be neither true nor false: of words that the lexicon does
 * not list only those count that govern a clause with its own subject ("agreed that the men would be screened").
 */

/** Cues of a sentence in order, with their proposals. */
export function hear(tokens: readonly Token[], proposed: readonly Proposed[]): Hearing[] {
  const listed = findCues(tokens).map((cue) => ({
    cue,
    proposed: proposed.find((p) => p.cue.some((w) => cue.words.includes(w))) ?? null,
  }));
  const further = proposed.flatMap((p) => {
    if (listed.some((l) => l.cue.words.some((w) => p.cue.includes(w)))) return [];
    const cue = cueOf(tokens, p);
    return cue === null ? [] : [{ cue, proposed: p }];
  });
  return [...listed, ...further].sort((a, b) => a.cue.at - b.cue.at);
}

function cueOf(tokens: readonly Token[], proposed: Proposed): Cue | null {
  const at = headAmong(tokens, proposed.cue);
  const { lemma, upos } = tokens[at]!;
  const inside = new Set(proposed.content);
  const entry = cuesOf(lemma).find((e) => e.speech);
  const clause = dependents(tokens, at, 'ccomp').find((i) => inside.has(i));
  const whole = clause !== undefined && dependents(tokens, clause, 'nsubj').some((i) => inside.has(i));
  if (entry === undefined ? !whole : verbIn(tokens, proposed.content) === null) return null;
  return {
    at,
    words: proposed.cue,
    entry: entry ?? { sense: 'asserts', take: ['clause'], forms: [lemma], speech: true, example: '' },
    kind: upos === 'NOUN' ? 'noun' : 'verb',
    withheld: false,
  };
}
