import {
  type EventEntry,
  type FormEntry,
  isOfClass,
  nounSenses,
  type ObjectClass,
  verbSenses,
} from '../lexicon/event.ts';
import { peopleOf } from '../lexicon/people.ts';
import { roleClasses, type Support } from '../lexicon/role-class.ts';
import { PARTITIVE } from '../mention/description.ts';
import { chunkAt, entityOf, mentionsWithin, placeAt, whoAt } from '../mention/lookup.ts';
import { isTemporal } from '../mention/subject.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { type Frame, frameOf } from './role.ts';
import { filled, surerRoles } from './role-chooser.ts';
import { thematicRoles } from './thematic.ts';

/** A word that names an event, in one sense. */
export interface Sense {
  readonly entry: EventEntry;
  readonly frame: Frame;
  /** Tokens of the predicate: the verb, its particle, the noun a light verb leans on. */
  readonly words: readonly number[];
}

/** The sense of the word at `at`, or null where it names no event. The sense with most conditions met wins, then the earlier one. */
export function senseAt(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos === 'VERB' || token.upos === 'AUX') return verbSense(draft, sentence, at);
  if (token.upos === 'NOUN' || token.upos === 'PROPN') return nounSense(draft, sentence, at);
  return null;
}

function verbSense(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  const lemma = tokens[at]!.lemma.toLowerCase();
  const senses = verbSenses(lemma);
  const support = supportOf(lemma);
  if (senses.length === 0 && support.length === 0) return null;
  const frame = filled(tokens, frameOf(tokens, at));
  const found = chosen(draft, sentence, frame, senses) ?? upon(draft, sentence, frame, support);
  const best = found ?? chosen(draft, sentence, turned(tokens, frame), senses);
  if (best !== null && !best.entry.idle && OWNED.has(best.entry.event))
    return { ...best, frame: ownersOf(tokens, best.frame) };
  if (best?.entry.light !== true) return best?.entry.idle === true ? null : best;
  const finer = upon(draft, sentence, frame, support);
  return finer?.entry.event === best.entry.event
    ? { ...best, entry: { ...best.entry, mode: finer.entry.mode } }
    : best;
}

const OWNED = new Set(['ACCUSE', 'REJECT', 'SUPPORT']);

/** "Condemned the raid by the clan", "rejected the king's offer": whoever did what is condemned or rejected is meant. */
function ownersOf(tokens: readonly Token[], frame: Frame): Frame {
  const obj = frame.obj.flatMap((i) => {
    const { lemma } = tokens[i]!;
    if (nounSenses(lemma).length === 0 && !roleClasses().content.has(lemma)) return [i];
    const { agent } = thematicRoles(tokens, i);
    return agent.length > 0 && !agent.some((a) => frame.subj.includes(a)) ? [...agent] : [i];
  });
  return { ...frame, obj };
}

/** "The envoys | negotiated with the rebels": where the parse hangs a clause's only verb on its subject, the subject acts. */
function turned(tokens: readonly Token[], frame: Frame): Frame | null {
  const { deprel, head } = tokens[frame.at]!;
  const bare = frame.passive && deprel === 'acl' && frame.subj.length === 0 && tokens[head]!.head < 0;
  return bare ? { ...frame, passive: false, subj: frame.obj, obj: [] } : null;
}

/** The sense of a verb that fits its frame best. */
function chosen(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame | null,
  senses: readonly FormEntry[],
): Sense | null {
  if (frame === null) return null;
  const { tokens } = sentence;
  const { at } = frame;
  const near = senses.some((s) => s.beside !== null) ? besides(tokens, at) : null;
  let best: Sense | null = null;
  let bestScore = -1;
  for (const { beside, entry } of senses) {
    const particle = beside === null ? null : near!.get(beside);
    if (particle === undefined) continue;
    const own =
      particle === null || entry.obj === null || entry.obj === 'none'
        ? frame
        : withObject(tokens, frame, particle);
    const fit = fits(draft, sentence, entry, own);
    const score = fit + (particle === null ? 0 : 3);
    if (fit < 0 || score <= bestScore) continue;
    bestScore = score;
    best = { entry, frame: own, words: particle === null ? [at] : [at, particle] };
  }
  return best;
}

/** The event of the noun that a verb leans on, in one of the ways that the verb may lean. */
function upon(
  draft: Draft,
  sentence: ParsedSentence,
  frame: Frame,
  support: readonly Support[],
): Sense | null {
  for (const kind of support) {
    const found = supported(draft, sentence, frame, kind);
    if (found !== null) return found;
  }
  return null;
}

/** What a verb may say of the event that its noun names. */
function supportOf(lemma: string): Support[] {
  const { support } = roleClasses();
  return (['bear', 'suffer', 'aspect'] as const).filter((kind) => support[kind].has(lemma));
}

/**
 * "Launched a raid", "came under attack", "a raid took place": the noun names the event, and the verb's subject does or suffers it.
 */
