import type { Claim } from '../model/claim.ts';
import type { Quantity } from '../model/quantity.ts';
import type { Inherited } from '../model/slot.ts';
import { argName } from '../view/claims.ts';
import type { Cell } from './grid.ts';
import type { Io } from './io.ts';
import { paint } from './paint.ts';
import { line } from './plain.ts';
import { when } from './voice.ts';

/** Where a slot was taken over from: as words where there is room, else as a letter. */
const TAKEN: Readonly<Record<Inherited, readonly [word: string, letter: string, meaning: string]>> = {
  clause: ['clause', 'c', 'from another clause'],
  sentence: ['sentence', 's', 'from elsewhere in the sentence'],
  paragraph: ['before', 'b', 'from what the report said before'],
  dateline: ['dateline', 'd', 'from the dateline or headline'],
  speech: ['speech', 'w', 'from who said it, or when'],
  published: ['published', 'p', 'from the date of publication'],
};

/** A narrower page writes letters. */
const ROOMY = 120;

/** What the marks of these claims mean; null where there are none. */
export function takenLegend(claims: readonly Claim[], width: number): string | null {
  const used = new Set(
    claims.flatMap(({ agent, patient, place, time }) =>
      [...agent, ...patient, place, time].map((slot) => slot?.inherited),
    ),
  );
  const parts = (Object.keys(TAKEN) as Inherited[])
    .filter((from) => used.has(from))
    .map((from) => `~${TAKEN[from][width < ROOMY ? 1 : 0]} ${TAKEN[from][2]}`);
  return parts.length === 0 ? null : `Taken over: ${parts.join(', ')}`;
}

const SIGNS: Readonly<Record<Quantity['op'], string>> = {
  exactly: '',
  about: '≈',
  'at-least': '≥',
  'more-than': '>',
  'up-to': '≤',
  'fewer-than': '<',
  between: '',
  vague: '~',
};

/** A claim as one aligned line: id, event with its footing and sign, who to whom, where, when, how many. */
export function claimCells(io: Io, claim: Claim, width: number): Cell[] {
  const { bold, dim, red, yellow } = paint(io);
  const { event, mode, place, time, quantity, polarity, modality } = claim;
  const negative = polarity === 'negative';
  const words = [modality === 'actual' ? '' : modality, negative ? 'not' : '', event, mode ?? ''];
  const color = negative ? red : modality === 'actual' ? (text: string) => text : yellow;
  const period = time === null ? '' : days(time.from, time.to) || line(time.text);
  return [
    { text: claim.id, paint: dim },
    { text: words.filter((word) => word !== '').join(' '), paint: (text) => bold(color(text)) },
    { text: whoToWhom(claim, width) },
    place === null ? { text: '' } : slot(line(argName(place)), place.inherited, width, dim),
    time === null ? { text: '' } : slot(period, time.inherited, width, dim),
    { text: quantity === null ? '' : bounds(quantity, line(quantity.text)) },
  ];
}

function whoToWhom({ agent, patient, instrument }: Claim, width: number): string {
  const names = (list: Claim['agent']) => [
    ...new Set(list.map((arg) => marked(line(argName(arg)), arg.inherited, width))),
  ];
  const whom = patient.length > 0 ? `→ ${names(patient).join(', ')}` : '';
  const how = instrument.length > 0 ? `with ${names(instrument).join(', ')}` : '';
  return [names(agent).join(', '), whom, how].filter((part) => part !== '').join(' ');
}

function slot(text: string, from: Inherited | undefined, width: number, dim: (text: string) => string): Cell {
  return from === undefined ? { text } : { text: marked(text, from, width), paint: dim };
}

/** Words with the mark of where they were taken over from, if they were. */
function marked(text: string, from: Inherited | undefined, width: number): string {
  if (from === undefined) return text;
  const [word, letter] = TAKEN[from];
  return width < ROOMY ? `${text}~${letter}` : `${text} ~${word}`;
}

/** A period in few columns: what its two days share is said once ("2017-10-14–15"). */
function days(from: string | null, to: string | null): string {
  if (from === null || to === null || from.slice(0, 4) !== to.slice(0, 4) || from === to)
    return when(from, to);
  return `${from.slice(0, 10)}–${to.slice(from.slice(0, 7) === to.slice(0, 7) ? 8 : 5, 10)}`;
}

/** What a count binds, in signs: "≈275", "≥40", "10–20"; its words where it names no number. */
export function bounds({ op, min, max }: Quantity, words: string): string {
  if (min === null && max === null) return words;
  const range = min !== null && max !== null && min !== max ? `${min}–${max}` : `${min ?? max}`;
  return `${SIGNS[op]}${range}`;
}
