import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const VALUES = [
  'EdgeError',
  'VERSION',
  'crosswalk',
  'digest',
  'openLedger',
  'ownActors',
  'read',
  'readPlaces',
];

const TYPES = [
  ...['OwnActorInput', 'OwnActors', 'PlaceBook', 'ReadOptions'],
  ...['DocumentInput', 'ErrorCode', 'LedgerOptions'],
  ...['Added', 'ClaimFilter', 'DocumentRow', 'DocumentWithText', 'Engines', 'Ledger'],
  ...[
    'Agreement',
    'Term',
    'Claim',
    'Crosswalk',
    'EventType',
    'Modality',
    'Polarity',
    'Control',
    'ControlStatus',
    'Credit',
  ],
  ...['Diagnostic', 'Compliance', 'Correction', 'Digest', 'DigestAgreement', 'DigestControl', 'DigestTerm'],
  ...['Grade', 'Happening', 'Origin', 'Relation', 'Dimension', 'Dispute', 'Side', 'Document', 'Entity'],
  ...['EntityRelation', 'ActorMention', 'Mention', 'PersonMention', 'PlaceMention', 'QuantityMention'],
  ...['TimeMention', 'Operator', 'Quantity', 'Engine', 'ReadDocument', 'Reading', 'Sentence', 'SentenceKind'],
  ...[
    'Arg',
    'Inherited',
    'PlaceArg',
    'QuantitySlot',
    'TimeSlot',
    'Span',
    'Stance',
    'Statement',
    'StatementMode',
  ],
];

test('the library exports exactly the intended values', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([...VALUES].sort());
});

test('the library exports exactly the intended names, types included', () => {
  const source = readFileSync(new URL('../src/index.ts', import.meta.url), 'utf8');
  const names = [...source.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
    list.split(',').flatMap((name) => name.replace('type ', '').trim() || []),
  );
  expect(names.sort()).toEqual([...VALUES, ...TYPES].sort());
  expect(source).not.toContain('*');
});
