import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { KyselySessionStore } from './kysely-session-store.ts';
import type { Log } from './log.ts';
import { migrateSessions } from './session-migrations.ts';
import type { SessionSchema } from './session-schema.ts';
import type { SessionStore } from './session-store.ts';

/** All numbers here are below 2^53 (milliseconds, counters), so a bigint column is read as a number and not as a text. */
const readBigint = (text: string): number => Number(text);
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8 ? readBigint : pg.types.getTypeParser(oid, format),
};

/** `timeoutMs` bounds the wait for a connection and for every statement. */
export function openPostgresPool(options: { url: string; timeoutMs: number; log: Log }): pg.Pool {
  const { url, timeoutMs, log } = options;
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs,
    max: 10,
    types,
  });
  const onError = (error: unknown) => log.warn({ error }, 'a database connection was dropped');
  // Without a listener a dropped connection would end the process, an idle one by the pool, a borrowed one by itself.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** The pool may be shared with the Socket.IO cluster adapter; closing the store ends it. */
export async function openPostgresStore(pool: pg.Pool): Promise<SessionStore> {
  const db = new Kysely<SessionSchema>({ dialect: new PostgresDialect({ pool }) });
  await migrateSessions(db);
  return new KyselySessionStore(db);
}
