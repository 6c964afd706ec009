import type { EventType, Modality } from '../model/claim.ts';
import type { ControlStatus } from '../model/control.ts';
import { readLexicon } from './data.ts';

/** What an object or subject must be for a sense of a word. */
export type ObjectClass =
  | 'place'
  | 'person'
  | 'deal'
  | 'assault'
  | 'talks'
  | 'passage'
  | 'siege'
  | 'aid'
  | 'surrender'
  | 'control'
  | 'force'
  | 'vehicle'
  | 'armed'
  | 'flag'
  | 'name'
  | 'self'
  | 'any'
  | 'none';

/** One sense of words for what happens; `data/lexicon/event.yml` says what each field means. */
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

let entries: readonly EventEntry[] | null = null;
let byForm: Map<string, EventEntry[]> | null = null;
let classes: Map<string, ReadonlySet<string>> | null = null;

/** All event senses, in the order of their file. */
export function events(): readonly EventEntry[] {
  entries ??= (readLexicon('event') as Partial<EventEntry>[]).map((e) => ({ ...EMPTY, ...e }) as EventEntry);
  return entries;
}

/** The senses of a lemma, or of a verb with its particle ("pull out"). */
export function eventsOf(form: string, pos: 'verb' | 'noun'): readonly EventEntry[] {
  if (byForm === null) {
    byForm = new Map();
    for (const e of events())
      for (const f of e.forms) byForm.set(`${e.pos} ${f}`, [...(byForm.get(`${e.pos} ${f}`) ?? []), e]);
  }
  return byForm.get(`${pos} ${form}`) ?? [];
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
