import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { dispute } from '../contract/claim-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { Refusal } from './problem.ts';
import { quote, quotedClaim } from './quoted.ts';
import { answer, oneRoute, readRoute } from './route.ts';

const list = z.object({ disputes: z.array(dispute) });

/** A dispute with the words on each side, and why its claims cannot all be true. */
export const disputePage = dispute
  .omit({ sides: true })
  .extend({
    sides: z.array(z.object({ answer: z.string(), origins: z.int(), claims: z.array(quotedClaim) })),
    why: z.array(z.string()),
  })
  .meta({ id: 'DisputePage' });

const listRoute = readRoute('/api/disputes', 'All disputes, each with its answers', list);
const pageRoute = oneRoute('/api/disputes/{id}', 'One dispute with the words on each side', disputePage);

/** The disputes of a ledger. */
export function disputeRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(listRoute, async (context) => {
    const { disputes } = await ledger.digest();
    return answer(context, list, { disputes });
  });

  app.openapi(pageRoute, async (context) => {
    const { id } = context.req.valid('param');
    const digest = await ledger.digest();
    const found = digest.disputes.find((one) => one.id === id);
    if (found === undefined) {
      throw new Refusal(
        404,
        'Not found',
        `The ledger holds no dispute “${id}”; GET /api/disputes lists those it holds.`,
      );
    }
    const sides = await Promise.all(
      found.sides.map(async (side) => ({ ...side, claims: await quote(ledger, digest, side.claims) })),
    );
    const here = new Set(found.sides.flatMap((side) => side.claims));
    const why = digest.relations
      .filter(({ kind, a, b }) => kind === 'contradicts' && here.has(a) && here.has(b))
      .flatMap((relation) => relation.why);
    return answer(context, disputePage, { ...found, sides, why: [...new Set(why)] });
  });
}
