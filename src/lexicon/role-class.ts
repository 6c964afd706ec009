import { readLexicon } from './data.ts';

interface File {
  readonly undergo: { readonly verb: readonly string[]; readonly noun: readonly string[] };
  readonly light: { readonly verb: readonly string[] };
  readonly support: Readonly<Record<Support, readonly string[]>>;
  readonly content: { readonly noun: readonly string[] };
  readonly oblique: { readonly verb: Readonly<Record<string, readonly string[]>> };
}

/** The subject does what the noun names, or suffers it, or the noun itself is the subject. */
export type Support = 'bear' | 'suffer' | 'aspect';

/** Words whose participants do not stand where they commonly do; `data/lexicon/role.yml`. */
export interface RoleClasses {
  /** Verbs and nouns whose only participant undergoes what they name. */
  readonly undergoing: Readonly<Record<'verb' | 'noun', ReadonlySet<string>>>;
  /** Verbs that lend a noun their subject. */
  readonly light: ReadonlySet<string>;
  /** What a verb says of the event that its noun names: that it is done, suffered, or goes on. */
  readonly support: Readonly<Record<Support, ReadonlySet<string>>>;
  /** Nouns whose infinitive is done by whoever has them: "the army's decision to leave". */
  readonly content: ReadonlySet<string>;
  /** Verbs by the prepositions behind which stands what they act on. */
  readonly oblique: ReadonlyMap<string, readonly string[]>;
}

let classes: RoleClasses | null = null;

export function roleClasses(): RoleClasses {
  if (classes !== null) return classes;
  const file = readLexicon('role') as File;
  const oblique = new Map<string, string[]>();
  for (const [preposition, verbs] of Object.entries(file.oblique.verb))
    for (const verb of verbs) oblique.set(verb, [...(oblique.get(verb) ?? []), preposition]);
  classes = {
    undergoing: { verb: new Set(file.undergo.verb), noun: new Set(file.undergo.noun) },
    light: new Set(file.light.verb),
    support: {
      bear: new Set(file.support.bear),
      suffer: new Set(file.support.suffer),
      aspect: new Set(file.support.aspect),
    },
    content: new Set(file.content.noun),
    oblique,
  };
  return classes;
}
