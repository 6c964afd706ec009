import { globalClaimId } from './link/claim-id.ts';
import { linkEntities } from './link/entity.ts';
import { groupHappenings, type Occurrence } from './link/happening.ts';
import { type Kin, kinOf } from './link/kin.ts';
import { findOrigins, type Origins } from './link/origin.ts';
import { type Testimony, testimoniesOf } from './link/testimony.ts';
import type { Digest } from './model/digest.ts';
import type { Reading } from './model/reading.ts';
import { mergeAgreements } from './reconcile/agreement.ts';
import { familyOf, subjectOf } from './reconcile/comparable.ts';
import { controlOverTime } from './reconcile/control.ts';
import { findCorrections } from './reconcile/correction.ts';
import { disputesOf, type Findings, findConflicts } from './reconcile/dispute.ts';
import { gradeHappenings } from './reconcile/grade.ts';
import { relate } from './reconcile/relation.ts';

/** A Digest in the making: what is given, what the stages share, and the layers so far; layers not yet reached are empty. */
interface Weave extends Digest {
  readonly texts: ReadonlyMap<string, string>;
  readonly canon: (id: string) => string;
  readonly kin: Kin;
  readonly testimonies: readonly Testimony[];
  /** Testimonies that no correction has withdrawn. */
  readonly live: readonly Testimony[];
  readonly withdrawn: ReadonlySet<string>;
  readonly root: Origins['root'];
  readonly occurrences: readonly Occurrence[];
  readonly findings: Findings;
}

/** A stage gives back the weave with one more layer; it never changes what it was given. */
interface Reconciling {
  readonly name: string;
  readonly run: (weave: Weave) => Weave;
}

const STAGES: readonly Reconciling[] = [
  {
    name: 'entity',
    run: (weave) => {
      const { entities, canon } = linkEntities(weave.readings);
      return { ...weave, entities, canon, kin: kinOf(entities) };
    },
  },
  {
    name: 'testimony',
    run: (weave) => {
      const testimonies = weave.readings.flatMap((reading) =>
        testimoniesOf(reading, weave.kin, weave.canon, (claim) => globalClaimId(reading.document.id, claim)),
      );
      return { ...weave, testimonies };
    },
  },
  {
    name: 'origin',
    run: (weave) => {
      const documents = weave.readings.map((reading) => ({ reading, text: reportOf(reading, weave.texts) }));
      const { origins, root } = findOrigins(documents, weave.testimonies, weave.kin);
      return { ...weave, origins, root };
    },
  },
  {
    name: 'correction',
    run: (weave) => {
      const { readings, texts, testimonies, kin, root } = weave;
      const corrections = findCorrections(readings, texts, testimonies, kin, root);
      const withdrawn = new Set(corrections.flatMap((correction) => correction.corrects));
      const live = testimonies.filter((item) => !withdrawn.has(item.id));
      return { ...weave, corrections, withdrawn, live };
    },
  },
  {
    name: 'dispute',
    run: (weave) => {
      const findings = findConflicts(weave.live, weave.kin);
      return { ...weave, findings, disputes: disputesOf(findings, weave.live, weave.kin, weave.root) };
    },
  },
  {
    name: 'happening',
    run: (weave) => {
      const like = {
        family: (item: Testimony) => familyOf(item.claim.event),
        subject: subjectOf,
      };
      const occurrences = groupHappenings(weave.testimonies, weave.kin, like);
      return { ...weave, occurrences, happenings: gradeHappenings(occurrences, weave) };
    },
  },
  { name: 'relation', run: (weave) => ({ ...weave, relations: relate({ ...weave, ...weave.findings }) }) },
  { name: 'agreement', run: (weave) => ({ ...weave, agreements: mergeAgreements(weave) }) },
  { name: 'control', run: (weave) => ({ ...weave, control: controlOverTime(weave) }) },
];

/**
 * Reconciles many documents. `texts` gives texts by document id where the Readings do not carry them: without its text a document is no
 * candidate for copies by wording and for corrections. The result does not depend on the order of the readings; a document that comes
 * twice counts once.
 */
export function digest(readings: readonly Reading[], texts: ReadonlyMap<string, string> = new Map()): Digest {
  const ordered = oneEach(readings);
  const known = new Map(
    ordered.flatMap(({ document }) => {
      const text = document.text ?? texts.get(document.id);
      return text === undefined ? [] : [[document.id, text] as const];
    }),
  );
  const same = (id: string): string => id;
  const start: Weave = {
    readings: ordered,
    texts: known,
    canon: same,
    kin: kinOf([]),
    testimonies: [],
    live: [],
    withdrawn: new Set(),
    root: same,
    occurrences: [],
    findings: { conflicts: [], counts: [] },
    entities: [],
    origins: [],
    happenings: [],
    relations: [],
    disputes: [],
    agreements: [],
    control: [],
    corrections: [],
  };
  const { entities, origins, happenings, relations, disputes, agreements, control, corrections } =
    STAGES.reduce((weave, stage) => stage.run(weave), start);
  return {
    readings: ordered,
    entities,
    origins,
    happenings,
    relations,
    disputes,
    agreements,
    control,
    corrections,
  };
}

/** Readings by document id, one each; of several readings of one document the one that sorts first as JSON. */
function oneEach(readings: readonly Reading[]): Reading[] {
  const byId = Map.groupBy(readings, (reading) => reading.document.id);
  return [...byId.keys()].sort().map((id) => {
    const list = byId.get(id)!;
    if (list.length === 1) return list[0]!;
    return list
      .map((reading) => [JSON.stringify(reading), reading] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))[0]![1];
  });
}

/** The text that tells the story: body sentences only, so that shared page furniture makes no copy. */
function reportOf(reading: Reading, texts: ReadonlyMap<string, string>): string | null {
  const text = texts.get(reading.document.id);
  if (text === undefined) return null;
  const body = reading.sentences.filter((sentence) => sentence.kind === 'body');
  if (body.length === 0) return text;
  return body.map((sentence) => text.slice(sentence.start, sentence.end)).join('\n');
}
