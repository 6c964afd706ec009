import type { EventType, Modality } from '../model/claim.ts';
import type { ControlStatus } from '../model/control.ts';
import { readLexicon } from './data.ts';

/** What an object or subject must be for a sense of a word: any, none, person, armed, name, or a class of `data/lexicon/object-class.yml`. */
export type ObjectClass = string;

/** One sense of words for what happens; `data/lexicon/event.yml` (and its siblings) says what each field means. */
export interface EventEntry {
  readonly event: EventType;
  readonly mode: string | null;
  readonly civil: EventType | null;
  readonly armed: EventType | null;
  readonly negated: EventType | null;
  readonly pos: 'verb' | 'noun';
  readonly forms: readonly string[];
  readonly obj: ObjectClass | null;
  readonly subj: ObjectClass | null;
  readonly agent: readonly string[];
  readonly patient: readonly string[];
  readonly place: readonly string[];
  readonly status: ControlStatus | null;
  readonly modality: Modality | null;
  readonly light: boolean;
  /** Only in the passive, the object being its subject. */
  readonly passive: boolean;
  /** The words deny what the event type asserts ("excludes"). */
  readonly flip: boolean;
  /** Only where an agreement is named in the clause. */
  readonly deal: boolean;
  /** One of these must stand behind the verb. */
  readonly particle: readonly string[];
  readonly example: string;
  /** A set phrase that names no event although its verb does ("go on"). */
  readonly idle: boolean;
}

const EMPTY = {
  mode: null,
  civil: null,
  armed: null,
  negated: null,
  obj: null,
  subj: null,
  agent: [],
  patient: [],
  place: [],
  status: null,
  modality: null,
  light: false,
  passive: false,
  flip: false,
  deal: false,
  particle: [],
  idle: false,
};

/** Files of event senses under `data/lexicon/`; of two senses that fit equally well, the earlier wins. */
const FILES = ['event', 'event-cooperation', 'event-dispute', 'event-conflict', 'event-state'];

let entries: readonly EventEntry[] | null = null;
let byVerb: ReadonlyMap<string, readonly FormEntry[]> | null = null;
let byNoun: ReadonlyMap<string, readonly FormEntry[]> | null = null;
let classes: Map<string, ReadonlySet<string>> | null = null;

/** A sense of a word, with the word that must stand by it: the particle of a verb, or what a compound noun begins with. */
export interface FormEntry {
  readonly beside: string | null;
  readonly entry: EventEntry;
}

/** All event senses, in the order of their files. */
export function events(): readonly EventEntry[] {
  entries ??= FILES.flatMap((file) => readLexicon(file) as Partial<EventEntry>[]).map(
    (e) => ({ ...EMPTY, ...e }) as EventEntry,
  );
  return entries;
}

/** The senses of a verb by its lemma, those with a particle too ("pull", "pull out"). */
export function verbSenses(lemma: string): readonly FormEntry[] {
  byVerb ??= indexed('verb');
  return byVerb.get(lemma) ?? [];
}

/** The senses of a noun by the lemma of its last word, those of compounds too ("raid", "air raid"). */
export function nounSenses(lemma: string): readonly FormEntry[] {
  byNoun ??= indexed('noun');
  return byNoun.get(lemma) ?? [];
}

/** Forms by the word that is looked up: the first of a verb, the last of a noun. */
function indexed(pos: 'verb' | 'noun'): Map<string, FormEntry[]> {
  const index = new Map<string, FormEntry[]>();
  for (const entry of events()) {
    if (entry.pos !== pos) continue;
    for (const form of entry.forms) {
      const words = pos === 'verb' ? form.split(' ') : form.split(/[ -]/u);
      const key = pos === 'verb' ? words.shift()! : words.pop()!;
      const row = { beside: words.length === 0 ? null : words.join(' '), entry };
      const known = index.get(key);
      if (known === undefined) index.set(key, [row]);
      else known.push(row);
    }
  }
  return index;
}

/** Whether a class of objects is known. */
export function isObjectClass(name: string): boolean {
  return (
    ['any', 'none', 'person', 'armed', 'name'].includes(name) ||
    Object.hasOwn(readLexicon('object-class') as object, name)
  );
}

/** Whether a noun lemma belongs to a class of `data/lexicon/object-class.yml`. */
export function isOfClass(lemma: string, name: string): boolean {
  classes ??= new Map(
    Object.entries(readLexicon('object-class') as Record<string, string[]>).map(([k, v]) => [k, new Set(v)]),
  );
  const word = lemma.toLowerCase();
  const members = classes.get(name);
  return (
    members !== undefined && (members.has(word) || (word.endsWith('s') && members.has(word.slice(0, -1))))
  );
}
