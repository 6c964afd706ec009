import * as z from 'zod';
import type { Reading } from '../model/reading.ts';
import { claim, dispute, eventType, statement } from './claim-schema.ts';
import { entity, mention } from './mention-schema.ts';
import type { Same } from './same.ts';
import { arg, isoDate, placeArg, span, spanFields } from './slot-schema.ts';

/** The fields of a term of an agreement. */
export const termFields = {
  id: z.string(),
  event: eventType,
  who: z.array(arg),
  does: span,
  toWhom: z.array(arg),
  condition: span.nullable(),
};

/** The fields of an agreement but its terms. */
export const agreementFields = {
  id: z.string(),
  parties: z.array(arg),
  guarantors: z.array(arg),
  excluded: z.array(arg),
  place: placeArg.nullable(),
  date: z.object({ from: isoDate.nullable(), to: isoDate.nullable() }).nullable(),
  claims: z.array(z.string()),
};

/** How a holder stands to a place. */
export const controlStatus = z.enum(['holds', 'contested', 'besieged', 'lost']);

/** One document read by one engine. */
export const reading = z
  .object({
    engine: z.object({ name: z.string(), version: z.string(), models: z.array(z.string()) }),
    document: z.object({
      id: z.string(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      published: isoDate.nullable(),
      updated: isoDate.nullable(),
      url: z.string().nullable(),
      language: z.string().nullable(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      characters: z.int().min(0).meta({ description: 'Length of the text in UTF-16 code units' }),
      text: z.string().optional().meta({ description: 'Only where it was asked for' }),
    }),
    sentences: z.array(
      z.object({
        start: spanFields.start,
        end: spanFields.end,
        kind: z.enum(['body', 'headline', 'dateline', 'byline', 'caption', 'boilerplate']),
        paragraph: z.int().min(0),
      }),
    ),
    entities: z.array(entity),
    mentions: z.array(mention),
    statements: z.array(statement),
    claims: z.array(claim),
    agreements: z.array(z.object({ ...agreementFields, terms: z.array(z.object(termFields)) })),
    control: z.array(
      z.object({
        place: placeArg,
        holder: arg,
        previous: arg.nullable(),
        status: controlStatus,
        from: isoDate.nullable(),
        claim: z.string(),
      }),
    ),
    credits: z.array(z.object({ ...spanFields, publisher: z.string() })),
    disputes: z.array(dispute),
    diagnostics: z.array(
      z.object({
        code: z.string(),
        stage: z.string(),
        severity: z.enum(['info', 'warning', 'error']),
        span: span.nullable(),
        message: z.string(),
      }),
    ),
  })
  .meta({
    id: 'Reading',
    title: 'Reading',
    description: 'One document, read without knowledge of any other.',
  });

true satisfies Same<z.infer<typeof reading>, Reading>;
