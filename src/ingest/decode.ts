import { EdgeError } from '../contract/error.ts';

/** The longest text that is read, in bytes. */
export const MAX_TEXT = 10 * 1024 * 1024;

/**
 * The text of a file, as it stands: line ends and all other characters are kept, so offsets hold for the file's own
 * characters. Only a byte-order mark is taken off. UTF-8, or UTF-16 where a byte-order mark says so.
 */
export function decode(bytes: Uint8Array, where: string): string {
  if (bytes.length > MAX_TEXT) throw tooBig(where);
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw new EdgeError('binary', `${where} is not text (it holds NUL bytes); give the text of the report.`);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    throw new EdgeError('binary', `${where} is a PDF; turn it into text first, for example with pdftotext.`);
  }
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    const at = encoding === 'utf-8' ? ` (first bad byte at offset ${firstBadByte(bytes)})` : '';
    throw new EdgeError(
      'not-utf8',
      `${where} is not valid ${encoding.toUpperCase()}${at}; convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8`,
      { cause },
    );
  }
  if (text.trim() === '') throw new EdgeError('empty', `${where} holds no text.`);
  return text;
}

/** The error for a text above the limit. */
export function tooBig(where: string): EdgeError {
  return new EdgeError('too-big', `${where} is larger than ${MAX_TEXT / 1024 / 1024} MB of text; split it.`);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  return 'utf-8';
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

/** Halves the range until one byte is left: up to it the bytes are UTF-8, with it they are not. */
function firstBadByte(bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}
