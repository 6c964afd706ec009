import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Same } from '../contract/same.ts';
import { span } from '../contract/slot-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { explain } from '../view/explain.ts';
import type { Explanation } from '../view/explanation.ts';
import { witnessesOf } from '../view/witness.ts';
import { Refusal } from './problem.ts';
import { answer, oneRoute } from './route.ts';
import { claimRow } from './row-schema.ts';

const kind = z.enum([
  'sentence',
  'statement',
  'speaker',
  'content',
  'within',
  'about',
  'event',
  'agent',
  'patient',
  'instrument',
  'place',
  'time',
  'quantity',
  'polarity',
  'modality',
  'agreement',
  'control',
  'dispute',
  'relation',
]);

/** The chain of decisions behind a claim. */
export const explanation = z
  .object({
    claim: claimRow,
    steps: z.array(
      z.object({
        kind,
        result: z.string().meta({ description: 'What was decided' }),
        words: z.array(span).meta({ description: 'The words it stands on' }),
        why: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Explanation' });

true satisfies Same<z.infer<typeof explanation>, Explanation>;

const route = oneRoute(
  '/api/claims/{id}/explain',
  'Why a claim was read so, decision by decision',
  explanation,
);

/** Why a claim of the ledger was read so. */
export function explainRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(route, async (context) => {
    const { id } = context.req.valid('param');
    const digest = await ledger.digest();
    const witness = witnessesOf(digest.readings).get(id);
    const document = witness && (await ledger.document(witness.reading.document.id));
    const found = document ? explain(digest, id, document.text) : null;
    if (found === null) {
      const detail = `The ledger holds no claim “${id}”; GET /api/claims lists those it holds.`;
      throw new Refusal(404, 'Not found', detail);
    }
    return answer(context, explanation, found);
  });
}
