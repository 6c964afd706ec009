import type { EventType } from '../model/claim.ts';
import { readLexicon } from './data.ts';

/** The four fields of action that event data are often summed up in. */
export type Quad = 'verbal cooperation' | 'material cooperation' | 'verbal conflict' | 'material conflict';

/** What an event type or mode is called in other schemes; null where the scheme has no place for it. */
export interface Kind {
  readonly says: string;
  readonly quad: Quad;
  /** CAMEO code, two to four digits; its first two are the root. */
  readonly cameo: string | null;
  /** Root of WEIS, two digits. */
  readonly weis: string | null;
  /** ACLED event type and sub-event type. */
  readonly acled: readonly [string, string] | null;
}

/** An event type with its finer kinds, each complete. */
export interface OntologyEntry extends Kind {
  readonly event: EventType;
  readonly modes: ReadonlyMap<string, Kind & { readonly own: boolean }>;
}

type Source = Kind & {
  readonly event: EventType;
  readonly modes: Readonly<Record<string, Partial<Kind> & { readonly own?: boolean }>>;
};

let entries: ReadonlyMap<EventType, OntologyEntry> | null = null;

/** Every event type with what it means; `data/ontology/*.yml`. */
export function ontology(): ReadonlyMap<EventType, OntologyEntry> {
  entries ??= new Map(
    (readLexicon('ontology') as readonly Source[]).map(({ modes, ...kind }) => [
      kind.event,
      {
        ...kind,
        modes: new Map(Object.entries(modes).map(([name, mode]) => [name, { ...kind, own: false, ...mode }])),
      },
    ]),
  );
  return entries;
}

/** What an event type and mode stand for; an unknown mode stands for its event type. */
export function kindOf(event: EventType, mode: string | null): Kind {
  const entry = ontology().get(event)!;
  return (mode === null ? undefined : entry.modes.get(mode)) ?? entry;
}
