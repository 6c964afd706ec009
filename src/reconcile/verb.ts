import { wordsOf } from '../link/words.ts';
import type { EventType } from '../model/claim.ts';

// Questions are built with plain verbs: "Did …  leave Raqqa?" A report's own verb is kept where its frame is known, so that the
// question reads like the report; otherwise the event type's ordinary verb stands in.

/** A verb as a question uses it: `place` is the preposition before the place ("" when the place is its object). */
export interface Verb {
  readonly lemma: string;
  readonly place: string;
  /** Whether a patient follows as its object. */
  readonly object: boolean;
  readonly participle: string;
}

const FRAMES: readonly string[] = [
  // lemma | other forms | participle | place | object | event types
  'leave|left leaving|left||no|RETREAT FLEE',
  'flee|fled fleeing|fled||no|RETREAT FLEE',
  'quit|quitting|quit||no|RETREAT',
  'abandon|abandoned abandoning|abandoned||no|RETREAT',
  'depart|departed departing|departed|from|no|RETREAT FLEE',
  'withdraw|withdrew withdrawn withdrawing|withdrawn|from|no|RETREAT',
  'retreat|retreated retreating|retreated|from|no|RETREAT',
  'escape|escaped escaping|escaped|from|no|RETREAT FLEE',
  'surrender|surrendered surrendering|surrendered|in|no|RETREAT',
  'attack|attacked attacking|attacked|in|yes|ASSAULT',
  'shell|shelled shelling|shelled|in|yes|ASSAULT',
  'bomb|bombed bombing|bombed|in|yes|ASSAULT',
  'strike|struck striking|struck|in|yes|ASSAULT',
  'kill|killed killing|killed|in|yes|CASUALTY',
  'wound|wounded wounding|wounded|in|yes|CASUALTY',
  'injure|injured injuring|injured|in|yes|CASUALTY',
  'detain|detained detaining|detained|in|yes|DETAIN',
  'arrest|arrested arresting|arrested|in|yes|DETAIN',
  'release|released releasing|released|in|yes|DETAIN CONCEDE',
  'press|pressed pressing|pressed|in|yes|COERCE',
  'force|forced forcing|forced|in|yes|COERCE',
  'capture|captured capturing|captured||no|CONTROL',
  'seize|seized seizing|seized||no|CONTROL',
  'hold|held holding|held||no|CONTROL',
];

const VERBS = new Map<string, { readonly verb: Verb; readonly events: readonly string[] }>();
for (const line of FRAMES) {
  const [lemma = '', forms = '', participle = '', place = '', object = '', events = ''] = line.split('|');
  const entry = { verb: { lemma, participle, place, object: object === 'yes' }, events: events.split(' ') };
  for (const form of [lemma, `${lemma}s`, ...forms.split(' ')]) VERBS.set(form, entry);
}

/** The known verb of that event type in a predicate ("had not left" gives leave); the first counts; null when none is known. */
export function verbOf(event: EventType, predicate: string): Verb | null {
  for (const word of wordsOf(predicate)) {
    const entry = VERBS.get(word);
    if (entry?.events.includes(event)) return entry.verb;
  }
  return null;
}

/** A verb by its lemma. Throws RangeError for a lemma without a frame. */
export function verb(lemma: string): Verb {
  const found = VERBS.get(lemma)?.verb;
  if (!found) throw new RangeError(`No frame for the verb "${lemma}" in src/reconcile/verb.ts; add one.`);
  return found;
}
