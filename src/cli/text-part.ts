import type { Claim } from '../model/claim.ts';
import type { Reading } from '../model/reading.ts';
import type { SentenceKind } from '../model/sentence.ts';
import type { Statement } from '../model/statement.ts';
import { entityName } from '../view/witness.ts';
import { claimCells, takenLegend } from './claim-cells.ts';
import { rowText, widthsFor } from './grid.ts';
import type { Io } from './io.ts';
import type { Layer } from './layer.ts';
import { paint } from './paint.ts';
import { cut, line, wrap } from './plain.ts';
import { voice } from './voice.ts';

/** Widest a line of running text is set. */
const READABLE = 104;

interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly kind: SentenceKind;
}

/** The text paragraph by paragraph, under each its statements, and under each of those its claims in one grid. */
export function textPart(
  io: Io,
  reading: Reading,
  text: string,
  layers: ReadonlySet<Layer>,
  width: number,
): string[] {
  const { dim } = paint(io);
  const cells = new Map(reading.claims.map((claim) => [claim, claimCells(io, claim, width)]));
  const indent = layers.has('text') || layers.has('statements') ? '      ' : '';
  const widths = layers.has('claims') ? widthsFor([...cells.values()], width - indent.length) : [];
  const claimsOf = Map.groupBy(reading.claims, (claim) => claim.statement);
  const grid = (claims: readonly Claim[]) =>
    claims.map((claim) => rowText(cells.get(claim)!, widths, indent));
  const statementsOf = (statements: readonly Statement[]) =>
    statements.flatMap((statement) => [
      ...(layers.has('statements') ? [statementText(io, reading, statement, layers, width)] : []),
      ...(layers.has('claims') ? grid(claimsOf.get(statement.id) ?? []) : []),
    ]);
  const taken = layers.has('claims') ? takenLegend(reading.claims, width) : null;
  const legend = taken === null ? [] : [`${dim(wrap(taken, width))}\n`];
  const paragraphs = layers.has('text') ? paragraphsOf(reading) : [];
  if (paragraphs.length === 0) {
    const lines = statementsOf(reading.statements);
    return lines.length === 0 ? [] : [`${lines.join('\n')}\n`, ...legend];
  }
  const under = Map.groupBy(reading.statements, (statement) => paragraphAt(paragraphs, startOf(statement)));
  const parts = paragraphs.map((paragraph, at) =>
    [paragraphText(io, paragraph, at, text, width), ...statementsOf(under.get(at) ?? []), ''].join('\n'),
  );
  return [...parts, ...legend];
}

function paragraphText(
  io: Io,
  { start, end, kind }: Paragraph,
  at: number,
  text: string,
  width: number,
): string {
  const { bold, dim } = paint(io);
  const words = line(text.slice(start, end));
  const wrapped = wrap(words, Math.min(width, READABLE), '      ').slice(6);
  const own = kind === 'body' ? wrapped : (kind === 'headline' ? bold : dim)(wrapped);
  return `${dim(`${at + 1}`.padStart(4))}  ${own}${kind === 'body' || kind === 'headline' ? '' : dim(` [${kind}]`)}`;
}

/** Who says it and how; then its words: all of them, or beside the text the line that finds them there. */
function statementText(
  io: Io,
  reading: Reading,
  statement: Statement,
  layers: ReadonlySet<Layer>,
  width: number,
): string {
  const { cyan, dim } = paint(io);
  const { id, mode, stance, cue, within, about, relay, content } = statement;
  const row = {
    speaker: entityName(reading, statement.speaker) ?? statement.source?.text ?? null,
    for: entityName(reading, statement.for),
    stance,
    publisher: reading.document.publisher,
  };
  const facts = [
    mode,
    stance === 'hedges' || mode === 'narrative' ? '' : `by “${line(cue?.text ?? '')}”`,
    within === null ? '' : `within ${within}`,
    about === null ? '' : `about ${about}`,
    relay === null ? '' : `to ${line(relay)}`,
  ].filter((fact) => fact !== '' && fact !== 'by “”');
  const head = wrap(`${voice(row)} ‹${facts.join(' · ')}›`, width, '      ').slice(6);
  const [who = '', how = ''] = head.split(/ ‹|\n {6}‹/u);
  const apart = head.includes('\n      ‹') ? '\n      ' : '  ';
  const words = `“${content.map((span) => line(span.text)).join(' … ')}”`;
  const shown = layers.has('text') ? `      ${cut(words, width - 6)}` : wrap(words, width, '      ');
  return [
    `${dim(id.padStart(4))}  ${cyan(who)}${how === '' ? '' : apart + dim(how.replace(/›$/u, ''))}`,
    ...(content.length === 0 ? [] : [dim(shown)]),
  ].join('\n');
}

function paragraphsOf({ sentences }: Reading): Paragraph[] {
  const paragraphs: (Paragraph & { readonly number: number })[] = [];
  for (const { start, end, kind, paragraph: number } of sentences) {
    const last = paragraphs.at(-1);
    if (last?.number === number) paragraphs[paragraphs.length - 1] = { ...last, end };
    else paragraphs.push({ start, end, kind, number });
  }
  return paragraphs;
}

/** The last paragraph that begins at or before an offset. */
function paragraphAt(paragraphs: readonly Paragraph[], offset: number): number {
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function startOf({ source, cue, content }: Statement): number {
  const starts = [source, cue, ...content].flatMap((span) => (span === null ? [] : [span.start]));
  return Math.min(...starts);
}
