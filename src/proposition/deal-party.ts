import { agreementWords } from '../lexicon/agreement.ts';
import { chunkAt, entityOf, mentionsWithin, placeAt, whoAt } from '../mention/lookup.ts';
import type { Helper, HelperRole } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import { dependents } from '../parse/tree.ts';
import type { DealWord } from './deal.ts';
import { frameOf } from './role.ts';
import { argAt } from './slot.ts';
import { statementAt } from './statement-at.ts';

/*
 * Those whom a deal binds stand round its noun: "a truce between the army and the rebels", "the elders' deal with the gunmen", "the
 * Iran-Saudi accord". Who helped it on stands in a compound ("a Russian-brokered truce") or with the talks ("after talks hosted by Oman").
 */

/** Whether a phrase can be a side of a deal: somebody known, or a noun for sides such as "both parties". */
function isSide(draft: Draft, sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (/^(?:VERB|ADV|ADP|PUNCT|NUM)$/.test(token.upos) || /^(?:which|that|there|this)$/i.test(token.form))
    return false;
  const who = whoAt(draft, tokens, at);
  if (who !== null) {
    const entity = entityOf(draft, who.entity);
    return entity?.role !== 'civilians' && entity?.role !== 'outlet';
  }
  if (/^it$/i.test(token.form)) return false;
  if (placeAt(draft, tokens, at) !== null)
    return placeAt(draft, tokens, at)!.precision === 'country' || token.deprel.startsWith('nsubj');
  const { head } = chunkAt(tokens, at) ?? { head: at };
  return (
    agreementWords('side', tokens[head]!.lemma.toLowerCase()).length > 0 || tokens[head]!.upos === 'PROPN'
  );
}

/** The sides that some tokens name, each phrase once; "it" in "Oman said it would …" is Oman. */
export function sidesAt(draft: Draft, sentence: ParsedSentence, heads: readonly number[]): Arg[] {
  const found: Arg[] = [];
  for (const i of heads) {
    const token = sentence.tokens[i]!;
    const voice: Statement | null = statementAt(draft, sentence, token.start);
    const speaker = entityOf(draft, voice?.for ?? voice?.speaker);
    const own =
      /^(?:it|they)$/i.test(token.form) &&
      whoAt(draft, sentence.tokens, i) === null &&
      speaker?.kind === 'actor';
    if (!own && !isSide(draft, sentence, i)) continue;
    const { start, end, form: text } = token;
    const arg = own
      ? { start, end, text, entity: speaker!.id, name: speaker!.names[0] ?? null }
      : argAt(draft, sentence, i, voice);
    if (!found.some((a) => a.start === arg.start)) found.push(arg);
  }
  return found;
}

/** Parties that the noun of a deal names itself. */
export function partiesOfNoun(draft: Draft, word: DealWord): Arg[] {
  if (word.verb) return [];
  const { sentence, at } = word;
  const { tokens } = sentence;
  const { obl } = frameOf(tokens, at);
  const near = [...(obl.get('between') ?? []), ...(obl.get('with') ?? []), ...(obl.get('among') ?? [])];
  const owner = dependents(tokens, at, 'nmod:poss').filter((i) => whoAt(draft, tokens, i)?.kind === 'actor');
  return [...sidesAt(draft, sentence, [...near, ...owner]), ...hyphened(draft, word, false)];
}

/** Who helped a deal on, by the words of its noun: "Russian-brokered", "UN-backed" says nothing of the kind. */
export function helpersOfNoun(draft: Draft, word: DealWord): Helper[] {
  if (word.verb) return [];
  return hyphened(draft, word, true).map((arg) => ({ ...arg, role: 'mediator' }));
}

/** The names joined by hyphens before the noun: "the Iran-Saudi accord" two sides, "the Qatari-mediated truce" who mediated. */
function hyphened(draft: Draft, word: DealWord, helpers: boolean): Arg[] {
  const { sentence, at } = word;
  const { tokens } = sentence;
  const from = chunkAt(tokens, at)?.from ?? at;
  const found: Arg[] = [];
  for (let i = from + 1; i + 1 <= at; i++) {
    if (!/^[-–]$/.test(tokens[i]!.form) || tokens[i - 1]!.end !== tokens[i]!.start) continue;
    const next = tokens[i + 1]!;
    const helped = [next.lemma, next.form].some((w) => agreementWords('role', w.toLowerCase()).length > 0);
    if (helped !== helpers) continue;
    const ends = helped ? [i - 1] : [i - 1, i + 1];
    const args = ends.map((k) => namedAt(draft, tokens[k]!));
    if (args.every((a) => a !== null)) found.push(...args);
  }
  return found;
}

/** Whom a single word names, also as an adjective: "Russian". */
function namedAt(draft: Draft, token: { start: number; end: number; form: string }): Arg | null {
  const m = mentionsWithin(draft, token.start, token.end).find(
    (one) => one.kind === 'actor' || one.kind === 'place',
  );
  if (m === undefined) return null;
  const { start, end, form: text } = token;
  const state =
    m.kind === 'place'
      ? draft.entities.find((e) => e.kind === 'actor' && e.names.includes(m.text))
      : undefined;
  const entity = state?.id ?? m.entity;
  return { start, end, text, entity, name: state?.names[0] ?? m.name };
}

/** Those who host or oversee talks, or vouch, in a sentence that tells of a deal: "after talks hosted by Oman". */
export function helpersIn(draft: Draft, sentence: ParsedSentence): Helper[] {
  const { tokens } = sentence;
  const found: Helper[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.upos !== 'VERB') continue;
    const entry = agreementWords('role', token.lemma.toLowerCase()).find((e) => e.people !== true);
    if (entry === undefined) continue;
    const frame = frameOf(tokens, at);
    const over = frame.obj.some((i) =>
      agreementWords('state', tokens[i]!.lemma.toLowerCase()).some((e) => e.state === 'negotiated'),
    );
    if (over) found.push(...withRole(sidesAt(draft, sentence, frame.subj), entry.role!));
  }
  return found;
}

/** "Mediators proposed a truce": their noun says that they are no side. */
export function isHelper(sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  const head = chunkAt(tokens, at)?.head ?? at;
  return agreementWords('role', tokens[head]!.lemma.toLowerCase()).some((e) => e.people === true);
}

/** Arguments with the part they play. */
export function withRole(args: readonly Arg[], role: HelperRole): Helper[] {
  return args.map((arg) => ({ ...arg, role }));
}

/** Arguments, each entity or wording once. */
export function unique<T extends Arg>(args: readonly T[]): T[] {
  const found: T[] = [];
  const seen = new Set<string>();
  for (const a of args) {
    const key = a.entity ?? a.text.toLowerCase().replace(/^(?:the|its|their) /, '');
    if (!seen.has(key)) found.push(a);
    seen.add(key);
  }
  return found;
}
