import * as z from 'zod';
import type { Claim } from '../model/claim.ts';
import type { Dispute } from '../model/dispute.ts';
import type { Statement } from '../model/statement.ts';
import type { Same } from './same.ts';
import { arg, placeArg, quantitySlot, span, timeSlot, why } from './slot-schema.ts';

/** The event types. */
export const eventType = z
  .enum([
    'AGREE',
    'CONSULT',
    'SUPPORT',
    'CONCEDE',
    'COOPERATE',
    'AID',
    'RETREAT',
    'REQUEST',
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
    'SANCTION',
    'MOBILIZE',
    'COERCE',
    'ASSAULT',
    'FLEE',
    'CONTROL',
    'DETAIN',
    'CASUALTY',
  ])
  .meta({ id: 'EventType' });

/** Who says what. */
export const statement = z
  .object({
    id: z.string(),
    mode: z.enum(['direct', 'indirect', 'mixed', 'narrative']),
    stance: z.enum(['asserts', 'denies', 'disputes', 'demands', 'promises', 'predicts', 'hedges']),
    source: span.nullable(),
    cue: span.nullable(),
    content: z.array(span),
    speaker: z.string().nullable().meta({ description: 'Entity id' }),
    for: z.string().nullable().meta({ description: 'Entity id of the organisation spoken for' }),
    within: z.string().nullable().meta({ description: 'Id of the enclosing statement' }),
    about: z.string().nullable().meta({ description: 'Id of the statement it disputes or confirms' }),
    relay: z.string().nullable().meta({ description: 'The outlet it was said to' }),
    time: timeSlot.nullable(),
    why,
  })
  .meta({ id: 'Statement' });

/** Whether the content holds that it happened. */
export const polarity = z.enum(['positive', 'negative']);

/** On what footing the content puts it. */
export const modality = z.enum([
  'actual',
  'planned',
  'promised',
  'demanded',
  'predicted',
  'possible',
  'conditional',
]);

/** One proposition as one statement puts it forward. */
export const claim = z
  .object({
    id: z.string(),
    statement: z.string().meta({ description: 'Id of the statement that puts it forward' }),
    event: eventType,
    mode: z.string().nullable(),
    predicate: span,
    agent: z.array(arg),
    patient: z.array(arg),
    instrument: z.array(arg),
    place: placeArg.nullable(),
    time: timeSlot.nullable(),
    quantity: quantitySlot.nullable(),
    polarity,
    modality,
    why,
  })
  .meta({ id: 'Claim' });

/** On what two claims differ. */
export const dimension = z
  .enum(['polarity', 'quantity', 'participants', 'place', 'time', 'responsibility', 'control'])
  .meta({ id: 'Dimension' });

/** A question with answers that cannot all be true. */
export const dispute = z
  .object({
    id: z.string(),
    question: z.string(),
    kind: dimension,
    status: z.enum(['open', 'withdrawn', 'settled']),
    sides: z.array(
      z.object({
        answer: z.string(),
        claims: z.array(z.string()),
        origins: z.int().min(0).meta({ description: 'Distinct independent sources' }),
      }),
    ),
  })
  .meta({ id: 'Dispute' });

true satisfies Same<z.infer<typeof statement>, Statement>;
true satisfies Same<z.infer<typeof claim>, Claim>;
true satisfies Same<z.infer<typeof dispute>, Dispute>;
