import type { Reading } from '../model/reading.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';
import { mentionIn, mentionReasons, place, tiesOf } from './explain-mention.ts';
import type { Step } from './explanation.ts';
import type { Witness } from './witness.ts';
import { entityName } from './witness.ts';

/** From the sentence to who is held to say what. */
export function statementSteps({ claim, statement, reading }: Witness, text: string): Step[] {
  return [
    ...sentenceStep(reading, claim.predicate, text),
    statementStep(statement),
    ...speakerSteps(reading, statement),
    contentStep(statement),
    ...otherStatement(reading, statement.within, 'within', 'its cue stands in the content of the other'),
    ...otherStatement(
      reading,
      statement.about,
      'about',
      'it disputes or confirms what the other puts forward',
    ),
  ];
}

function sentenceStep({ sentences }: Reading, at: Span, text: string): Step[] {
  const sentence = sentences.find(({ start, end }) => start <= at.start && at.end <= end);
  if (sentence === undefined) return [];
  const { start, end, kind, paragraph } = sentence;
  return [
    {
      kind: 'sentence',
      result: `${kind}, paragraph ${paragraph + 1}`,
      words: [{ start, end, text: text.slice(start, end) }],
      why: [],
    },
  ];
}

function statementStep({ mode, stance, cue, time, relay, why }: Statement): Step {
  return {
    kind: 'statement',
    result: `${mode}, ${stance}`,
    words: cue === null ? [] : [cue],
    why: [
      ...why.filter((reason) => !reason.startsWith('content: ')),
      ...(relay === null ? [] : [`said to ${relay}`]),
      ...(time === null
        ? []
        : [
            `said ${time.from ?? time.text}${time.start === null ? '' : `: “${time.text}” (${place(time)})`}`,
          ]),
    ],
  };
}

function speakerSteps(reading: Reading, statement: Statement): Step[] {
  const { source, speaker, mode } = statement;
  if (mode === 'narrative') {
    const publisher = reading.document.publisher;
    return [
      {
        kind: 'speaker',
        result: publisher ?? 'the document itself',
        words: [],
        why: ['nobody else is named as its source'],
      },
    ];
  }
  const party =
    statement.for !== null && statement.for !== speaker ? entityName(reading, statement.for) : null;
  const name = entityName(reading, speaker) ?? 'not resolved';
  return [
    {
      kind: 'speaker',
      result: party === null ? name : `${name}, for ${party}`,
      words: source === null ? [] : [source],
      why: speakerReasons(reading, statement),
    },
  ];
}

function speakerReasons(reading: Reading, statement: Statement): string[] {
  const { source, speaker } = statement;
  if (speaker === null) return ['no mention in its source resolves to anybody'];
  const own = source && mentionIn(reading, source, (one) => one.entity === speaker);
  const ties = tiesOf(reading, speaker, ['spokesmanFor', 'memberOf', 'partOf']);
  if (own) return [...mentionReasons(reading, own), ...ties];
  const before = reading.statements
    .slice(0, reading.statements.indexOf(statement))
    .findLast((one) => one.speaker === speaker || one.for === speaker);
  const taken =
    before === undefined
      ? 'named elsewhere in the sentence'
      : `the same as in the statement before (${before.id}${before.source === null ? '' : `, “${before.source.text}” ${place(before.source)}`})`;
  return [source === null ? 'no source of its own' : 'its source names nobody', taken, ...ties];
}

function contentStep({ content, why }: Statement): Step {
  const found = why.filter((reason) => reason.startsWith('content: ')).map((reason) => reason.slice(9));
  const result = content.length === 1 ? 'one stretch' : `${content.length} stretches`;
  return { kind: 'content', result, words: content, why: found };
}

function otherStatement(reading: Reading, id: string | null, kind: 'within' | 'about', why: string): Step[] {
  const other = reading.statements.find((one) => one.id === id);
  if (other === undefined) return [];
  const name = entityName(reading, other.speaker) ?? other.source?.text ?? 'the document itself';
  return [{ kind, result: `${other.id}, ${name}`, words: other.content, why: [why] }];
}
