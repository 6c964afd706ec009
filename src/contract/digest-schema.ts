import * as z from 'zod';
import type { Digest } from '../model/digest.ts';
import { dimension, dispute, eventType } from './claim-schema.ts';
import { entity } from './mention-schema.ts';
import { agreementFields, controlStatus, reading, termFields } from './reading-schema.ts';
import type { Same } from './same.ts';
import { arg, isoDate, placeArg, span, why } from './slot-schema.ts';

const claimIds = z.array(z.string()).meta({ description: 'Global claim ids, "DOCUMENT/CLAIM"' });

/** Many documents reconciled. */
export const digest = z
  .object({
    readings: z.array(reading),
    entities: z.array(entity),
    origins: z.array(
      z.object({
        id: z.string(),
        documents: z.array(z.string()),
        claims: claimIds,
        kind: z.enum(['copy', 'credit', 'utterance', 'release']),
      }),
    ),
    happenings: z.array(
      z.object({
        id: z.string(),
        event: eventType,
        claims: claimIds,
        place: placeArg.nullable(),
        from: isoDate.nullable(),
        to: isoDate.nullable(),
        grade: z.enum(['confirmed', 'fair', 'weak', 'contested', 'discounted']),
        why,
      }),
    ),
    relations: z.array(
      z.object({
        a: z.string().meta({ description: 'The later or the narrower claim' }),
        b: z.string(),
        kind: z.enum(['repeats', 'corroborates', 'contradicts', 'updates', 'narrows']),
        dimension,
        score: z.number().min(0).max(1),
        why,
      }),
    ),
    disputes: z.array(dispute),
    agreements: z.array(
      z.object({
        ...agreementFields,
        terms: z.array(
          z.object({
            ...termFields,
            claims: claimIds,
            compliance: z.array(
              z.object({ claim: z.string(), verdict: z.enum(['kept', 'broken', 'disputed', 'unclear']) }),
            ),
          }),
        ),
      }),
    ),
    control: z.array(
      z.object({
        place: placeArg,
        holder: arg,
        previous: arg.nullable(),
        from: isoDate.nullable(),
        to: isoDate.nullable(),
        status: controlStatus,
        part: span.nullish(),
        besieger: arg.nullish(),
        claims: claimIds,
      }),
    ),
    corrections: z.array(
      z.object({ claim: z.string().nullable(), corrects: claimIds, document: z.string() }),
    ),
  })
  .meta({
    id: 'Digest',
    title: 'Digest',
    description: 'Many documents read and reconciled; it does not depend on their order.',
  });

true satisfies Same<z.infer<typeof digest>, Digest>;
