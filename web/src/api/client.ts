import type { Api } from './types.ts';

/** An answer that is no success: `status` 0 means that no answer came. */
export class ApiError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

/** Asks one route of this server; `{name}` parts of the path are filled from `parts`. */
export async function ask<P extends keyof Api>(
  path: P,
  parts: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<Api[P]> {
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parts[name] ?? ''));
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, error instanceof Error ? error.message : String(error));
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const detail = (body as { detail?: unknown } | null)?.detail;
    throw new ApiError(response.status, typeof detail === 'string' ? detail : response.statusText);
  }
  return body as Api[P];
}
