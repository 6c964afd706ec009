import { createReadStream } from 'node:fs';
import { EdgeError } from '../contract/error.ts';
import { MAX_TEXT, tooBig } from './decode.ts';

/** The bytes of a file; what is no file, is not there, may not be read or is too big is an EdgeError. */
export async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    return await allBytes(createReadStream(path), path);
  } catch (error) {
    throw fileError(error, path);
  }
}

/** All bytes of a stream, which may hold as many as a text may have. */
export async function allBytes(stream: AsyncIterable<Uint8Array>, where: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_TEXT) throw tooBig(where);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The EdgeError for what the file system threw; an EdgeError comes back as it is. */
export function fileError(error: unknown, path: string): EdgeError {
  if (error instanceof EdgeError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new EdgeError('no-such-file', `There is no file ${path}.`, { cause: error });
  }
  if (code === 'EISDIR')
    return new EdgeError('not-a-file', `${path} is a folder; give the files in it.`, { cause: error });
  return new EdgeError('unreadable', `${path} cannot be read (${message}).`, { cause: error });
}
