import { attributionLayer } from './attribution.ts';
import { capitalsLayer } from './capitals.ts';
import { claimsLayer, dossierLayer } from './dossier-layer.ts';
import type { Layer } from './layer.ts';
import { placesLayer, timesLayer } from './mention-layers.ts';
import { mucLayer } from './muc.ts';
import { syntaxLayer } from './syntax.ts';
import { textLayer } from './text.ts';

/** Every layer that can be scored on gold, lowest first. */
export const LAYERS: readonly Layer[] = [
  textLayer,
  syntaxLayer,
  timesLayer,
  placesLayer,
  attributionLayer,
  claimsLayer,
  mucLayer,
  capitalsLayer,
  dossierLayer,
];
