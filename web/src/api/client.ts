import type { Api, NewActor } from './types.ts';

/** What is wrong with one field of a request; the path is as in the JSON that was sent, "memberOf.0.to". */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** An answer that is no success: `status` 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;
  /** What is wrong with which field of what was sent. */
  readonly fields: readonly FieldError[];

  constructor(status: number, message: string, fields: readonly FieldError[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
  }
}

/** Asks one route of this server; `{name}` parts of the path are filled from `parts`. */
export async function ask<P extends keyof Api>(
  path: P,
  parts: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Api[P]> {
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));
  return call<Api[P]>(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
}

/** Sends an actor of the user's own; gives the ids that are new, none where it stood there already. */
export async function sendActor(actor: NewActor): Promise<readonly string[]> {
  const { added } = await call<{ added: readonly string[] }>('/api/actors', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(actor),
  });
  return added;
}

async function call<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, error instanceof Error ? error.message : String(error));
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const { detail, errors } = (body ?? {}) as { detail?: unknown; errors?: readonly FieldError[] };
    throw new ApiError(response.status, typeof detail === 'string' ? detail : response.statusText, errors);
  }
  return body as T;
}
