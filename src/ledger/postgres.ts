import type { PostgresPool, PostgresPoolClient } from 'kysely';

/** How long a writer waits for another process, in milliseconds. */
const PATIENCE = 15_000;
/** How long connecting may take, in milliseconds. */
const CONNECTING = 10_000;
/** Connections one process holds at most. */
const CONNECTIONS = 5;

// PostgreSQL's text holds every character but U+0000. It is kept as this one, which no text means, and a digit; so is that one itself.
const ESCAPE = '\u{10ffff}';

/** A pool of connections whose texts may hold any character, and whose counts are numbers. */
export async function postgresPool(url: string): Promise<PostgresPool> {
  const { default: pg } = await import('pg');
  const counts = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECTING,
    lock_timeout: PATIENCE,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary') =>
        counts.has(id) ? Number : pg.types.getTypeParser(id, format as 'text'),
    },
  });
  // An idle connection that breaks is replaced; the next query tells where none can be had.
  pool.on('error', () => {});
  return {
    connect: async () => wholeTexts((await pool.connect()) as unknown as PostgresPoolClient),
    end: () => pool.end(),
  };
}

/** The client, with texts escaped on their way in and back. */
function wholeTexts(client: PostgresPoolClient): PostgresPoolClient {
  const query = async (text: string, values: readonly unknown[]) => {
    const result = await client.query<Record<string, unknown>>(text, values.map(escaped));
    for (const row of result.rows ?? [])
      for (const [name, value] of Object.entries(row))
        if (typeof value === 'string' && value.includes(ESCAPE)) row[name] = restored(value);
    return result;
  };
  return { query, release: () => client.release() } as PostgresPoolClient;
}

function escaped(value: unknown): unknown {
  if (typeof value !== 'string' || !(value.includes('\0') || value.includes(ESCAPE))) return value;
  return value.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`);
}

function restored(value: string): string {
  return value.replaceAll(/\u{10ffff}([01])/gu, (_, digit) => (digit === '0' ? '\0' : ESCAPE));
}
