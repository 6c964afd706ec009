import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { EdgeError } from '../contract/error.ts';
import { packageRoot } from '../contract/version.ts';
import type { Engines } from '../ledger/ledger.ts';
import { openLedger } from '../ledger/open.ts';
import { ledgerReader } from '../ledger/reader.ts';
import type { PlaceBook } from '../lexicon/gazetteer.ts';
import { createApp } from './app.ts';

/** What to serve, and where. Port 0 takes a free one; only this machine can reach it. */
export interface ServeOptions {
  readonly ledger: string;
  /** URL of the PostgreSQL database that holds the ledger's tables, where one does. */
  readonly database?: string | undefined;
  readonly port?: number;
  /** Reads a document; by default the program's own reader. */
  readonly read?: Engines['read'];
  /** Places beside those of the package. */
  readonly places?: PlaceBook | undefined;
  readonly host?: '127.0.0.1';
}

/** A running server: its address ("http://127.0.0.1:4747"), and how to stop it. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

/** Serves a ledger's API and pages. Rejects with EdgeError `port-taken` where the port is in use. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { host = '127.0.0.1', port: wanted = 4747 } = options;
  const { ledger: dir, places } = options;
  const own = options.read === undefined ? {} : { read: options.read };
  const ledger = await openLedger(dir, { ...own, places, database: options.database });
  let port = wanted;
  const app = createApp(ledger, {
    port: () => port,
    read: options.read ?? (async (input) => (await ledgerReader(dir, { places }))(input)),
    pages: join(packageRoot(), 'dist', 'web'),
    onFault: (error) => console.error(error),
  });
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  try {
    server.listen(wanted, host);
    await once(server, 'listening');
  } catch (error) {
    await ledger.close();
    throw listenError(error, wanted);
  }
  port = (server.address() as AddressInfo).port;
  return {
    address: `http://${host}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
      await ledger.close();
    },
  };
}

function listenError(error: unknown, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return new EdgeError(
      'port-taken',
      `Port ${port} is in use; stop what uses it or choose another with --port.`,
    );
  if (code === 'EACCES')
    return new EdgeError(
      'port-taken',
      `Port ${port} may not be used by this user; choose one above 1023 with --port.`,
    );
  return error;
}
