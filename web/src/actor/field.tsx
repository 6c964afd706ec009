import { type ReactNode, useId } from 'react';

/** What an input is given so that its hint and its error are read out with it. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly className: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A labelled input with a hint, and beside it what the API found wrong. */
export function Field(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly children: (control: Control) => ReactNode;
}) {
  const id = useId();
  const { name, label, hint, error } = props;
  const described = [hint !== undefined && `${id}hint`, error !== undefined && `${id}error`].filter(Boolean);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="block text-caption font-semibold">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}hint`} className="label">
          {hint}
        </p>
      )}
      {props.children({
        id,
        name,
        className: 'input mt-1',
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={`${id}error`} className="mt-1 text-caption text-denies">
          {error}
        </p>
      )}
    </div>
  );
}
