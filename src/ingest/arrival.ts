import type { DocumentInput } from '../contract/document.ts';
import type { EdgeError } from '../contract/error.ts';

/** A document that came in, with its bytes as received where it was a file of its own. */
export interface Arrived {
  readonly kind: 'document';
  /** The file or line it came from, for messages. */
  readonly where: string;
  readonly input: DocumentInput;
  readonly original: Uint8Array | null;
}

/** Something that was to be a document and cannot be read. */
export interface Refused {
  readonly kind: 'refused';
  readonly where: string;
  /** The id it gave, where it gave one. */
  readonly id: string | null;
  readonly error: EdgeError;
}

/** What each file, manifest entry or line turns into, in order. */
export type Arrival = Arrived | Refused;

/** A refusal. */
export function refuse(where: string, id: string | null, error: EdgeError): Refused {
  return { kind: 'refused', where, id, error };
}
