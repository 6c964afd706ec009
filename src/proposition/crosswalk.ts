import { kindOf, type Quad } from '../lexicon/ontology.ts';
import type { Claim } from '../model/claim.ts';

/** What a claim is called in other event schemes; null where a scheme has no place for it. */
export interface Crosswalk {
  readonly quad: Quad;
  readonly cameo: string | null;
  readonly weis: string | null;
  readonly acled: readonly [string, string] | null;
}

/**
 * Codes of a claim in CAMEO, WEIS and ACLED. Those schemes know what is done, promised, threatened and asked for, but nothing that did
 * not happen: a promise or plan to help is CAMEO 03 (expresses intent), a promise to harm 13 (threatens), what is demanded 10; ACLED, which
 * lists what took place, has no code for them, and a negative claim has no code at all.
 */
export function crosswalk(claim: Pick<Claim, 'event' | 'mode' | 'polarity' | 'modality'>): Crosswalk {
  const kind = kindOf(claim.event, claim.mode);
  const { quad } = kind;
  if (claim.polarity === 'negative') return { quad, cameo: null, weis: null, acled: null };
  if (claim.modality === 'demanded')
    return { quad: 'verbal conflict', cameo: '100', weis: '15', acled: null };
  if (claim.modality === 'promised')
    return quad.endsWith('cooperation')
      ? { quad: 'verbal cooperation', cameo: '030', weis: '05', acled: null }
      : { quad: 'verbal conflict', cameo: '130', weis: '17', acled: null };
  const { weis, acled } = kind;
  const intent = claim.modality === 'planned' && quad.endsWith('cooperation') && kind.cameo !== null;
  const cameo = intent ? '030' : kind.cameo;
  return { quad, cameo, weis, acled: claim.modality === 'actual' ? acled : null };
}
