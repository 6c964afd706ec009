import type { Explanation, Step, StepKind } from '../view/explanation.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line, wrap } from './plain.ts';
import { proposition, quoted, voice } from './voice.ts';

const NAMES: Readonly<Record<StepKind, string>> = {
  sentence: 'Sentence',
  statement: 'Statement',
  speaker: 'Speaker',
  content: 'Content',
  within: 'Told within',
  about: 'Answers',
  event: 'Event',
  agent: 'Who',
  patient: 'Whom',
  instrument: 'With what',
  place: 'Where',
  time: 'When',
  quantity: 'How many',
  polarity: 'Polarity',
  modality: 'Footing',
  agreement: 'Agreement',
  control: 'Control',
  dispute: 'Dispute',
  relation: 'Relation',
};

/** Width of the column of names. */
const COLUMN = 13;

/** The chain of decisions behind a claim, for people: what was decided, on which words and where they stand, and why. */
export function explanationText(io: Io, { claim, steps }: Explanation): string {
  const { bold, dim } = paint(io);
  const head = [
    `${bold(voice(claim))}  ${dim(line(claim.id))}`,
    wrap(quoted(claim.words, 1000), io.columns ?? 110, '    '),
    `  → ${proposition(claim)}`,
  ];
  return `${head.join('\n')}\n\n${steps.map((step) => stepText(io, step)).join('\n')}\n`;
}

function stepText(io: Io, { kind, result, words, why }: Step): string {
  const { bold, dim } = paint(io);
  const width = (io.columns ?? 110) - COLUMN;
  const indent = ' '.repeat(COLUMN);
  const quotes = words.map(({ start, end, text }) => `${marked(line(text))} ${start}–${end}`);
  const [first, ...rest] = wrap(line(result), width).split('\n');
  return [
    `${dim(NAMES[kind].padEnd(COLUMN))}${bold(first!)}`,
    ...rest.map((each) => indent + bold(each)),
    ...quotes.map((each) => wrap(each, io.columns ?? 110, indent)),
    ...why.map((reason) => dim(hang(line(reason), io.columns ?? 110, indent))),
  ].join('\n');
}

/** Words in quotation marks, which they may have already. */
function marked(words: string): string {
  return /^[“"«].*[”"»]$/u.test(words) ? words : `“${words}”`;
}

/** A reason as a point of a list: its further lines stand under its words. */
function hang(text: string, width: number, indent: string): string {
  return wrap(text, width, `${indent}  `).replace(`${indent}  `, `${indent}· `);
}
