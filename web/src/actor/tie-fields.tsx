import { strings } from '../strings.ts';
import { TIES, type TieDraft } from './draft.ts';
import { Field } from './field.tsx';

const t = strings.actor;

/** One tie to another actor: what it is, to whom, and over which time. */
export function TieFields(props: {
  readonly tie: TieDraft;
  readonly number: number;
  /** Id of the list of known names. */
  readonly list: string;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (tie: TieDraft) => void;
  readonly onRemove: () => void;
}) {
  const { tie, number, errors, onChange } = props;
  const name = (part: string) => `${tie.key}.${part}`;
  const dates = ['from', 'until'] as const;
  return (
    <fieldset className="border-t border-rule pt-3">
      <legend className="sr-only">{t.tie(number)}</legend>
      <div className="tie-fields">
        <Field name={name('kind')} label={t.relation} error={errors[name('kind')]}>
          {(control) => (
            <select
              {...control}
              value={tie.kind}
              onChange={(event) =>
                onChange({ ...tie, kind: TIES.find((kind) => kind === event.target.value) ?? tie.kind })
              }
            >
              {TIES.map((kind) => (
                <option key={kind} value={kind}>
                  {strings.tie[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name={name('to')} label={t.to} error={errors[name('to')]}>
          {(control) => (
            <input
              {...control}
              list={props.list}
              autoComplete="off"
              value={tie.to}
              onChange={(event) => onChange({ ...tie, to: event.target.value })}
            />
          )}
        </Field>
        {dates.map((part) => (
          <Field key={part} name={name(part)} label={t[part]} error={errors[name(part)]}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                value={tie[part]}
                onChange={(event) => onChange({ ...tie, [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <button
          type="button"
          className="button mt-6 self-start"
          aria-label={t.removeTie(number)}
          onClick={props.onRemove}
        >
          ✕
        </button>
      </div>
    </fieldset>
  );
}
