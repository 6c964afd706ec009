import { readFileSync } from 'node:fs';
import type { ActorEntry, ActorKind } from './actor-entry.ts';
import { dataPath } from './data.ts';

/** A row of `data/actors/bodies.yml`: an organ every state may have, and the nouns that name it. */
export interface StateBody {
  /** Last part of the entity id: "military" in "actor:sy-military". */
  readonly id: string;
  readonly kind: ActorKind;
  /** How the organ is called after the adjective: "military" in "Syrian military". */
  readonly name: string;
  /** The organ it belongs to, by `id`; null when it belongs to the state itself. */
  readonly partOf: string | null;
  readonly nouns: readonly string[];
}

/** How words name an actor: by a name, by an adjective ("Syrian"), or by a place that stands for it ("Damascus"). */
export type AliasVia = 'name' | 'demonym' | 'metonym';

/** A spelling: the alias as written, its pieces parted by blanks, how it names, and the rows of `actors` it may mean. */
export type AliasRow = readonly [alias: string, pieces: string, via: AliasVia, actors: readonly number[]];

/** What `data/actors/actors.json` holds. */
export interface ActorData {
  readonly actors: readonly ActorEntry[];
  readonly bodies: readonly StateBody[];
  readonly aliases: readonly AliasRow[];
}

let data: ActorData | null = null;

/** The compiled actor lexicon, read once. `scripts/compile-lexicon.ts` makes it and checks its shape. */
export function actorData(): ActorData {
  data ??= JSON.parse(readFileSync(dataPath('actors/actors.json'), 'utf8')) as ActorData;
  return data;
}
