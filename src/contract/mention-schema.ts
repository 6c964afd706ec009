import * as z from 'zod';
import type { Entity } from '../model/entity.ts';
import type { Mention } from '../model/mention.ts';
import type { Same } from './same.ts';
import { isoDate, quantityFields, spanFields, why } from './slot-schema.ts';

const fields = {
  ...spanFields,
  id: z.string(),
  entity: z.string().nullable(),
  name: z.string().nullable(),
  why,
};

/** A span that names something. */
export const mention = z
  .discriminatedUnion('kind', [
    z.object({ ...fields, kind: z.literal('actor') }),
    z.object({ ...fields, kind: z.literal('person') }),
    z.object({
      ...fields,
      kind: z.literal('place'),
      lat: z.number().nullable(),
      lon: z.number().nullable(),
      geonames: z.string().nullable(),
      country: z.string().nullable().meta({ description: 'ISO 3166-1 alpha-2' }),
      precision: z.enum(['exact', 'town', 'admin2', 'admin1', 'country', 'region']),
      within: z
        .object({ entity: z.string(), name: z.string() })
        .nullable()
        .meta({ description: 'The first-level division it lies in' }),
      use: z.enum(['literal', 'metonymic', 'embedded']).meta({
        description:
          'literal: the place itself; metonymic: its government; embedded: within the name of another',
      }),
    }),
    z.object({
      ...fields,
      kind: z.literal('time'),
      timex: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
      value: z.string().nullable().meta({ description: 'TIMEX3 value' }),
      edtf: z.string().nullable().meta({ description: 'EDTF interval' }),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
      precision: z.enum(['hour', 'day', 'week', 'month', 'quarter', 'year', 'decade', 'vague']),
    }),
    z.object({ ...fields, ...quantityFields, kind: z.literal('quantity') }),
  ])
  .meta({ id: 'Mention' });

/** An actor, person or place with its names. */
export const entity = z
  .object({
    id: z.string(),
    kind: z.enum(['actor', 'person', 'place']),
    role: z.string().nullable(),
    names: z.array(z.string()).meta({ description: 'The fullest name first' }),
    relations: z.array(
      z.object({
        kind: z.enum(['memberOf', 'alliedWith', 'spokesmanFor', 'partOf']),
        to: z.string(),
        from: isoDate.nullable(),
        until: isoDate.nullable(),
      }),
    ),
  })
  .meta({ id: 'Entity' });

true satisfies Same<z.infer<typeof mention>, Mention>;
true satisfies Same<z.infer<typeof entity>, Entity>;
