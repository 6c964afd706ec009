import { entityOf, mentionsWithin, placeAt } from '../mention/lookup.ts';
import type { Agreement, StatusNote, Term } from '../model/agreement.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Arg, PlaceArg } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import { hangsFrom, subtree } from '../parse/tree.ts';
import type { DealWord } from './deal.ts';
import { type Deal, dealsOf } from './deal-group.ts';
import { sidesAt, unique } from './deal-party.ts';
import { leftOut } from './deal-scope.ts';
import { vouching } from './guarantee.ts';
import { frameOf } from './role.ts';
import { collectTerms } from './term-list.ts';

/** Puts together what a document says was agreed: each deal with its parties, helpers, who is left out, terms, and how it stands. */
export const agreement: Stage = { name: 'agreement', run };

function run(draft: Draft): Draft {
  const deals = dealsOf(draft);
  if (deals.length === 0) return draft;
  const terms = collectTerms(draft, deals);
  const vouchers = vouching(draft);
  const agreements: Agreement[] = [];
  for (const [i, deal] of deals.entries()) {
    const made = agreementOf(
      draft,
      deal,
      `a${agreements.length + 1}`,
      terms[i]!,
      deals.length === 1 || i === 0 ? vouchers : [],
    );
    if (made !== null) agreements.push(made);
  }
  return { ...draft, agreements };
}

function agreementOf(
  draft: Draft,
  deal: Deal,
  id: string,
  terms: ReturnType<typeof collectTerms>[number],
  vouchers: Agreement['guarantors'],
): Agreement | null {
  const out = unique(deal.words.flatMap((w) => leftOut(draft, w)).flatMap((o) => o.who));
  const isOut = (a: Arg) => out.some((o) => o.entity !== null && o.entity === a.entity);
  const guarantors = unique([...deal.helpers, ...vouchers]);
  const helps = (a: Arg) => deal.helpers.some((h) => h.entity !== null && h.entity === a.entity);
  const parties = partiesOf(draft, deal, terms).filter((a) => !isOut(a) && !helps(a));
  const claims = claimsOf(draft, deal, out);
  const statuses = statusesOf(draft, deal);
  if (
    parties.length === 0 &&
    terms.length === 0 &&
    out.length === 0 &&
    statuses.every((n) => /^(?:conditional|possible|predicted)$/.test(n.modality)) &&
    guarantors.length === 0
  )
    return null;
  return {
    id,
    names: deal.words.filter((w) => !w.verb).map((w) => w.span),
    kinds: [...deal.kinds],
    parties,
    guarantors,
    excluded: out,
    place: placeFor(draft, deal, claims),
    date: dateFor(draft, deal, claims),
    duration: durationOf(draft, deal),
    terms: terms.map(
      ({ exchange, ...term }, i): Term => ({
        id: `${id}t${i + 1}`,
        ...term,
        exchange: exchange === null ? null : `${id}t${exchange + 1}`,
      }),
    ),
    statuses,
    claims: claims.map((c) => c.id),
  };
}

/**
 * Those named as sides; "both sides" only where none is named. Who owes something is one, and who acted under it, where too few are named; who turns it down only where it
 * was offered him.
 */
function partiesOf(draft: Draft, deal: Deal, terms: ReturnType<typeof collectTerms>[number]): Arg[] {
  const known = (list: readonly Arg[]) => list.filter((a) => a.entity !== null);
  const offered = deal.told.some((t) => t.note?.status === 'proposed');
  const refusing = offered
    ? []
    : deal.told.filter((t) => t.note?.status === 'rejected').flatMap((t) => t.parties);
  const sides = deal.parties.filter((a) => !refusing.some((r) => r.start === a.start));
  const named = sides.filter(
    (a) => a.entity !== null || !/\b(?:sides?|part(?:y|ies)|factions?|rivals)$/iu.test(a.text),
  );
  if (named.length > 1) return named;
  const owing = terms.flatMap((t) => t.who).filter((a) => isForce(draft, a));
  const all = unique([...named, ...owing]);
  if (all.length > 0) return all;
  return sides.length > 0 ? sides : known(deal.words.flatMap((w) => actingUnder(draft, w)));
}

function isForce(draft: Draft, arg: Arg): boolean {
  return /^(?:armed-group|military|state|government|coalition|organisation)$/.test(
    entityOf(draft, arg.entity)?.role ?? '',
  );
}

/** "The army and the rebels | exchanged prisoners as part of a deal": those who act under it. */
function actingUnder(draft: Draft, { sentence, at, verb }: DealWord): Arg[] {
  const { tokens } = sentence;
  const top = tokens[tokens[at]!.head]?.lemma === 'part' ? tokens[at]!.head : at;
  const above = verb ? -1 : tokens[top]!.head;
  if (above < 0 || tokens[above]!.upos !== 'VERB' || !tokens[top]!.deprel.startsWith('obl')) return [];
  return sidesAt(draft, sentence, frameOf(tokens, above).subj);
}

