import { parseSentence } from '../../src/parse/parse.ts';
import { type GoldSentence, readEwt, readGum } from '../gold.ts';
import { FREE_GENRES } from '../syntax.ts';
import type { Layer, ScoreRow } from './layer.ts';

/** What one analysed token must offer to be scored. `head` is an index in the sentence, -1 for the root. */
export interface Analysed {
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** Counts of one corpus. */
export interface SyntaxTally {
  tokens: number;
  upos: number;
  xpos: number;
  lemma: number;
  heads: number;
  arcs: number;
}

/** A tally of nothing. */
export function emptyTally(): SyntaxTally {
  return { tokens: 0, upos: 0, xpos: 0, lemma: 0, heads: 0, arcs: 0 };
}

/**
 * Adds one sentence, counting as the CoNLL 2018 evaluation does: every token, punctuation too; relations without their
 * subtype after the colon; an arc is right when head and relation are.
 */
export function tallySentence(gold: GoldSentence, made: readonly Analysed[], into: SyntaxTally): void {
  gold.forms.forEach((_, i) => {
    const token = made[i];
    into.tokens += 1;
    if (token === undefined) return;
    if (token.upos === gold.upos[i]) into.upos += 1;
    if (token.xpos === gold.xpos[i]) into.xpos += 1;
    if (token.lemma === gold.lemmas[i] || gold.lemmas[i] === '_') into.lemma += 1;
    if (token.head !== gold.heads[i]) return;
    into.heads += 1;
    if (bare(token.deprel) === bare(gold.deprels[i]!)) into.arcs += 1;
  });
}

function bare(relation: string): string {
  const colon = relation.indexOf(':');
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** Parses gold tokens and scores tags and tree. */
export function scoreSyntax(name: string, sentences: readonly GoldSentence[]): ScoreRow {
  const tally = emptyTally();
  for (const s of sentences)
    tallySentence(s, parseSentence(s.forms.map((form) => ({ start: 0, end: form.length, form }))), tally);
  const percent = (n: number): number => (100 * n) / Math.max(1, tally.tokens);
  return {
    name,
    values: [
      tally.tokens,
      percent(tally.upos),
      percent(tally.xpos),
      percent(tally.lemma),
      percent(tally.heads),
      percent(tally.arcs),
    ],
  };
}

/** Tags and trees on gold tokens of EWT and GUM. */
export const syntaxLayer: Layer = {
  name: 'syntax',
  title: 'Tags and trees, gold tokens',
  columns: ['tokens', 'UPOS', 'XPOS', 'lemma', 'UAS', 'LAS'],
  splits: ['dev'],
  score: (gold, split) => {
    const gum = readGum(gold, split, null);
    return [
      scoreSyntax('EWT', readEwt(gold, split)),
      scoreSyntax('GUM', gum),
      scoreSyntax(
        'GUM genres trained on',
        gum.filter((s) => FREE_GENRES.includes(s.genre)),
      ),
      scoreSyntax(
        'GUM news, interview, speech, bio',
        gum.filter((s) => NEAR.includes(s.genre)),
      ),
    ];
  },
};

const NEAR: readonly string[] = ['news', 'interview', 'speech', 'bio'];
