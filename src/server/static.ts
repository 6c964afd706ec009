import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Context } from 'hono';
import { Refusal } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** The pages of the workbench: any path under one of these is the single page, which then decides. */
const PAGES = /^\/(?:$|(?:documents|disputes|agreements|control)(?:\/|$))/;

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Counterclaim</title>
<h1>The web pages are not built yet</h1>
<p>Run <code>npm run build</code> in the checkout and reload. The API at <a href="/api/openapi.json">/api/openapi.json</a> works already.</p></html>`;

/**
 * Answers for the built pages under `root`. Only files that a listing of the folder shows are ever opened, under exactly
 * their own path, so no request can climb out of it. The listing is made anew when the pages were rebuilt.
 */
export function pagesFrom(root: string): (context: Context) => Response {
  let files = listFiles(root);
  return (context) => {
    const path = pathOf(context);
    const asset = path.startsWith('/assets/');
    if (!files.has('/index.html') || (asset && !files.has(path))) files = listFiles(root);
    const page = files.get('/index.html');
    if (page === undefined) return html(context, NOT_BUILT, 503);
    const file = files.get(path);
    if (file !== undefined && file !== page) return send(context, file, asset, 200);
    if (asset) throw new Refusal(404, 'Not found', `There is no file ${path}; reload the page.`);
    return send(context, page, false, PAGES.test(path) ? 200 : 404);
  };
}

function send(context: Context, file: string, hashed: boolean, status: 200 | 404): Response {
  return context.body(new Uint8Array(readFileSync(file)), {
    status,
    headers: {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}

function html(context: Context, body: string, status: 503): Response {
  return context.body(body, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}

function pathOf(context: Context): string {
  try {
    return decodeURIComponent(new URL(context.req.url).pathname);
  } catch {
    return '/%';
  }
}

function listFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return files;
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, file).split(sep).join('/')}`, file);
  }
  return files;
}
