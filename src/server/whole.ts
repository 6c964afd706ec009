import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { digest } from '../contract/digest-schema.ts';
import { VERSION } from '../contract/version.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { answer, readRoute } from './route.ts';

const health = z
  .object({ status: z.literal('ok'), version: z.string(), documents: z.int() })
  .meta({ id: 'Health' });

const openapi = z
  .looseObject({ openapi: z.string() })
  .meta({ id: 'OpenApi', description: 'An OpenAPI 3.1 document' });

const digestRoute = readRoute('/api/digest', 'All documents reconciled', digest);
const healthRoute = readRoute('/api/health', 'Whether the ledger answers', health);
const openapiRoute = readRoute('/api/openapi.json', 'This description of the API', openapi);

/** The routes about the ledger and the API as a whole. */
export function wholeRoutes(app: OpenAPIHono, ledger: Ledger): void {
  app.openapi(digestRoute, async (context) => answer(context, digest, await ledger.digest()));

  app.openapi(healthRoute, async (context) => {
    const documents = await ledger.documents();
    return answer(context, health, { status: 'ok', version: VERSION, documents: documents.length });
  });

  app.openapi(openapiRoute, (context) => {
    const info = {
      title: 'Counterclaim',
      version: VERSION,
      description: 'A ledger of attributed claims, on this machine.',
    };
    const described = app.getOpenAPI31Document({ openapi: '3.1.0', info });
    return answer(context, openapi, { ...described });
  });
}
