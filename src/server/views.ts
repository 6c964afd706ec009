import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { claim, eventType, statement } from '../contract/claim-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { actorRows } from '../view/actors.ts';
import { agreementRows } from '../view/agreements.ts';
import { claimRows } from '../view/claims.ts';
import { controlRows } from '../view/control.ts';
import { timelineRows } from '../view/timeline.ts';
import { answer, readRoute, refusals } from './route.ts';
import { actorRow, agreementRow, claimRow, controlRow, timelineRow } from './row-schema.ts';

const day = z.iso.date();

const claimQuery = z.object({
  document: z.string().optional(),
  event: eventType.optional(),
  polarity: claim.shape.polarity.optional(),
  stance: statement.shape.stance.optional(),
  actor: z.string().optional().meta({ description: 'Part of the name of the speaker, agent or patient' }),
  place: z.string().optional().meta({ description: 'Part of the name of the place' }),
  from: day.optional().meta({ description: 'The claim’s time reaches to this date or later' }),
  to: day.optional().meta({ description: 'The claim’s time begins on this date or before' }),
  search: z.string().optional().meta({ description: 'Words that the document holds' }),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

const claims = z.object({ total: z.int(), claims: z.array(claimRow) });
const timeline = z.object({ timeline: z.array(timelineRow) });
const control = z.object({ control: z.array(controlRow) });
const agreements = z.object({ agreements: z.array(agreementRow) });
const actors = z.object({ actors: z.array(actorRow) });

const claimsRoute = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'The claims that fit, by published time, then by their place in the text',
  request: { query: claimQuery },
  responses: {
    200: { description: 'A page of claims', content: { 'application/json': { schema: claims } } },
    ...refusals(400),
  },
});
const timelineRoute = readRoute('/api/timeline', 'The happenings, by date', timeline);
const controlRoute = readRoute('/api/control', 'Who is said to hold which place, and from when', control);
const agreementsRoute = readRoute(
  '/api/agreements',
  'The agreements and what is said of their terms',
  agreements,
);
const actorsRoute = readRoute('/api/actors', 'Actors and persons, the most active first', actors);

/** What a person asks of a ledger, one route a view. */
export function viewRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(claimsRoute, async (context) => {
    const { offset, limit, ...filter } = context.req.valid('query');
    const [ids, { readings }] = await Promise.all([ledger.find(filter), ledger.digest()]);
    const page = new Set(ids.slice(offset, offset + limit));
    return answer(context, claims, { total: ids.length, claims: claimRows(readings, page) });
  });
  app.openapi(timelineRoute, async (context) =>
    answer(context, timeline, { timeline: timelineRows(await ledger.digest()) }),
  );
  app.openapi(controlRoute, async (context) =>
    answer(context, control, { control: controlRows(await ledger.digest()) }),
  );
  app.openapi(agreementsRoute, async (context) =>
    answer(context, agreements, { agreements: agreementRows(await ledger.digest()) }),
  );
  app.openapi(actorsRoute, async (context) =>
    answer(context, actors, { actors: actorRows(await ledger.digest()) }),
  );
}
