import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { serve } from '../../src/server/serve.ts';
import { LAYERS } from '../../web/src/reader/layer.ts';
import { openChrome } from './chrome.ts';
import { writeLedger } from './fixture.ts';

/** Every page of the workbench over the fixture, by name. */
export const PAGES = {
  documents: '/',
  reader: '/documents/harbour%2Fwire',
  card: '/documents/harbour%2Fwire#claim=c2',
  layers: `/documents/harbour%2Fwire?layers=${LAYERS.join('.')}#claim=c3`,
  mention: '/documents/harbour%2Fwire?layers=actor.place#mention=m1',
  agreement: '/documents/harbour%2Fwire?layers=agreements.control#agreement=a1',
  held: '/documents/harbour%2Fwire?layers=control#control=1',
  involved: '/documents/harbour%2Fwire?layers=involved#involved=1',
  untitled: '/documents/inland-post',
  disputes: '/disputes',
  dispute: '/disputes/d1',
  agreements: '/agreements',
  control: '/control',
  actors: '/actors',
  lost: '/nowhere',
} as const;

/** A running workbench over the fixture's ledger, its pages built from the sources as they are. */
export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the pages, writes the fixture's ledger and serves both on a free port. */
export async function openSite(write: (dir: string) => Promise<void> = writeLedger): Promise<Site> {
  buildPages();
  const dir = mkdtempSync(join(tmpdir(), 'counterclaim-site-'));
  await write(dir);
  const server = await serve({ ledger: dir, port: 0 });
  return {
    address: server.address,
    async close() {
      await server.close();
      rmSync(dir, { recursive: true });
    },
  };
}

/** A page that keeps every address it asked for and every complaint of the browser. */
export interface Watched {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens a browser and watches its first page. */
export async function watch(options: Parameters<typeof openChrome>[0] = {}): Promise<Watched> {
  const context = await openChrome(options);
  const page = context.pages()[0] ?? (await context.newPage());
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, requests, complaints };
}

/** The words that a part of a page shows once it is there, white space made even. */
export async function wordsOf(part: Locator): Promise<string> {
  await part.first().waitFor();
  return (await part.allInnerTexts()).join('\n').replaceAll(/\s+/g, ' ').trim();
}

/** Builds dist/web as it is published; in a process of its own, since the test runner's environment gives React's slower build. */
function buildPages(): void {
  const checkout = fileURLToPath(new URL('../..', import.meta.url));
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', 'web', '--logLevel', 'error'], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
