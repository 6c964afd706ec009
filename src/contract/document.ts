import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import { normalDate } from './date.ts';

/** A document as it comes in: only `text` is required. Its zod schema is `document-schema.ts`. */
export interface DocumentInput {
  readonly id?: string | null | undefined;
  readonly text: string;
  readonly title?: string | null | undefined;
  readonly publisher?: string | null | undefined;
  readonly published?: string | null | undefined;
  readonly updated?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly language?: string | null | undefined;
}

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The id of a document that came without one: the first 12 hex digits of the SHA-256 of its text. */
export function defaultId(hash: string): string {
  return hash.slice(0, 12);
}

/**
 * The document with its hash and, where it came without one, its default id. Blank fields become null. Throws
 * TypeError where `text` is no string, RangeError on a date that is none.
 */
export function toDocument(input: DocumentInput): Document {
  if (typeof input?.text !== 'string')
    throw new TypeError(`document.text must be a string, got ${typeof input?.text}`);
  const hash = sha256(input.text);
  return {
    id: filled(input.id) ?? defaultId(hash),
    text: input.text,
    title: filled(input.title),
    publisher: filled(input.publisher),
    published: dated('published', input.published),
    updated: dated('updated', input.updated),
    url: filled(input.url),
    language: filled(input.language),
    sha256: hash,
  };
}

function filled(value: string | null | undefined): string | null {
  return value === undefined || value === null || value.trim() === '' ? null : value;
}

function dated(field: string, value: string | null | undefined): string | null {
  const given = filled(value);
  if (given === null) return null;
  const date = normalDate(given);
  if (date === null) {
    throw new RangeError(
      `document.${field} must be YYYY-MM-DD or a date-time such as 2017-10-15T09:30:00Z, got ${JSON.stringify(given)}`,
    );
  }
  return date;
}
