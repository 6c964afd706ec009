import type { Generated } from 'kysely';

/** The bytes as received; they lie in the originals folder under this SHA-256. */
export interface OriginalsTable {
  sha256: string;
  bytes: number;
  added: string;
}

/** One row a document; `n` counts them in the order they were added. */
export interface DocumentsTable {
  n: Generated<number>;
  id: string;
  /** SHA-256 of the text. */
  sha256: string;
  /** SHA-256 of the bytes as received. */
  original: string;
  text: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  updated: string | null;
  url: string | null;
  language: string | null;
  added: string;
}

/** What one engine read in a document, as JSON; the newest row of a document counts. */
export interface ReadingsTable {
  n: Generated<number>;
  document: string;
  engine: string;
  version: string;
  /** JSON list of model names. */
  models: string;
  reading: string;
  added: string;
}

/** The statements of the Reading that counts, one row each. */
export interface StatementsTable {
  document: string;
  id: string;
  reading: number;
  mode: string;
  stance: string;
  speaker: string | null;
  /** Start of its first words, to keep the order of the text. */
  start: number;
}

/** The claims of the Reading that counts, one row each. */
export interface ClaimsTable {
  document: string;
  id: string;
  statement: string;
  event: string;
  polarity: string;
  modality: string;
  start: number;
  /** ISO dates of the claim's time. */
  from_date: string | null;
  to_date: string | null;
  quantity_of: string | null;
  quantity_min: number | null;
  quantity_max: number | null;
}

/** Who and what a claim names: its speaker, agents, patients and place, each under the words and the full name. */
export interface NamesTable {
  document: string;
  claim: string;
  role: 'speaker' | 'agent' | 'patient' | 'place';
  entity: string | null;
  name: string;
}

/** The Digest of the readings that `key` stands for. At most one row. */
export interface DigestsTable {
  key: string;
  digest: string;
}

/** The tables of the ledger, as Kysely knows them. */
export interface Tables {
  originals: OriginalsTable;
  documents: DocumentsTable;
  readings: ReadingsTable;
  statements: StatementsTable;
  claims: ClaimsTable;
  names: NamesTable;
  digests: DigestsTable;
}
