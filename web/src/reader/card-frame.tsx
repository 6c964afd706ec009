import { type ReactNode, useEffect, useId, useRef } from 'react';
import { strings } from '../strings.ts';

/** What every card has: a line above, a heading that takes the focus when the card opens, and the way to close it. */
export function CardFrame(props: {
  readonly above: string;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useId();

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('[data-card]')?.scrollTo({ top: 0 });
  }, []);

  return (
    <section aria-labelledby={title}>
      <div className="flex items-center justify-between gap-3">
        <p className="label tabular-nums">{props.above}</p>
        <button type="button" className="button" onClick={props.onClose}>
          {strings.reader.close}
        </button>
      </div>
      <h2
        id={title}
        ref={heading}
        tabIndex={-1}
        className="mt-3 text-answer font-semibold outline-none"
        dir="auto"
      >
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
