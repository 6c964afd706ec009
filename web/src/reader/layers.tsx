import type { Mention } from '../../../src/model/mention.ts';
import { strings } from '../strings.ts';

/** What can be switched on and off in the text. */
export type Layer = 'attributed' | 'voice' | 'claims' | 'disputes' | Mention['kind'];

/** What is shown at first: who says what. Names, times and counts come when asked for. */
export const FIRST_LAYERS: ReadonlySet<Layer> = new Set<Layer>(['attributed', 'voice', 'claims', 'disputes']);

const NAMES: readonly (readonly [Layer, string])[] = [
  ['attributed', strings.reader.attributed],
  ['voice', strings.reader.voice],
  ['claims', strings.reader.claims],
  ['disputes', strings.reader.disputes],
  ['actor', strings.layer.actor],
  ['person', strings.layer.person],
  ['place', strings.layer.place],
  ['time', strings.layer.time],
  ['quantity', strings.layer.quantity],
];

/** Switches for the layers of the text. */
export function Layers(props: {
  layers: ReadonlySet<Layer>;
  onChange: (layers: ReadonlySet<Layer>) => void;
}) {
  const flip = (layer: Layer) => {
    const next = new Set(props.layers);
    if (!next.delete(layer)) next.add(layer);
    props.onChange(next);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className="label float-start me-4 py-1">{strings.reader.layers}</legend>
      {NAMES.map(([layer, name]) => (
        <label key={layer} className="inline-flex min-h-7 items-center gap-1.5 text-caption">
          <input
            type="checkbox"
            className="size-4 accent-(--color-green)"
            checked={props.layers.has(layer)}
            onChange={() => flip(layer)}
          />
          {name}
          {layer in strings.letter && (
            <span aria-hidden="true" className="text-[0.6875rem] text-soft">
              {strings.letter[layer as Mention['kind']]}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
