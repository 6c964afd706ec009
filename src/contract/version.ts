import { readFileSync } from 'node:fs';

/** The folder of the package: above src/ in a checkout, above dist/src/ where it is installed. */
export const ROOT: URL = new URL(import.meta.url.endsWith('.js') ? '../../../' : '../../', import.meta.url);

/** The version of the program, as in package.json. */
export const VERSION: string = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')).version;
