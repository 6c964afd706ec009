/** A word or mark as UD English cuts it, before it is parsed. Clitics (“n't”, “'s”) are tokens of their own. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

/** A parsed word. `head` is the index of its head in the same sentence, -1 for the root; `deprel` is a UD v2 relation. */
export interface Token extends Word {
  readonly lemma: string;
  /** UD part of speech, e.g. VERB. */
  readonly upos: string;
  /** Penn Treebank tag, e.g. VBD. */
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}
