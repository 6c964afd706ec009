import type { Document } from './document.ts';
import type { NameSpan } from './name-span.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './sentence.ts';
import type { Token } from './token.ts';

/** A sentence while it is being read: with its parsed words. */
export interface ParsedSentence extends Sentence {
  readonly tokens: readonly Token[];
  /** Its proper names, once the stage `naming` has run. */
  readonly names?: readonly NameSpan[];
}

/** A Reading in the making: the document with every layer so far; layers not yet reached are empty. */
export interface Draft extends Omit<Reading, 'engine' | 'document' | 'sentences'> {
  readonly document: Document;
  readonly sentences: readonly ParsedSentence[];
}

/** A stage gives back the draft with one more layer; it never changes what it was given. */
export interface Stage {
  /** Singular noun, as used in diagnostics. */
  readonly name: string;
  readonly run: (draft: Draft) => Draft;
}
