import type { Claim } from '../model/claim.ts';
import type { Mention } from '../model/mention.ts';
import type { Reading } from '../model/reading.ts';
import type { Arg, Inherited, PlaceArg } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import { mentionIn, mentionReasons, place, tiesOf } from './explain-mention.ts';
import type { Slot, Step } from './explanation.ts';
import { reasonsFor } from './explanation.ts';
import type { Witness } from './witness.ts';

const TAKEN: Readonly<Record<Inherited, string>> = {
  clause: 'taken over from another clause of what is said',
  sentence: 'taken over from elsewhere in the sentence',
  paragraph: 'taken over from what the report said before',
  dateline: 'taken over from the dateline or headline',
  speech: 'taken over from who said it, or when',
  published: 'taken over from the date of publication',
};

/** One step for each filled slot of a claim: its words, what they name, and how that was found. */
export function slotSteps({ claim, statement, reading }: Witness): Step[] {
  const voice = [statement.speaker, statement.for];
  const who = (slot: 'agent' | 'patient' | 'instrument') =>
    claim[slot].map((arg) => step(claim, slot, arg.name ?? arg.text, arg, argReasons(reading, arg, voice)));
  return [
    ...who('agent'),
    ...who('patient'),
    ...who('instrument'),
    ...(claim.place === null
      ? []
      : [
          step(
            claim,
            'place',
            claim.place.name ?? claim.place.text,
            claim.place,
            placeReasons(reading, claim.place),
          ),
        ]),
    ...(claim.time === null ? [] : [timeStep(reading, claim)]),
    ...(claim.quantity === null ? [] : [quantityStep(reading, claim)]),
  ];
}

function step(claim: Claim, kind: Slot, result: string, words: Worded, why: readonly string[]): Step {
  const all = [...reasonsFor(claim, kind), ...taken(words), ...why];
  return { kind, result, words: spanOf(words), why: all };
}

interface Worded {
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly inherited?: Inherited;
}

function spanOf({ start, end, text }: Worded): Span[] {
  return start === null || end === null ? [] : [{ start, end, text }];
}

function taken({ inherited }: Worded): string[] {
  return inherited === undefined ? [] : [TAKEN[inherited]];
}

function argReasons(reading: Reading, arg: Arg, voice: readonly (string | null)[]): string[] {
  if (arg.entity === null) return ['names nobody that the reader knows'];
  const mention = mentionIn(reading, arg, (one) => one.entity === arg.entity);
  const ties = tiesOf(reading, arg.entity, ['partOf', 'memberOf']);
  if (mention !== null) return [...mentionReasons(reading, mention), ...ties];
  return [voice.includes(arg.entity) ? 'the first person: who speaks' : 'the actor of that name', ...ties];
}

function placeReasons(reading: Reading, arg: PlaceArg): string[] {
  const fits = (one: Mention) =>
    one.kind === 'place' && (one.entity === arg.entity || arg.entity?.startsWith(`${one.entity}#`) === true);
  const inside = mentionIn(reading, arg, fits);
  const before = reading.mentions.findLast((one) => fits(one) && arg.start !== null && one.end <= arg.start);
  const mention = inside ?? before ?? null;
  const point = arg.lat == null || arg.lon == null ? null : `at ${arg.lat}, ${arg.lon}`;
  if (mention === null || mention.kind !== 'place')
    return ['known by its words alone', ...(point === null ? [] : [point])];
  const named = mention.geonames === null ? null : `GeoNames ${mention.geonames}`;
  const facts = [mention.precision, mention.country, point, named].filter((part) => part !== null);
  return [
    ...(inside === null ? [`means the place named before: “${mention.text}” (${place(mention)})`] : []),
    ...mention.why,
    facts.join(', '),
  ];
}

function timeStep(reading: Reading, claim: Claim): Step {
  const time = claim.time!;
  const { from, to } = time;
  const result =
    from === null && to === null ? 'unresolved' : from === to ? from! : `${from ?? '…'} to ${to ?? '…'}`;
  const mention = mentionIn(reading, time, (one) => one.kind === 'time');
  const source = reading.claims.find(
    (one) =>
      one !== claim && one.time !== null && one.time.start === time.start && one.time.inherited === undefined,
  );
  const earlier =
    time.inherited === 'paragraph' && time.start !== null && source !== undefined
      ? [`the time of ${source.id}, the same event at the same place`]
      : [];
  const resolved =
    mention?.kind === 'time'
      ? [
          ...mention.why,
          [mention.timex, mention.value, mention.precision].filter((part) => part !== null).join(', '),
        ]
      : [];
  const published = reading.document.published;
  const against =
    mention !== null && published !== null ? [`counted from ${published}, when it was published`] : [];
  return step(claim, 'time', result, time, [...earlier, ...resolved, ...against]);
}

function quantityStep(reading: Reading, claim: Claim): Step {
  const { op, min, max, of, text, start, end } = claim.quantity!;
  const range = min === max ? `${min ?? 'no number'}` : `${min ?? '…'} to ${max ?? '…'}`;
  const mention = mentionIn(reading, claim.quantity!, (one) => one.kind === 'quantity');
  const result = [op, range, of].filter((part) => part !== null).join(' ');
  return step(claim, 'quantity', result, { start, end, text }, mention?.why ?? []);
}
