import type { Mention } from '../../../src/model/mention.ts';

/** What can be switched on and off in the text. */
export type Layer =
  | 'attributed'
  | 'voice'
  | 'claims'
  | 'disputes'
  | 'agreements'
  | 'control'
  | 'involved'
  | Mention['kind'];

/** Every layer, in the order of the switches. */
export const LAYERS: readonly Layer[] = [
  'attributed',
  'voice',
  'claims',
  'disputes',
  'agreements',
  'control',
  'involved',
  'actor',
  'person',
  'place',
  'time',
  'quantity',
];

/** What is shown at first: who says what. Names, times, counts and what follows come when asked for. */
export const FIRST_LAYERS: ReadonlySet<Layer> = new Set<Layer>(['attributed', 'voice', 'claims', 'disputes']);

/** Stands in the address where nothing is switched on. */
const NONE = 'none';

/** The layers that an address asks for ("attributed.place"); those of the beginning where it asks for none that there are. */
export function readLayers(value: string | undefined): ReadonlySet<Layer> {
  if (value === undefined) return FIRST_LAYERS;
  if (value === NONE) return new Set();
  const asked = value.split('.');
  const known = LAYERS.filter((layer) => asked.includes(layer));
  return known.length > 0 ? new Set(known) : FIRST_LAYERS;
}

/** How an address asks for layers; undefined where they are those of the beginning. */
export function writeLayers(layers: ReadonlySet<Layer>): string | undefined {
  const first = LAYERS.every((layer) => layers.has(layer) === FIRST_LAYERS.has(layer));
  return first ? undefined : LAYERS.filter((layer) => layers.has(layer)).join('.') || NONE;
}
