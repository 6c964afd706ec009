import { createContext, type ReactNode, useContext } from 'react';
import type { Span } from '../../../src/model/span.ts';
import { strings } from '../strings.ts';

/** Shows words in the text, however far away they stand. */
export const Pointing = createContext<(span: Span) => void>(() => {});

/** Words of the document as a button that shows them in the text; words that stand nowhere in it are only quoted. */
export function Words(props: {
  readonly span: { readonly start: number | null; readonly end: number | null; readonly text: string };
  readonly children?: ReactNode;
}) {
  const pointAt = useContext(Pointing);
  const { start, end, text } = props.span;
  const quoted = /^[“"«]/u.test(text) ? text : <q>{text}</q>;
  if (start === null || end === null) return quoted;
  return (
    <button
      type="button"
      className="words"
      dir="auto"
      aria-label={strings.reader.words(text)}
      onClick={() => pointAt({ start, end, text })}
    >
      {props.children ?? quoted}
    </button>
  );
}
