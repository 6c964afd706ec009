import type { Agreement } from '../../../src/model/agreement.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Control } from '../../../src/model/control.ts';
import type { Involved } from '../../../src/model/involved.ts';
import type { Mention } from '../../../src/model/mention.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Inherited } from '../../../src/model/slot.ts';
import type { Span } from '../../../src/model/span.ts';
import type { Statement } from '../../../src/model/statement.ts';
import type { Choice } from './choice.ts';
import type { Layer } from './layer.ts';
import type { Mark, Segment } from './segments.ts';

/** The slots of a claim that words fill. */
export type Slot = 'agent' | 'patient' | 'instrument' | 'place' | 'time' | 'quantity';

/** What a stretch of the text can be marked as. */
export type Tag =
  | { readonly kind: 'content'; readonly statement: Statement; readonly size: number }
  | { readonly kind: 'attribution'; readonly part: 'source' | 'cue' }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'agreement'; readonly agreement: Agreement }
  | { readonly kind: 'control'; readonly number: number }
  | { readonly kind: 'involved'; readonly number: number }
  | { readonly kind: 'slot'; readonly slot: Slot; readonly taken: boolean; readonly start: number }
  | { readonly kind: 'pointed'; readonly main: boolean };

/** Words of the text, or what stands for words from elsewhere. */
interface Worded {
  readonly start: number | null;
  readonly end: number | null;
  readonly inherited?: Inherited;
}

/** All marks of the layers that are switched on. */
export function layerMarks(reading: Reading, layers: ReadonlySet<Layer>): readonly Mark<Tag>[] {
  const said = reading.statements.filter((statement) => layers.has(layerOf(statement)));
  const shown = new Set(said.map((statement) => statement.id));
  const claims = layers.has('claims') ? reading.claims.filter((claim) => shown.has(claim.statement)) : [];
  const mentions = reading.mentions.filter((mention) => layers.has(mention.kind));
  return [
    ...said.flatMap(contentMarks),
    ...claims.map(claimMark),
    ...mentions.flatMap((mention) => mark(mention, { kind: 'mention', mention })),
    ...(layers.has('agreements') ? reading.agreements.flatMap(termMarks) : []),
    ...(layers.has('control') ? reading.control.flatMap((row, at) => controlMarks(row, at, reading)) : []),
    ...(layers.has('involved') ? reading.involved.flatMap(involvedMarks) : []),
  ];
}

/** The marks of what is chosen, and what its layers would mark, were they on; `alone`: a card points at nothing else. */
export function choiceMarks(
  choice: Choice,
  layers: ReadonlySet<Layer>,
  reading: Reading,
  alone: boolean,
): readonly Mark<Tag>[] {
  switch (choice.kind) {
    case 'statement':
      return statementMarks(choice, layers);
    case 'mention':
      return mentionsLike(choice.mention, reading).flatMap((one) =>
        point(one, alone && one === choice.mention),
      );
    case 'agreement':
      return agreementWords(choice.agreement).flatMap((span, at) => point(span, alone && at === 0));
    case 'control':
      return controlWords(choice.control, reading).flatMap((span, at) => point(span, alone && at === 0));
    case 'involved':
      return involvedWords(choice.involved).flatMap((span, at) => point(span, alone && at === 0));
  }
}

/** The mark of words that something outside the text points at. */
export function point(span: Worded, main = true): Mark<Tag>[] {
  return mark(span, { kind: 'pointed', main });
}

/** The mentions that name the same as this one; where it names nobody known, itself. */
export function mentionsLike(mention: Mention, { mentions }: Reading): readonly Mention[] {
  const { entity, kind } = mention;
  return entity === null ? [mention] : mentions.filter((one) => one.entity === entity && one.kind === kind);
}

/** The innermost statement of a segment: where one is told within another, the shorter content is the inner one. */
export function innermost(segment: Segment<Tag>): Statement | null {
  let found: Extract<Tag, { kind: 'content' }> | null = null;
  for (const tag of segment.tags) {
    if (tag.kind === 'content' && (found === null || tag.size < found.size)) found = tag;
  }
  return found?.statement ?? null;
}

/** The words of a row of control: the place first, then the holders and the predicate of its claim. */
export function controlWords({ place, holder, previous, claim }: Control, reading: Reading): Worded[] {
  const predicate = reading.claims.find((one) => one.id === claim)?.predicate;
  return [place, holder, previous, predicate].filter((span) => span != null);
}

/** The words that name who or what is involved: those that name it best, then its other places. */
export function involvedWords(one: Involved): readonly Span[] {
  return [one, ...one.mentions.filter(({ start, end }) => start !== one.start || end !== one.end)];
}

/** The words of an agreement's terms, then of its parties. */
function agreementWords({ terms, parties, guarantors, excluded }: Agreement): Worded[] {
  const owed = terms.flatMap(({ does, condition }) => (condition === null ? [does] : [does, condition]));
  return [...owed, ...parties, ...guarantors, ...excluded];
}

function statementMarks(
  { statement, claim }: Extract<Choice, { kind: 'statement' }>,
  layers: ReadonlySet<Layer>,
): Mark<Tag>[] {
  const shown = layers.has(layerOf(statement));
  const parts = (['source', 'cue'] as const).flatMap((part) =>
    statement[part] === null ? [] : mark(statement[part], { kind: 'attribution', part }),
  );
  return [
    ...(shown ? [] : contentMarks(statement)),
    ...(claim !== null && !(shown && layers.has('claims')) ? [claimMark(claim)] : []),
    ...parts,
    ...(claim === null ? [] : slotMarks(claim)),
  ];
}

function slotMarks({ agent, patient, instrument, place, time, quantity }: Claim): Mark<Tag>[] {
  const slot = (name: Slot, span: Worded | null) =>
    span === null || span.start === null
      ? []
      : mark(span, { kind: 'slot', slot: name, taken: span.inherited !== undefined, start: span.start });
  return [
    ...agent.flatMap((arg) => slot('agent', arg)),
    ...patient.flatMap((arg) => slot('patient', arg)),
    ...instrument.flatMap((arg) => slot('instrument', arg)),
    ...slot('place', place),
    ...slot('time', time),
    ...slot('quantity', quantity),
  ];
}

function termMarks(agreement: Agreement): Mark<Tag>[] {
  return agreement.terms.flatMap(({ does, condition }) =>
    [does, condition].flatMap((span) => (span === null ? [] : mark(span, { kind: 'agreement', agreement }))),
  );
}

function controlMarks(row: Control, at: number, reading: Reading): Mark<Tag>[] {
  const own = controlWords(row, reading).filter(({ inherited }) => inherited === undefined);
  return own.flatMap((span) => mark(span, { kind: 'control', number: at + 1 }));
}

function involvedMarks(one: Involved, at: number): Mark<Tag>[] {
  return involvedWords(one).flatMap((span) => mark(span, { kind: 'involved', number: at + 1 }));
}

/** The layer whose switch shows a statement. */
export function layerOf(statement: Statement): Layer {
  return statement.mode === 'narrative' ? 'voice' : 'attributed';
}

function contentMarks(statement: Statement): Mark<Tag>[] {
  const size = statement.content.reduce((sum, span) => sum + span.end - span.start, 0);
  return statement.content.flatMap((span) => mark(span, { kind: 'content', statement, size }));
}

function claimMark(claim: Claim): Mark<Tag> {
  return { start: claim.predicate.start, end: claim.predicate.end, tag: { kind: 'claim', claim } };
}

function mark({ start, end }: Worded, tag: Tag): Mark<Tag>[] {
  return start === null || end === null ? [] : [{ start, end, tag }];
}