/** What is said of how the deal stands, each wording once, with the claim it makes. */
function statusesOf(draft: Draft, deal: Deal): StatusNote[] {
  const found = new Map<number, StatusNote>();
  const claims = new Map(draft.claims.map((c) => [c.predicate.start, c.id]));
  for (const { note } of deal.told)
    if (note !== null) found.set(note.start, { ...note, claim: claims.get(note.start) ?? null });
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** Claims of which the predicate speaks of the deal, or hangs with it in one clause; and those of who is left out. */
function claimsOf(draft: Draft, deal: Deal, out: readonly Arg[]): Claim[] {
  const starts = new Set(deal.told.map((t) => (t.note ?? { start: -1 }).start));
  for (const { sentence, at, span, verb } of deal.words) {
    starts.add(span.start);
    const head = sentence.tokens[at]!.head;
    if (!verb && head >= 0) starts.add(sentence.tokens[head]!.start);
    for (let i = head, steps = 0; !verb && i >= 0 && steps < 2; i = sentence.tokens[i]!.head, steps++)
      if (sentence.tokens[i]!.lemma === 'part')
        starts.add(sentence.tokens[sentence.tokens[i]!.head]?.start ?? -1);
  }
  return draft.claims.filter(
    (c) =>
      starts.has(c.predicate.start) ||
      (/^(?:covered|excluded)$/.test(c.mode ?? '') &&
        c.agent.some((a) => out.some((o) => o.start === a.start))),
  );
}

/** Where the deal holds: a place beside its noun, else that of its claims. */
function placeFor(draft: Draft, deal: Deal, claims: readonly Claim[]): PlaceArg | null {
  for (const { sentence, at, verb } of deal.words) {
    if (verb) continue;
    for (const i of subtree(sentence.tokens, at)) {
      const m =
        i > at && sentence.tokens[sentence.tokens[i]!.head]?.start === sentence.tokens[at]!.start
          ? placeAt(draft, sentence.tokens, i)
          : null;
      if (m !== null)
        return {
          start: m.start,
          end: m.end,
          text: m.text,
          entity: m.entity,
          name: m.name,
          lat: m.lat,
          lon: m.lon,
        };
    }
  }
  return claims.find((c) => c.place !== null)?.place ?? null;
}

/** The day the deal was reached or proposed, where the words date that; not that of a breach. */
function dateFor(draft: Draft, deal: Deal, claims: readonly Claim[]): Agreement['date'] {
  for (const { word, at, note } of deal.told) {
    if (note === null || !/^(?:reached|proposed|in-force)$/.test(note.status) || note.polarity === 'negative')
      continue;
    const time = note.end <= word.sentence.end ? timeUnder(draft, word.sentence, at) : null;
    if (time !== null) return time;
  }
  const dated = claims.find(
    (c) => c.event === 'AGREE' && c.time !== null && c.time.inherited === undefined,
  )?.time;
  return dated == null ? null : { from: dated.from, to: dated.to };
}

function timeUnder(draft: Draft, sentence: ParsedSentence, at: number): Agreement['date'] {
  const { tokens } = sentence;
  for (const m of mentionsWithin(draft, sentence.start, sentence.end)) {
    if (m.kind !== 'time' || (m.timex !== 'DATE' && m.timex !== 'TIME') || (m.from === null && m.to === null))
      continue;
    const i = tokens.findIndex((t) => t.start <= m.start && m.start < t.end);
    if (i >= 0 && hangsFrom(tokens, i, at) && near(sentence, i, at))
      return { from: m.from?.slice(0, 10) ?? null, to: m.to?.slice(0, 10) ?? null };
  }
  return null;
}

/** A time of the verb itself, not of a clause below it. */
function near(sentence: ParsedSentence, from: number, at: number): boolean {
  const { tokens } = sentence;
  for (let i = from; i !== at; i = tokens[i]!.head) if (tokens[i]!.upos === 'VERB' && i !== at) return false;
  return true;
}

/** "a four-day truce", "a truce for 72 hours", "the deal runs for 120 days". */
function durationOf(draft: Draft, deal: Deal): Span | null {
  for (const word of deal.words) {
    const span = durationAt(draft, word);
    if (span !== null) return span;
  }
  return null;
}

function durationAt(draft: Draft, { sentence, at, span, verb }: DealWord): Span | null {
  if (verb) return null;
  const { tokens } = sentence;
  const verbAbove = tokens[at]!.deprel.startsWith('nsubj') ? tokens[at]!.head : -1;
  const lasts = verbAbove >= 0 && /^(?:last|run|hold|stand|remain|extend)$/.test(tokens[verbAbove]!.lemma);
  for (const m of mentionsWithin(draft, sentence.start, sentence.end)) {
    if (m.kind !== 'time' || m.timex !== 'DURATION') continue;
    const i = tokens.findIndex((t) => t.start <= m.start && m.start < t.end);
    const inName = span.start <= m.start && m.end <= span.end;
    if (
      inName ||
      (i >= 0 &&
        (tokens[i]!.head === at ||
          tokens[tokens[i]!.head]?.head === at ||
          (lasts && hangsFrom(tokens, i, verbAbove))))
    )
      return { start: m.start, end: m.end, text: m.text };
  }
  return null;
}
