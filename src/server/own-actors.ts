import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { ownActor } from '../contract/actor-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { addActors } from '../ledger/own-actors.ts';
import { Refusal } from './problem.ts';
import { answer, refusals } from './route.ts';

/** The largest body that POST /api/actors takes, in bytes. */
const LIMIT = 16 * 1024;

const added = z.object({
  added: z.array(z.string()).meta({ description: 'Its id; empty where it stood there already' }),
});

const route = createRoute({
  method: 'post',
  path: '/api/actors',
  summary: 'Teaches the ledger an actor that the program does not know',
  request: { body: { required: true, content: { 'application/json': { schema: ownActor } } } },
  responses: {
    200: { description: 'What was added', content: { 'application/json': { schema: added } } },
    ...refusals(400, 403, 413, 415),
  },
  middleware: bodyLimit({
    maxSize: LIMIT,
    onError: () => {
      throw new Refusal(
        413,
        'Too large',
        `The body may hold at most ${LIMIT} bytes; it describes one actor.`,
      );
    },
  }),
});

/** Actors of the user's own, kept with the ledger. */
export function ownActorRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(route, async (context) => {
    const {
      id,
      kind,
      names,
      demonyms,
      metonyms,
      countries,
      memberOf,
      partOf,
      alliedWith,
      reference,
      example,
    } = context.req.valid('json');
    const ties = (list: typeof memberOf) =>
      list.map(({ to, from, until }) => ({
        to,
        ...(from === null ? {} : { from }),
        ...(until === null ? {} : { until }),
      }));
    const given = {
      id,
      kind,
      names,
      demonyms: some(demonyms),
      metonyms: some(metonyms),
      countries: some(countries),
      memberOf: some(ties(memberOf)),
      partOf: some(ties(partOf)),
      alliedWith: some(ties(alliedWith)),
      reference,
      example,
    };
    const actor = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    return answer(context, added, { added: addActors(ledger.dir, [actor as typeof given], 'The actor') });
  });
}

/** A list, left out where it is empty, so that the file holds what was said. */
function some<T>(list: readonly T[]): T[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
