import type { Agreement } from '../../../src/model/agreement.ts';
import type { Claim } from '../../../src/model/claim.ts';
import type { Control } from '../../../src/model/control.ts';
import type { Involved } from '../../../src/model/involved.ts';
import type { Mention } from '../../../src/model/mention.ts';
import type { Reading } from '../../../src/model/reading.ts';
import type { Statement } from '../../../src/model/statement.ts';

/** What the address asks for: a statement, with the claim of it that was meant, if one was; or something else read in the text. */
export type Choice =
  | { readonly kind: 'statement'; readonly statement: Statement; readonly claim: Claim | null }
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'agreement'; readonly agreement: Agreement }
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'involved'; readonly involved: Involved };

/** Reads `claim=c12`, `statement=s3`, `mention=m7`, `agreement=a1`, `control=1` or `involved=1`. Null where nothing is asked for, 'missing' where this Reading has no such thing. */
export function readChoice(hash: string, reading: Reading): Choice | null | 'missing' {
  const match = /^#?(claim|statement|mention|agreement|control|involved)=(.+)$/.exec(hash);
  if (match === null) return null;
  const id = decode(match[2]!);
  switch (match[1]) {
    case 'mention':
      return found(
        reading.mentions.find((one) => one.id === id),
        (mention) => ({ kind: 'mention', mention }),
      );
    case 'agreement':
      return found(
        reading.agreements.find((one) => one.id === id),
        (agreement) => ({ kind: 'agreement', agreement }),
      );
    case 'control':
      return found(reading.control[Number(id) - 1], (control) => ({ kind: 'control', control }));
    case 'involved':
      return found(reading.involved[Number(id) - 1], (involved) => ({ kind: 'involved', involved }));
    default:
      return readStatement(match[1] === 'claim', id, reading);
  }
}

function readStatement(isClaim: boolean, id: string, reading: Reading): Choice | 'missing' {
  const claim = isClaim ? (reading.claims.find((one) => one.id === id) ?? null) : null;
  const wanted = claim?.statement ?? (isClaim ? null : id);
  return found(
    reading.statements.find((one) => one.id === wanted),
    (statement) => ({
      kind: 'statement',
      statement,
      claim,
    }),
  );
}

function found<T>(value: T | undefined, choose: (value: T) => Choice): Choice | 'missing' {
  return value === undefined ? 'missing' : choose(value);
}

/** The address part that opens a statement. */
export function statementHash(id: string): string {
  return `statement=${encodeURIComponent(id)}`;
}

/** The address part that opens a claim. */
export function claimHash(id: string): string {
  return `claim=${encodeURIComponent(id)}`;
}

/** The address part that opens what a mention names. */
export function mentionHash(id: string): string {
  return `mention=${encodeURIComponent(id)}`;
}

/** The address part that opens an agreement. */
export function agreementHash(id: string): string {
  return `agreement=${encodeURIComponent(id)}`;
}

/** The address part that opens a row of control, by its place in the Reading from 1 on. */
export function controlHash(number: number): string {
  return `control=${number}`;
}

/** The address part that opens who or what is involved, by its place in the Reading from 1 on. */
export function involvedHash(number: number): string {
  return `involved=${number}`;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