function supported(draft: Draft, sentence: ParsedSentence, frame: Frame, kind: Support): Sense | null {
  const { tokens } = sentence;
  const objects =
    kind === 'aspect'
      ? frame.passive
        ? []
        : frame.subj
      : [...frame.obj, ...['in', 'under', 'on', 'out'].flatMap((p) => [...(frame.obl.get(p) ?? [])])];
  for (const noun of objects) {
    const sense = tokens[noun]!.upos === 'NOUN' ? nounSense(draft, sentence, noun) : null;
    if (sense === null) continue;
    const { entry } = sense;
    const obl = new Map(frame.obl);
    for (const [k, v] of sense.frame.obl) obl.set(k, [...new Set([...(obl.get(k) ?? []), ...v])]);
    const words = [frame.at, noun];
    if (kind === 'aspect')
      return { entry: { ...entry, light: true }, frame: { ...sense.frame, ...tied(frame), obl }, words };
    const own = sense.frame;
    const subj = kind === 'suffer' ? own.subj : frame.subj.length > 0 ? frame.subj : own.subj;
    const obj = kind === 'suffer' && !frame.passive ? frame.subj : own.obj;
    const patient =
      kind === 'suffer' ? ['obj'] : entry.patient.includes('obj') ? entry.patient : [...entry.patient, 'obj'];
    return {
      entry: {
        ...entry,
        light: true,
        agent: kind === 'suffer' ? ['by', 'from'] : ['subj', ...entry.agent],
        patient,
      },
      frame: { ...frame, passive: false, subj, obj, obl },
      words,
    };
  }
  return null;
}

/** What a noun's frame takes from the verb that it is the subject of. */
function tied(frame: Frame): Pick<Frame, 'at' | 'governors' | 'particles'> {
  return { at: frame.at, governors: frame.governors, particles: frame.particles };
}

/** "Handed in | their rifles": behind a particle that the parse takes for a preposition stands the object. */
function withObject(tokens: readonly Token[], frame: Frame, particle: number): Frame {
  const token = tokens[particle]!;
  if (frame.obj.length > 0 || token.deprel !== 'case' || token.head < 0) return frame;
  return { ...frame, obj: [token.head] };
}

/** Words that may belong to the verb, by their form: the one right behind it, its particles, and objects and phrases close by. */
function besides(tokens: readonly Token[], at: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const near = dependents(tokens, at, 'compound:prt', 'advmod', 'obl', 'case', 'obj', 'xcomp');
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const word = tokens[i]!.form.toLowerCase();
    if ((i === at + 1 || near.includes(i)) && !found.has(word)) found.set(word, i);
  }
  return found;
}

/** How well an entry fits its frame: -1 not at all, more for each condition that holds. */
function fits(draft: Draft, sentence: ParsedSentence, entry: EventEntry, frame: Frame): number {
  const { tokens } = sentence;
  let score = 1;
  if (entry.passive && !frame.passive) return -1;
  if (
    frame.passive &&
    entry.agent.includes('subj') &&
    !entry.agent.includes('by') &&
    !entry.patient.includes('obj')
  )
    return -1;
  const objects = entry.mode === 'fall' ? [] : frame.obj;
  if (entry.light) {
    const named = [
      ...frame.obj,
      ...(frame.obj.length === 0 ? frame.subj : []),
      ...(frame.obl.get('in') ?? []),
    ];
    if (!named.some((i) => is(draft, tokens, i, entry.obj ?? 'any'))) return -1;
    score += 2;
  } else if (entry.obj === 'none') {
    if (objects.length > 0) return -1;
  } else if (entry.obj !== null) {
    if (!objects.some((i) => is(draft, tokens, i, entry.obj!))) return -1;
    score += 2;
  }
  if (entry.subj !== null) {
    if (
      !frame.subj.some(
        (i) =>
          is(draft, tokens, i, entry.subj!) ||
          (entry.subj === 'deal' && /^(?:it|this|which)$/i.test(tokens[i]!.form)),
      )
    )
      return -1;
    score += 2;
  }
  if (entry.deal) {
    const named = [
      ...(frame.obl.get('in') ?? []),
      ...(frame.obl.get('by') ?? []),
      ...(frame.obl.get('under') ?? []),
      ...frame.subj,
    ];
    if (!named.some((i) => is(draft, tokens, i, 'deal'))) return -1;
    score += 2;
  }
  if (
    entry.particle.length > 0 &&
    !entry.particle.some((w) => frame.particles.includes(w) || frame.obl.has(w))
  )
    return -1;
  return entry.particle.length > 0 ? score + 2 : score;
}

const HUMAN_PRONOUN =
  /^(?:they|them|he|she|him|her|we|us|who|those|these|some|many|most|all|none|others|nobody|everyone|anyone)$/i;

