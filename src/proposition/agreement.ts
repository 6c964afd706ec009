import { isOfClass } from '../lexicon/event.ts';
import { chunkAt, entityOf } from '../mention/lookup.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Claim } from '../model/claim.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import { dependents } from '../parse/tree.ts';
import { exchangedIn } from './exchange.ts';
import { senseAt } from './sense.ts';
import { type LooseTerm, termOf, termsAt } from './term.ts';

/** Puts together what a document says was agreed: parties, guarantors, who is left out, terms. */
export const agreement: Stage = { name: 'agreement', run };

/*
 * A report tells of one deal in many places: "agreed to a proposal with …", "as part of the evacuation agreement", "not covered in
 * the agreement", "with our guarantees". All of them are one agreement of the document.
 */
function run(draft: Draft): Draft {
  const struck = draft.claims.filter((c) => c.event === 'AGREE' && c.polarity === 'positive');
  const told = draft.claims.filter(
    (c) => !struck.includes(c) && (/^(?:covered|excluded)$/.test(c.mode ?? '') || standsInDeal(draft, c)),
  );
  if (struck.length === 0 && told.length === 0) return draft;
  const terms = collect(draft, told);
  const excluded = told
    .filter((c) => /^(?:covered|excluded)$/.test(c.mode ?? '') && c.polarity === 'negative')
    .flatMap((c) => c.agent);
  const mediated = struck.filter((c) => c.mode === 'mediated').flatMap((c) => c.agent);
  const parties = struck.filter((c) => c.mode !== 'mediated').flatMap((c) => [...c.agent, ...c.patient]);
  const dated = struck.find((c) => c.time !== null && c.time.inherited === undefined)?.time ?? null;
  if (terms.length === 0 && unique(parties).length < 2 && excluded.length === 0) return draft;
  const made: Agreement = {
    id: 'a1',
    parties: unique(parties),
    guarantors: unique([...mediated, ...guarantors(draft)]),
    excluded: unique(excluded),
    place: [...struck, ...told].find((c) => c.place !== null)?.place ?? null,
    date: dated === null ? null : { from: dated.from, to: dated.to },
    terms: terms.map((t, i) => ({ id: `a1t${i + 1}`, ...t })),
    claims: [...struck, ...told].map((c) => c.id).sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))),
  };
  return { ...draft, agreements: [made] };
}

function unique(args: readonly Arg[]): Arg[] {
  const found: Arg[] = [];
  for (const a of args)
    if (
      !found.some((f) =>
        a.entity === null ? f.text.toLowerCase() === a.text.toLowerCase() : f.entity === a.entity,
      )
    )
      found.push(a);
  return found;
}

/** "as part of the deal", "under an agreement": the claim's clause names the deal as its frame. */
function standsInDeal(draft: Draft, claim: Claim): boolean {
  const place = locate(draft, claim);
  if (place === null) return false;
  const { tokens } = place.sentence;
  const above = tokens[place.at]!.deprel === 'xcomp' ? [tokens[place.at]!.head] : [];
  const near = [place.at, ...above].flatMap((at) => dependents(tokens, at, 'obl', 'nmod'));
  return near.some((i) => {
    const below = [i, ...dependents(tokens, i, 'nmod')];
    const words = dependents(tokens, i, 'case').map((k) => tokens[k]!.form.toLowerCase());
    const frame =
      words.some((w) => /^(?:under|as|following|after)$/.test(w)) ||
      /^(?:under|as)$/.test(tokens[i - 1]?.form ?? '');
    return frame && below.some((k) => isOfClass(tokens[chunkAt(tokens, k)?.head ?? k]!.lemma, 'deal'));
  });
}

function locate(draft: Draft, claim: Claim): { sentence: ParsedSentence; at: number } | null {
  const sentence = draft.sentences.find(
    (s) => s.start <= claim.predicate.start && claim.predicate.end <= s.end,
  );
  const at = sentence?.tokens.findIndex((t) => t.start === claim.predicate.start) ?? -1;
  return sentence === undefined || at < 0 ? null : { sentence, at };
}

function collect(draft: Draft, told: readonly Claim[]): LooseTerm[] {
  const found: LooseTerm[] = [];
  const add = (term: LooseTerm) => {
    if (!found.some((f) => f.does.start < term.does.end && term.does.start < f.does.end)) found.push(term);
  };
  for (const sentence of draft.sentences) {
    if (sentence.kind !== 'body') continue;
    for (const [at, t] of sentence.tokens.entries()) {
      const deal =
        (t.upos === 'NOUN' && isOfClass(t.lemma, 'deal')) || (t.upos === 'VERB' && t.lemma === 'agree');
      if (deal) for (const term of termsAt(draft, sentence, at)) add(term);
    }
  }
  for (const claim of told) {
    const place = /^(?:covered|excluded)$/.test(claim.mode ?? '') ? null : locate(draft, claim);
    const sense = place === null ? null : senseAt(draft, place.sentence, place.at);
    const term = sense === null || place === null ? null : termOf(draft, place.sentence, sense);
    if (place !== null) for (const price of exchangedIn(draft, place.sentence, place.at)) add(price);
    if (
      term !== null &&
      !found.some((f) => f.event === term.event && sameAct(f, term) && sameWho(f.who, term.who))
    )
      add(term);
  }
  return found;
}

/** The same verb, or one that says no more than "leave": what is done twice is one term. */
function sameAct(a: LooseTerm, b: LooseTerm): boolean {
  const verb = (t: LooseTerm) => t.does.text.toLowerCase().split(/\s+/u)[0]!;
  const leaves = (t: LooseTerm) =>
    /^(?:leav|left|go|gone|went|depart|quit|withdr|evacuat|flee|fled|exit)/.test(verb(t));
  return verb(a) === verb(b) || (leaves(a) && leaves(b));
}

function sameWho(a: readonly Arg[], b: readonly Arg[]): boolean {
  return a.length > 0 && a.every((x) => b.some((y) => x.entity !== null && x.entity === y.entity));
}

/** Who speaks of "our guarantees", or gives a guarantee, vouches for the deal. */
function guarantors(draft: Draft): Arg[] {
  const found: Arg[] = [];
  for (const s of draft.statements) {
    const speaker = entityOf(draft, s.for ?? s.speaker);
    if (s.source === null || speaker === undefined) continue;
    const own = s.content.some(
      (c) =>
        /\b(?:our|my)\s+(?:\p{L}+\s+)?(?:guarant(?:ee|y|or)|surety|word)|\b(?:we|I)\s+(?:\p{L}+\s+)?(?:guarantee|vouch|stand\s+(?:surety|guarantor))/iu.test(
          c.text,
        ) ||
        (s.mode !== 'direct' && /\btheir\s+(?:\p{L}+\s+)?guarantees?\b/iu.test(c.text)),
    );
    if (own) found.push({ ...s.source, entity: speaker.id, name: speaker.names[0] ?? null });
  }
  return found;
}
