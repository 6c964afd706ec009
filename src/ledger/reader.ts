import type { PlaceBook } from '../lexicon/gazetteer.ts';
import type { OwnActors } from '../lexicon/own-actor.ts';
import type { ReadOptions } from '../reading.ts';
import type { Engines } from './ledger.ts';
import { ledgerActors } from './own-actors.ts';

/** What a ledger's reader knows beside the package. */
export interface ReaderOptions {
  /** Actors in place of those in DIR/actors.yml. */
  readonly actors?: OwnActors | undefined;
  /** Places beside those of the package. */
  readonly places?: PlaceBook | undefined;
}

/** The last reader made, kept as long as what it knows is the same, so that the ledger need not ask each time what it is. */
let last: { readonly read: Engines['read']; readonly options: ReadOptions } | null = null;

/** The program's reader with the actors and places of a ledger's folder. */
export async function ledgerReader(dir: string, given: ReaderOptions): Promise<Engines['read']> {
  const { read } = await import('../reading.ts');
  const { places } = given;
  const actors = given.actors ?? ledgerActors(dir) ?? undefined;
  if (places === undefined && actors === undefined) return read;
  if (last === null || last.options.places !== places || last.options.actors !== actors) {
    const options = { places, actors };
    last = { read: (input) => read(input, options), options };
  }
  return last.read;
}
