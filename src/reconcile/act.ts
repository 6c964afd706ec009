import { wordsOf } from '../link/words.ts';
import type { EventType } from '../model/claim.ts';

// What a term binds someone to do, as an act that later claims can be set against. "Frees the civilians it holds" is kept by a release
// and broken by holding on to them; "pays the drivers" is an act of aid; "will not attack" is broken by an attack.

/** An act: the event type that does it, and the one that does the opposite. */
export interface Act {
  readonly event: EventType;
  readonly opposite: EventType | null;
}

const ACTS: readonly { readonly words: RegExp; readonly act: Act }[] = [
  {
    words:
      /\b(?:free|frees|freeing|release|releases|releasing|let go|hand over (?:the )?(?:hostages|prisoners))\b/i,
    act: { event: 'CONCEDE', opposite: 'DETAIN' },
  },
  {
    words:
      /\b(?:leave|leaves|leaving|withdraw\w*|pull(?:s|ing)? out|depart\w*|evacuat\w*|exit|retreat\w*|surrender\w*)\b/i,
    act: { event: 'RETREAT', opposite: null },
  },
  {
    words:
      /\b(?:cease-?fire|truce|stop(?:s|ping)? (?:fire|shelling|attacks?|bombing)|halt\w*|not (?:to )?(?:attack|shell|bomb|fire))\b/i,
    act: { event: 'RETREAT', opposite: 'ASSAULT' },
  },
  {
    words: /\b(?:pay|pays|paying|deliver\w*|suppl(?:y|ies|ying)|provid\w+|allow\w* aid|aid)\b/i,
    act: { event: 'AID', opposite: null },
  },
  {
    words: /\b(?:hand(?:s|ing)? over|cede\w*|takes? over|hold|holds|control\w*)\b/i,
    act: { event: 'CONTROL', opposite: null },
  },
];

const OPPOSITE: Partial<Record<EventType, EventType>> = { CONCEDE: 'DETAIN' };

/** The act a term asks for, from its event type or else from its first words (its own verb); null when neither tells. */
export function actOf(event: EventType, does: string): Act | null {
  const opening = does.split(/\s+/).slice(0, OPENING).join(' ');
  const worded = ACTS.find(({ words }) => words.test(opening))?.act ?? null;
  if (worded && (event === 'AGREE' || worded.event === event || worded.opposite)) return worded;
  return event === 'AGREE' ? null : { event, opposite: OPPOSITE[event] ?? null };
}

/** "will not be allowed to leave" has its verb within so many words. */
const OPENING = 4;

/** True when the term binds to leave something undone: "does not leave", "will not be covered". */
export function isRefraining(does: string): boolean {
  return /\b(?:not|never|no|refrains?|without|exclud\w+|omit\w*|exempt\w*)\b|n[’']t\b/i.test(does);
}

/** True for words that say a promise was broken: "had gone back on a promise", "violated the truce". */
export function saysBreach(text: string): boolean {
  return /\b(?:go|goes|going|gone|went|back(?:s|ed|ing)?) back on\b|\b(?:broke|broken|breaks?|breaking|violat\w+|breach\w*|reneg\w+|betray\w*|flout\w*|defied)\b/i.test(
    text,
  );
}

/** True for words that say so of somebody's word: "had broken a promise to leave". */
export function breaksWord(text: string): boolean {
  return (
    saysBreach(text) &&
    /\b(?:promises?|pledges?|word|assurances?|vows?|commitments?|guarantees?)\b/i.test(text)
  );
}

/** True for words that tie an act to an agreement: "left under the deal", "in spite of assurances". */
export function namesDeal(text: string): boolean {
  return /\b(?:deals?|agreements?|accords?|arrangements?|truces?|cease-?fires?|pacts?|promises?|pledges?|assurances?)\b/i.test(
    text,
  );
}

/** Stems of a text's words, rough: enough to find "screening" by "screens". */
export function stemsOf(text: string): ReadonlySet<string> {
  const stems = wordsOf(text).map((word) => word.replace(/(?:ing|ed|(?<=s|x|ch|sh)es|(?<!s)s)$/, ''));
  return new Set(stems.filter((word) => word.length > 3));
}
