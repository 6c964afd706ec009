import { type DocumentInput, toDocument } from '../../src/contract/document.ts';
import { openLedger } from '../../src/ledger/open.ts';
import type { Agreement, Term } from '../../src/model/agreement.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Control } from '../../src/model/control.ts';
import type { Digest } from '../../src/model/digest.ts';
import type { Involved } from '../../src/model/involved.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Arg, PlaceArg } from '../../src/model/slot.ts';
import type { Span } from '../../src/model/span.ts';
import type { Statement } from '../../src/model/statement.ts';

/*
 * Two short reports about an invented harbour, with readings made by hand, so that the pages are tested with what they
 * must show (nesting, overlap, a broken quotation, markup typed by a publisher, a dispute) whatever the reader finds.
 */

const WIRE: DocumentInput = {
  id: 'harbour/wire',
  title: 'Last boats leave Old Harbour under deal',
  publisher: 'Harbour Wire',
  published: '2031-03-09',
  url: 'https://wire.example/last-boats',
  language: 'en',
  text: [
    'Last boats leave Old Harbour under deal',
    'MARENA, March 9 — The last boats of fighters left the old harbour of Marena on Sunday under an agreement between the Coastal Guard and the Northern League.',
    '“No foreign fighter,” said Guard spokeswoman Ilse Tarn, “was aboard the boats.” She said about 120 local fighters and their families had gone to Port Sella.',
    'However, Davit Orel, a member of the Harbour Council, disputed the Guard’s claim and said a group of foreign fighters had also sailed with the convoy.',
    'Orel said the harbour master had told him that the boats carried <b>no weapons</b> & no money.',
    'The Northern League lost the town of Brask to the Guard on Friday.',
  ].join('\n'),
};

const POST: DocumentInput = {
  id: 'inland-post',
  title: null,
  publisher: 'Inland Post',
  published: '2031-03-10T08:30:00+02:00',
  text: [
    'A port worker who gave his name as Sandro counted more than 200 local fighters on the boats.',
    '',
    '“They will be back,” a resident said. قال أحد السكان إن القوارب غادرت ليلاً.',
    'غادر المقاتلون ميناء مارينا القديم يوم الأحد.',
  ].join('\n'),
};

const wire = textOf(WIRE);
const post = textOf(POST);

const GUARD = arg(null, 'guard', 'Coastal Guard');
const LEAGUE = arg(null, 'league', 'Northern League');
const MARENA: PlaceArg = { ...wire.arg('Marena', 'marena', 'Marena'), lat: 41.2, lon: 17.3 };

const statements: Statement[] = [
  statement('s1', 'narrative', 'asserts', null, null, [
    wire.span('The last boats of fighters left the old harbour of Marena on Sunday'),
  ]),
  statement(
    's2',
    'direct',
    'asserts',
    wire.span('Guard spokeswoman Ilse Tarn'),
    wire.span('said'),
    [wire.span('No foreign fighter,'), wire.span('was aboard the boats.')],
    { speaker: 'tarn', for: 'guard' },
  ),
  statement(
    's3',
    'indirect',
    'asserts',
    wire.span('She'),
    wire.span('said', 2),
    [wire.span('about 120 local fighters and their families had gone to Port Sella')],
    { speaker: 'tarn', for: 'guard' },
  ),
  statement(
    's4',
    'indirect',
    'disputes',
    wire.span('Davit Orel, a member of the Harbour Council,'),
    wire.span('disputed'),
    [wire.span('the Guard’s claim')],
    { speaker: 'orel', about: 's2' },
  ),
  statement(
    's5',
    'indirect',
    'asserts',
    wire.span('Davit Orel, a member of the Harbour Council,'),
    wire.span('said', 3),
    [wire.span('a group of foreign fighters had also sailed with the convoy')],
    { speaker: 'orel' },
  ),
  statement(
    's6',
    'indirect',
    'asserts',
    wire.span('Orel', 2),
    wire.span('said', 4),
    [wire.span('the harbour master had told him that the boats carried <b>no weapons</b> & no money')],
    { speaker: 'orel' },
  ),
  statement(
    's7',
    'indirect',
    'denies',
    wire.span('the harbour master'),
    wire.span('told'),
    [wire.span('the boats carried <b>no weapons</b> & no money')],
    { within: 's6' },
  ),
  statement('s8', 'narrative', 'asserts', null, null, [
    wire.span('The Northern League lost the town of Brask to the Guard on Friday'),
  ]),
];

