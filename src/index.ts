export type { OwnActorInput } from './contract/actor-schema.ts';
export type { DocumentInput } from './contract/document.ts';
export { EdgeError, type ErrorCode } from './contract/error.ts';
export { VERSION } from './contract/version.ts';
export { digest } from './digest.ts';
export { readPlaces } from './ingest/gazetteer-folder.ts';
export type { Added, ClaimFilter, DocumentRow, DocumentWithText, Engines, Ledger } from './ledger/ledger.ts';
export { type LedgerOptions, openLedger } from './ledger/open.ts';
export type { PlaceBook } from './lexicon/gazetteer.ts';
export { type OwnActors, ownActors } from './lexicon/own-actor.ts';
export type { Agreement, Term } from './model/agreement.ts';
export type { Claim, EventType, Modality, Polarity } from './model/claim.ts';
export type { Control, ControlStatus } from './model/control.ts';
export type { Credit } from './model/credit.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export type {
  Compliance,
  Correction,
  Digest,
  DigestAgreement,
  DigestControl,
  DigestTerm,
  Grade,
  Happening,
  Origin,
  Relation,
} from './model/digest.ts';
export type { Dimension, Dispute, Side } from './model/dispute.ts';
export type { Document } from './model/document.ts';
export type { Entity, EntityRelation } from './model/entity.ts';
export type {
  ActorMention,
  Mention,
  PersonMention,
  PlaceMention,
  QuantityMention,
  TimeMention,
} from './model/mention.ts';
export type { Operator, Quantity } from './model/quantity.ts';
export type { Engine, ReadDocument, Reading } from './model/reading.ts';
export type { Sentence, SentenceKind } from './model/sentence.ts';
export type { Arg, Inherited, PlaceArg, QuantitySlot, TimeSlot } from './model/slot.ts';
export type { Span } from './model/span.ts';
export type { Stance, Statement, StatementMode } from './model/statement.ts';
export { type Crosswalk, crosswalk } from './proposition/crosswalk.ts';
export { type ReadOptions, read } from './reading.ts';
