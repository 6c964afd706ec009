import { strings } from '../strings.ts';
import type { Layer } from './layer.ts';

/** The sign by which a layer is known in the text; the layers of statements have their lines instead. */
export function Letter({ layer }: { layer: Layer }) {
  const sign = layer in strings.letter ? strings.letter[layer as keyof typeof strings.letter] : null;
  if (sign === null) return null;
  return (
    <span aria-hidden="true" className="letter">
      {sign}
    </span>
  );
}
