import type { Claim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Arg } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import type { Kin } from './kin.ts';
import { mannerOf } from './manner.ts';
import { dayOf, type Period } from './period.ts';
import { type Population, populationOf } from './population.ts';
import { publisherKey } from './publisher.ts';
import { wordsOf } from './words.ts';

/**
 * On what footing a claim stands once stance and modality are taken together: only facts oppose facts and plans plans.
 * "They will leave" promises; "they may have left" is maybe; "let no one leave" is a demand.
 */
type Footing = 'fact' | 'plan' | 'demand' | 'forecast' | 'maybe';

/** The document a claim stands in, as far as reconciling asks. */
export interface Source {
  readonly id: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

/** One claim with everything reconciling asks of it: who stands behind it, when, and which entities fill its slots. */
export interface Testimony {
  /** Global among many documents; the claim's own id inside one. */
  readonly id: string;
  readonly document: Source;
  /** Day of publication, null when unknown. */
  readonly published: number | null;
  readonly claim: Claim;
  readonly statement: Statement | null;
  /** The words of the statement's content. */
  readonly words: string;
  readonly footing: Footing;
  readonly manner: string | null;
  readonly agent: readonly string[];
  readonly patient: readonly string[];
  readonly place: string | null;
  readonly period: Period;
  /** What its quantity counts; null without one. */
  readonly population: Population | null;
  /** Entity id of the speaker, resolved; null in the document's own voice. */
  readonly speaker: string | null;
  /** The statement of the same document that this one takes up and contradicts. */
  readonly rebuts: string | null;
  /** Who counts as the source: the organisation spoken for, a person for himself, or "publisher:KEY". */
  readonly voice: string;
}

/** The parts of a Reading (or of a draft of one) that testimonies are made from. */
export interface Told {
  readonly document: Source;
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly entities: readonly Entity[];
}

/** Resolves the claims of one document; `canon` maps entity ids to the ones used across documents, `name` makes ids. */
export function testimoniesOf(
  told: Told,
  kin: Kin,
  canon: (id: string) => string,
  name: (claim: string) => string,
): Testimony[] {
  const statements = new Map(told.statements.map((statement) => [statement.id, statement]));
  return told.claims.map((claim) => {
    const statement = statements.get(claim.statement) ?? null;
    const words = (statement?.content ?? []).map((span) => span.text).join(' ');
    const speaker = statement?.speaker ? canon(statement.speaker) : null;
    const counted = claim.quantity?.of ?? '';
    return {
      id: name(claim.id),
      document: told.document,
      published: dayOf(told.document.published),
      claim,
      statement,
      words,
      footing: footingOf(claim, statement),
      manner: mannerOf(claim.event, claim.mode, claim.predicate.text, counted, words),
      agent: keysOf(claim.agent, (id) => actingFor(canon(id), statement, canon)),
      patient: keysOf(claim.patient, canon),
      place: claim.place ? argKey(claim.place, canon) : null,
      period: { from: dayOf(claim.time?.from), to: dayOf(claim.time?.to) },
      population: claim.quantity ? populationOf(claim.quantity.of) : null,
      speaker,
      rebuts: rebuttedBy(claim.statement, told.statements),
      voice: voiceOf(statement, told.document, kin, canon),
    };
  });
}

/** The entity of an argument, or its words where it resolves to none. */
export function argKey(arg: Arg, canon: (id: string) => string): string {
  return arg.entity ? canon(arg.entity) : `words:${wordsOf(arg.text).join(' ')}`;
}

// "Our forces have taken the town," their spokesman declared: who speaks for an organisation and says "we" names the organisation.
function actingFor(id: string, statement: Statement | null, canon: (id: string) => string): string {
  const spokesman = statement?.for && statement.speaker && canon(statement.speaker) === id;
  return spokesman ? canon(statement.for!) : id;
}

function keysOf(args: readonly Arg[], canon: (id: string) => string): string[] {
  return [...new Set(args.map((arg) => argKey(arg, canon)))].sort();
}

function footingOf(claim: Claim, statement: Statement | null): Footing {
  switch (claim.modality) {
    case 'planned':
    case 'promised':
      return 'plan';
    case 'demanded':
      return 'demand';
    case 'predicted':
      return 'forecast';
    case 'possible':
    case 'conditional':
      return 'maybe';
    case 'actual':
      break;
  }
  switch (statement?.stance) {
    case 'promises':
      return 'plan';
    case 'demands':
      return 'demand';
    case 'predicts':
      return 'forecast';
    case 'hedges':
      return 'maybe';
    default:
      return 'fact';
  }
}

// "He disputed this account. Foreigners had been aboard, he said.": the disputing statement puts nothing forward itself; what its
// speaker says next does.
function rebuttedBy(id: string, statements: readonly Statement[]): string | null {
  const at = statements.findIndex((statement) => statement.id === id);
  const own = statements[at];
  if (!own) return null;
  const disputes = (one: Statement): boolean => one.stance === 'disputes' || one.stance === 'denies';
  if (own.about && disputes(own)) return own.about;
  const opening = statements
    .slice(Math.max(0, at - 2), at)
    .findLast((one) => one.about !== null && one.stance === 'disputes' && one.speaker === own.speaker);
  return own.speaker === null ? null : (opening?.about ?? null);
}

// Who counts as a source: a spokesman counts as the organisation he speaks for, anyone else for himself. The document's
// own voice counts as its publisher, and as the outlet where others quote it. A speaker whom nobody names counts only within his own statement.
function voiceOf(
  statement: Statement | null,
  document: Source,
  kin: Kin,
  canon: (id: string) => string,
): string {
  const key = publisherKey(document.publisher);
  const publisher = kin.outlet(key) ?? `publisher:${key || document.id}`;
  if (!statement) return publisher;
  if (statement.for) return canon(statement.for);
  if (statement.speaker) {
    const speaker = canon(statement.speaker);
    const post = kin.entity(speaker)?.relations.find((tie) => tie.kind === 'spokesmanFor');
    return post && post.until === null ? post.to : speaker;
  }
  return statement.mode === 'narrative' ? publisher : `unnamed:${document.id}/${statement.id}`;
}

/** Order of publication: earlier first, undated last, then by id. */
export function byPublication(a: Source, b: Source): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Order in which claims were told: by publication of their documents, then by id. */
export function byTelling(a: Testimony, b: Testimony): number {
  return byPublication(a.document, b.document) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
