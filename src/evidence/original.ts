import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../contract/document.ts';
import { EdgeError } from '../contract/error.ts';

/** Where the original with this SHA-256 lies, relative to the ledger's folder: originals/ab/abcdef… */
export function originalPath(hash: string): string {
  return join('originals', hash.slice(0, 2), hash);
}

/**
 * Keeps bytes under their SHA-256 and gives it back. When it returns, file and folder are on the disk, so a row may
 * name them. Bytes that are already there are not written again.
 */
export function keepOriginal(dir: string, bytes: Uint8Array): string {
  const hash = sha256(bytes);
  const path = join(dir, originalPath(hash));
  const folder = join(dir, 'originals', hash.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) {
    const draft = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.part`;
    try {
      writeThrough(draft, bytes);
      renameSync(draft, path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }
  for (const each of [folder, join(dir, 'originals'), dir]) syncFolder(each);
  return hash;
}

/** The bytes kept under a SHA-256; throws where they are gone or no longer those bytes. */
export function readOriginal(dir: string, hash: string): Uint8Array {
  const path = join(dir, originalPath(hash));
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new EdgeError('ledger-broken', `The original ${path} cannot be read; restore it from a backup.`, {
      cause,
    });
  }
  if (sha256(bytes) !== hash) {
    throw new EdgeError(
      'ledger-broken',
      `The original ${path} was changed after it was kept; restore it from a backup.`,
    );
  }
  return bytes;
}

function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o644);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows opens no folders; there the rename itself is all that can be had. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
