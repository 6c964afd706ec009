import { isOfClass } from '../lexicon/event.ts';
import { chunkAt, entityOf, mentionsWithin, placeAt, whoAt } from '../mention/lookup.ts';
import type { Claim, EventType } from '../model/claim.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Arg, QuantitySlot } from '../model/slot.ts';
import type { Statement } from '../model/statement.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { isHistory } from './gate.ts';
import { modalityOf } from './modality.ts';
import { placeByName, placeOf } from './place-slot.ts';
import { polarityOf } from './polarity.ts';
import { type Frame, frameOf, tokensIn } from './role.ts';
import { isUnknownName, type Sense } from './sense.ts';
import { argAt, isCivil, quantityOf, timeOf } from './slot.ts';

/** A claim before it has an id and a statement. */
export type Proposition = Omit<Claim, 'id' | 'statement'>;

/** What a statement, or the document's own voice, brings to its propositions. */
export type Voice = Pick<Statement, 'stance' | 'speaker' | 'for' | 'time' | 'cue' | 'content'>;

/** A proposition with the words it was read from, while what its clause leaves out is still to be filled in. */
export interface Told {
  readonly proposition: Proposition;
  readonly sentence: ParsedSentence;
  readonly sense: Sense;
  /** Nobody takes part in it by its own words: it counts only once somebody is found. */
  readonly bare: boolean;
}

/** Fills the slots of an event sense from its clause; null where nobody takes part in it, nor could. */
export function propositionOf(
  draft: Draft,
  sentence: ParsedSentence,
  sense: Sense,
  voice: Voice,
): Told | null {
  const { entry } = sense;
  const { tokens } = sentence;
  const frame = dealFrame(tokens, sense);
  const heads = (roles: readonly string[]) =>
    [...new Set(roles.flatMap((r) => [...tokensIn(frame, r)]))].filter(
      (i) => !sense.words.includes(i) && isParticipant(draft, sentence, i),
    );
  const agentAt = heads(entry.agent);
  if (agentAt.length === 0 && entry.event === 'AGREE')
    agentAt.push(...underDeal(tokens, frame).filter((i) => isParticipant(draft, sentence, i)));
  if (entry.mode === 'transport') agentAt.push(...consignors(draft, sentence, frame));
  const patientAt = heads(entry.patient).filter(
    (i) => !agentAt.includes(i) && !isMerePlace(draft, tokens, i) && !looksOn(tokens, i),
  );
  const movers = entry.agent.length > 0 ? agentAt : patientAt;
  const civil = movers.length > 0 && movers.every((i) => isCivil(draft, sentence, i));
  const bodies = entry.place.includes('obj') ? [] : frame.obj.filter((i) => !isMerePlace(draft, tokens, i));
  const taken = new Set([...agentAt, ...patientAt, ...bodies]);
  const named =
    entry.obj === 'name' ? frame.obj : entry.subj === 'name' ? (frame.passive ? frame.obj : frame.subj) : [];
  const place =
    named.length > 0 && isUnknownName(draft, tokens, named[0]!)
      ? placeByName(draft, sentence, named[0]!)
      : placeOf(draft, sentence, frame, entry.place, taken, voice);
  const quantity =
    whollyHeld(draft, sentence, sense) ??
    quantityOf(draft, sentence, [
      ...movers,
      ...patientAt,
      ...agentAt,
      ...(entry.event === 'CONTROL' || movers.length === 0 ? [...frame.obj, ...frame.subj] : []),
    ]);
  const agent = args(draft, sentence, agentAt, voice);
  const patient = args(draft, sentence, patientAt, voice);
  const fought =
    place !== null &&
    ((entry.event === 'ASSAULT' && (entry.light || entry.agent.length === 0)) ||
      (entry.mode === 'transport' && place.inherited === undefined) ||
      (entry.event === 'CONTROL' && place.inherited === undefined));
  const bare = agent.length === 0 && patient.length === 0 && quantity === null && !fought;
  if (bare && !/^(?:ASSAULT|CONTROL|AGREE)$/.test(entry.event)) return null;
  if (entry.event === 'CONTROL' && (place === null || isPassage(tokens, frame))) return null;
  let event: EventType = civil
    ? (entry.civil ?? entry.event)
    : entry.armed !== null && !civil && agent.length > 0 && isArmed(draft, agent)
      ? entry.armed
      : entry.event;
  const stated = polarityOf(tokens, frame, voice.stance);
  let polarity = stated.value;
  const ownAct = agent.some(
    (a) => a.entity !== null && (a.entity === voice.for || a.entity === voice.speaker),
  );
  const footing = modalityOf(tokens, frame, voice.stance, ownAct, voice.cue);
  let modality = entry.modality ?? footing.value;
  if (entry.flip) polarity = polarity === 'positive' ? 'negative' : 'positive';
  if (entry.mode === 'excluded') modality = 'planned';
  if (entry.negated !== null && polarity === 'negative') {
    event = entry.negated;
    polarity = 'positive';
    if (/^(?:planned|promised|possible)$/.test(modality)) modality = 'actual';
  }
  if (entry.mode === 'hold-out' && civil) polarity = polarity === 'positive' ? 'negative' : 'positive';
  const denied = voice.stance === 'denies' && voice.cue !== null;
  const proposition: Proposition = {
    event,
    mode: entry.mode,
    predicate: predicateSpan(draft, sentence, sense.words),
    agent,
    patient,
    instrument: instruments(draft, sentence, sense, voice),
    place,
    time: timeOf(draft, sentence, frame, voice),
    quantity,
    polarity: denied ? negate(polarity) : polarity,
    modality,
    why: [
      `event lexicon: ${entry.forms.find((f) => f.startsWith(tokens[sense.words[0]!]!.lemma.toLowerCase())) ?? entry.forms[0]} as ${entry.event}${entry.mode === null ? '' : `/${entry.mode}`}`,
      ...(event === entry.event
        ? []
        : [
            `event: ${event}, since ${event === entry.negated ? 'it is negative' : `${civil ? 'civilians' : 'armed people'} act`}`,
          ]),
      ...stated.why,
      ...(entry.flip ? ['polarity: turned round by the lexicon entry'] : []),
      ...(denied ? ['polarity: turned round by the denial'] : []),
      ...(modality === footing.value ? footing.why : ['modality: by the lexicon entry']),
    ],
  };
  if (isHistory(proposition.time, draft.document.published)) return null;
  return { proposition, sentence, sense, bare };
}

