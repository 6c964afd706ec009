import type { Span } from './span.ts';

/** Words by which a document says who wrote the story first. */
export interface Credit extends Span {
  readonly publisher: string;
}
