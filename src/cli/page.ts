import { globalClaimId } from '../link/claim-id.ts';
import type { Digest } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';
import { agreementRows } from '../view/agreements.ts';
import { controlRows } from '../view/control.ts';
import { disputeRows } from '../view/disputes.ts';
import { agreementText } from './agreement-text.ts';
import { controlText } from './control-text.ts';
import { disputeText } from './dispute-text.ts';
import type { Io } from './io.ts';
import { ALL_LAYERS, type Layer } from './layer.ts';
import { actorGrid, involvedGrid, placeGrid, quantityGrid, timeGrid } from './named-part.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { section } from './section.ts';
import { textPart } from './text-part.ts';
import { counted, quoted } from './voice.ts';

/** Widths between which a page is set: a narrower terminal wraps by itself, on a wider one lines would be too long to read. */
const [NARROW, WIDE, ELSEWHERE] = [60, 160, 110];

/** A document and what was read in it. */
interface Read {
  readonly reading: Reading;
  readonly text: string;
  readonly where: string;
}

/** A Reading as a page for people: the text with who says what in it, then what follows from it; only some layers if asked. */
export function page(
  screen: Io,
  { reading, text, where }: Read,
  layers: ReadonlySet<Layer> = ALL_LAYERS,
): string {
  const width = Math.min(WIDE, Math.max(NARROW, screen.columns ?? ELSEWHERE));
  const io = { ...screen, columns: width };
  const alone = ofOneDocument(reading);
  const part = (layer: Layer, title: string, texts: () => readonly string[]) =>
    layers.has(layer) ? section(io, title, texts()) : [];
  return [
    `${heading(io, reading, where, width)}\n`,
    ...textPart(io, reading, text, layers, width),
    ...part('agreements', 'Agreements', () => agreementRows(alone).map((row) => agreementText(io, row))),
    ...part('control', 'Control', () => controlRows(alone).map((row) => controlText(io, row))),
    ...part('disputes', 'Disputes', () => disputeRows(alone).map((row) => disputeText(io, row))),
    ...part('involved', 'Involved in violence', () => involvedGrid(io, reading, width)),
    ...part('actors', 'People and groups', () => actorGrid(io, reading, width)),
    ...part('places', 'Places', () => placeGrid(io, reading, width)),
    ...part('times', 'Times', () => timeGrid(io, reading, width)),
    ...part('quantities', 'Quantities', () => quantityGrid(io, reading, width)),
    ...part('diagnostics', 'Notes of the reading', () => diagnosticList(io, reading, width)),
  ].join('\n');
}

function heading(io: Io, reading: Reading, where: string, width: number): string {
  const { bold, dim } = paint(io);
  const { document, credits } = reading;
  const facts = [
    document.publisher,
    document.published,
    document.language,
    `id ${document.id}`,
    document.url,
  ].flatMap((fact) => (fact ? [line(fact)] : []));
  const kinds = (...wanted: readonly string[]) => {
    const named = reading.mentions.filter(({ kind }) => wanted.includes(kind));
    return new Set(named.map(({ entity, id }) => entity ?? id)).size;
  };
  const counts = [
    counted(reading.statements.length, 'statement'),
    counted(reading.claims.length, 'claim'),
    counted(reading.agreements.length, 'agreement'),
    counted(reading.disputes.length, 'dispute'),
    `${kinds('actor', 'person')} people and groups`,
    counted(kinds('place'), 'place'),
    counted(kinds('time'), 'time'),
    counted(kinds('quantity'), 'count'),
  ].filter((count) => !count.startsWith('0 '));
  return [
    bold(wrap(line(document.title ?? where), width)),
    dim(wrap(facts.join(' · '), width)),
    dim(wrap(counts.join(' · '), width)),
    ...credits.map(({ publisher, text }) =>
      dim(wrap(`First by ${line(publisher)} (${quoted(text, 80)})`, width)),
    ),
  ].join('\n');
}

function diagnosticList(io: Io, { diagnostics }: Reading, width: number): string[] {
  const { dim, red, yellow } = paint(io);
  const color = { info: dim, warning: yellow, error: red };
  const lines = diagnostics.map(({ severity, code, message, span }) => {
    const where = span === null ? '' : ` “${line(span.text)}” ${span.start}–${span.end}`;
    const [first = '', ...rest] = wrap(`${severity} ${code}: ${line(message)}${where}`, width, '  ')
      .slice(2)
      .split('\n');
    return [color[severity](first), ...rest].join('\n');
  });
  return lines.length === 0 ? [] : [`${lines.join('\n')}\n`];
}

/** What views ask of a Digest, from one Reading: its claims under global ids, and nothing said of being kept. */
function ofOneDocument(reading: Reading): Pick<Digest, 'readings' | 'disputes' | 'agreements' | 'control'> {
  const global = (claim: string) => globalClaimId(reading.document.id, claim);
  return {
    readings: [reading],
    disputes: reading.disputes.map((dispute) => ({
      ...dispute,
      sides: dispute.sides.map((side) => ({ ...side, claims: side.claims.map(global) })),
    })),
    agreements: reading.agreements.map(({ terms, claims, ...agreement }) => ({
      ...agreement,
      claims: claims.map(global),
      terms: terms.map((term) => ({ ...term, claims: [], compliance: [] })),
    })),
    control: reading.control.map(({ claim, ...row }) => ({ ...row, to: null, claims: [global(claim)] })),
  };
}
