import { type EventEntry, eventsOf, isOfClass, type ObjectClass } from '../lexicon/event.ts';
import { peopleOf } from '../lexicon/people.ts';
import { PARTITIVE } from '../mention/description.ts';
import { chunkAt, entityOf, mentionsWithin, placeAt, whoAt } from '../mention/lookup.ts';
import type { Draft, ParsedSentence } from '../model/draft.ts';
import type { Token } from '../model/token.ts';
import { dependents } from '../parse/tree.ts';
import { type Frame, frameOf } from './role.ts';

/** A word that names an event, in one sense. */
export interface Sense {
  readonly entry: EventEntry;
  readonly frame: Frame;
  /** Tokens of the predicate: the verb, its particle, the noun a light verb leans on. */
  readonly words: readonly number[];
}

/** The sense of the word at `at`, or null where it names no event. Entries earlier in the lexicon with a fitting object win. */
export function senseAt(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  const token = tokens[at]!;
  if (token.upos === 'VERB' || token.upos === 'AUX') return verbSense(draft, sentence, at);
  if (token.upos === 'NOUN') return nounSense(tokens, at);
  return null;
}

function verbSense(draft: Draft, sentence: ParsedSentence, at: number): Sense | null {
  const { tokens } = sentence;
  const frame = frameOf(tokens, at);
  const lemma = tokens[at]!.lemma.toLowerCase();
  let best: Sense | null = null;
  let bestScore = -1;
  for (const [form, particle] of forms(tokens, at, lemma)) {
    for (const entry of eventsOf(form, 'verb')) {
      const own = particle === null ? frame : withObject(tokens, frame, particle);
      const score = fits(draft, sentence, entry, own);
      if (score < 0) continue;
      const total = score + (particle === null ? 0 : 3);
      if (total > bestScore) {
        bestScore = total;
        best = { entry, frame: own, words: particle === null ? [at] : [at, particle] };
      }
    }
  }
  return best?.entry.idle === true ? null : best;
}

/** "handed over | the town": the parse takes the particle for a preposition of the object. */
function withObject(tokens: readonly Token[], frame: Frame, particle: number): Frame {
  const { deprel, head, form } = tokens[particle]!;
  if (!/^(?:over|up|out|off|down|back|away)$/i.test(form)) return frame;
  if (deprel !== 'case' || frame.obj.length > 0 || tokens[head]!.head !== frame.at) return frame;
  return { ...frame, obj: [head] };
}

/** The lemma alone and with each word right behind it or hanging on it as particle: "pull", "pull out". */
function forms(tokens: readonly Token[], at: number, lemma: string): [string, number | null][] {
  const found: [string, number | null][] = [[lemma, null]];
  const near = dependents(tokens, at, 'compound:prt', 'advmod', 'obl', 'case', 'obj');
  for (let i = at + 1; i < Math.min(tokens.length, at + 5); i++) {
    const hangs =
      i === at + 1 ||
      near.includes(i) ||
      (tokens[i]!.upos === 'ADP' && tokens[i]!.deprel === 'case' && i === at + 1);
    if (hangs && /^[a-z]+$/i.test(tokens[i]!.form))
      found.push([`${lemma} ${tokens[i]!.form.toLowerCase()}`, i]);
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
  return score;
}

const HUMAN_PRONOUN =
  /^(?:they|them|he|she|him|her|we|us|who|those|these|some|many|most|all|none|others|nobody|everyone|anyone)$/i;

/** Whether a token's phrase belongs to a class. */
export function is(draft: Draft, tokens: readonly Token[], at: number, wanted: ObjectClass): boolean {
  const token = tokens[at]!;
  if (wanted === 'any') return true;
  if (wanted === 'none') return false;
  const lemma = (chunkAt(tokens, at) === null ? token : tokens[chunkAt(tokens, at)!.head]!).lemma;
  const chunk = chunkAt(tokens, at);
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
    const who = whoAt(draft, tokens, at);
    return who !== null && placeAt(draft, tokens, at) === null && !/^it$/i.test(token.form);
  }
  return isOfClass(lemma, wanted) || isOfClass(token.lemma, wanted);
}

/** A proper name that no actor, person, place or time is known by: the town that fell although no gazetteer has it. */
export function isUnknownName(draft: Draft, tokens: readonly Token[], at: number): boolean {
  const chunk = chunkAt(tokens, at) ?? { from: at, to: at + 1, head: at };
  if (tokens[chunk.head]!.upos !== 'PROPN') return false;
  return mentionsWithin(draft, tokens[chunk.from]!.start, tokens[chunk.to - 1]!.end).length === 0;
}

/** A noun that names an event counts where it is subject or object of nothing more telling: checked by the caller. */
function nounSense(tokens: readonly Token[], at: number): Sense | null {
  const entry = eventsOf(tokens[at]!.lemma.toLowerCase(), 'noun')[0];
  return entry === undefined ? null : { entry, frame: frameOf(tokens, at), words: [at] };
}
