import { wordsOf } from '../link/words.ts';

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
  // lemma | past forms | participle | place | object
  'leave|left leaving|left||no',
  'flee|fled fleeing|fled||no',
  'quit|quit quitting|quit||no',
  'abandon|abandoned abandoning|abandoned||no',
  'go|went gone going|gone|from|no',
  'depart|departed departing|departed|from|no',
  'withdraw|withdrew withdrawn withdrawing|withdrawn|from|no',
  'retreat|retreated retreating|retreated|from|no',
  'escape|escaped escaping|escaped|from|no',
  'surrender|surrendered surrendering|surrendered|in|no',
  'attack|attacked attacking|attacked|in|yes',
  'shell|shelled shelling|shelled|in|yes',
  'bomb|bombed bombing|bombed|in|yes',
  'strike|struck striking|struck|in|yes',
  'kill|killed killing|killed|in|yes',
  'wound|wounded wounding|wounded|in|yes',
  'injure|injured injuring|injured|in|yes',
  'detain|detained detaining|detained|in|yes',
  'arrest|arrested arresting|arrested|in|yes',
  'release|released releasing|released|in|yes',
  'press|pressed pressing|pressed|in|yes',
  'force|forced forcing|forced|in|yes',
  'capture|captured capturing|captured||no',
  'seize|seized seizing|seized||no',
  'take|took taken taking|taken||no',
  'hold|held holding|held||no',
  'control|controlled controlling|controlled||no',
  'enter|entered entering|entered||no',
  'reach|reached reaching|reached||no',
  'approve|approved approving|approved|in|no',
];

const VERBS = new Map<string, Verb>();
for (const line of FRAMES) {
  const [lemma, forms, participle, place, object] = line.split('|') as [
    string,
    string,
    string,
    string,
    string,
  ];
  const verb: Verb = { lemma, participle, place, object: object === 'yes' };
  for (const form of [lemma, `${lemma}s`, ...forms.split(' ')]) VERBS.set(form, verb);
}

/** The known verb in a predicate ("had not left" gives leave); the last one counts; null when none is known. */
export function verbOf(predicate: string): Verb | null {
  return wordsOf(predicate).reduce<Verb | null>((found, word) => VERBS.get(word) ?? found, null);
}

/** A verb by its lemma. Throws RangeError for a lemma without a frame. */
export function verb(lemma: string): Verb {
  const found = VERBS.get(lemma);
  if (!found) throw new RangeError(`No frame for the verb "${lemma}" in src/reconcile/verb.ts; add one.`);
  return found;
}
