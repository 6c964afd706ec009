import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Claim, EventType, Modality, Polarity } from '../../src/model/claim.ts';
import type { Document } from '../../src/model/document.ts';
import type { Entity } from '../../src/model/entity.ts';
import type { Operator } from '../../src/model/quantity.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { Arg } from '../../src/model/slot.ts';
import type { Span } from '../../src/model/span.ts';
import type { Stance, Statement, StatementMode } from '../../src/model/statement.ts';

type Offsets = readonly [number, number];

interface GoldStatement {
  readonly id: string;
  readonly doc: string;
  readonly speaker: string | null;
  readonly speakerAt: Offsets | null;
  readonly speakerActor: string | null;
  readonly cue: string | null;
  readonly cueAt: Offsets | null;
  readonly contentAt: readonly Offsets[];
  readonly mode: StatementMode;
  readonly stance: Stance;
  readonly via: string | null;
  readonly source: string;
  readonly relay?: string;
  readonly copyOf?: string;
}

interface GoldClaim {
  readonly id: string;
  readonly statement: string;
  readonly event: EventType;
  readonly agent: string | null;
  readonly patient: string | null;
  readonly place: string | null;
  readonly time: { readonly from: string; readonly to: string } | null;
  readonly quantity: {
    readonly of: string;
    readonly op: Operator;
    readonly min: number | null;
    readonly max: number | null;
  } | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
}

interface GoldAgreement {
  readonly id: string;
  readonly parties: readonly string[];
  readonly guarantors: readonly string[];
  readonly excluded: readonly string[];
  readonly date: { readonly from: string; readonly to: string } | null;
  readonly place: string;
  readonly terms: readonly {
    readonly id: string;
    readonly who: string | null;
    readonly does: string;
    readonly toWhom: string | null;
    readonly condition: string | null;
  }[];
  readonly compliance: readonly { readonly term: string; readonly claim: string; readonly verdict: string }[];
}

interface GoldActor {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly memberOf: readonly string[];
  readonly alliedWith: readonly string[];
}

/** A dossier as its gold.json writes it, with the documents' texts. */
export interface GoldDossier {
  readonly documents: readonly Document[];
  readonly statements: readonly GoldStatement[];
  readonly claims: readonly GoldClaim[];
  readonly disputes: readonly {
    readonly id: string;
    readonly question: string;
    readonly kind: string;
    readonly sides: readonly { readonly claims: readonly string[]; readonly independentSources: number }[];
  }[];
  readonly notDisputes: readonly { readonly claims: readonly [string, string] }[];
  readonly agreements: readonly GoldAgreement[];
  readonly control: readonly {
    readonly place: string;
    readonly holder: string;
    readonly from: string | null;
    readonly status: string;
    readonly basis: readonly string[];
  }[];
  readonly corrections: readonly {
    readonly doc: string;
    readonly withdrawn: readonly string[];
    readonly replacedBy: readonly string[];
  }[];
  readonly actors: readonly GoldActor[];
  readonly places: readonly {
    readonly id: string;
    readonly names: readonly string[];
    readonly lat: number;
    readonly lon: number;
  }[];
}

/** Reads docs.json, the texts and gold.json of one dossier folder. */
export function loadDossier(folder: string): GoldDossier {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const listed = json('docs.json') as {
    id: string;
    file: string;
    publisher: string;
    published: string;
    title: string;
  }[];
  const documents = listed.map(({ id, file, publisher, published, title }): Document => {
    const text = readFileSync(join(folder, file), 'utf8');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return { id, text, title, publisher, published, updated: null, url: null, language: 'en', sha256 };
  });
  return { ...(json('gold.json') as Omit<GoldDossier, 'documents'>), documents };
}

/**
 * The gold statements and claims as Readings, so that reconciling is measured apart from reading. What gold does not hold is left
 * empty: predicates are the statement's content, there are no `about`, no credits, no control rows. `for` is the gold source where
 * that is an organisation other than the speaker. Agreements are given to each document that tells of one at their place, with all
 * terms, so that the terms' figure measures merging and the verdicts' figure measures reconciling.
 */
export function readingsOf(gold: GoldDossier): Reading[] {
  const entities = entitiesOf(gold);
  const names = new Map(entities.map((entity) => [entity.id, entity.names[0] ?? entity.id]));
  const points = new Map(gold.places.map(({ id, lat, lon }) => [id, { lat, lon }]));
  return gold.documents.map((document) => {
    const statements = gold.statements.filter((statement) => statement.doc === document.id);
    const ids = new Set(statements.map((statement) => statement.id));
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    const claims = gold.claims.filter((claim) => ids.has(claim.statement));
    return {
      engine: { name: 'gold', version: '0', models: [] },
      document: { ...document, characters: document.text.length },
      sentences: linesOf(document.text),
      entities,
      mentions: [],
      statements: statements.map((statement) => statementOf(statement, document.text, gold)),
      claims: claims.map((claim) => claimOf(claim, byId.get(claim.statement)!, document.text, names, points)),
      agreements: gold.agreements
        .filter((agreement) => tellsOf(agreement, claims))
        .map((agreement) => agreementOf(agreement, claims, names)),
      control: [],
      credits: [],
      involved: [],
      disputes: [],
      diagnostics: [],
    };
  });
}

