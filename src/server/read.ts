import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { DocumentInput } from '../contract/document.ts';
import { documentInput } from '../contract/document-schema.ts';
import { reading } from '../contract/reading-schema.ts';
import type { Reading } from '../model/reading.ts';
import { Refusal } from './problem.ts';
import { answer, refusals } from './route.ts';

/** The largest body that /api/read takes, in bytes. Reading holds up the server; longer texts are for the command line. */
export const READ_LIMIT = 256 * 1024;

const route = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Reads one document and keeps nothing of it',
  request: { body: { required: true, content: { 'application/json': { schema: documentInput } } } },
  responses: {
    200: { description: 'Its Reading', content: { 'application/json': { schema: reading } } },
    ...refusals(400, 403, 413, 415),
  },
  middleware: bodyLimit({
    maxSize: READ_LIMIT,
    onError: () => {
      throw new Refusal(
        413,
        'Too large',
        `The body may hold at most ${READ_LIMIT} bytes; read longer texts with "counterclaim read".`,
      );
    },
  }),
});

/** The stateless reader. */
export function readRoutes(app: OpenAPIHono, read: (input: DocumentInput) => Promise<Reading>): void {
  app.openapi(route, async (context) => answer(context, reading, await read(context.req.valid('json'))));
}
