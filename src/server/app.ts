import { OpenAPIHono } from '@hono/zod-openapi';
import type { DocumentInput } from '../contract/document.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Reading } from '../model/reading.ts';
import { disputeRoutes } from './disputes.ts';
import { documentRoutes } from './documents.ts';
import { explainRoutes } from './explain.ts';
import { fieldErrors } from './field-error.ts';
import { guardHost, guardOrigin, secureHeaders } from './guard.ts';
import { ownActorRoutes } from './own-actors.ts';
import { Refusal, sendProblem, toProblem } from './problem.ts';
import { readRoutes } from './read.ts';
import { pagesFrom } from './static.ts';
import { viewRoutes } from './views.ts';
import { wholeRoutes } from './whole.ts';

/** What an app may be given besides its ledger. */
export interface AppOptions {
  /** The port that a Host header must name; null lets any port pass. */
  readonly port?: () => number | null;
  /** The folder of the built pages. Without it only the API answers. */
  readonly pages?: string;
  /** Reads a document; by default the program's own reader. */
  readonly read?: (input: DocumentInput) => Reading | Promise<Reading>;
  /** Hears of every error that is the server's own fault. */
  readonly onFault?: (error: unknown) => void;
}

/** The HTTP API and the pages over one open ledger; closing the ledger is the caller's. */
export function createApp(ledger: Ledger, options: AppOptions = {}): OpenAPIHono {
  const port = options.port ?? (() => null);
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) {
        throw new Refusal(
          400,
          'Bad request',
          'The request does not fit; see errors.',
          result.error.issues.flatMap((issue) => fieldErrors(issue)),
        );
      }
    },
  });
  app.use(secureHeaders(), guardHost(port), guardOrigin(port));
  app.onError((error, context) => {
    const problem = toProblem(error);
    if (problem.status === 500) options.onFault?.(error);
    return sendProblem(context, problem);
  });
  app.notFound((context) =>
    sendProblem(
      context,
      toProblem(new Refusal(404, 'Not found', 'There is no such route; /api/openapi.json lists them.')),
    ),
  );

  documentRoutes(app, ledger);
  disputeRoutes(app, ledger);
  explainRoutes(app, ledger);
  readRoutes(app, async (input) => (options.read ?? (await import('../reading.ts')).read)(input));
  viewRoutes(app, ledger);
  ownActorRoutes(app, ledger);
  wholeRoutes(app, ledger);

  if (options.pages !== undefined) {
    const pages = pagesFrom(options.pages);
    app.get('*', (context, next) => (context.req.path.startsWith('/api') ? next() : pages(context)));
  }
  return app;
}
