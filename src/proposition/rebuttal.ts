import type { Draft, Stage } from '../model/draft.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';

/** Ties a statement that disputes or denies what another one said to that statement. */
export const rebuttal: Stage = { name: 'rebuttal', run };

/*
 * "Alloush disputed the SDF's claim and said some foreigners had gone": the claim disputed is the one by the named side that the
 * speaker's own words contradict; without such words, the last one by that side, or by anybody else.
 */
function run(draft: Draft): Draft {
  const statements = draft.statements.map((s) =>
    s.stance === 'disputes' || (s.stance === 'denies' && refers(draft, s))
      ? { ...s, about: targetOf(draft, s) }
      : s,
  );
  return { ...draft, statements };
}

/** "that version", "it", "the SDF's claim": content that points at words already said and claims nothing of its own. */
function refers(draft: Draft, s: Statement): boolean {
  const short = s.content.length === 1 && s.content[0]!.text.split(/\s+/u).length <= 6;
  return short && !draft.claims.some((c) => c.statement === s.id);
}

function targetOf(draft: Draft, s: Statement): string | null {
  const at = draft.statements.indexOf(s);
  const others = draft.statements.filter((o) => o !== s && o.stance !== 'disputes' && !sameVoice(o, s));
  const before = others.filter((o) => draft.statements.indexOf(o) < at);
  const named = namedIn(draft, s.content[0]!, s);
  const isTheirs = (o: Statement) => named === null || o.speaker === named || o.for === named;
  const near = (o: Statement) => o.stance === 'asserts' && o.content[0]!.start - s.content.at(-1)!.end < 400;
  const next = draft.statements.slice(at + 1, at + 3).find((o) => sameVoice(o, s) && near(o));
  const opposes = (o: Statement) => next !== undefined && contradicts(draft, o, next);
  const opposed = before.filter(isTheirs).findLast(opposes) ?? others.filter(isTheirs).find(opposes);
  if (opposed !== undefined) return opposed.id;
  const candidates =
    [before.filter(isTheirs), others.filter(isTheirs), before].find((list) => list.length > 0) ?? [];
  return (candidates.findLast((o) => o.mode !== 'narrative') ?? candidates.at(-1))?.id ?? null;
}

function sameVoice(a: Statement, b: Statement): boolean {
  return a.speaker !== null && a.speaker === b.speaker;
}

function namedIn(draft: Draft, content: Span, s: Statement): string | null {
  const who = draft.mentions.find(
    (m) =>
      (m.kind === 'actor' || m.kind === 'person') &&
      m.start >= content.start &&
      m.end <= content.end &&
      m.entity !== s.speaker,
  );
  return who?.entity ?? null;
}

function contradicts(draft: Draft, earlier: Statement, later: Statement): boolean {
  const of = (s: Statement) => draft.claims.filter((c) => c.statement === s.id);
  return of(earlier).some((a) =>
    of(later).some((b) => a.event === b.event && a.polarity !== b.polarity && shares(a.agent, b.agent)),
  );
}

function shares(a: readonly { entity: string | null }[], b: readonly { entity: string | null }[]): boolean {
  return a.some((x) => x.entity !== null && b.some((y) => y.entity === x.entity));
}
