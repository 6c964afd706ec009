/** What part of a report a stretch of text plays. Statements come from body (headline only when the body lacks them). */
export type SentenceKind = 'body' | 'headline' | 'dateline' | 'byline' | 'caption' | 'boilerplate';

/** A sentence, with the index of the paragraph it stands in (from 0). */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly kind: SentenceKind;
  readonly paragraph: number;
}
