import type { ACTOR_KINDS } from '../contract/actor-schema.ts';
import type { EntityRelation } from '../model/entity.ts';

/** What an actor is; the `role` of its entity. */
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** One actor of the lexicon. `id` and every `relations[].to` are entity ids ("actor:sdf"). */
export interface ActorEntry {
  readonly id: string;
  readonly kind: ActorKind;
  /** `names[0]` is the name that news uses in full; then official names, aliases and acronyms. */
  readonly names: readonly string[];
  /** Adjectives of a state ("Syrian"). */
  readonly demonyms: readonly string[];
  /** Places and buildings that stand for it ("Damascus", "the Kremlin"). */
  readonly metonyms: readonly string[];
  /** ISO 3166-1 alpha-2 codes of where it acts, when that tells homonyms apart; for a state, its own. */
  readonly countries: readonly string[];
  readonly relations: readonly EntityRelation[];
}