const claims: Claim[] = [
  claim('c1', 's1', 'RETREAT', wire.span('left'), { agent: [wire.arg('fighters')], place: MARENA }),
  claim('c2', 's2', 'RETREAT', wire.span('was aboard'), {
    agent: [wire.arg('foreign fighter')],
    place: { ...MARENA, inherited: 'paragraph' },
    polarity: 'negative',
  }),
  claim('c3', 's3', 'RETREAT', wire.span('had gone'), {
    agent: [wire.arg('local fighters')],
    quantity: {
      ...wire.span('about 120 local fighters'),
      of: 'local fighters',
      op: 'about',
      min: 120,
      max: 120,
    },
    time: {
      start: null,
      end: null,
      text: '2031-03-09',
      from: '2031-03-09',
      to: '2031-03-09',
      inherited: 'published',
    },
  }),
  claim('c4', 's5', 'RETREAT', wire.span('sailed'), {
    agent: [wire.arg('foreign fighters')],
    place: { ...MARENA, inherited: 'paragraph' },
  }),
  claim('c5', 's7', 'AID', wire.span('carried'), {
    agent: [wire.arg('the boats', null, null, 2)],
    polarity: 'negative',
  }),
  claim('c6', 's8', 'CONTROL', wire.span('lost'), {
    agent: [wire.arg('The Northern League', 'league', 'Northern League')],
    place: wire.arg('Brask', 'brask', 'Brask'),
    time: { ...wire.span('Friday'), from: '2031-03-07', to: '2031-03-07' },
  }),
];

const mentions: Mention[] = [
  { ...wire.span('Coastal Guard'), id: 'm1', kind: 'actor', entity: 'guard', name: 'Coastal Guard', why: [] },
  { ...wire.span('Ilse Tarn'), id: 'm2', kind: 'person', entity: 'tarn', name: 'Ilse Tarn', why: [] },
  {
    ...wire.span('about 120'),
    id: 'm3',
    kind: 'quantity',
    entity: null,
    name: null,
    why: [],
    of: 'local fighters',
    op: 'about',
    min: 120,
    max: 120,
  },
  {
    ...wire.span('Guard', 2),
    id: 'm4',
    kind: 'actor',
    entity: 'guard',
    name: 'Coastal Guard',
    why: ['short'],
  },
  {
    ...wire.span('Marena'),
    id: 'm5',
    kind: 'place',
    entity: 'marena',
    name: 'Marena',
    why: ['gazetteer'],
    lat: 41.2,
    lon: 17.3,
    geonames: null,
    country: 'IT',
    precision: 'town',
    within: null,
    use: 'literal',
  },
  {
    ...wire.span('Sunday'),
    id: 'm6',
    kind: 'time',
    entity: null,
    name: null,
    why: [],
    timex: 'DATE',
    value: '2031-03-09',
    edtf: '2031-03-09',
    from: '2031-03-09',
    to: '2031-03-09',
    precision: 'day',
  },
];

const term: Term = {
  id: 't1',
  event: 'RETREAT',
  who: [LEAGUE],
  does: wire.span('left the old harbour of Marena'),
  toWhom: [],
  condition: null,
};

const agreement: Agreement = {
  id: 'a1',
  parties: [GUARD, LEAGUE],
  guarantors: [],
  excluded: [wire.arg('foreign fighters')],
  place: MARENA,
  date: { from: '2031-03-08', to: '2031-03-09' },
  terms: [term],
  claims: ['c1'],
};

const held: Control = {
  place: wire.arg('Brask', 'brask', 'Brask'),
  holder: GUARD,
  previous: LEAGUE,
  status: 'holds',
  from: '2031-03-07',
  claim: 'c6',
};

const fighters: Involved = {
  ...wire.span('fighters'),
  role: 'perpetrator',
  entity: null,
  name: null,
  score: 0.72,
  mentions: [wire.span('fighters'), wire.span('local fighters')],
  claims: ['c1', 'c3'],
  why: ['by hand'],
};

/** The documents of the fixture, with their hand-made readings. */
export const DOCUMENTS: readonly { readonly input: DocumentInput; readonly reading: Reading }[] = [
  {
    input: WIRE,
    reading: reading(WIRE, {
      mentions,
      statements,
      claims,
      agreements: [agreement],
      involved: [fighters],
      control: [held, { ...held, holder: LEAGUE, previous: null, status: 'lost' }],
      entities: [
        entity('guard', 'actor', 'Coastal Guard'),
        entity('league', 'actor', 'Northern League'),
        entity('tarn', 'person', 'Ilse Tarn'),
        entity('orel', 'person', 'Davit Orel'),
        entity('marena', 'place', 'Marena'),
        entity('brask', 'place', 'Brask'),
      ],
      diagnostics: [
        { code: 'vague-time', stage: 'time', severity: 'info', span: null, message: 'An hour is not given.' },
      ],
    }),
  },
  {
    input: POST,
    reading: reading(POST, {
      statements: [
        statement(
          's1',
          'indirect',
          'asserts',
          post.span('A port worker who gave his name as Sandro'),
          post.span('counted'),
          [post.span('more than 200 local fighters on the boats')],
          { speaker: 'sandro', relay: 'Inland Post' },
        ),
        statement('s2', 'direct', 'predicts', post.span('a resident'), post.span('said'), [
          post.span('They will be back,'),
        ]),
      ],
      claims: [
        claim('c1', 's1', 'RETREAT', post.span('on the boats'), {
          agent: [post.arg('local fighters')],
          quantity: {
            ...post.span('more than 200 local fighters'),
            of: 'local fighters',
            op: 'more-than',
            min: 200,
            max: null,
          },
        }),
      ],
      entities: [entity('sandro', 'person', 'Sandro')],
    }),
  },
];

