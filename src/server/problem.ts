import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { EdgeError } from '../contract/error.ts';

/** What went wrong, as RFC 9457 tells it. `errors` names each field that does not fit. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The code of an EdgeError, as docs/errors.md lists it. */
  readonly code?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/** A request this server will not answer, with its HTTP status. */
export class Refusal extends Error {
  readonly status: number;
  readonly title: string;
  readonly errors: Problem['errors'];

  constructor(status: number, title: string, detail: string, errors?: Problem['errors']) {
    super(detail);
    this.name = 'Refusal';
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not readable',
  503: 'Not available',
};

/** The one place where an error becomes an answer. What carries no status is a fault of ours and stays unexplained outside. */
export function toProblem(error: unknown): Problem {
  const status = statusOf(error);
  if (status === null || !(error instanceof Error)) {
    return {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      detail: 'The server met an error it did not expect; its own output says which.',
    };
  }
  const title = error instanceof Refusal ? error.title : (TITLES[status] ?? 'Error');
  return {
    type: 'about:blank',
    title,
    status,
    detail: error.message === '' ? title : error.message,
    ...(error instanceof EdgeError && { code: error.code }),
    ...(error instanceof EdgeError && error.fields.length > 0 && { errors: error.fields }),
    ...(error instanceof Refusal && error.errors && { errors: error.errors }),
  };
}

/** Sends a problem as application/problem+json. */
export function sendProblem(context: Context, problem: Problem): Response {
  return context.body(JSON.stringify(problem), {
    status: problem.status as 400,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function statusOf(error: unknown): number | null {
  if (error instanceof HTTPException) return error.status;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}
