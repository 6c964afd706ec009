import { attributionLayer } from './attribution.ts';
import { cameoLayer } from './cameo.ts';
import { capitalsLayer } from './capitals.ts';
import { dealsLayer } from './deals.ts';
import { claimsLayer, dossierLayer, ownLayer } from './dossier-layer.ts';
import { footingLayer } from './footing.ts';
import type { Layer } from './layer.ts';
import { meantimeLayer } from './meantime.ts';
import { timesLayer } from './mention-layers.ts';
import { mucLayer } from './muc.ts';
import { namesLayer } from './names.ts';
import { petrarchLayer } from './petrarch.ts';
import { placesLayer } from './places.ts';
import { quantitiesLayer } from './quantities.ts';
import { robustLayer } from './robust.ts';
import { syntaxLayer } from './syntax.ts';
import { textLayer } from './text.ts';

/** Every layer that can be scored on gold, lowest first. */
export const LAYERS: readonly Layer[] = [
  textLayer,
  syntaxLayer,
  namesLayer,
  timesLayer,
  placesLayer,
  quantitiesLayer,
  footingLayer,
  attributionLayer,
  meantimeLayer,
  petrarchLayer,
  cameoLayer,
  ownLayer,
  claimsLayer,
  robustLayer,
  mucLayer,
  capitalsLayer,
  dossierLayer,
  dealsLayer,
];
