import { strings } from '../strings.ts';
import { FIRST_LAYERS, LAYERS, type Layer } from './layer.ts';
import { Letter } from './letter.tsx';

const NAMES: Readonly<Record<Layer, string>> = {
  attributed: strings.reader.attributed,
  voice: strings.reader.voice,
  claims: strings.reader.claims,
  disputes: strings.reader.disputes,
  agreements: strings.reader.agreements,
  control: strings.reader.control,
  involved: strings.reader.involved,
  ...strings.layer,
};

const GROUPS: readonly (readonly [string, readonly Layer[]])[] = [
  [strings.reader.layerGroups.said, ['attributed', 'voice', 'claims', 'disputes']],
  [strings.reader.layerGroups.follows, ['agreements', 'control', 'involved']],
  [strings.reader.layerGroups.named, ['actor', 'person', 'place', 'time', 'quantity']],
];

const PRESETS: readonly (readonly [string, ReadonlySet<Layer>])[] = [
  [strings.reader.allLayers, new Set(LAYERS)],
  [strings.reader.firstLayers, FIRST_LAYERS],
  [strings.reader.noLayers, new Set()],
];

/** Switches for the layers of the text, with how much of each there is. */
export function Switches(props: {
  layers: ReadonlySet<Layer>;
  counts: Readonly<Record<Layer, number>>;
  onChange: (layers: ReadonlySet<Layer>) => void;
}) {
  const { layers, counts, onChange } = props;
  const flip = (layer: Layer) => {
    const next = new Set(layers);
    if (!next.delete(layer)) next.add(layer);
    onChange(next);
  };
  return (
    <fieldset className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <legend className="sr-only">{strings.reader.layers}</legend>
      {GROUPS.map(([title, group]) => (
        <div key={title} className="flex flex-wrap items-center gap-x-4">
          <span className="label">{title}</span>
          {group.map((layer) => (
            <label
              key={layer}
              className={`inline-flex min-h-7 items-center gap-1.5 text-caption ${counts[layer] === 0 ? 'text-soft' : ''}`}
            >
              <input
                type="checkbox"
                className="size-4 accent-(--color-green)"
                checked={layers.has(layer)}
                onChange={() => flip(layer)}
              />
              {NAMES[layer]}
              <Letter layer={layer} />
              <span aria-hidden="true" className="tabular-nums text-[0.75rem] text-soft">
                {counts[layer]}
              </span>
            </label>
          ))}
        </div>
      ))}
      <div className="flex gap-3">
        {PRESETS.map(([name, preset]) => (
          <button
            key={name}
            type="button"
            className="link min-h-7 text-caption"
            onClick={() => onChange(preset)}
          >
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
