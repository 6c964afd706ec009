import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EdgeError } from '../contract/error.ts';

const CODES = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EIO'];

/** Makes a folder and those above it. Node's own way never ends where a folder takes no others, as in /proc. */
export function makeFolder(dir: string): void {
  if (existsSync(dir)) return;
  const above = dirname(resolve(dir));
  if (above !== resolve(dir)) makeFolder(above);
  try {
    mkdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** The EdgeError for trouble with the ledger's folder; null where it is none. */
export function folderTrouble(error: Error, dir: string): Error | null {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined || !CODES.includes(code)) return null;
  return new EdgeError('ledger-broken', `The ledger in ${dir} cannot be used (${error.message}).`, {
    cause: error,
  });
}
