import type { AgreementStatus, HelperRole } from '../model/agreement.ts';
import { readLexicon } from './data.ts';

/** One entry of `data/lexicon/agreement.yml`, which says what each field means; one of the first fields names its kind. */
export interface AgreementEntry {
  readonly noun?: string | null;
  readonly kind?: string;
  /** A word of a kind that names an act to be done. */
  readonly act?: boolean;
  readonly status?: AgreementStatus | null;
  readonly state?: AgreementStatus;
  readonly role?: HelperRole;
  /** Nouns of those who do it, not of what they do. */
  readonly people?: boolean;
  readonly binds?: 'permit' | 'oblige' | 'provide';
  readonly vow?: 'noun' | 'verb';
  readonly side?: null;
  readonly scope?: 'excludes' | 'covers' | 'belongs';
  readonly clause?: 'condition' | 'frame';
  readonly weak?: boolean;
  /** Where the deal stands round a verb of status. */
  readonly deal?: readonly string[];
  readonly party?: readonly string[];
  readonly helper?: HelperRole;
  /** "it" as its subject may be the deal last named. */
  readonly it?: boolean;
  readonly alone?: boolean;
  /** The kind of deal that a verb makes by itself. */
  readonly about?: string;
  readonly forms: readonly string[];
  readonly example: string;
}

/** The kinds of entries. */
export type AgreementWords =
  | 'noun'
  | 'kind'
  | 'status'
  | 'state'
  | 'role'
  | 'binds'
  | 'vow'
  | 'side'
  | 'scope'
  | 'clause';

const KINDS: readonly AgreementWords[] = [
  'status',
  'role',
  'noun',
  'kind',
  'state',
  'binds',
  'vow',
  'side',
  'scope',
  'clause',
];

let index: Map<AgreementWords, Map<string, AgreementEntry[]>> | null = null;

/** All entries, in the order of their file. */
export function agreementEntries(): readonly AgreementEntry[] {
  return readLexicon('agreement') as readonly AgreementEntry[];
}

/** What kind of entry it is: the first of its fields that names one. */
export function wordsOfEntry(entry: AgreementEntry): AgreementWords {
  return KINDS.find((kind) => kind in entry)!;
}

/** The entries of one kind for a lemma, or for a verb with the word behind it ("break down"). */
export function agreementWords(kind: AgreementWords, form: string): readonly AgreementEntry[] {
  if (index === null) {
    index = new Map(KINDS.map((k) => [k, new Map<string, AgreementEntry[]>()]));
    for (const entry of agreementEntries()) {
      const words = index.get(wordsOfEntry(entry))!;
      for (const f of entry.forms) words.set(f, [...(words.get(f) ?? []), entry]);
    }
  }
  return index.get(kind)!.get(form) ?? NONE;
}

const NONE: readonly AgreementEntry[] = [];

/** Whether a lemma names a deal by itself. */
export function isDealNoun(lemma: string): boolean {
  const entries = agreementWords('noun', lemma);
  return entries.length > 0 && entries[0]!.weak !== true;
}