/** The entity id of a gold actor. */
export function actorId(gold: string): string {
  return `actor:${gold}`;
}

/** The entity id of a gold place. */
export function placeId(gold: string): string {
  return `place:${gold}`;
}

function entitiesOf(gold: GoldDossier): Entity[] {
  const tie = (kind: Entity['relations'][number]['kind'], to: string) =>
    ({ kind, to: actorId(to), from: null, until: null }) as const;
  return [
    ...gold.actors.map((actor): Entity => {
      const part = actor.kind === 'sub-group';
      return {
        id: actorId(actor.id),
        kind: actor.kind === 'person' ? 'person' : 'actor',
        role: actor.kind,
        names: actor.names,
        relations: [
          ...actor.memberOf.map((to) => tie(part ? 'partOf' : 'memberOf', to)),
          ...actor.alliedWith.map((to) => tie('alliedWith', to)),
        ],
      };
    }),
    ...gold.places.map(
      (place): Entity => ({
        id: placeId(place.id),
        kind: 'place',
        role: null,
        names: place.names,
        relations: [],
      }),
    ),
  ];
}

function linesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') {
      const kind = start === 0 ? 'headline' : 'body';
      sentences.push({ start, end, kind, paragraph: sentences.length });
    }
    start = end + 1;
  }
  return sentences;
}

function spanAt(text: string, at: Offsets): Span {
  return { start: at[0], end: at[1], text: text.slice(at[0], at[1]) };
}

function statementOf(statement: GoldStatement, text: string, gold: GoldDossier): Statement {
  const organisation = gold.actors.some((actor) => actor.id === statement.source && actor.kind !== 'person');
  const spokenFor = organisation && statement.source !== statement.speakerActor;
  return {
    id: statement.id,
    mode: statement.mode,
    stance: statement.stance,
    source: statement.speakerAt ? spanAt(text, statement.speakerAt) : null,
    cue: statement.cueAt ? spanAt(text, statement.cueAt) : null,
    content: statement.contentAt.map((at) => spanAt(text, at)),
    speaker: statement.speakerActor ? actorId(statement.speakerActor) : null,
    for: spokenFor ? actorId(statement.source) : null,
    within: statement.via,
    about: null,
    relay: statement.relay ? actorId(statement.relay) : null,
    time: null,
    why: ['gold'],
  };
}

function argOf(id: string, names: ReadonlyMap<string, string>): Arg {
  const name = names.get(id) ?? id;
  return { start: null, end: null, text: name, entity: id, name };
}

function claimOf(
  claim: GoldClaim,
  statement: GoldStatement,
  text: string,
  names: ReadonlyMap<string, string>,
  points: ReadonlyMap<string, { readonly lat: number; readonly lon: number }>,
): Claim {
  const predicate = spanAt(text, statement.contentAt[0]!);
  return {
    id: claim.id,
    statement: claim.statement,
    event: claim.event,
    mode: null,
    predicate,
    agent: claim.agent ? [argOf(actorId(claim.agent), names)] : [],
    patient: claim.patient ? [argOf(actorId(claim.patient), names)] : [],
    instrument: [],
    place: claim.place ? { ...argOf(placeId(claim.place), names), ...points.get(claim.place) } : null,
    time: claim.time ? { start: null, end: null, text: '', ...claim.time } : null,
    quantity: claim.quantity ? { ...predicate, ...claim.quantity } : null,
    polarity: claim.polarity,
    modality: claim.modality,
    why: ['gold'],
  };
}

function tellsOf(agreement: GoldAgreement, claims: readonly GoldClaim[]): boolean {
  return claims.some((claim) => claim.event === 'AGREE' && claim.place === agreement.place);
}

function agreementOf(
  agreement: GoldAgreement,
  claims: readonly GoldClaim[],
  names: ReadonlyMap<string, string>,
): Agreement {
  const actors = (list: readonly string[]): Arg[] => list.map((id) => argOf(actorId(id), names));
  const loose = (text: string): Span => ({ start: 0, end: 0, text });
  return {
    id: agreement.id,
    parties: actors(agreement.parties),
    guarantors: actors(agreement.guarantors),
    excluded: actors(agreement.excluded),
    place: argOf(placeId(agreement.place), names),
    date: agreement.date,
    terms: agreement.terms.map((term) => ({
      id: term.id,
      event: 'AGREE',
      who: term.who ? actors([term.who]) : [],
      does: loose(term.does),
      toWhom: term.toWhom ? actors([term.toWhom]) : [],
      condition: term.condition ? loose(term.condition) : null,
    })),
    claims: claims
      .filter((claim) => claim.event === 'AGREE' && claim.place === agreement.place)
      .map((claim) => claim.id),
  };
}