/** Whether a token's phrase belongs to a class. */
export function is(draft: Draft, tokens: readonly Token[], at: number, wanted: ObjectClass): boolean {
  const token = tokens[at]!;
  if (wanted === 'any') return true;
  if (wanted === 'none') return false;
  const chunk = chunkAt(tokens, at);
  const chunkHead = chunk?.head ?? at;
  const { lemma } = tokens[chunkHead]!;
  const whole =
    PARTITIVE.test(lemma) && chunk !== null && tokens[chunk.to]?.form === 'of'
      ? chunkAt(tokens, chunk.to + 1)
      : null;
  if (whole !== null) return is(draft, tokens, whole.head, wanted);
  if (wanted === 'place')
    return (
      placeAt(draft, tokens, at) !== null || isOfClass(lemma, 'place') || isOfClass(token.lemma, 'place')
    );
  if (wanted === 'name') return isUnknownName(draft, tokens, at);
  if (wanted === 'armed') {
    const role = entityOf(draft, whoAt(draft, tokens, at)?.entity)?.role;
    return (
      peopleOf(lemma, [])?.body === 'armed' ||
      /^(?:army|garrison|militia|brigade)$/.test(lemma) ||
      /^(?:armed-group|military|sub-group)$/.test(role ?? '')
    );
  }
  if (wanted === 'person') {
    if (HUMAN_PRONOUN.test(token.form) || peopleOf(lemma, ['tribal']) !== null) return true;
    if (isHuman(lemma, tokens[chunkHead]!.upos) || isName(draft, tokens, at)) return true;
    const who = whoAt(draft, tokens, at);
    return who !== null && placeAt(draft, tokens, at) === null && !/^it$/i.test(token.form);
  }
  if (isOfClass(lemma, wanted) || isOfClass(token.lemma, wanted)) return true;
  return (
    (wanted === 'leader' || wanted === 'statesman') &&
    chunk !== null &&
    hasTitle(tokens, chunk.from, chunkHead)
  );
}

/** "Prime Minister | Telman": a title before a name says what the person is. */
function hasTitle(tokens: readonly Token[], from: number, head: number): boolean {
  for (let i = from; i < head; i++) if (isOfClass(tokens[i]!.lemma, 'leader')) return true;
  return false;
}

/** A proper name that no actor, person, place or time is known by: the town that fell although no gazetteer has it. */
export function isUnknownName(draft: Draft, tokens: readonly Token[], at: number): boolean {
  const chunk = chunkAt(tokens, at) ?? { from: at, to: at + 1, head: at };
  if (tokens[chunk.head]!.upos !== 'PROPN') return false;
  return mentionsWithin(draft, tokens[chunk.from]!.start, tokens[chunk.to - 1]!.end).length === 0;
}

/** Nouns that end like those for people ("bomber", "editor", "islander") and are no things. */
function isHuman(lemma: string, upos: string): boolean {
  if (isOfClass(lemma, 'human')) return true;
  const ending = upos === 'NOUN' && /[a-z](?:er|or|ist|man|woman|ian|ee)$/.test(lemma);
  return ending && !isOfClass(lemma, 'thing') && !isOfClass(lemma, 'place') && !isOfClass(lemma, 'deal');
}

/** A capitalised name that is no place: whoever it is, it is somebody. */
function isName(draft: Draft, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  return (
    token.upos === 'PROPN' &&
    /^\p{Lu}/u.test(token.form) &&
    placeAt(draft, tokens, at) === null &&
    !isTemporal(token)
  );
}

/** The sense of a noun, alone or as a compound ("raid", "air raid"); who takes part stands around it. */
function nounSense(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  const parts = tokens[at]!.lemma.toLowerCase().split('-');
  const senses = nounSenses(parts.at(-1)!);
  if (senses.length === 0) return null;
  const first = tokens[at - 1]?.form === '-' ? at - 2 : at - 1;
  const before = parts.at(-2) ?? tokens[first]?.form.toLowerCase() ?? '';
  const frame = nounFrame(draft, tokens, at);
  let best: Sense | null = null;
  let bestScore = 0;
  for (const { beside, entry } of senses) {
    if (beside !== null && beside !== before && beside !== tokens[first]?.lemma.toLowerCase()) continue;
    if (entry.subj !== null && !frame.subj.some((i) => is(draft, tokens, i, entry.subj!))) continue;
    const of = entry.obj === null ? [] : [...(frame.obl.get('of') ?? []), ...frame.obj];
    if (entry.obj !== null && !of.some((i) => is(draft, tokens, i, entry.obj!))) continue;
    const asked = (entry.subj === null ? 0 : 2) + (entry.obj === null ? 0 : 2);
    const score = 1 + (beside === null ? 0 : 3) + asked;
    if (score <= bestScore) continue;
    bestScore = score;
    best = { entry, frame, words: beside === null || parts.length > 1 ? [at] : [first, at] };
  }
  return best?.entry.idle === true ? null : best;
}

/** A noun's frame, with those who act as subject and those who suffer as object; people before it act: "rebel attacks". */
function nounFrame(draft: Draft, tokens: readonly Token[], at: number): Frame {
  const { agent, patient } = surerRoles(tokens, at);
  const frame = frameOf(tokens, at);
  const acting = agent.length > 0 ? [] : patient.filter((i) => i < at && is(draft, tokens, i, 'person'));
  const obj = patient.filter((i) => !acting.includes(i) && tokens[i]!.head >= 0);
  return { ...frame, subj: [...agent, ...acting], obj };
}
