import type { Entity } from '../model/entity.ts';
import type { Mention, PlaceMention, QuantityMention, TimeMention } from '../model/mention.ts';
import type { Reading } from '../model/reading.ts';
import { bounds } from './claim-cells.ts';
import { type Cell, grid } from './grid.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line } from './plain.ts';

/** Most words of one entity that are listed. */
const FORMS = 8;

const TIES = {
  memberOf: 'of',
  alliedWith: 'allied with',
  spokesmanFor: 'speaks for',
  partOf: 'part of',
} as const;

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** People and groups: name, kind, how often named and in which words, ties. A part stands under its whole. */
export function actorGrid(io: Io, reading: Reading, width: number): string[] {
  const mentions = Map.groupBy(reading.mentions, ({ entity }) => entity);
  const known = new Map(reading.entities.map((entity) => [entity.id, entity]));
  const shown = reading.entities.filter(({ id, kind }) => kind !== 'place' && mentions.has(id));
  const first = (id: string) => mentions.get(id)![0]!.start;
  const parts = Map.groupBy(shown, (entity) => wholeOf(entity, mentions));
  const rows: Cell[][] = [];
  const add = (entity: Entity, depth: number) => {
    rows.push(actorRow(io, entity, mentions.get(entity.id)!, known, depth));
    if (depth < 3) for (const part of inOrder(parts.get(entity.id) ?? [])) add(part, depth + 1);
  };
  const inOrder = (list: readonly Entity[]) => [...list].sort((a, b) => first(a.id) - first(b.id));
  for (const entity of inOrder(parts.get(null) ?? [])) add(entity, 0);
  return gridOf(io, ['NAME', 'KIND', 'NAMED', 'IN THE WORDS', 'TIES'], rows, width);
}

/** Id of the entity of this document that an entity is part of. */
function wholeOf(entity: Entity, mentions: ReadonlyMap<string | null, unknown>): string | null {
  const tie = entity.relations.find(
    ({ kind, to }) => kind === 'partOf' && to !== entity.id && mentions.has(to),
  );
  return tie?.to ?? null;
}

function actorRow(
  io: Io,
  { kind, role, names, id, relations }: Entity,
  mentions: readonly Mention[],
  known: ReadonlyMap<string, Entity>,
  depth: number,
): Cell[] {
  const { bold, dim } = paint(io);
  const kept = relations.filter(({ kind: tie, to }) => known.has(to) && (tie !== 'partOf' || depth === 0));
  const ties = [...Map.groupBy(kept, ({ kind: tie }) => tie)].map(([tie, same]) => {
    const others = new Set(same.map(({ to }) => line(known.get(to)!.names[0] ?? to)));
    return `${TIES[tie]} ${[...others].join(', ')}`;
  });
  return [
    { text: `${depth > 0 ? '└ ' : ''}${line(names[0] ?? id)}`, paint: depth > 0 ? (text) => text : bold },
    { text: role ?? kind, paint: dim },
    { text: `${mentions.length}×`, paint: dim },
    { text: formsOf(mentions, names[0]) },
    { text: ties.join('; '), paint: dim },
  ];
}

/** The different words of mentions, in the order of the text. */
function formsOf(mentions: readonly Mention[], name: string | null | undefined): string {
  const forms = [...new Set(mentions.map(({ text }) => line(text)))].filter((form) => form !== name);
  const more = forms.length > FORMS ? ` … ${forms.length - FORMS} more` : '';
  return forms.slice(0, FORMS).join(', ') + more;
}

/** Who and what is involved in violence: part, words, how sure the model is, and the claims in which they take part. */
export function involvedGrid(io: Io, { involved }: Reading, width: number): string[] {
  const { bold, dim } = paint(io);
  const rows = involved.map(({ role, text, name, score, mentions, claims, start, end }): Cell[] => [
    { text: role, paint: dim },
    { text: line(text), paint: bold },
    { text: name === null || line(name) === line(text) ? '' : line(name) },
    { text: `${Math.round(score * 100)} %`, paint: dim },
    { text: `${mentions.length}×`, paint: dim },
    { text: claims.join(' '), paint: dim },
    { text: `${start}–${end}`, paint: dim },
  ]);
  return gridOf(io, ['PART', 'WORDS', 'NAME', 'CHANCE', 'NAMED', 'CLAIMS', 'AT'], rows, width);
}

/** Places: name, country, point, how exactly it is known, GeoNames id, and the words that name it. */
export function placeGrid(io: Io, { mentions }: Reading, width: number): string[] {
  const { bold, dim } = paint(io);
  const places = Map.groupBy(
    mentions.filter((one): one is PlaceMention => one.kind === 'place'),
    ({ entity, text }) => entity ?? text,
  );
  const rows = [...places.values()].map((same): Cell[] => {
    const { name, text, country, lat, lon, precision, geonames } = same[0]!;
    return [
      { text: line(name ?? text), paint: bold },
      { text: country === null ? '' : (COUNTRIES.of(country) ?? country) },
      { text: lat === null || lon === null ? '' : `${lat}, ${lon}` },
      { text: precision, paint: dim },
      { text: `${same.length}×`, paint: dim },
      { text: formsOf(same, name) },
      { text: geonames === null ? '' : `geonames ${geonames}`, paint: dim },
    ];
  });
  return gridOf(io, ['NAME', 'COUNTRY', 'AT', 'AS', 'NAMED', 'IN THE WORDS', ''], rows, width);
}

/** Times: the words, the interval they mean, and how exactly. */
export function timeGrid(io: Io, { mentions }: Reading, width: number): string[] {
  const { bold, dim } = paint(io);
  const times = mentions.filter((one): one is TimeMention => one.kind === 'time');
  const rows = times.map(({ text, edtf, value, timex, precision, start, end }): Cell[] => [
    { text: `“${line(text)}”`, paint: bold },
    { text: edtf ?? 'unresolved' },
    { text: value ?? '', paint: dim },
    { text: `${timex.toLowerCase()}, ${precision}`, paint: dim },
    { text: `${start}–${end}`, paint: dim },
  ]);
  return gridOf(io, ['WORDS', 'INTERVAL', 'TIMEX', 'AS', 'AT'], rows, width);
}

/** Counts: the words, what they bind, of what, and which claims use them. */
export function quantityGrid(io: Io, { mentions, claims }: Reading, width: number): string[] {
  const { bold, dim } = paint(io);
  const counts = mentions.filter((one): one is QuantityMention => one.kind === 'quantity');
  const rows = counts.map((count): Cell[] => [
    { text: `“${line(count.text)}”`, paint: bold },
    { text: bounds(count, '') },
    { text: count.op, paint: dim },
    { text: line(count.of ?? '') },
    {
      text: claims
        .filter(({ quantity }) => quantity?.start === count.start)
        .map(({ id }) => id)
        .join(' '),
      paint: dim,
    },
    { text: `${count.start}–${count.end}`, paint: dim },
  ]);
  return gridOf(io, ['WORDS', 'COUNT', '', 'OF', 'CLAIMS', 'AT'], rows, width);
}

function gridOf(
  io: Io,
  heading: readonly string[],
  rows: readonly (readonly Cell[])[],
  width: number,
): string[] {
  if (rows.length === 0) return [];
  const { dim } = paint(io);
  const filled = heading.map((_, at) => rows.some((row) => row[at]!.text !== ''));
  const kept = <T>(cells: readonly T[]) => cells.filter((_, at) => filled[at]);
  return [
    grid(
      kept(heading).map((text) => ({ text, paint: dim })),
      rows.map(kept),
      width,
    ),
  ];
}
