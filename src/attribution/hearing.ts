import { cuesOf } from '../lexicon/cue.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { tellsClause } from './attitude.ts';
import { type Cue, findCues } from './cue.ts';
import { byPattern } from './pattern.ts';
import type { Proposed } from './proposed.ts';
import { headAmong } from './source.ts';

/** A cue, and what the trained reader proposes for it, if it found the cue too. */
export interface Hearing {
  readonly cue: Cue;
  readonly proposed: Proposed | null;
}

/*
 * The trained reader finds cues of every kind, wishes and attitudes too ("wants to win", "supports the deal"), and takes their content
 * for hedged where they tell no clause with a subject of its own. The lexicon adds what the trained reader missed where the order of
 * words is sure, where a verb of speech has a subject and a clause, or where something is denied or disputed.
 */

/** Cues of a sentence in order, with their proposals. */
export function hear(tokens: readonly Token[], proposed: readonly Proposed[]): Hearing[] {
  const listed = findCues(tokens).flatMap((cue) => {
    const own = proposed.find((p) => p.cue.some((w) => cue.words.includes(w))) ?? null;
    const sure =
      own !== null ||
      cue.entry.sense !== 'asserts' ||
      cue.entry.take.includes('charge') ||
      byPattern(tokens, cue) !== null ||
      saysClause(tokens, cue);
    return sure ? [{ cue, proposed: own }] : [];
  });
  const further = proposed.flatMap((p) => {
    if (listed.some((l) => l.cue.words.some((w) => p.cue.includes(w)))) return [];
    return [{ cue: cueOf(tokens, p), proposed: p }];
  });
  return [...listed, ...further].sort((a, b) => a.cue.at - b.cue.at);
}

function cueOf(tokens: readonly Token[], proposed: Proposed): Cue {
  const at = headAmong(tokens, proposed.cue);
  const { lemma, upos } = tokens[at]!;
  const entry = cuesOf(lemma).find((e) => e.speech);
  const sense = tellsClause(tokens, proposed.cue, proposed.content) ? 'asserts' : 'hedges';
  return {
    at,
    words: proposed.cue,
    entry: entry ?? { sense, take: ['clause'], forms: [lemma], speech: true, example: '' },
    kind: upos === 'NOUN' ? 'noun' : 'verb',
    withheld: false,
  };
}

/** Whether a verb of speech has a subject, and governs a clause that has one too: "the statement said the army had left". */
function saysClause(tokens: readonly Token[], { at, kind, entry }: Cue): boolean {
  if (kind !== 'verb' || !entry.speech || dependents(tokens, at, 'nsubj!').length === 0) return false;
  return dependents(tokens, at, 'ccomp').some((i) => dependents(tokens, i, 'nsubj').length > 0);
}
