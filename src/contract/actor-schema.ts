import * as z from 'zod';

/** What an actor is; the `role` of its entity. */
export const ACTOR_KINDS = [
  'state',
  'government',
  'military',
  'police',
  'armed-group',
  'coalition',
  'civil-body',
  'international',
  'outlet',
] as const;

export const ActorId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and single hyphens');
/** A day, or a bare year, which stands for its first day in `from` and its last in `until`. */
const DAY = 'must be YYYY-MM-DD or a year';
const Day = z.union(
  [z.string().regex(/^\d{4}-\d{2}-\d{2}$/, DAY), z.number().int().min(1900, DAY).max(2100, DAY)],
  DAY,
);
export const ActorText = z.string().trim().min(1, 'must not be empty');

/** Ties to other actors, whose name or id is `Target`. */
function tiesTo(target: z.ZodType<string>) {
  return z
    .array(
      z.union([
        target.transform((to) => ({ to, from: null, until: null })),
        z
          .strictObject({ to: target, from: Day.optional(), until: Day.optional() })
          .transform(({ to, from = null, until = null }) => ({
            to,
            from: typeof from === 'number' ? `${from}-01-01` : from,
            until: typeof until === 'number' ? `${until}-12-31` : until,
          })),
      ]),
    )
    .default([]);
}

const common = {
  kind: z.enum(ACTOR_KINDS, { error: `must be one of ${ACTOR_KINDS.join(', ')}` }),
  names: z.array(ActorText).min(1, 'must hold one name at least'),
  demonyms: z.array(ActorText).default([]),
  metonyms: z.array(ActorText).default([]),
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, 'must be two capitals, as in SY')).default([]),
};
const ties = (target: z.ZodType<string>) => ({
  memberOf: tiesTo(target),
  partOf: tiesTo(target),
  alliedWith: tiesTo(target),
});

/** An entry of `data/actors/*.yml`. */
export const actorSource = z.strictObject({
  id: ActorId,
  ...common,
  ...ties(ActorId),
  reference: ActorText,
  example: ActorText,
});

/** An actor of one's own: as in `data/actors/*.yml`, but only `kind` and `names` are required, and ties may go by name. */
export const ownActor = z.strictObject({
  id: ActorId.optional(),
  ...common,
  ...ties(ActorText),
  reference: ActorText.optional(),
  example: ActorText.optional(),
});

/** An actor as users write it. */
export type OwnActorInput = z.input<typeof ownActor>;
