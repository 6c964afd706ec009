import type { Agreement } from './agreement.ts';
import type { Claim } from './claim.ts';
import type { Control } from './control.ts';
import type { Credit } from './credit.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Dispute } from './dispute.ts';
import type { Document } from './document.ts';
import type { Entity } from './entity.ts';
import type { Involved } from './involved.ts';
import type { Mention } from './mention.ts';
import type { Sentence } from './sentence.ts';
import type { Statement } from './statement.ts';

/** The program that read, so that a claim says which engine made it. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** Names of the models and data that took part. */
  readonly models: readonly string[];
}

/** A document as a Reading repeats it: everything but the text, which comes back only on request. */
export interface ReadDocument extends Omit<Document, 'text'> {
  /** Length of the text in UTF-16 code units. */
  readonly characters: number;
  readonly text?: string;
}

/** One document read by one engine, without knowledge of any other document. */
export interface Reading {
  readonly engine: Engine;
  readonly document: ReadDocument;
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly agreements: readonly Agreement[];
  readonly control: readonly Control[];
  readonly credits: readonly Credit[];
  readonly involved: readonly Involved[];
  /** Disputes between claims of this document. */
  readonly disputes: readonly Dispute[];
  readonly diagnostics: readonly Diagnostic[];
}
