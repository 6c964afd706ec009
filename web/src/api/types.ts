import type { Claim } from '../../../src/model/claim.ts';
import type { DigestAgreement, DigestControl } from '../../../src/model/digest.ts';
import type { Dimension, Dispute } from '../../../src/model/dispute.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Stance, StatementMode } from '../../../src/model/statement.ts';

/** A document as a list shows it. */
export interface DocumentRow {
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly statements: number;
  readonly claims: number;
  readonly disputes: number;
}

/** A dispute as it touches one document: `claims` are that document's own claim ids. */
export interface DisputeMark {
  readonly id: string;
  readonly question: string;
  readonly kind: Dimension;
  readonly status: Dispute['status'];
  readonly claims: readonly string[];
}

/** One document with its text, its Reading and the disputes its claims stand in. */
export interface DocumentPage {
  readonly document: Document;
  readonly reading: Reading;
  readonly disputes: readonly DisputeMark[];
}

/** One claim with the words that put it forward, as it is shown away from its document. */
export interface QuotedClaim {
  /** "DOCUMENT/CLAIM". */
  readonly id: string;
  readonly document: Pick<Document, 'id' | 'title' | 'publisher' | 'published'>;
  readonly claim: Claim;
  readonly stance: Stance;
  readonly mode: StatementMode;
  readonly speaker: string | null;
  readonly for: string | null;
  /** The words of the sentence before, of and after the statement's content. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** A dispute as a list shows it. */
export interface DisputeRow {
  readonly id: string;
  readonly question: string;
  readonly kind: Dimension;
  readonly status: Dispute['status'];
  readonly sides: readonly {
    readonly answer: string;
    readonly claims: readonly string[];
    readonly origins: number;
  }[];
}

/** A dispute with the words on each side. */
export interface DisputePage extends Omit<DisputeRow, 'sides'> {
  readonly sides: readonly {
    readonly answer: string;
    readonly origins: number;
    readonly claims: readonly QuotedClaim[];
  }[];
  readonly why: readonly string[];
}

/** The routes the workbench asks, under the paths of /api/openapi.json, with what they answer. */
export interface Api {
  '/api/documents': { readonly documents: readonly DocumentRow[] };
  '/api/documents/{id}': DocumentPage;
  '/api/disputes': { readonly disputes: readonly DisputeRow[] };
  '/api/disputes/{id}': DisputePage;
  '/api/agreements': { readonly agreements: readonly DigestAgreement[] };
  '/api/control': { readonly control: readonly DigestControl[] };
}
