import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { ApiError, sendActor } from '../api/client.ts';
import { actors, cache } from '../api/queries.ts';
import { strings } from '../strings.ts';
import { actorOf, type Draft, EMPTY, fieldOf, type TieDraft } from './draft.ts';
import { Field } from './field.tsx';
import { TieFields } from './tie-fields.tsx';

const t = strings.actor;

/** What became of the last actor that was sent. */
type Outcome =
  | { readonly kind: 'added'; readonly name: string; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly detail: string; readonly errors: Readonly<Record<string, string>> };

/** Teaches the ledger an actor of one's own, which may be tied to those that are known. */
export function ActorForm({ known }: { known: readonly string[] }) {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [sending, setSending] = useState(false);
  const [own, setOwn] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const next = useRef(1);
  const more = useRef<HTMLButtonElement>(null);
  const list = useId();
  const errors = outcome?.kind === 'refused' ? outcome.errors : {};

  useEffect(() => {
    if (outcome === null) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? result.current)?.focus();
  }, [outcome]);

  const change = (part: Partial<Draft>) => setDraft((last) => ({ ...last, ...part }));
  const addTie = () => {
    const key = next.current++;
    change({ ties: [...draft.ties, { key, kind: 'memberOf', to: '', from: '', until: '' }] });
  };
  const changeTie = (tie: TieDraft) =>
    change({ ties: draft.ties.map((each) => (each.key === tie.key ? tie : each)) });
  const removeTie = (key: number) => {
    change({ ties: draft.ties.filter((each) => each.key !== key) });
    more.current?.focus();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    const actor = actorOf(draft);
    try {
      const added = await sendActor(actor);
      setOutcome({ kind: 'added', name: actor.names[0]!, isNew: added.length > 0 });
      setOwn((names) => [...names, actor.names[0]!]);
      setDraft(EMPTY);
      void cache.invalidateQueries({ queryKey: actors.queryKey });
    } catch (error) {
      setOutcome(refusal(error, draft));
    } finally {
      setSending(false);
    }
  };

  return (
    <details className="mb-8 border-t border-rule pt-3">
      <summary className="link w-fit">{t.add}</summary>
      <form ref={form} className="mt-3 max-w-[48rem] space-y-4" noValidate onSubmit={send}>
        <p className="max-w-measure text-soft">{t.addLead}</p>
        <div ref={result} tabIndex={-1} role="status" className="outline-none">
          {outcome !== null && <Result outcome={outcome} />}
        </div>
        <Field name="names" label={t.names} hint={t.namesHint} error={errors.names}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              dir="auto"
              required
              value={draft.names}
              onChange={(event) => change({ names: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="kind" label={t.kind} hint={t.kindHint} error={errors.kind}>
            {(control) => (
              <select
                {...control}
                required
                value={draft.kind}
                onChange={(event) => change({ kind: event.target.value })}
              >
                <option value="">{t.choose}</option>
                {Object.entries(strings.actorKind).map(([kind, words]) => (
                  <option key={kind} value={kind}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="countries" label={t.countries} hint={t.countriesHint} error={errors.countries}>
            {(control) => (
              <input
                {...control}
                autoComplete="off"
                value={draft.countries}
                onChange={(event) => change({ countries: event.target.value })}
              />
            )}
          </Field>
        </div>
        <fieldset className="space-y-3">
          <legend className="text-caption font-semibold">{t.ties}</legend>
          {draft.ties.length > 0 && (
            <p className="label">
              {t.toHint} {t.dateHint}
            </p>
          )}
          {draft.ties.map((tie, at) => (
            <TieFields
              key={tie.key}
              number={at + 1}
              onChange={changeTie}
              onRemove={() => removeTie(tie.key)}
              {...{ tie, list, errors }}
            />
          ))}
          <button ref={more} type="button" className="button" onClick={addTie}>
            {t.addTie}
          </button>
        </fieldset>
        <datalist id={list}>
          {[...new Set([...own, ...known])].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <button
          type="submit"
          className="button border-green font-semibold text-green"
          aria-disabled={sending}
        >
          {sending ? t.saving : t.save}
        </button>
      </form>
    </details>
  );
}

function Result({ outcome }: { outcome: Outcome }) {
  if (outcome.kind === 'refused')
    return <p className="border-s-4 border-denies bg-well px-4 py-2 text-caption">{outcome.detail}</p>;
  return (
    <div className="border-s-4 border-green bg-well px-4 py-2 text-caption">
      <p className="font-semibold" dir="auto">
        {outcome.isNew ? t.added(outcome.name) : t.known(outcome.name)}
      </p>
      <p className="mt-1">{t.again}</p>
      <pre className="mt-1 font-mono break-words whitespace-pre-wrap">
        <code>{t.againCommand}</code>
      </pre>
    </div>
  );
}

/** What the API found wrong, by field; what concerns no field of the form is told above it. */
function refusal(error: unknown, draft: Draft): Outcome {
  const { fields, status, message } =
    error instanceof ApiError ? error : { fields: [], status: null, message: String(error) };
  const errors = Object.fromEntries(
    fields.toReversed().map((field) => [fieldOf(field.path, draft), field.message]),
  );
  const detail = fields.length > 0 ? t.refused : status === 0 ? strings.states.unreachable : message;
  return { kind: 'refused', detail, errors };
}
