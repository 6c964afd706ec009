import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiError } from '../api/client.ts';
import { strings } from '../strings.ts';
import { useTitle } from './title.ts';

/** What a page shows while its answer is on the way. */
export function Loading() {
  return (
    <p role="status" className="py-16 font-serif text-answer text-soft">
      {strings.states.loading}
    </p>
  );
}

/** What a page shows when there is nothing to show: what is missing, and what to do. */
export function Empty({ title, hint, children }: { title: string; hint: string; children?: ReactNode }) {
  return (
    <div className="max-w-measure border-t border-rule py-10">
      <p className="font-serif text-answer">{title}</p>
      <p className="mt-2 text-soft">{hint}</p>
      {children}
    </div>
  );
}

/** What a page shows when its answer did not come. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  const status = error instanceof ApiError ? error.status : null;
  const message = error instanceof Error ? error.message : String(error);
  if (status === 404) return <Lost detail={message} />;
  return (
    <div role="alert" className="max-w-measure py-12">
      <h1 className="font-serif text-question">{strings.states.failed}</h1>
      <p className="mt-3">{status === 0 ? strings.states.unreachable : message}</p>
      <button
        type="button"
        className="button mt-5"
        onClick={() => {
          resetQueries();
          reset();
          void router.invalidate();
        }}
      >
        {strings.states.again}
      </button>
    </div>
  );
}

/** What stands under an address that names nothing. */
export function Lost({ detail }: { detail?: string }) {
  useTitle(strings.states.lost);
  return (
    <div className="max-w-measure py-12">
      <h1 className="font-serif text-question">{strings.states.lost}</h1>
      <p className="mt-3">{detail ?? strings.states.lostHint}</p>
      <p className="mt-5">
        <Link to="/" className="link">
          {strings.states.home}
        </Link>
      </p>
    </div>
  );
}
