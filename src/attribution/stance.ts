import type { Stance } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import type { Content } from './content.ts';
import type { Cue } from './cue.ts';

/*
 * The stance is the cue's own, save that whoever cannot confirm or says that something may be so hedges, and that whoever
 * insists that something be done demands it ("insisted that no one be let go").
 */

/** The stance of a statement, from its cue and the clause that hangs on it. */
export function stanceOf(tokens: readonly Token[], cue: Cue, content: Content): Stance {
  if (cue.withheld) return 'hedges';
  if (cue.entry.sense !== 'asserts') return cue.entry.sense;
  if (content.head === null) return 'asserts';
  const aux = dependents(tokens, content.head, 'aux', 'aux:pass').map((i) => tokens[i]!);
  const insists = /^(?:insist|demand|order|propose|recommend|require)$/.test(tokens[cue.at]!.lemma);
  if (insists && aux.some((t) => t.form.toLowerCase() === 'be')) return 'demands';
  if (
    aux.some((t) => /^(?:may|might|could)$/i.test(t.form)) &&
    !aux.some((t) => /^n['’]t$|^not$/i.test(t.form))
  )
    return 'hedges';
  const reported = tokens[content.head]!;
  if (
    /^(?:think|believe|suspect|expect|presume|fear|rumour|rumor)$/.test(reported.lemma) &&
    reported.xpos === 'VBN'
  )
    return 'hedges';
  return 'asserts';
}
