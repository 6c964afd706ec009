import type { Claim } from '../model/claim.ts';
import type { Control, ControlStatus } from '../model/control.ts';
import type { Draft, Stage } from '../model/draft.ts';
import { childrenOf } from '../parse/tree.ts';
import { senseAt } from './sense.ts';

/** Draws from claims of control who holds which place from when on. */
export const control: Stage = { name: 'control', run };

function run(draft: Draft): Draft {
  return { ...draft, control: draft.claims.flatMap((claim) => rows(draft, claim)) };
}

/*
 * A transfer names the new holder and the old one, "the group lost the town to government forces" as "the army took the town from
 * the group": two rows. "nearly", "most of" and a share below the whole leave the place contested; a siege leaves its holder in it.
 */
function rows(draft: Draft, claim: Claim): Control[] {
  const { place, agent, patient } = claim;
  const siege = claim.event === 'COERCE' && claim.mode === 'blockade';
  if (
    (claim.event !== 'CONTROL' && !siege) ||
    place === null ||
    claim.polarity === 'negative' ||
    claim.modality !== 'actual'
  )
    return [];
  const from = claim.time?.from ?? null;
  const base = { place, from, claim: claim.id };
  if (claim.mode === 'hold-out')
    return agent.slice(0, 1).map((holder) => ({ ...base, holder, previous: null, status: 'besieged' }));
  if (siege) return [];
  const holder = agent[0];
  const previous = patient[0] ?? null;
  const found: Control[] = [];
  if (holder !== undefined) found.push({ ...base, holder, previous, status: statusOf(draft, claim) });
  if (previous !== null && statusOf(draft, claim) === 'holds')
    found.push({ ...base, holder: previous, previous: null, status: 'lost' });
  return found;
}

function statusOf(draft: Draft, claim: Claim): ControlStatus {
  const share =
    claim.quantity?.of?.includes('percent') === true ? (claim.quantity.max ?? claim.quantity.min) : null;
  if (share !== null && share < 100) return 'contested';
  if (
    /\b(?:most|much|parts?|half|several|some|majority|third|quarter|buildings?|districts?|streets?|positions?|pockets?|blocks?)\b/iu.test(
      claim.place?.text ?? '',
    )
  )
    return 'contested';
  return nearly(draft, claim) ? 'contested' : 'holds';
}

function nearly(draft: Draft, claim: Claim): boolean {
  for (const s of draft.sentences) {
    if (claim.predicate.start < s.start || claim.predicate.end > s.end) continue;
    const at = s.tokens.findIndex((t) => t.start === claim.predicate.start);
    if (at < 0 || senseAt(draft, s, at) === null) return false;
    return childrenOf(s.tokens)[at]!.some((i) =>
      /^(?:nearly|almost|partly|partially|largely|mostly|virtually|practically)$/i.test(s.tokens[i]!.form),
    );
  }
  return false;
}
