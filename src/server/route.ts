import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().optional().meta({ description: 'As listed in docs/errors.md' }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 tells it.' });

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request does not fit; `errors` names each field.',
  403: 'Sent by another site’s page.',
  404: 'The ledger has nothing under that id.',
  413: 'The body is larger than this route takes.',
  415: 'The body is not application/json.',
  421: 'Asked under a name that is not this machine’s own.',
  503: 'The ledger cannot be read now; the detail says why.',
};

/** The answers a route may give besides its own, for the OpenAPI document. */
export function refusals(...statuses: number[]) {
  const content = { 'application/problem+json': { schema: problem } };
  return Object.fromEntries(
    [...statuses, 421, 503].map((status) => [status, { description: REFUSALS[status]!, content }]),
  );
}

/** A GET route that answers with one JSON object. */
export function readRoute<P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) {
  return createRoute({
    method: 'get',
    path,
    summary,
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      ...refusals(),
    },
  });
}

/** A GET route for the one thing that the ledger has under an id. */
export function oneRoute<P extends string, S extends z.ZodType>(path: P, summary: string, schema: S) {
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { params: z.object({ id: z.string().min(1) }) },
    responses: {
      200: { description: summary, content: { 'application/json': { schema } } },
      ...refusals(404),
    },
  });
}

/** Plain data that may be readonly where its schema's type is not. */
type Plain<T> = T extends readonly (infer U)[]
  ? readonly Plain<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;

/** Answers with data that must fit the route's schema. It is never kept by a browser's cache: a ledger changes. */
export function answer<S extends z.ZodType>(context: Context, _: S, data: Plain<z.output<S>>) {
  context.header('cache-control', 'no-store');
  return context.json(data as object, 200) as never;
}
