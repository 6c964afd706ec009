import { type ReactNode, useEffect, useId, useRef } from 'react';
import { strings } from '../strings.ts';

/** What every card has: a line above, a heading that takes the focus when the card opens, and the way to close it. */
export function CardFrame(props: {
  readonly above: string;
  readonly title: ReactNode;
  /** The part of the card that was asked for, by its `data-part`; it is brought into view. */
  readonly part?: string | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useId();

  const { part = null } = props;

  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const card = heading.current?.closest('[data-card]');
    const asked =
      part === null ? null : card?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`);
    card?.scrollTo({ top: asked ? asked.offsetTop - 16 : 0 });
  }, [part]);

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
