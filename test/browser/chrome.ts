import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser to test in: CHROME_PATH, else one on PATH, else playwright's own. Throws where there is none. */
export function findChrome(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment.CHROME_PATH;
  if (given !== undefined && given !== '') {
    if (isProgram(given)) return given;
    throw new Error(
      `CHROME_PATH names ${given}, which cannot be run. Correct it, or unset it and run "npm run setup".`,
    );
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = [...candidates, chromium.executablePath()].find(isProgram);
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need a Chromium and found none. Run "npm run setup", or set CHROME_PATH.',
  );
}

/** A browser with a profile of its own, gone when closed. */
export async function openChrome(
  options: { readonly width?: number; readonly height?: number; readonly scheme?: 'light' | 'dark' } = {},
): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'counterclaim-chrome-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChrome(),
    args: FLAGS,
    headless: true,
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.scheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  context.on('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  return context;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
