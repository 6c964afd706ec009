import type { Testimony } from '../link/testimony.ts';
import type { Dimension } from '../model/dispute.ts';

/**
 * What is asked: whether it happened, whether that number is right, how many, whether so many can have left, how much of a place is held, who
 * holds it, by what right, or who did it.
 */
export type Ask = 'whether' | 'number' | 'count' | 'excess' | 'share' | 'holder' | 'title' | 'doer';

/** Two claims that cannot both be true as read, with the question that both answer. */
export interface Conflict {
  readonly a: Testimony;
  readonly b: Testimony;
  readonly dimension: Dimension;
  readonly ask: Ask;
  /** Conflicts that ask the same with the same key belong to one dispute where their claims connect. */
  readonly question: string;
  /** From 0 to 1: how sure the rule is. */
  readonly score: number;
  readonly why: readonly string[];
}

const LONGEST = 90;

/** The words of a claim's statement in quotation marks, cut at a word where they are long. */
export function quote({ words, claim }: Testimony): string {
  const text = (words || claim.predicate.text).replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST) return `“${text}”`;
  return `“${text.slice(0, text.lastIndexOf(' ', LONGEST))} …”`;
}
