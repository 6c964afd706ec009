import type { Claim } from '../../src/model/claim.ts';
import { INVOLVED_ROLES, type InvolvedRole } from '../../src/model/involved.ts';
import type { Reading } from '../../src/model/reading.ts';
import type { Arg } from '../../src/model/slot.ts';
import { read } from '../../src/reading.ts';
import { type FillerTally, shares, tallyFillers } from './fillers.ts';
import type { Layer, ScoreRow } from './layer.ts';
import { readMuc } from './muc-gold.ts';

type Found = Record<InvolvedRole, string[][]>;

const VIOLENT = new Set(['ASSAULT', 'CASUALTY', 'DETAIN']);

/** What the claims of a Reading say of the roles: who assaults, kills or seizes whom and with what. */
export function fillersOfClaims(reading: Reading): Found {
  const found: Found = { perpetrator: [], organisation: [], target: [], victim: [], weapon: [] };
  const kinds = new Map(reading.entities.map((e) => [e.id, e]));
  const put = (role: InvolvedRole, arg: Arg): void => {
    const text = arg.text.replace(/^(?:the|an?|his|her|their|its|\d+|about|some)\s+/i, '');
    if (!found[role].some(([t]) => t === text)) found[role].push([text]);
  };
  for (const claim of reading.claims.filter((c: Claim) => VIOLENT.has(c.event))) {
    for (const arg of claim.agent) {
      const entity = kinds.get(arg.entity ?? '');
      put(entity?.kind === 'actor' && entity.role !== 'sub-group' ? 'organisation' : 'perpetrator', arg);
    }
    for (const arg of claim.patient)
      put(kinds.get(arg.entity ?? '')?.kind === 'person' ? 'victim' : 'target', arg);
    for (const arg of claim.instrument) put('weapon', arg);
  }
  return found;
}

/** What a Reading says of who is involved, one string each. */
export function fillersInvolved(reading: Reading): Found {
  const of = (role: InvolvedRole) =>
    reading.involved.filter((i) => i.role === role).map(({ text }) => [text]);
  return {
    perpetrator: of('perpetrator'),
    organisation: of('organisation'),
    target: of('target'),
    victim: of('victim'),
    weapon: of('weapon'),
  };
}

/** Role fillers of whole documents against MUC-4, scored as GRIT is. */
export const mucLayer: Layer = {
  name: 'muc',
  title: 'Role fillers of violent incidents from raw text, MUC-4 (CEAF-REE)',
  columns: ['found', 'precision', 'recall', 'F1', 'gold'],
  splits: ['dev', 'test'],
  score: (gold, split) => {
    const documents = readMuc(gold, split);
    const readings = documents.map(({ text }) => read({ text }));
    return [
      ...rowsOf('involved', documents, readings.map(fillersInvolved)),
      ...rowsOf('claims', documents, readings.map(fillersOfClaims)),
    ];
  },
};

function rowsOf(name: string, documents: ReturnType<typeof readMuc>, answers: readonly Found[]): ScoreRow[] {
  const tallies = INVOLVED_ROLES.map((): FillerTally => ({ right: 0, found: 0, gold: 0 }));
  for (const [k, { fillers }] of documents.entries()) {
    const found = answers[k]!;
    for (const [i, role] of INVOLVED_ROLES.entries()) tallyFillers(found[role], fillers[role], tallies[i]!);
  }
  const all = tallies.reduce((a, b) => ({
    right: a.right + b.right,
    found: a.found + b.found,
    gold: a.gold + b.gold,
  }));
  const row = (role: string, t: FillerTally): ScoreRow => {
    const s = shares(t);
    return { name: `${name}: ${role}`, values: [t.found, s.p, s.r, s.f, t.gold] };
  };
  return [...INVOLVED_ROLES.map((role, i) => row(role, tallies[i]!)), row('all roles', all)];
}
