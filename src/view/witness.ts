import { globalClaimId } from '../link/claim-id.ts';
import type { Claim } from '../model/claim.ts';
import type { Reading } from '../model/reading.ts';
import type { Statement } from '../model/statement.ts';

/** A claim with the statement and the Reading it stands in. */
export interface Witness {
  readonly id: string;
  readonly claim: Claim;
  readonly statement: Statement;
  readonly reading: Reading;
}

const KNOWN = new WeakMap<readonly Reading[], ReadonlyMap<string, Witness>>();

/** Every claim of the readings under its global id, in the order of the readings; made once for each list. */
export function witnessesOf(readings: readonly Reading[]): ReadonlyMap<string, Witness> {
  let witnesses = KNOWN.get(readings);
  if (witnesses === undefined) {
    witnesses = new Map(readings.flatMap(ofOne));
    KNOWN.set(readings, witnesses);
  }
  return witnesses;
}

/** Name of an entity in a Reading; the id itself where the Reading does not list it. */
export function entityName(reading: Reading, id: string | null): string | null {
  return id === null ? null : (reading.entities.find((entity) => entity.id === id)?.names[0] ?? id);
}

function ofOne(reading: Reading): [string, Witness][] {
  const statements = new Map(reading.statements.map((statement) => [statement.id, statement]));
  return reading.claims.flatMap((claim): [string, Witness][] => {
    const statement = statements.get(claim.statement);
    if (statement === undefined) return [];
    const id = globalClaimId(reading.document.id, claim.id);
    return [[id, { id, claim, statement, reading }]];
  });
}
