import * as z from 'zod';
import { INVOLVED_ROLES } from '../model/involved.ts';
import type { Reading } from '../model/reading.ts';
import { claim, dispute, eventType, modality, polarity, statement } from './claim-schema.ts';
import { entity, mention } from './mention-schema.ts';
import type { Same } from './same.ts';
import { arg, isoDate, placeArg, span, spanFields, why } from './slot-schema.ts';

/** The fields of a term of an agreement. */
export const termFields = {
  id: z.string(),
  event: eventType,
  who: z.array(arg),
  does: span,
  toWhom: z.array(arg),
  condition: span.nullable(),
  deadline: span.nullish(),
  area: placeArg.nullish(),
  exchange: z.string().nullish().meta({ description: 'The term that this one is given for' }),
  statement: z.string().nullish().meta({ description: 'Whose words state it; null in the own voice' }),
};

/** How an agreement is said to stand. */
const statusNote = z.object({
  ...spanFields,
  status: z.enum([
    'proposed',
    'negotiated',
    'reached',
    'in-force',
    'extended',
    'suspended',
    'broken',
    'collapsed',
    'ended',
    'rejected',
  ]),
  polarity,
  modality,
  statement: z.string().nullable(),
  claim: z.string().nullable(),
});

/** The fields of an agreement but its terms. */
export const agreementFields = {
  id: z.string(),
  parties: z.array(arg),
  names: z.array(span).optional().meta({ description: 'The words that name it' }),
  kinds: z.array(z.string()).optional(),
  guarantors: z.array(arg.extend({ role: z.enum(['guarantor', 'mediator', 'host', 'observer']).optional() })),
  excluded: z.array(arg),
  place: placeArg.nullable(),
  date: z.object({ from: isoDate.nullable(), to: isoDate.nullable() }).nullable(),
  duration: span.nullish(),
  statuses: z.array(statusNote).optional(),
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
        part: span.nullish().meta({ description: 'The words that mean a part of the place only' }),
        besieger: arg.nullish(),
        claim: z.string(),
      }),
    ),
    credits: z.array(z.object({ ...spanFields, publisher: z.string() })),
    involved: z
      .array(
        z.object({
          role: z.enum(INVOLVED_ROLES),
          ...spanFields,
          entity: z.string().nullable(),
          name: z.string().nullable(),
          score: z.number().min(0).max(1).meta({ description: 'How sure the model is' }),
          mentions: z.array(span),
          claims: z.array(z.string()),
          why,
        }),
      )
      .meta({ description: 'Who and what is involved in the violent incidents that the document reports' }),
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
