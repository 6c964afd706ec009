import { InvalidArgumentError } from 'commander';

/** What the page of a Reading can show, in its order. */
export const LAYERS = [
  'text',
  'statements',
  'claims',
  'agreements',
  'control',
  'disputes',
  'involved',
  'actors',
  'places',
  'times',
  'quantities',
  'diagnostics',
] as const;

/** One part of the page. */
export type Layer = (typeof LAYERS)[number];

/** Every layer. */
export const ALL_LAYERS: ReadonlySet<Layer> = new Set(LAYERS);

/** Gathers the layers that `--layer` names, once each. */
export function gatherLayer(value: string, before: ReadonlySet<Layer> | undefined): ReadonlySet<Layer> {
  const layer = LAYERS.find((one) => one === value.toLowerCase());
  if (layer === undefined) throw new InvalidArgumentError(`It must be one of ${LAYERS.join(', ')}.`);
  return new Set([...(before ?? []), layer]);
}