/** The Digest of the fixture. */
export const DIGEST: Digest = {
  readings: DOCUMENTS.map(({ reading }) => reading),
  entities: [],
  origins: [],
  happenings: [],
  relations: [
    {
      a: 'harbour%2Fwire/c4',
      b: 'harbour%2Fwire/c2',
      kind: 'contradicts',
      dimension: 'polarity',
      score: 0.9,
      why: ['Both speak of foreign fighters leaving Marena; one says that none did.'],
    },
  ],
  disputes: [
    {
      id: 'd1',
      question: 'Did foreign fighters leave Marena with the boats?',
      kind: 'polarity',
      status: 'open',
      sides: [
        { answer: 'No foreign fighter left', claims: ['harbour%2Fwire/c2'], origins: 1 },
        { answer: 'A group of foreign fighters left', claims: ['harbour%2Fwire/c4'], origins: 1 },
      ],
    },
    {
      id: 'd2',
      question: 'How many local fighters left Marena?',
      kind: 'quantity',
      status: 'open',
      sides: [
        { answer: 'about 120', claims: ['harbour%2Fwire/c3'], origins: 1 },
        { answer: 'more than 200', claims: ['inland-post/c1'], origins: 1 },
      ],
    },
  ],
  agreements: [
    {
      ...agreement,
      terms: [
        {
          ...term,
          claims: ['harbour%2Fwire/c1'],
          compliance: [
            { claim: 'harbour%2Fwire/c2', verdict: 'kept' },
            { claim: 'harbour%2Fwire/c4', verdict: 'broken' },
          ],
        },
      ],
      claims: ['harbour%2Fwire/c1'],
    },
  ],
  control: [
    {
      place: wire.arg('Brask', 'brask', 'Brask'),
      holder: GUARD,
      previous: LEAGUE,
      from: '2031-03-07',
      to: null,
      status: 'holds',
      claims: ['harbour%2Fwire/c6'],
    },
    {
      place: wire.arg('Brask', 'brask', 'Brask'),
      holder: LEAGUE,
      previous: null,
      from: null,
      to: '2031-03-07',
      status: 'lost',
      claims: ['harbour%2Fwire/c6'],
    },
  ],
  corrections: [],
};

/** Writes the fixture into a new ledger in `dir`, reconciled, so that any process can serve it. */
export async function writeLedger(dir: string): Promise<void> {
  const byText = new Map(DOCUMENTS.map(({ input, reading }) => [input.text, reading]));
  const ledger = await openLedger(dir, {
    read: (input) => byText.get(input.text) ?? reading(input, {}),
    digest: () => DIGEST,
    now: () => '2031-03-11T00:00:00Z',
  });
  for (const { input } of DOCUMENTS) await ledger.add(input);
  await ledger.digest();
  await ledger.close();
}

function textOf(input: DocumentInput) {
  const span = (words: string, nth = 1): Span => {
    let start = -1;
    for (let n = 0; n < nth; n++) start = input.text.indexOf(words, start + 1);
    if (start < 0) throw new RangeError(`the fixture has no ${nth}. “${words}”`);
    return { start, end: start + words.length, text: words };
  };
  return {
    span,
    arg: (words: string, entity: string | null = null, name: string | null = null, nth = 1): Arg => ({
      ...span(words, nth),
      entity,
      name,
    }),
  };
}

function arg(text: string | null, entity: string, name: string): Arg {
  return { start: null, end: null, text: text ?? name, entity, name };
}

function entity(id: string, kind: 'actor' | 'person' | 'place', name: string) {
  return { id, kind, role: null, names: [name], relations: [] };
}

function statement(
  id: string,
  mode: Statement['mode'],
  stance: Statement['stance'],
  source: Span | null,
  cue: Span | null,
  content: readonly Span[],
  rest: Partial<Statement> = {},
): Statement {
  const none = { speaker: null, for: null, within: null, about: null, relay: null, time: null };
  return { id, mode, stance, source, cue, content, ...none, why: ['made by hand for this test'], ...rest };
}

function claim(id: string, of: string, event: Claim['event'], predicate: Span, rest: Partial<Claim>): Claim {
  return {
    id,
    statement: of,
    event,
    mode: null,
    predicate,
    agent: [],
    patient: [],
    instrument: [],
    place: null,
    time: null,
    quantity: null,
    polarity: 'positive',
    modality: 'actual',
    why: ['made by hand for this test'],
    ...rest,
  };
}

function reading(input: DocumentInput, layers: Partial<Reading>): Reading {
  const { text, ...document } = toDocument(input);
  let paragraph = -1;
  const sentences = [...text.matchAll(/[^\n]+/g)].map((line) => {
    paragraph += 1;
    const kind = line[0] === document.title ? ('headline' as const) : ('body' as const);
    return { start: line.index, end: line.index + line[0].length, kind, paragraph };
  });
  return {
    engine: { name: 'by hand', version: '0', models: [] },
    document: { ...document, characters: text.length },
    sentences,
    entities: [],
    mentions: [],
    statements: [],
    claims: [],
    agreements: [],
    control: [],
    credits: [],
    involved: [],
    disputes: [],
    diagnostics: [],
    ...layers,
  };
}
