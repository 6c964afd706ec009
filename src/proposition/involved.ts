import type { Claim } from '../model/claim.ts';
import type { Draft, Stage } from '../model/draft.ts';
import { INVOLVED_ROLES, type Involved } from '../model/involved.ts';
import type { Span } from '../model/span.ts';
import { withInvolved } from './involved-claims.ts';
import type { Layout } from './involved-document.ts';
import { involvedModel } from './involved-model.ts';
import { type Found, involvedIn } from './involved-reader.ts';

/** Says who did the violence that a document reports, for which organisation, to whom and what, and with what. */
export const involved: Stage = { name: 'involved', run };

function run(draft: Draft): Draft {
  const { layout, found } = involvedIn(draft, involvedModel());
  if (layout === null) return draft;
  const claims = withInvolved(draft, layout, found);
  const made = found.map((f) => entryOf({ ...draft, claims }, layout, f));
  return { ...draft, claims, involved: made.sort((a, b) => order(a) - order(b) || a.start - b.start) };
}

function order({ role }: Involved): number {
  return INVOLVED_ROLES.indexOf(role);
}

function entryOf(draft: Draft, layout: Layout, found: Found): Involved {
  const { candidates, groups } = layout;
  const of = (candidate: number, [from, to]: readonly [number, number]): Span => {
    const { tokens } = draft.sentences[candidates[candidate]!.sentence]!;
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    return { start, end, text: draft.document.text.slice(start, end) };
  };
  const { members } = groups[found.group]!;
  const mentions = members.map((i) => of(i, [candidates[i]!.from, candidates[i]!.head + 1]));
  const entity = draft.entities.find((e) => e.id === candidates[found.candidate]!.entity);
  return {
    role: INVOLVED_ROLES[found.role]!,
    ...of(found.candidate, found.words),
    entity: entity?.id ?? null,
    name: entity?.names[0] ?? null,
    score: Math.round(found.score * 100) / 100,
    mentions,
    claims: draft.claims.filter((c) => takesPart(c, mentions)).map((c) => c.id),
    why: ['involved model'],
  };
}

/** Whether one of the mentions is agent, patient or instrument of a claim. */
function takesPart(claim: Claim, mentions: readonly Span[]): boolean {
  return [...claim.agent, ...claim.patient, ...claim.instrument].some(
    ({ start, end }) =>
      start !== null && end !== null && mentions.some((m) => m.start < end && start < m.end),
  );
}
