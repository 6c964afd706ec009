import { type AgreementEntry, agreementWords } from '../lexicon/agreement.ts';
import type { Helper, StatusNote } from '../model/agreement.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg } from '../model/slot.ts';
import type { Token } from '../model/token.ts';
import { dependents, isRelation } from '../parse/tree.ts';
import { type DealWord, dealUnder } from './deal.ts';
import { isHelper, sidesAt, withRole } from './deal-party.ts';
import { modalityOf } from './modality.ts';
import { polarityOf } from './polarity.ts';
import { type Frame, frameOf, tokensIn } from './role.ts';
import { statementAt } from './statement-at.ts';

/** What a verb, or a noun such as "breach", says of a deal, and whom it names with it. */
export interface Told {
  readonly word: DealWord;
  /** Token that says it. */
  readonly at: number;
  readonly note: StatusNote | null;
  readonly parties: readonly Arg[];
  readonly helpers: readonly Helper[];
}

/*
 * How a deal stands is said by a verb of which its noun is the object ("broke the truce"), the subject ("the truce collapsed") or the
 * phrase behind a preposition ("withdrew from the deal"), or by a noun over it ("violations of the truce"). Who does it is a party;
 * who brokers or guarantees is none.
 */

/** The deals that a sentence may speak of: by token, and the one last named, which "it" may mean. */
interface Known {
  readonly at: ReadonlyMap<number, DealWord>;
  readonly last: DealWord | null;
}

/** All that a sentence says of its deals, or by "it" of the one named before. */
export function toldIn(
  draft: Draft,
  sentence: ParsedSentence,
  words: readonly DealWord[],
  last: DealWord | null,
): Told[] {
  const { tokens } = sentence;
  const known: Known = { at: new Map(words.map((w) => [w.at, w])), last };
  const found: Told[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.upos === 'VERB') {
      const told = toldByVerb(draft, sentence, at, known);
      if (told !== null) found.push(told);
    } else if (token.upos === 'NOUN') {
      const told = toldByNoun(draft, sentence, at, known);
      if (told !== null) found.push(told);
    }
  }
  return found;
}

function toldByVerb(draft: Draft, sentence: ParsedSentence, at: number, known: Known): Told | null {
  const { tokens } = sentence;
  const entries = entriesAt(tokens, at);
  if (entries.length === 0) return null;
  const frame = frameOf(tokens, at);
  for (const { entry, last } of entries) {
    const word = dealOf(tokens, entry, frame, at, known);
    if (word === null) continue;
    const by = isByPhrase(tokens, at) ? dependents(tokens, at, 'obl:agent') : [];
    const sides = (
      by.length > 0
        ? by.flatMap((i) => [i, ...dependents(tokens, i, 'conj')])
        : (entry.party ?? []).flatMap((role) => tokensIn(frame, role))
    ).filter((i) => !known.at.has(i));
    const helping = sides.filter((i) => isHelper(sentence, i));
    const args = sidesAt(
      draft,
      sentence,
      sides.filter((i) => !helping.includes(i)),
    );
    // "A deal | negotiated by Oman": who negotiates it for others stands behind "by".
    const role = entry.helper ?? (entry.status === 'negotiated' && frame.passive ? 'mediator' : null);
    const status =
      entry.status === 'negotiated' && frame.passive && isRelation(tokens[at]!.deprel, 'acl')
        ? 'reached'
        : entry.status;
    // "accepted an extension of the truce": what was accepted is not the truce.
    const through =
      status === 'reached' &&
      !word.verb &&
      !(entry.deal ?? []).some((r) => tokensIn(frame, r).includes(word.at)) &&
      word.sentence === sentence &&
      tokens[at]!.head !== word.at;
    return {
      word,
      at,
      note: status == null || through ? null : noteOf(draft, sentence, status, at, last, frame),
      parties: role === null ? args : [],
      helpers: [
        ...(role === null ? [] : withRole(args, role)),
        ...withRole(sidesAt(draft, sentence, helping), 'mediator'),
      ],
    };
  }
  return null;
}

/** The entries of a verb with the words behind it first, each with the last token of its words. */
function entriesAt(tokens: readonly Token[], at: number): { entry: AgreementEntry; last: number }[] {
  const lemma = tokens[at]!.lemma.toLowerCase();
  const found: { entry: AgreementEntry; last: number }[] = [];
  for (let i = Math.min(tokens.length - 1, at + 4); i > at; i--)
    for (const entry of agreementWords('status', `${lemma} ${tokens[i]!.form.toLowerCase()}`))
      found.push({ entry, last: i });
  for (const entry of agreementWords('status', lemma)) found.push({ entry, last: at });
  return found;
}

