import { readFileSync } from 'node:fs';

/** The version of the program, as in package.json. */
export const VERSION: string = packageVersion();

/** The manifest stands above src/ in a checkout, and above dist/src/ in the published package. */
function packageVersion(): string {
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
      if (name === 'counterclaim') return version;
    } catch {}
  }
  throw new Error('package.json of counterclaim is missing beside its code; install it again');
}
