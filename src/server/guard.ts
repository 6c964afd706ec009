import type { MiddlewareHandler } from 'hono';
import { Refusal } from './problem.ts';

const NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** Whether `host` (a Host header, with or without port) names this machine and, where one is given, this port. */
export function isOwnHost(host: string, port: number | null): boolean {
  const match = /^(\[[0-9a-f:]+\]|[^:[\]]+)(?::(\d{1,5}))?$/i.exec(host);
  if (match === null || !NAMES.has(match[1]!.toLowerCase())) return false;
  return port === null || Number(match[2] ?? '80') === port;
}

/** Refuses requests under a foreign Host name, so that a rebound DNS name reads nothing. */
export function guardHost(port: () => number | null): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!isOwnHost(host, port())) {
      throw new Refusal(
        421,
        'Misdirected request',
        'This server answers only to 127.0.0.1, localhost and [::1] on its own port; open it under one of them.',
      );
    }
    await next();
  };
}

/** Refuses requests that change or cost something when another site's page sent them. */
export function guardOrigin(port: () => number | null): MiddlewareHandler {
  return async (context, next) => {
    const { method } = context.req;
    if (method !== 'GET' && method !== 'HEAD') {
      const site = context.req.header('sec-fetch-site');
      const origin = context.req.header('origin');
      const own = origin === undefined || (/^http:\/\//i.test(origin) && isOwnHost(origin.slice(7), port()));
      if (!own || (site !== undefined && site !== 'same-origin' && site !== 'none')) {
        throw new Refusal(
          403,
          'Foreign origin',
          'Another site’s page may not post here; send the request from this server’s own pages or from a program.',
        );
      }
    }
    await next();
  };
}

/** Puts the security headers on every answer, errors included. */
export function secureHeaders(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  };
}