function dealOf(
  tokens: readonly Token[],
  entry: AgreementEntry,
  frame: Frame,
  at: number,
  known: Known,
): DealWord | null {
  const infinitive = tokens[at - 1]?.form.toLowerCase() === 'to' && isRelation(tokens[at]!.deprel, 'acl');
  for (const role of entry.deal ?? []) {
    if (role === 'subj' && (infinitive || frame.passive)) continue;
    for (const i of tokensIn(frame, role)) {
      const deal = dealUnder(tokens, i);
      const word = deal === null ? undefined : known.at.get(deal);
      if (word !== undefined) return word;
      const mute = role !== 'subj' || (frame.obj.length === 0 && !frame.passive);
      if (mute && mayBeIt(entry, role) && /^(?:it|which|this)$/i.test(tokens[i]!.form)) {
        const before = [...known.at.values()].findLast((w) => w.at < i && !w.verb) ?? known.last;
        if (before !== null && entry.status !== 'reached') return before;
      }
    }
  }
  // "signed a truce on Monday, | brokered by Oman": the parse hangs the participle on the verb.
  if (entry.helper !== undefined && isByPhrase(tokens, at)) {
    const before = [...known.at.values()].findLast((w) => w.at < at && !w.verb);
    if (before !== undefined) return before;
  }
  // "the deal, | which they had mediated": a pronoun stands for the deal as object.
  const relative =
    entry.deal?.includes('obj') === true && isRelation(tokens[at]!.deprel, 'acl') && frame.subj.length > 0;
  const antecedent = relative ? known.at.get(tokens[at]!.head) : undefined;
  if (
    antecedent !== undefined &&
    !frame.subj.includes(antecedent.at) &&
    frame.obj.every((i) => /^(?:which|that)$/i.test(tokens[i]!.form))
  )
    return antecedent;
  return entry.alone === true ? (known.at.get(at) ?? null) : null;
}

/** "brokered | by Oman": a participle right before who does it. */
function isByPhrase(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.xpos === 'VBN' && tokens[at + 1]?.form.toLowerCase() === 'by';
}

/** "it collapsed", "have violated it": what is said of deals and hardly of anybody else. */
function mayBeIt(entry: AgreementEntry, role: string): boolean {
  return role === 'subj' ? entry.it === true : /^(?:extended|broken|rejected)$/.test(entry.status ?? '');
}

function toldByNoun(draft: Draft, sentence: ParsedSentence, at: number, known: Known): Told | null {
  const { tokens } = sentence;
  const [entry] = agreementWords('state', tokens[at]!.lemma.toLowerCase());
  if (entry === undefined) return null;
  const word = dependents(tokens, at, 'nmod', 'compound')
    .map((i) => dealUnder(tokens, i))
    .map((i) => (i === null ? undefined : known.at.get(i)))
    .find((w) => w !== undefined);
  if (word === undefined) return null;
  const frame = frameOf(tokens, at);
  const above =
    tokens[at]!.head >= 0 && tokens[tokens[at]!.head]!.upos === 'VERB'
      ? frameOf(tokens, tokens[at]!.head)
      : frame;
  return {
    word,
    at,
    note: noteOf(draft, sentence, entry.state!, at, at, above),
    parties: sidesAt(draft, sentence, [
      ...(frame.obl.get('by') ?? []),
      ...(frame.obl.get('between') ?? []),
      ...(frame.obl.get('with') ?? []),
    ]),
    helpers: [],
  };
}

function noteOf(
  draft: Draft,
  sentence: ParsedSentence,
  status: StatusNote['status'],
  at: number,
  last: number,
  frame: Frame,
): StatusNote {
  const { tokens } = sentence;
  const voice = statementAt(draft, sentence, tokens[at]!.start);
  const polarity = polarityOf(tokens, frame, voice?.stance ?? 'asserts').value;
  const { start } = tokens[at]!;
  const { end } = tokens[last - at <= 2 ? last : at]!;
  return {
    start,
    end,
    text: draft.document.text.slice(start, end),
    status,
    polarity:
      voice?.stance === 'denies' && voice.cue !== null
        ? polarity === 'positive'
          ? 'negative'
          : 'positive'
        : polarity,
    modality: modalityOf(tokens, frame, voice?.stance ?? 'asserts', false).value,
    statement: voice?.id ?? null,
    claim: null,
  };
}
