import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explanation } from '../api/queries.ts';
import { strings } from '../strings.ts';
import { Words } from './pointing.tsx';

/** Why a claim was read so: asked for when opened, then every decision with its words and reasons. */
export function WhyPanel({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const { data, isError } = useQuery({ ...explanation(id), enabled: open });
  return (
    <details className="mt-3 text-caption" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="link w-fit">{strings.card.why}</summary>
      {isError && <p className="mt-2 text-soft">{strings.card.whyFailed}</p>}
      {open && data === undefined && !isError && (
        <p role="status" className="mt-2 text-soft">
          {strings.states.loading}
        </p>
      )}
      {data !== undefined && (
        <ol className="why">
          {data.steps.map(({ kind, result, words, why }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one answer keep their order
            <li key={index}>
              <p>
                <span className="text-soft">{strings.step[kind]}</span>{' '}
                <span className="font-semibold" dir="auto">
                  {result}
                </span>
              </p>
              {words.map((span) => (
                <p key={span.start} className="line-clamp-3">
                  <Words span={span} />
                </p>
              ))}
              {why.map((reason) => (
                <p key={reason} className="reason" dir="auto">
                  {reason}
                </p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** Reasons as recorded, folded away. */
export function Reasons({ title, why }: { title: string; why: readonly string[] }) {
  if (why.length === 0) return null;
  return (
    <details className="mt-3 text-caption">
      <summary className="text-soft">{title}</summary>
      <ul className="mt-1 list-disc ps-5 font-mono text-[0.75rem] break-words">
        {why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </details>
  );
}
