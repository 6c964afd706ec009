import { PARTITIVE } from '../mention/description.ts';
import { entityOf, mentionsWithin } from '../mention/lookup.ts';
import type { Claim } from '../model/claim.ts';
import type { Control } from '../model/control.ts';
import type { Draft, ParsedSentence, Stage } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/token.ts';
import { childrenOf } from '../parse/tree.ts';

/** Draws from claims of control who holds which place from when on. */
export const control: Stage = { name: 'control', run };

function run(draft: Draft): Draft {
  return { ...draft, control: draft.claims.flatMap((claim) => rows(draft, claim)) };
}

/*
 * A transfer names the new holder and the old one, "the group lost the town to government forces" as "the army took the town from
 * the group": two rows. "nearly", "most of" and a share below the whole leave the place contested; a siege leaves its holder in it; an army
 * that withdraws from a town has lost it, a batch of its men that leaves has not.
 */
function rows(draft: Draft, claim: Claim): Control[] {
  const { place, agent, patient, mode } = claim;
  if (place === null || claim.polarity === 'negative' || claim.modality !== 'actual') return [];
  const from = claim.time?.from ?? null;
  const base = { place, from, previous: null, part: null, besieger: null, claim: claim.id };
  if (mode === 'besiege' || (claim.event === 'COERCE' && mode === 'blockade'))
    return patient
      .slice(0, 1)
      .map((holder) => ({ ...base, holder, besieger: agent[0] ?? null, status: 'besieged' }));
  if (claim.event === 'RETREAT')
    return gaveUp(draft, claim) ? [{ ...base, holder: agent[0]!, status: 'lost' }] : [];
  if (claim.event !== 'CONTROL') return [];
  if (mode === 'hold-out')
    return agent.slice(0, 1).map((holder) => ({ ...base, holder, status: 'besieged' }));
  if (isTooWide(draft, claim)) return [];
  const part = partOf(draft, claim);
  // Nobody takes a place from himself: there the words name somebody whom the reader could not tell apart.
  const self = (arg: Arg) => arg.entity !== null && arg.entity === agent[0]?.entity;
  const previous = patient.find((arg) => !self(arg)) ?? null;
  const found: Control[] = [];
  const [holder] = agent;
  if (holder !== undefined)
    found.push({ ...base, holder, previous, part, status: part === null ? 'holds' : 'contested' });
  if (previous !== null && part === null) found.push({ ...base, holder: previous, status: 'lost' });
  return found;
}

/** "were pushed out of the north of the country": who is driven from a whole region has not lost all of it, nor the driver won it. */
function isTooWide(draft: Draft, { place, predicate }: Claim): boolean {
  if (!/^(?:driv|drove|push|forc|expel|oust|chas|dislodg)/i.test(predicate.text) || place!.start === null)
    return false;
  const [named] = mentionsWithin(draft, place!.start, place!.end!).filter((m) => m.kind === 'place');
  return named?.kind === 'place' && /^(?:country|region)$/.test(named.precision);
}

/** "Troops withdrew from the town": a whole force, named without number, from a place that its clause names. */
function gaveUp(draft: Draft, claim: Claim): boolean {
  const { agent, place, mode, quantity, predicate } = claim;
  const [who] = agent;
  if (who === undefined || mode !== null || quantity !== null || place!.inherited !== undefined) return false;
  if (!/^(?:withdr[ae]w|with?drawn|pulled|retreat|abandon|quit|fell)/i.test(predicate.text)) return false;
  const role = entityOf(draft, who.entity)?.role ?? '';
  if (!/^(?:armed-group|military|state|government)$/.test(role)) return false;
  return !isSome(who);
}

/** "a last group of fighters", "men of the militia": some of those who are named. */
function isSome({ text }: Arg): boolean {
  const words = text.toLowerCase().split(/\s+/u);
  return (
    words.some((w) => PARTITIVE.test(w)) ||
    (/^(?:fighters|militants|gunmen|men|members|soldiers|rebels|insurgents)$/.test(words.at(-1)!) &&
      words.length > 2)
  );
}

const PART =
  /\b(?:most|much|parts?|half|several|some|majority|third|quarter|buildings?|districts?|neighbou?rhoods?|suburbs?|outskirts|edges?|streets?|positions?|pockets?|blocks?|areas?|centre|center)\b/iu;

/** The words by which only a part of the place is meant; null where the whole is. */
function partOf(draft: Draft, claim: Claim): Span | null {
  const { quantity, place, predicate } = claim;
  const share = quantity?.of?.includes('percent') === true ? (quantity.max ?? quantity.min) : null;
  if (share !== null && share < 100)
    return { start: quantity!.start, end: quantity!.end, text: quantity!.text };
  const { start, end, text } = place!;
  const named = PART.exec(text);
  if (named !== null && start !== null && end !== null) {
    const of = text.search(/\s+of\s/iu);
    const length = of > 0 ? of : text.length;
    return { start, end: start + length, text: text.slice(0, length) };
  }
  const sentence = draft.sentences.find((s) => s.start <= predicate.start && predicate.end <= s.end);
  return sentence === undefined ? null : nearly(draft, sentence, claim);
}

/** "has nearly captured", "nearly all of", "most of": the word that leaves some of it. */
function nearly(draft: Draft, sentence: ParsedSentence, { predicate, place }: Claim): Span | null {
  const { tokens } = sentence;
  const at = tokens.findIndex((t) => t.start === predicate.start);
  if (at < 0) return null;
  const first = tokens.findIndex((t) => t.start === place!.start);
  const whole = first > 1 && /^of$/i.test(tokens[first - 1]!.form) ? first - 2 : -1;
  if (whole >= 0 && PART.test(tokens[whole]!.form)) return spanOf(draft, tokens[whole]!);
  const near = [
    ...childrenOf(tokens)[at]!,
    ...(first > 0 ? [first - 1] : []),
    ...(whole > 0 ? [whole - 1] : []),
  ];
  const found = near.find((i) =>
    /^(?:nearly|almost|partly|partially|largely|mostly|virtually|practically)$/i.test(tokens[i]!.form),
  );
  return found === undefined ? null : spanOf(draft, tokens[found]!);
}

function spanOf(draft: Draft, { start, end }: Token): Span {
  return { start, end, text: draft.document.text.slice(start, end) };
}
