import { z } from '@hono/zod-openapi';
import { claim, dispute, eventType, statement } from '../contract/claim-schema.ts';
import { digest } from '../contract/digest-schema.ts';
import { controlStatus } from '../contract/reading-schema.ts';
import type { Same } from '../contract/same.ts';
import { isoDate } from '../contract/slot-schema.ts';
import type { ActorRow } from '../view/actors.ts';
import type { AgreementRow } from '../view/agreements.ts';
import type { ClaimRow } from '../view/claims.ts';
import type { ControlRow } from '../view/control.ts';
import type { DisputeRow } from '../view/disputes.ts';
import type { TimelineRow } from '../view/timeline.ts';

const name = z.string().nullable();
const names = z.array(z.string());
const date = isoDate.nullable();

/** A claim as a table shows it. */
export const claimRow = z
  .object({
    id: z.string().meta({ description: 'Global claim id, "DOCUMENT/CLAIM"' }),
    document: z.string(),
    publisher: name,
    published: date,
    speaker: name.meta({ description: 'Null in the document’s own voice' }),
    for: name.meta({ description: 'The organisation spoken for' }),
    stance: statement.shape.stance,
    mode: statement.shape.mode,
    event: eventType,
    polarity: claim.shape.polarity,
    modality: claim.shape.modality,
    agent: names,
    patient: names,
    place: name,
    from: date,
    to: date,
    quantity: name.meta({ description: 'The words of the count' }),
    words: z.string().meta({ description: 'The words of the statement' }),
  })
  .meta({ id: 'ClaimRow' });

/** A dispute with the claims on each side. */
export const disputeRow = dispute
  .omit({ sides: true })
  .extend({
    sides: z.array(z.object({ answer: z.string(), origins: z.int(), claims: z.array(claimRow) })),
  })
  .meta({ id: 'DisputeRow' });

/** An agreement with what is said of each term. */
export const agreementRow = z
  .object({
    id: z.string(),
    parties: names,
    guarantors: names,
    mediators: names,
    excluded: names,
    place: name,
    from: date,
    to: date,
    duration: name,
    statuses: names,
    terms: z.array(
      z.object({
        id: z.string(),
        who: names,
        does: z.string(),
        toWhom: names,
        condition: name,
        speaker: name,
        compliance: z.array(
          z.object({ verdict: z.enum(['kept', 'broken', 'disputed', 'unclear']), claim: claimRow }),
        ),
      }),
    ),
    claims: z.array(claimRow),
  })
  .meta({ id: 'AgreementRow' });

/** Who is said to hold a place over an interval. */
export const controlRow = z
  .object({
    place: z.string(),
    holder: z.string(),
    previous: name,
    status: controlStatus,
    part: name,
    besieger: name,
    from: date,
    to: date,
    claims: z.array(claimRow),
  })
  .meta({ id: 'ControlRow' });

/** One happening on the timeline. */
export const timelineRow = z
  .object({
    id: z.string(),
    from: date,
    to: date,
    event: eventType,
    place: name,
    grade: digest.shape.happenings.element.shape.grade,
    disputed: names.meta({ description: 'Questions of the disputes its claims stand in' }),
    claims: names.meta({ description: 'Global claim ids' }),
    first: claimRow,
  })
  .meta({ id: 'TimelineRow' });

/** An actor or person, and how often it speaks and acts. */
export const actorRow = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['actor', 'person']),
    role: name,
    otherNames: names,
    relations: names,
    documents: z.int(),
    says: z.int(),
    does: z.int(),
    suffers: z.int(),
  })
  .meta({ id: 'ActorRow' });

true satisfies Same<z.infer<typeof claimRow>, ClaimRow>;
true satisfies Same<z.infer<typeof disputeRow>, DisputeRow>;
true satisfies Same<z.infer<typeof agreementRow>, AgreementRow>;
true satisfies Same<z.infer<typeof controlRow>, ControlRow>;
true satisfies Same<z.infer<typeof timelineRow>, TimelineRow>;
true satisfies Same<z.infer<typeof actorRow>, ActorRow>;
