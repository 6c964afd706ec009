import type { Claim } from '../model/claim.ts';
import type { Draft } from '../model/draft.ts';
import { INVOLVED_ROLES, type InvolvedRole } from '../model/involved.ts';
import type { Arg } from '../model/slot.ts';
import type { Layout } from './involved-document.ts';
import type { Found } from './involved-reader.ts';
import { argAt } from './slot.ts';

/*
 * "The murder of the judge by hired gunmen", "the bombing claimed by the Front": where the clause of a violent act leaves a slot empty
 * and its sentence names exactly one participant of the document that fits, that one fills it.
 */

const VIOLENT = new Set(['ASSAULT', 'CASUALTY', 'DETAIN']);
/** Less sure participants fill no slot. */
const LEAST = 0.45;

type Slot = 'agent' | 'patient' | 'instrument';
const SLOTS: readonly [Slot, readonly InvolvedRole[]][] = [
  ['agent', ['perpetrator', 'organisation']],
  ['patient', ['victim', 'target']],
  ['instrument', ['weapon']],
];

/** A mention of a participant, by the place of its noun in its sentence. */
interface Seen {
  readonly role: InvolvedRole;
  readonly group: number;
  readonly head: number;
}

/** The claims of a document with such slots filled; those that need nothing are the same objects. */
export function withInvolved(draft: Draft, layout: Layout, found: readonly Found[]): readonly Claim[] {
  const seen = new Map<number, Seen[]>();
  for (const { role, group, score } of found) {
    if (score < LEAST) continue;
    for (const i of layout.groups[group]!.members) {
      const { sentence, head } = layout.candidates[i]!;
      seen.set(sentence, [...(seen.get(sentence) ?? []), { role: INVOLVED_ROLES[role]!, group, head }]);
    }
  }
  if (seen.size === 0) return draft.claims;
  let at = 0;
  return draft.claims.map((claim) => {
    if (!VIOLENT.has(claim.event)) return claim;
    while (at > 0 && draft.sentences[at]!.start > claim.predicate.start) at--;
    while (draft.sentences[at + 1] !== undefined && draft.sentences[at + 1]!.start <= claim.predicate.start)
      at++;
    return filled(draft, claim, at, seen.get(at) ?? []);
  });
}

function filled(draft: Draft, claim: Claim, at: number, seen: readonly Seen[]): Claim {
  let made = claim;
  for (const [slot, roles] of SLOTS) {
    if (claim[slot].length > 0) continue;
    const arg = onlyOne(draft, made, at, seen, roles);
    if (arg !== null)
      made = {
        ...made,
        [slot]: [arg],
        why: [...made.why, `${slot}: the sentence names one ${roles.join(' or ')} (involved model)`],
      };
  }
  return made;
}

function onlyOne(
  draft: Draft,
  claim: Claim,
  at: number,
  seen: readonly Seen[],
  roles: readonly InvolvedRole[],
): Arg | null {
  const sentence = draft.sentences[at]!;
  for (const role of roles) {
    const fitting = seen.filter((s) => s.role === role);
    if (new Set(fitting.map((s) => s.group)).size !== 1) continue;
    const arg = argAt(draft, sentence, fitting[0]!.head, null);
    return [claim.predicate, ...claim.agent, ...claim.patient, ...claim.instrument].some((o) =>
      overlaps(o, arg),
    )
      ? null
      : arg;
  }
  return null;
}

function overlaps(a: Pick<Arg, 'start' | 'end'>, b: Pick<Arg, 'start' | 'end'>): boolean {
  return (
    a.start !== null &&
    a.end !== null &&
    b.start !== null &&
    b.end !== null &&
    a.start < b.end &&
    b.start < a.end
  );
}
