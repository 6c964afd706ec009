import type { Claim } from '../../../src/model/claim.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Statement } from '../../../src/model/statement.ts';

/** What the address asks for: a statement, with the claim of it that was meant, if one was. */
export interface Choice {
  readonly statement: Statement;
  readonly claim: Claim | null;
}

/** Reads `claim=c12` or `statement=s3`. Null where nothing is asked for, 'missing' where this Reading has no such id. */
export function readChoice(hash: string, reading: Reading): Choice | null | 'missing' {
  const match = /^#?(claim|statement)=(.+)$/.exec(hash);
  if (match === null) return null;
  const id = decode(match[2]!);
  const claim = match[1] === 'claim' ? (reading.claims.find((c) => c.id === id) ?? null) : null;
  const wanted = claim?.statement ?? (match[1] === 'statement' ? id : null);
  const statement = reading.statements.find((s) => s.id === wanted);
  return statement === undefined ? 'missing' : { statement, claim };
}

/** The address part that opens a statement. */
export function statementHash(id: string): string {
  return `statement=${encodeURIComponent(id)}`;
}

/** The address part that opens a claim. */
export function claimHash(id: string): string {
  return `claim=${encodeURIComponent(id)}`;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
