import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import { dispute } from '../contract/claim-schema.ts';
import { reading } from '../contract/reading-schema.ts';
import { isoDate } from '../contract/slot-schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Digest } from '../model/digest.ts';
import type { Dispute } from '../model/dispute.ts';
import { type Witness, witnessesOf } from '../view/witness.ts';
import { Refusal } from './problem.ts';
import { answer, oneRoute, readRoute } from './route.ts';

const fields = {
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: isoDate.nullable(),
  updated: isoDate.nullable(),
  url: z.string().nullable(),
  language: z.string().nullable(),
  sha256: z.string(),
  original: z.string().meta({ description: 'SHA-256 of the bytes as received' }),
  added: z.string().meta({ description: 'When it came into the ledger' }),
  characters: z.int(),
  statements: z.int(),
  claims: z.int(),
};

/** A document as the list gives it. */
export const documentRow = z
  .object({ ...fields, disputes: z.int().meta({ description: 'Disputes its claims stand in' }) })
  .meta({ id: 'DocumentRow' });

const list = z.object({ documents: z.array(documentRow) });

/** A document with its text, its Reading, and the disputes that its claims stand in, by its own claim ids. */
export const documentPage = z
  .object({
    document: z.object({ ...fields, text: z.string() }),
    reading,
    disputes: z.array(
      dispute
        .pick({ id: true, question: true, kind: true, status: true })
        .extend({ claims: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'DocumentPage' });

const listRoute = readRoute('/api/documents', 'All documents, by published time', list);
const pageRoute = oneRoute(
  '/api/documents/{id}',
  'One document: its text, its Reading and its disputes',
  documentPage,
);

/** The documents of a ledger. */
export function documentRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(listRoute, async (context) => {
    const [rows, digest] = await Promise.all([ledger.documents(), ledger.digest()]);
    const counts = countDisputes(digest);
    const documents = rows.map((row) => ({ ...row, disputes: counts.get(row.id) ?? 0 }));
    return answer(context, list, { documents });
  });

  app.openapi(pageRoute, async (context) => {
    const { id } = context.req.valid('param');
    const [document, found, digest] = await Promise.all([
      ledger.document(id),
      ledger.reading(id),
      ledger.digest(),
    ]);
    if (document === null || found === null) {
      throw new Refusal(
        404,
        'Not found',
        `The ledger holds no document “${id}”; GET /api/documents lists those it holds.`,
      );
    }
    const disputes = digest.disputes
      .map((one) => within(one, witnessesOf(digest.readings), id))
      .filter((one) => one.claims.length > 0);
    return answer(context, documentPage, { document, reading: found, disputes });
  });
}

function within({ sides, ...dispute }: Dispute, claims: ReadonlyMap<string, Witness>, document: string) {
  const own = sides
    .flatMap((side) => side.claims)
    .map((id) => claims.get(id))
    .flatMap((witness) => (witness?.reading.document.id === document ? [witness.claim.id] : []));
  return { ...dispute, claims: own };
}

/** How many disputes the claims of each document stand in. */
function countDisputes({ disputes, readings }: Digest): ReadonlyMap<string, number> {
  const witnesses = witnessesOf(readings);
  const counts = new Map<string, number>();
  for (const { sides } of disputes) {
    const claims = sides.flatMap((side) => side.claims);
    const documents = claims.flatMap((id) => witnesses.get(id)?.reading.document.id ?? []);
    for (const id of new Set(documents)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
