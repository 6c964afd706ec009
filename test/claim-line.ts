import type { Claim, EventType, Modality } from '../src/model/claim.ts';
import type { Entity } from '../src/model/entity.ts';
import type { Operator } from '../src/model/quantity.ts';
import type { Reading } from '../src/model/reading.ts';
import type { Arg, QuantitySlot } from '../src/model/slot.ts';
import type { Span } from '../src/model/span.ts';
import type { Stance, Statement } from '../src/model/statement.ts';

/**
 * A Reading from lines of claims, for tests. One line is
 * `SPEAKER[/ORGANISATION] [STANCE]: EVENT AGENT [> PATIENT] [@PLACE] [DAY[..DAY]] [~MODALITY] [not] [(COUNT)] [= WORDS]`,
 * with "-" for no agent and "own" for the document's own voice; days are of October 2017. Words that stand in `text` get its offsets.
 */
export function readingOf(
  head: {
    readonly id: string;
    readonly publisher?: string;
    readonly published?: string;
    readonly text?: string;
  },
  lines: readonly string[],
  cast: readonly Entity[] = CAST,
): Reading {
  const made = lines.map((line, at) => parse(line, at + 1, head.text ?? ''));
  const text = head.text;
  return {
    engine: { name: 'lines', version: '0', models: [] },
    document: {
      id: head.id,
      title: null,
      publisher: head.publisher ?? `Paper ${head.id}`,
      published: head.published ?? '2017-10-16',
      updated: null,
      url: null,
      language: 'en',
      sha256: head.id,
      characters: text?.length ?? 0,
      ...(text === undefined ? {} : { text }),
    },
    sentences: linesOf(text ?? ''),
    entities: cast,
    mentions: [],
    statements: made.map(({ statement }) => statement),
    claims: made.map(({ claim }) => claim),
    agreements: [],
    control: [],
    credits: [],
    involved: [],
    disputes: [],
    diagnostics: [],
  };
}

const actor = (
  id: string,
  name: string,
  relations: Entity['relations'] = [],
  kind: Entity['kind'] = 'actor',
): Entity => ({
  id,
  kind,
  role: null,
  names: [name],
  relations,
});
const tie = (kind: Entity['relations'][number]['kind'], to: string) =>
  ({ kind, to, from: null, until: null }) as const;

/** Who appears in the lines. */
export const CAST: readonly Entity[] = [
  actor('army', 'Northern Army', [tie('alliedWith', 'militia')]),
  actor('militia', 'River Militia'),
  actor('rebels', 'Free Brigades'),
  actor('foreign', 'foreign fighters', [tie('partOf', 'rebels')]),
  actor('local', 'local fighters', [tie('partOf', 'rebels')]),
  actor('civilians', 'civilians'),
  actor('council', 'Town Council'),
  actor('union', 'Western Union'),
  actor('state', 'Westland', [tie('memberOf', 'union')]),
  actor('monitor', 'Watch Group'),
  actor('daoud', 'Karim Daoud', [tie('spokesmanFor', 'army')], 'person'),
  actor('salem', 'Lina Salem', [tie('memberOf', 'council')], 'person'),
  actor('town', 'Qarah', [], 'place'),
  actor('bridge', 'Old Bridge', [tie('partOf', 'town')], 'place'),
  actor('valley', 'Nahr Valley', [], 'place'),
];

const LINE =
  /^(?<who>\S+?)(?: (?<stance>asserts|denies|disputes|demands|promises|predicts|hedges))?: (?<event>[A-Z]+) (?<agent>\S+)(?: > (?<patient>\S+))?(?: @(?<place>\S+))?(?: (?<from>\d\d)(?:\.\.(?<to>\d\d))?)?(?: ~(?<modality>\w+))?(?<not> not)?(?: \((?<count>[^)]*)\))?(?: = (?<words>.*))?$/;

function parse(line: string, number: number, text: string): { statement: Statement; claim: Claim } {
  const groups = LINE.exec(line)?.groups;
  if (!groups) throw new RangeError(`Not a claim line: "${line}"`);
  const { who = '', stance, event, agent, patient, place, from, to, modality, count, words } = groups;
  const [speaker, organisation] = who.split('/');
  const content = spanOf(words ?? '', text);
  const own = speaker === 'own';
  return {
    statement: {
      id: `s${number}`,
      mode: own ? 'narrative' : 'indirect',
      stance: (stance ?? 'asserts') as Stance,
      source: null,
      cue: null,
      content: [content],
      speaker: own ? null : speaker!,
      for: organisation ?? null,
      within: null,
      about: null,
      relay: null,
      time: null,
      why: [],
    },
    claim: {
      id: `c${number}`,
      statement: `s${number}`,
      event: event as EventType,
      mode: null,
      predicate: content,
      agent: argsOf(agent!),
      patient: argsOf(patient ?? '-'),
      instrument: [],
      place: place ? argsOf(place)[0]! : null,
      time: from ? { start: null, end: null, text: '', from: day(from), to: day(to ?? from) } : null,
      quantity: count ? quantityOf(count) : null,
      polarity: groups.not ? 'negative' : 'positive',
      modality: (modality ?? 'actual') as Modality,
      why: [],
    },
  };
}

function day(digits: string): string {
  return `2017-10-${digits}`;
}

function spanOf(words: string, text: string): Span {
  const start = Math.max(0, text.indexOf(words));
  return { start, end: start + words.length, text: words };
}

function argsOf(list: string): Arg[] {
  if (list === '-') return [];
  return list.split(',').map((id) => {
    const name = CAST.find((entity) => entity.id === id)?.names[0] ?? null;
    return { start: null, end: null, text: name ?? id, entity: name ? id : null, name };
  });
}

const OPS: readonly (readonly [string, Operator])[] = [
  ['about ', 'about'],
  ['more than ', 'more-than'],
  ['at least ', 'at-least'],
  ['up to ', 'up-to'],
  ['dozens ', 'vague'],
];

function quantityOf(count: string): QuantitySlot {
  const [words, op] = OPS.find(([prefix]) => count.startsWith(prefix)) ?? ['', 'exactly'];
  const rest = count.slice(words.length);
  const base = { start: 0, end: count.length, text: count };
  if (op === 'vague') return { ...base, of: rest, op, min: 24, max: null };
  const match = /^(\d+)(?:-(\d+))? (.*)$/.exec(rest);
  if (!match) throw new RangeError(`Not a count: "${count}"`);
  const low = Number(match[1]);
  const high = match[2] ? Number(match[2]) : low;
  return {
    ...base,
    of: match[3]!,
    op: match[2] ? 'between' : op,
    min: op === 'up-to' ? null : low,
    max: op === 'more-than' || op === 'at-least' ? null : high,
  };
}

function linesOf(text: string): Reading['sentences'] {
  let start = 0;
  return text.split('\n').map((line, paragraph) => {
    const end = start + line.length;
    const sentence = { start, end, kind: paragraph === 0 ? 'headline' : 'body', paragraph } as const;
    start = end + 1;
    return sentence;
  });
}
