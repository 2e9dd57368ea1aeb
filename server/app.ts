import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Components } from './components.ts';
import { type Config, repositoryRoot } from './config.ts';
import { AppError } from './errors.ts';
import { createHttpApp } from './http/http-app.ts';
import { createMetrics } from './http/metrics.ts';
import type { Logger } from './log.ts';
import { openPostgresPool, openPostgresStore } from './session/open-postgres-store.ts';
import { openSqliteStore } from './session/open-sqlite-store.ts';
import { createDoorLimits } from './session/rate-limit.ts';
import { SessionHub } from './session/session-hub.ts';
import type { SessionStore } from './session/session-store.ts';
import { readSessionSecret } from './session-secret.ts';
import { createSocketDoor } from './socket/socket-door.ts';

export interface App {
  url: string;
  close(): Promise<void>;
}

const LEASE_MS = 15_000;
const RETENTION_MS = 90 * 24 * 3_600_000;
const WAITING_TURNS = 2_000;

/** The doors over an opened shop: sessions in the database, sockets and HTTP on one port. */
export async function startApp(config: Config, components: Components, log: Logger): Promise<App> {
  const pool = config.database.url
    ? openPostgresPool({ url: config.database.url, timeoutMs: config.database.timeoutMs, log })
    : undefined;
  const store = await openStore(config, pool);
  const metrics = createMetrics(() => hub.figures());
  const hub: SessionHub = new SessionHub({
    store,
    assistant: components.assistant,
    presentInterests: (memory) => components.assistant.presentInterests(memory),
    log,
    observer: metrics.observer,
    options: {
      // A name of this data folder: after a restart its own unfinished turns run again at once.
      nodeId: pool ? `node-${randomUUID()}` : 'single',
      turnTimeoutMs: config.turnTimeoutMs,
      leaseMs: LEASE_MS,
      concurrentTurns: config.limits.concurrentTurns,
      waitingTurns: WAITING_TURNS,
      retentionMs: RETENTION_MS,
      defaultLocale: 'en',
      secrets: [config.sessionSecret ?? readSessionSecret(config.dataDir)],
    },
  });
  const limits = createDoorLimits(config.limits);
  const { allowedOrigins, trustProxy, adminToken, clientDir } = config;
  const http = createHttpApp({
    hub,
    limits,
    registry: metrics.registry,
    checks: { qdrant: () => components.connection.version(), database: () => store.readTurns('readiness', 1) },
    options: {
      clientDir,
      picturesDir: join(repositoryRoot, 'server/sample-shop/pictures'),
      allowedOrigins,
      trustProxy,
      adminToken,
    },
    log,
  });
  const server = createServer(http);
  const sockets = await createSocketDoor({
    hub,
    httpServer: server,
    limits,
    options: { allowedOrigins, trustProxy },
    log,
    observer: metrics.observer,
    cluster: pool,
  });
  await hub.start();
  await listen(server, config);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return {
    url: `http://localhost:${port}`,
    async close() {
      await hub.close(config.shutdownTimeoutMs);
      await sockets.close();
      await store.close();
    },
  };
}

async function openStore(config: Config, pool: Pool | undefined): Promise<SessionStore> {
  if (pool) return openPostgresStore(pool);
  return openSqliteStore({ file: join(config.dataDir, 'sessions.db'), busyTimeoutMs: config.database.timeoutMs });
}

async function listen(server: Server, { port, host }: Config): Promise<void> {
  const failed = once(server, 'error').then(([error]) => {
    throw error;
  });
  server.listen(port, host);
  try {
    await Promise.race([once(server, 'listening'), failed]);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'EADDRINUSE')
      throw new AppError('port_taken', `port ${port} is taken; stop what uses it or start with --port ${port + 1}`, {
        cause,
      });
    if (code === 'EACCES')
      throw new AppError('port_forbidden', `port ${port} needs more rights; start with a port above 1023`, { cause });
    throw cause;
  }
}
