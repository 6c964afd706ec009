import type { Kin } from '../link/kin.ts';
import type { Testimony } from '../link/testimony.ts';
import type { DigestAgreement } from '../model/digest.ts';
import type { Reading } from '../model/reading.ts';

export interface AgreementInput {
  readonly readings: readonly Reading[];
  readonly live: readonly Testimony[];
  readonly kin: Kin;
  readonly canon: (id: string) => string;
}
export function mergeAgreements(_input: AgreementInput): DigestAgreement[] {
  return [];
}
