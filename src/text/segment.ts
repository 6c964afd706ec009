import type { Draft, Stage } from '../model/draft.ts';
import { sentences } from './sentence.ts';

/** Cuts the document into sentences with their kind. */
export const segment: Stage = { name: 'segment', run };

function run(draft: Draft): Draft {
  const { text, title } = draft.document;
  return { ...draft, sentences: sentences(text, title).map((s) => ({ ...s, tokens: [] })) };
}
