import { findChrome } from '../test/browser/chrome.ts';
import { run } from './step.ts';

// Second half of `npm run setup`: sees to it that a Chromium is there for the browser tests, and says what it did.

const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-dejavu-core'];

function present(): string | null {
  try {
    return findChrome();
  } catch (error) {
    if (process.env.CHROME_PATH) throw error;
    return null;
  }
}

async function viaApt(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if ((await run('apt-get', ['--version'])) !== 0) return false;
  console.log(`setup: no Chromium found; installing ${PACKAGES.join(', ')} with apt-get`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  if ((await run('apt-get', ['update', '-q'], quiet)) !== 0) return false;
  return (await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES], quiet)) === 0;
}

async function viaPlaywright(): Promise<boolean> {
  console.log('setup: fetching a Chromium with "npx playwright-core install chromium"');
  if (process.platform === 'linux') {
    console.log(
      'setup: it needs libraries of the system; if it does not start, install your distribution’s chromium',
    );
  }
  return (await run('playwright-core', ['install', 'chromium'])) === 0;
}

async function main(): Promise<number> {
  const found = present();
  if (found !== null) {
    console.log(`setup: nothing to do, the browser tests will use ${found}`);
    return 0;
  }
  if (await viaApt()) console.log('setup: apt-get is done');
  const path = present() ?? ((await viaPlaywright()) ? present() : null);
  if (path === null) {
    console.error(
      'setup: no Chromium could be installed. Install one yourself and set CHROME_PATH to its program.',
    );
    return 1;
  }
  console.log(`setup: the browser tests will use ${path}`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`setup: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
