import type { DocumentInput } from '../contract/document.ts';
import type { Digest } from '../model/digest.ts';
import type { Document } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import type { Backend, Database } from './backend.ts';

/** What `add` did with a document. */
export interface Added {
  readonly id: string;
  /** completed: it filled in metadata the ledger lacked; reread: a newer engine read it again. */
  readonly outcome: 'added' | 'unchanged' | 'completed' | 'reread';
  /** Metadata that was given but differs from what the ledger holds, which stands. */
  readonly differs: readonly string[];
  /** What was read now; null where nothing was. */
  readonly reading: Reading | null;
}

/** A document as lists show it. */
export interface DocumentRow extends Omit<Document, 'text'> {
  /** SHA-256 of the bytes as received. */
  readonly original: string;
  /** When it came into the ledger (ISO, UTC). */
  readonly added: string;
  /** Length of the text in UTF-16 code units. */
  readonly characters: number;
  readonly statements: number;
  readonly claims: number;
}

/** A document with its text. */
export interface DocumentWithText extends DocumentRow {
  readonly text: string;
}

/** Which claims to find; all that is given must hold. Names match anywhere and without regard to case. */
export interface ClaimFilter {
  readonly document?: string | undefined;
  readonly event?: string | undefined;
  readonly polarity?: string | undefined;
  readonly stance?: string | undefined;
  /** Speaker, agent or patient. */
  readonly actor?: string | undefined;
  readonly place?: string | undefined;
  /** The claim's time reaches to this ISO date or later. */
  readonly from?: string | undefined;
  /** The claim's time begins on this ISO date or before. */
  readonly to?: string | undefined;
  /** Words that the document's title or text holds. */
  readonly search?: string | undefined;
}

/** The store of documents, originals and what was read in them. Several processes may use one at the same time. */
export interface Ledger {
  readonly dir: string;
  /**
   * Reads a document and keeps it; when this resolves it is on the disk. The same bytes twice add nothing. `original`
   * are the bytes as received (by default the text in UTF-8). Rejects with EdgeError `id-taken` where the id has another text.
   */
  add(input: DocumentInput, original?: Uint8Array): Promise<Added>;
  /** All documents, by published time, then id; with `search` those whose title or text holds all the words. */
  documents(search?: string): Promise<DocumentRow[]>;
  /** One document with its text, null where there is none. */
  document(id: string): Promise<DocumentWithText | null>;
  /** The bytes as received, checked against their SHA-256; null where there is no such document. */
  original(id: string): Promise<Uint8Array | null>;
  /** What the newest engine read in a document, null where there is none. */
  reading(id: string): Promise<Reading | null>;
  /** The newest Reading of every document, by id. */
  readings(): Promise<Reading[]>;
  /** Global ids of the claims that fit, by document (published time, id), then by place in the text. */
  find(filter: ClaimFilter): Promise<string[]>;
  /** All documents reconciled; kept until a document is added or read again. */
  digest(): Promise<Digest>;
  close(): Promise<void>;
}

/** What the ledger uses to read and to reconcile; by default the program's own. */
export interface Engines {
  readonly read: (input: DocumentInput) => Reading;
  readonly digest: (readings: readonly Reading[], texts?: ReadonlyMap<string, string>) => Digest;
}

/** What every part of the ledger works with. Engines load on first use: only `add` needs the reader. */
export interface Store {
  readonly dir: string;
  readonly db: Database;
  readonly backend: Backend;
  readonly read: () => Promise<Engines['read']>;
  readonly digest: () => Promise<Engines['digest']>;
  /** The time now, ISO in UTC. */
  readonly now: () => string;
}