/** "About 250 fighters went, | with some 3,500 of their relatives |": people along who are counted by themselves went too. */
export function withCompanions(draft: Draft, told: Told): Told[] {
  const { proposition: p, sentence, sense } = told;
  if (!/^(?:RETREAT|FLEE)$/.test(p.event) || sense.entry.patient.includes('with')) return [told];
  const along = (sense.frame.obl.get('with') ?? []).filter((i) => isCivil(draft, sentence, i));
  return [
    told,
    ...along.flatMap((i) => {
      const quantity = quantityOf(draft, sentence, [i]);
      if (quantity === null || quantity.op === 'vague' || quantity.start === p.quantity?.start) return [];
      const patient = args(draft, sentence, [i], { speaker: null, for: null });
      return [
        { ...told, proposition: { ...p, patient, quantity, why: [...p.why, 'people along, counted apart'] } },
      ];
    }),
  ];
}

/** "Took | full | control of the town": all of it. */
function whollyHeld(draft: Draft, { tokens }: ParsedSentence, sense: Sense): QuantitySlot | null {
  if (sense.entry.obj !== 'control') return null;
  const at = sense.frame.obj
    .flatMap((i) => dependents(tokens, i, 'amod'))
    .find((i) => /^(?:full|complete|total)$/i.test(tokens[i]!.form));
  if (at === undefined) return null;
  const { start, end } = tokens[at]!;
  return {
    start,
    end,
    text: draft.document.text.slice(start, end),
    of: 'percent',
    op: 'exactly',
    min: 100,
    max: 100,
  };
}

/** "Secured their | exit | from the town": a way out is no place to hold. */
function isPassage(tokens: ParsedSentence['tokens'], frame: Frame): boolean {
  return frame.obj.length > 0 && frame.obj.every((i) => isOfClass(tokens[i]!.lemma, 'passage'));
}

/** "A convoy | of the Red Cross | reached the town": whose vehicles they are. */
function consignors(draft: Draft, { tokens }: ParsedSentence, frame: Frame): number[] {
  return frame.subj
    .flatMap((i) => frameOf(tokens, i).obl.get('of') ?? [])
    .filter((i) => whoAt(draft, tokens, i)?.kind === 'actor');
}

/** "Under a deal reached with the group, | the army | will …": who acts under the deal is party to it. */
function underDeal(tokens: ParsedSentence['tokens'], frame: Frame): readonly number[] {
  const noun = tokens[frame.at]!.deprel.startsWith('acl') ? tokens[frame.at]!.head : -1;
  const verb = noun < 0 || !isOfClass(tokens[noun]!.lemma, 'deal') ? -1 : tokens[noun]!.head;
  if (verb < 0 || !/^(?:obl|obj)/.test(tokens[noun]!.deprel)) return [];
  const above = frameOf(tokens, verb);
  return above.passive ? above.obj : above.subj;
}

