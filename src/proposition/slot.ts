import { PARTITIVE } from '../mention/description.ts';
import { chunkAt, entityOf, mentionsAt, mentionsWithin, placeAt, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { QuantityMention, TimeMention } from '../model/mention.ts';
import type { Arg, Inherited, QuantitySlot, TimeSlot } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { hangsFrom } from '../parse/tree.ts';
import type { Frame } from './role.ts';
import { paragraphStart } from './said.ts';

/** The argument a token's phrase makes: its words, and who they name. */
export function argAt(
  draft: Draft,
  sentence: ParsedSentence,
  at: number,
  statement: Pick<Statement, 'speaker' | 'for'> | null,
): Arg {
  const { tokens } = sentence;
  const chunk = chunkAt(tokens, at);
  const start = tokens[chunk?.from ?? at]!.start;
  const whole =
    (PARTITIVE.test(tokens[chunk?.head ?? at]!.lemma) ||
      /^(?:percent|%)$/.test(tokens[chunk?.head ?? at]!.lemma)) &&
    tokens[chunk?.to ?? at + 1]?.form === 'of'
      ? chunkAt(tokens, (chunk?.to ?? at + 1) + 1)
      : null;
  const end = tokens[(whole?.to ?? chunk?.to ?? at + 1) - 1]!.end;
  const text = draft.document.text.slice(start, end);
  const first =
    /^(?:I|[Ww]e|us|[Oo]urs?|me|[Mm]y)$/.test(tokens[at]!.form) ||
    /^(?:our|my)$/i.test(tokens[chunk?.from ?? at]!.form);
  const who = first
    ? (statement?.for ??
      weOf(
        draft,
        sentence,
        /^(?:our|my)$/i.test(tokens[chunk?.from ?? at]!.form) ? tokens[chunk!.from]! : tokens[at]!,
      ) ??
      statement?.speaker ??
      null)
    : (whoAt(draft, tokens, at)?.entity ??
      whoAt(draft, tokens, whole?.head ?? at)?.entity ??
      placeActor(draft, sentence, at) ??
      namedAt(draft, tokens[at]!) ??
      owned(tokens[chunk?.from ?? at]!, statement));
  const entity = entityOf(draft, who);
  return { start, end, text, entity: entity?.id ?? null, name: entity?.names[0] ?? null };
}

/** An adjective that names an actor by itself: "under | Ukrainian | control". */
function namedAt(draft: Draft, token: Token): string | null {
  return mentionsWithin(draft, token.start, token.end).find((m) => m.kind === 'actor')?.entity ?? null;
}

/** "The council confirmed it. … “We wanted peace,” Haddad said": who says "we" without being tied to anybody speaks for who spoke before. */
function weOf(draft: Draft, sentence: ParsedSentence, token: Token): string | null {
  if (!/^(?:we|us|ours?)$/i.test(token.form) && !/^our$/i.test(token.form)) return null;
  const from = paragraphStart(draft, sentence);
  const before = draft.statements.findLast(
    (s) => s.for !== null && s.cue !== null && s.cue.start >= from && s.cue.end <= token.start,
  );
  return before?.for ?? null;
}

/** "Kobani will be in | their | hands, the militia said": in what somebody says of his own, the owner is he who says it. */
function owned(token: Token, statement: Pick<Statement, 'speaker' | 'for'> | null): string | null {
  if (token.xpos !== 'PRP$' || !/^(?:their|its|his|her)$/i.test(token.form)) return null;
  return statement?.for ?? statement?.speaker ?? null;
}

/** A place that acts ("Turkey pressed him") is the state of that name. */
function placeActor(draft: Draft, sentence: ParsedSentence, at: number): string | null {
  const place = placeAt(draft, sentence.tokens, at);
  if (place === null) return null;
  return draft.entities.find((e) => e.kind === 'actor' && e.names.includes(place.text))?.id ?? place.entity;
}

/** The time of a predicate: in its clause, else of the sentence, of the speech, or of publication. "Now" is no more than when it is told. */
export function timeOf(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame,
  statement: Pick<Statement, 'time' | 'cue' | 'content'> | null,
): TimeSlot | null {
  const { tokens } = sentence;
  const spoken = statement?.time ?? null;
  const times = mentionsWithin(draft, sentence.start, sentence.end).filter(
    (m): m is TimeMention =>
      m.kind === 'time' &&
      m.timex !== 'SET' &&
      (m.from !== null || m.to !== null) &&
      !/^now$/i.test(m.text) &&
      m.start !== spoken?.start,
  );
  const said = statement?.content.length
    ? times.filter((m) => statement.content.some((c) => c.start <= m.start && c.end >= m.end))
    : times;
  const own = said.find((m) =>
    tokens.some((t, i) => t.start >= m.start && t.end <= m.end && hangsFrom(tokens, i, frame.at)),
  );
  if (own !== undefined) return timeSlot(own);
  if (said.length > 0) return inherit(timeSlot(said[0]!), 'clause');
  if (times.length > 0) return inherit(timeSlot(times[0]!), 'sentence');
  if (spoken !== null && spoken.from !== null) return inherit(spoken, 'speech');
  const day = draft.document.published?.slice(0, 10) ?? null;
  return day === null
    ? null
    : { start: null, end: null, text: draft.document.published!, from: day, to: day, inherited: 'published' };
}

function timeSlot(m: TimeMention): TimeSlot {
  return { start: m.start, end: m.end, text: m.text, from: m.from, to: m.to };
}

/** The count of one of the participants, taken in the order given. */
export function quantityOf(
  draft: Draft,
  sentence: ParsedSentence,
  tokens: readonly number[],
): QuantitySlot | null {
  const counts = mentionsWithin(draft, sentence.start, sentence.end).filter(
    (m): m is QuantityMention => m.kind === 'quantity',
  );
  for (const at of tokens) {
    const chunk = chunkAt(sentence.tokens, at);
    const from = sentence.tokens[chunk?.from ?? at]!.start;
    const to = sentence.tokens[(chunk?.to ?? at + 1) - 1]!.end;
    const found = counts.find((m) => m.start < to && m.end > from);
    if (found !== undefined && !isMereShare(draft, sentence, found, at))
      return {
        start: found.start,
        end: found.end,
        text: found.text,
        of: found.of,
        op: found.op,
        min: found.min,
        max: found.max,
        ...(found.effect === undefined ? {} : { effect: found.effect }),
        ...(found.part === undefined ? {} : { part: found.part }),
      };
  }
  return null;
}

/** "Most of the men", "several streets": a share without a number, or a few things, counts nothing that could be compared. */
function isMereShare(draft: Draft, sentence: ParsedSentence, m: QuantityMention, at: number): boolean {
  if (/^(?:sides?|parties|times|days|hours)$/u.test(m.of ?? '')) return true;
  if (m.op !== 'vague' || (m.min ?? 0) > 2) return false;
  return (
    /^(?:most|the majority|the bulk|much)\b/iu.test(m.text) || whoAt(draft, sentence.tokens, at) === null
  );
}

/** Whether a phrase means civilians rather than armed people or organisations. */
export function isCivil(draft: Draft, sentence: ParsedSentence, at: number): boolean {
  const who = mentionsAt(draft, sentence.tokens, at).find((m) => m.kind === 'actor' || m.kind === 'person');
  return entityOf(draft, who?.entity)?.role === 'civilians';
}

/** A slot with a note of where it was taken over from. */
export function inherit<T extends object>(slot: T, from: Inherited): T & { inherited: Inherited } {
  return { ...slot, inherited: from };
}

/** The arguments of some tokens, each phrase once, clauses left out. */
export function roleArgs(draft: Draft, sentence: ParsedSentence, heads: readonly number[]): Arg[] {
  const found: Arg[] = [];
  for (const i of heads) {
    const arg = argAt(draft, sentence, i, null);
    if (!found.some((a) => a.start === arg.start) && sentence.tokens[i]!.upos !== 'VERB') found.push(arg);
  }
  return found;
}
