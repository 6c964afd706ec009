import { attribution } from './attribution/attribution.ts';
import { type DocumentInput, toDocument } from './contract/document.ts';
import { VERSION } from './contract/version.ts';
import type { PlaceBook } from './lexicon/gazetteer.ts';
import type { OwnActors } from './lexicon/own-actor.ts';
import { mention, mentionWith } from './mention/mention.ts';
import { naming } from './mention/naming.ts';
import type { Document } from './model/document.ts';
import type { Draft, Stage } from './model/draft.ts';
import type { Reading } from './model/reading.ts';
import { asWritten, recase } from './parse/recase.ts';
import { syntax } from './parse/syntax.ts';
import { agreement } from './proposition/agreement.ts';
import { control } from './proposition/control.ts';
import { credit } from './proposition/credit.ts';
import { involved } from './proposition/involved.ts';
import { proposition } from './proposition/proposition.ts';
import { rebuttal } from './proposition/rebuttal.ts';
import { disputesWithin } from './reconcile/dispute.ts';
import { dated } from './text/dated.ts';
import { inspect } from './text/inspect.ts';
import { segment } from './text/segment.ts';

/** Disputes between claims of the document itself, by the rules that also hold across documents. */
const dispute: Stage = {
  name: 'dispute',
  run: (draft) => ({ ...draft, disputes: disputesWithin(draft) }),
};

/** The one place that knows the order of the reading. */
const STAGES: readonly Stage[] = [
  inspect,
  recase,
  segment,
  dated,
  syntax,
  naming,
  mention,
  attribution,
  proposition,
  rebuttal,
  agreement,
  control,
  credit,
  involved,
  dispute,
];

/** What is learned, as signed in a Reading. */
const MODELS = ['case', 'syntax', 'names', 'place', 'attribution', 'role', 'involved'];

/** What a reading may be given beside the document. */
export interface ReadOptions {
  /** Repeat the text in the Reading. */
  readonly withText?: boolean;
  /** Places beside those of the package, from `readPlaces`. */
  readonly places?: PlaceBook | undefined;
  /** Actors of one's own, from `ownActors`. */
  readonly actors?: OwnActors | undefined;
}

/** Reads one document: pure, no I/O but the shipped data. Any string yields a Reading; trouble in the text is a diagnostic. */
export function read(input: DocumentInput, options: ReadOptions = {}): Reading {
  const document = toDocument(input);
  let draft = blank(document);
  const { places, actors } = options;
  const own = places === undefined && actors === undefined ? mention : mentionWith({ places, actors });
  for (const stage of STAGES) draft = (stage === mention ? own : stage).run(draft);
  const { text, ...rest } = document;
  const reading: Reading = {
    engine: {
      name: 'counterclaim',
      version: VERSION,
      models: [
        ...MODELS,
        ...(places?.editions ?? []).map((edition) => `places ${edition}`),
        ...(actors === undefined ? [] : [`actors ${actors.print}`]),
      ],
    },
    document: { ...rest, characters: text.length, ...(options.withText === true ? { text } : {}) },
    sentences: draft.sentences.map(({ tokens: _, names: __, ...sentence }) => sentence),
    entities: draft.entities,
    mentions: draft.mentions,
    statements: draft.statements,
    claims: draft.claims,
    agreements: draft.agreements,
    control: draft.control,
    credits: draft.credits,
    involved: draft.involved,
    disputes: draft.disputes,
    diagnostics: draft.diagnostics,
  };
  return draft.document.text === text ? reading : asWritten(reading, text);
}

/** A document as it stands before the stage of this name, for those who train what that stage reads with. */
export function draftBefore(stage: string, input: DocumentInput): Draft {
  let draft = blank(toDocument(input));
  for (const { name, run } of STAGES) {
    if (name === stage) break;
    draft = run(draft);
  }
  return draft;
}

/** A draft without any layer. */
export function blank(document: Document): Draft {
  return {
    document,
    sentences: [],
    entities: [],
    mentions: [],
    statements: [],
    claims: [],
    agreements: [],
    control: [],
    credits: [],
    involved: [],
    disputes: [],
    diagnostics: [],
  };
}