/** "agreed to a proposal with the group": who stands behind the noun of the deal is party to it. */
function dealFrame(tokens: ParsedSentence['tokens'], sense: Sense): Frame {
  const { entry, frame } = sense;
  if (entry.obj === 'surrender') {
    const whose = frame.obj.flatMap((n) => frameOf(tokens, n).obl.get('of') ?? []);
    return { ...frame, obl: new Map([...frame.obl, ['of', whose]]) };
  }
  if (entry.event !== 'AGREE' && entry.event !== 'CONSULT') return frame;
  const near = [...frame.obj, ...[...frame.obl.values()].flat(), ...(frame.passive ? frame.obj : [])];
  const nouns = near.filter(
    (i) => isOfClass(tokens[i]!.lemma, 'deal') || isOfClass(tokens[i]!.lemma, 'talks'),
  );
  const obl = new Map(frame.obl);
  for (const n of nouns)
    for (const [k, v] of frameOf(tokens, n).obl) obl.set(k, [...(obl.get(k) ?? []), ...v]);
  return { ...frame, obl };
}

function negate(polarity: Claim['polarity']): Claim['polarity'] {
  return polarity === 'positive' ? 'negative' : 'positive';
}

function isParticipant(draft: Draft, sentence: ParsedSentence, at: number): boolean {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos === 'VERB' || token.upos === 'ADV' || token.upos === 'ADP' || token.upos === 'PUNCT')
    return false;
  if (timeCovers(draft, sentence, token)) return false;
  if (/^(?:other|another|each)$/i.test(token.form)) return false;
  if (/^(?:it|there|this|that|which|what)$/i.test(token.form)) return whoAt(draft, tokens, at) !== null;
  const head = chunkAt(tokens, at)?.head ?? at;
  if (
    isOfClass(tokens[head]!.lemma, 'deal') ||
    (isOfClass(tokens[head]!.lemma, 'assault') && whoAt(draft, tokens, at) === null) ||
    isOfClass(tokens[head]!.lemma, 'surrender') ||
    tokens[head]!.lemma === 'board'
  )
    return false;
  return whoAt(draft, tokens, at) !== null || /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ)$/.test(token.upos);
}

/** "The deal was made by the two sides, with a general | looking on": who stands by is no party. */
function looksOn(tokens: ParsedSentence['tokens'], at: number): boolean {
  return (
    dependents(tokens, at, 'case').some((i) => tokens[i]!.form.toLowerCase() === 'with') &&
    dependents(tokens, at, 'acl').some((i) => tokens[i]!.xpos === 'VBG')
  );
}

/** "bombed Idlib", "shelled the market": a town or building that suffers is where it happens, not to whom. */
function isMerePlace(draft: Draft, tokens: ParsedSentence['tokens'], at: number): boolean {
  if (whoAt(draft, tokens, at) !== null) return false;
  const { lemma } = tokens[chunkAt(tokens, at)?.head ?? at]!;
  return (
    placeAt(draft, tokens, at)?.precision === 'town' ||
    isOfClass(lemma, 'facility') ||
    isOfClass(lemma, 'place')
  );
}

/** "Last night the army left": a time is no participant. */
function timeCovers(draft: Draft, sentence: ParsedSentence, token: Token): boolean {
  const near = mentionsWithin(draft, sentence.start, sentence.end);
  return near.some((m) => m.kind === 'time' && m.start <= token.start && m.end >= token.end);
}

function args(
  draft: Draft,
  sentence: ParsedSentence,
  heads: readonly number[],
  voice: Pick<Voice, 'speaker' | 'for'>,
): Arg[] {
  const found: Arg[] = [];
  for (const i of heads) {
    const arg = argAt(draft, sentence, i, voice);
    if (!found.some((a) => a.start === arg.start)) found.push(arg);
  }
  return found;
}

function isArmed(draft: Draft, agent: readonly Arg[]): boolean {
  return agent.every((a) => {
    const entity = entityOf(draft, a.entity);
    return entity !== undefined && entity.kind === 'actor' && entity.role !== 'civilians';
  });
}

function instruments(draft: Draft, sentence: ParsedSentence, sense: Sense, voice: Voice): Arg[] {
  if (!/^(?:ASSAULT|CASUALTY|THREATEN)$/.test(sense.entry.event) || sense.entry.patient.includes('with'))
    return [];
  const { tokens } = sentence;
  const found = (sense.frame.obl.get('with') ?? []).filter((i) => whoAt(draft, tokens, i) === null);
  return args(draft, sentence, found, voice);
}

function predicateSpan(draft: Draft, sentence: ParsedSentence, words: readonly number[]) {
  const sorted = [...words].sort((a, b) => a - b);
  const near = sorted.at(-1)! - sorted[0]! <= 2 ? sorted : [words[0]!];
  const start = sentence.tokens[near[0]!]!.start;
  const end = sentence.tokens[near.at(-1)!]!.end;
  return { start, end, text: draft.document.text.slice(start, end) };
}
