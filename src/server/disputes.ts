import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Ledger } from '../ledger/ledger.ts';
import { disputeRows } from '../view/disputes.ts';
import { witnessesOf } from '../view/witness.ts';
import { Refusal } from './problem.ts';
import { answer, oneRoute, readRoute } from './route.ts';
import { claimRow, disputeRow } from './row-schema.ts';
import { wordsAround } from './words.ts';

const list = z.object({ disputes: z.array(disputeRow) });

const quotedClaim = claimRow
  .extend({
    title: z.string().nullable().meta({ description: 'Title of the document' }),
    before: z.string().meta({ description: 'The words of its sentence before the content' }),
    quoted: z.string().meta({ description: 'The text from the first to the last word of the content' }),
    after: z.string().meta({ description: 'The words of its sentence after the content' }),
  })
  .meta({ id: 'QuotedClaim' });

/** A dispute with the words on each side, and why its claims cannot all be true. */
export const disputePage = disputeRow
  .omit({ sides: true })
  .extend({
    sides: z.array(z.object({ answer: z.string(), origins: z.int(), claims: z.array(quotedClaim) })),
    why: z.array(z.string()),
  })
  .meta({ id: 'DisputePage' });

const listRoute = readRoute('/api/disputes', 'All disputes, open ones first', list);
const pageRoute = oneRoute('/api/disputes/{id}', 'One dispute with the words on each side', disputePage);

/** The disputes of a ledger. */
export function disputeRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(listRoute, async (context) =>
    answer(context, list, { disputes: disputeRows(await ledger.digest()) }),
  );

  app.openapi(pageRoute, async (context) => {
    const { id } = context.req.valid('param');
    const digest = await ledger.digest();
    const disputes = digest.disputes.filter((one) => one.id === id);
    const [found] = disputeRows({ disputes, readings: digest.readings });
    if (found === undefined) {
      const detail = `The ledger holds no dispute “${id}”; GET /api/disputes lists those it holds.`;
      throw new Refusal(404, 'Not found', detail);
    }
    const witnesses = witnessesOf(digest.readings);
    const texts = new Map<string, string>();
    for (const { document } of found.sides.flatMap((side) => side.claims)) {
      if (!texts.has(document)) texts.set(document, (await ledger.document(document))?.text ?? '');
    }
    const sides = found.sides.map((side) => ({
      ...side,
      claims: side.claims.map((row) => {
        const { reading, statement } = witnesses.get(row.id)!;
        return {
          ...row,
          title: reading.document.title,
          ...wordsAround(texts.get(row.document)!, reading, statement),
        };
      }),
    }));
    const here = new Set(disputes.flatMap((one) => one.sides.flatMap((side) => side.claims)));
    const why = digest.relations
      .filter(({ kind, a, b }) => kind === 'contradicts' && here.has(a) && here.has(b))
      .flatMap((relation) => relation.why);
    return answer(context, disputePage, { ...found, sides, why: [...new Set(why)] });
  });
}
