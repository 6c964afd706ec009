import type { Mention } from '../../../src/model/mention.ts';
import type { DocumentPage } from '../api/types.ts';
import type { Layer } from './layer.ts';
import { layerOf } from './marks.ts';

/** How much of each layer a document has: statements, claims and so on by number, mentions by what they name. */
export function countLayers({ reading, disputes }: DocumentPage): Readonly<Record<Layer, number>> {
  const said = (layer: Layer) =>
    reading.statements.filter((statement) => layerOf(statement) === layer).length;
  const named = (kind: Mention['kind']) => {
    const mentions = reading.mentions.filter((mention) => mention.kind === kind);
    return new Set(mentions.map((mention) => mention.entity ?? mention.id)).size;
  };
  return {
    attributed: said('attributed'),
    voice: said('voice'),
    claims: reading.claims.length,
    disputes: disputes.length,
    agreements: reading.agreements.length,
    control: reading.control.length,
    involved: reading.involved.length,
    actor: named('actor'),
    person: named('person'),
    place: named('place'),
    time: named('time'),
    quantity: named('quantity'),
  };
}
