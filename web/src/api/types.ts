import type { Claim } from '../../../src/model/claim.ts';
import type { ControlStatus } from '../../../src/model/control.ts';
import type { Compliance } from '../../../src/model/digest.ts';
import type { Dispute } from '../../../src/model/dispute.ts';
import type { Document } from '../../../src/model/document.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Span } from '../../../src/model/span.ts';
import type { Statement } from '../../../src/model/statement.ts';

/*
 * What the API answers, as far as the workbench uses it. test/browser/api.test.ts holds these types against the schemas
 * of /api/openapi.json.
 */

/** A document as a list shows it. */
export interface DocumentRow extends Pick<Document, 'id' | 'title' | 'publisher' | 'published'> {
  readonly statements: number;
  readonly claims: number;
  readonly disputes: number;
}

/** A dispute as it touches one document: `claims` are that document's own claim ids. */
export interface DisputeMark extends Omit<Dispute, 'sides'> {
  readonly claims: readonly string[];
}

/** One document with its text, its Reading and the disputes its claims stand in. */
export interface DocumentPage {
  readonly document: Document;
  readonly reading: Reading;
  readonly disputes: readonly DisputeMark[];
}

/** A claim as a table shows it, away from its document. */
export interface ClaimRow
  extends Pick<Claim, 'event' | 'polarity' | 'modality'>,
    Pick<Statement, 'stance' | 'mode' | 'for'>,
    Pick<Document, 'publisher' | 'published'> {
  /** "DOCUMENT/CLAIM". */
  readonly id: string;
  readonly document: string;
  readonly speaker: string | null;
  readonly words: string;
}

/** A claim with the words of its sentence before, of and after the statement's content. */
export interface QuotedClaim extends ClaimRow {
  readonly title: string | null;
  readonly before: string;
  readonly quoted: string;
  readonly after: string;
}

interface Side<C> {
  readonly answer: string;
  readonly origins: number;
  readonly claims: readonly C[];
}

/** A dispute as a list shows it. */
export interface DisputeRow extends Omit<Dispute, 'sides'> {
  readonly sides: readonly Side<ClaimRow>[];
}

/** A dispute with the words on each side. */
export interface DisputePage extends Omit<Dispute, 'sides'> {
  readonly sides: readonly Side<QuotedClaim>[];
  readonly why: readonly string[];
}

/** One obligation, with what claims say of its being kept. */
export interface TermRow {
  readonly id: string;
  readonly who: readonly string[];
  readonly does: string;
  readonly toWhom: readonly string[];
  readonly condition: string | null;
  readonly speaker: string | null;
  readonly compliance: readonly { readonly verdict: Compliance['verdict']; readonly claim: ClaimRow }[];
}

/** An agreement as all documents tell it. */
export interface AgreementRow {
  readonly id: string;
  readonly parties: readonly string[];
  readonly guarantors: readonly string[];
  readonly mediators: readonly string[];
  readonly excluded: readonly string[];
  readonly place: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly duration: string | null;
  readonly statuses: readonly string[];
  readonly terms: readonly TermRow[];
  readonly claims: readonly ClaimRow[];
}

/** Who is said to hold a place over an interval. */
export interface ControlRow {
  readonly place: string;
  readonly holder: string;
  readonly previous: string | null;
  readonly status: ControlStatus;
  readonly part: string | null;
  readonly besieger: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly claims: readonly ClaimRow[];
}

/** An actor or person, and how often it speaks and acts. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'actor' | 'person';
  readonly role: string | null;
  readonly otherNames: readonly string[];
  readonly relations: readonly string[];
  readonly documents: number;
  readonly says: number;
  readonly does: number;
  readonly suffers: number;
}

/** What an actor of the user's own can be. */
export type ActorKind =
  | 'state'
  | 'government'
  | 'military'
  | 'police'
  | 'armed-group'
  | 'coalition'
  | 'civil-body'
  | 'international'
  | 'outlet';

/** A tie to another actor, over a time; a day or a bare year bounds it. */
interface NewTie {
  readonly to: string;
  readonly from?: string | number;
  readonly until?: string | number;
}

/** An actor of the user's own, as POST /api/actors takes it. */
export interface NewActor {
  readonly kind: ActorKind;
  readonly names: string[];
  readonly countries?: string[];
  readonly memberOf?: NewTie[];
  readonly partOf?: NewTie[];
  readonly alliedWith?: NewTie[];
}

/** One decision on the way to a claim: what was decided, on which words, and why. */
interface Step {
  readonly kind:
    | 'sentence'
    | 'statement'
    | 'speaker'
    | 'content'
    | 'within'
    | 'about'
    | 'event'
    | 'agent'
    | 'patient'
    | 'instrument'
    | 'place'
    | 'time'
    | 'quantity'
    | 'polarity'
    | 'modality'
    | 'agreement'
    | 'control'
    | 'dispute'
    | 'relation';
  readonly result: string;
  readonly words: readonly Span[];
  readonly why: readonly string[];
}

/** Why a claim was read so, decision by decision. */
export interface Explanation {
  readonly claim: ClaimRow;
  readonly steps: readonly Step[];
}

/** The routes the workbench asks, under the paths of /api/openapi.json, with what they answer. */
export interface Api {
  '/api/documents': { readonly documents: readonly DocumentRow[] };
  '/api/documents/{id}': DocumentPage;
  '/api/claims/{id}/explain': Explanation;
  '/api/disputes': { readonly disputes: readonly DisputeRow[] };
  '/api/disputes/{id}': DisputePage;
  '/api/agreements': { readonly agreements: readonly AgreementRow[] };
  '/api/actors': { readonly actors: readonly ActorRow[] };
  '/api/control': { readonly control: readonly ControlRow[] };
}
