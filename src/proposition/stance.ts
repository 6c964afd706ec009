import { entityOf } from '../mention/lookup.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft } from '../model/draft.ts';
import type { Statement } from '../model/statement.ts';

/*
 * Who says "we took no part" rejects a role ascribed to him and denies; who says "we will accept their surrender" promises. The
 * cue alone ("said") does not show it, the claim does.
 */

/** The stance of a statement in the light of its claims. */
export function refineStance(
  draft: Draft,
  statement: Statement,
  claims: readonly Omit<Claim, 'id' | 'statement'>[],
): Statement {
  const main = claims[0];
  if (statement.stance !== 'asserts' || main === undefined || statement.speaker === null) return statement;
  const own = main.agent.some(
    (a) =>
      a.entity !== null &&
      (a.entity === statement.for ||
        a.entity === statement.speaker ||
        isParent(draft, a.entity, statement.for)),
  );
  if (!own) return statement;
  const { why } = statement;
  if (main.modality === 'promised')
    return { ...statement, stance: 'promises', why: [...why, 'the speaker is to act'] };
  const charged =
    main.polarity === 'negative' && main.modality === 'actual' && !/^(?:RETREAT|FLEE)$/.test(main.event);
  return charged
    ? { ...statement, stance: 'denies', why: [...why, 'the speaker rejects a role ascribed to itself'] }
    : statement;
}

function isParent(draft: Draft, entity: string, organisation: string | null): boolean {
  const of = entityOf(draft, organisation);
  return (
    of?.relations.some((r) => r.to === entity && (r.kind === 'partOf' || r.kind === 'memberOf')) ?? false
  );
}
