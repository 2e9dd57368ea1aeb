import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Components } from './components.ts';
import { type Config, repositoryRoot } from './config.ts';
import { type FrontDoor, openFrontDoor } from './http/front-door.ts';
import { createHttpApp } from './http/http-app.ts';
import { createMetrics } from './http/metrics.ts';
import { createShopReports } from './insights/shop-reports.ts';
import type { Logger } from './log.ts';
import { buildFilter } from './retrieval/qdrant/build-filter.ts';
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
export async function startApp(config: Config, components: Components, log: Logger, door?: FrontDoor): Promise<App> {
  const front = door ?? (await openFrontDoor(config));
  const pool = config.database.url
    ? openPostgresPool({ url: config.database.url, timeoutMs: config.database.timeoutMs, log })
    : undefined;
  const store = await openStore(config, pool);
  const metrics = createMetrics(() => hub.figures(), components.shop.model);
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
  if (adminToken === undefined) log.info('the pages /insights and /trace are off: set ADMIN_TOKEN to read them');
  const http = createHttpApp({
    hub,
    limits,
    registry: metrics.registry,
    checks: { qdrant: () => components.connection.version(), database: () => store.ping() },
    reports: createShopReports({
      log: store.turnLog,
      traces: components.traces,
      retriever: components.retriever,
      buildFilter,
      currency: components.assistant.catalog().currency,
    }),
    options: {
      clientDir,
      picturesDir: join(repositoryRoot, 'server/sample-shop/pictures'),
      allowedOrigins,
      trustProxy,
      adminToken,
    },
    log,
  });
  const httpServer = createServer(http);
  const sockets = await createSocketDoor({
    hub,
    httpServer,
    limits,
    options: { allowedOrigins, trustProxy },
    log,
    observer: metrics.observer,
    cluster: pool,
  });
  await hub.start();
  // Not before: a turn that begins while the hub takes up unfinished ones would be run twice.
  front.open(httpServer);
  return {
    url: front.url,
    async close() {
      await hub.close(config.shutdownTimeoutMs);
      await sockets.close();
      await front.close();
      await store.close();
    },
  };
}

async function openStore(config: Config, pool: Pool | undefined): Promise<SessionStore> {
  if (pool) return openPostgresStore(pool);
  return openSqliteStore({ file: join(config.dataDir, 'sessions.db'), busyTimeoutMs: config.database.timeoutMs });
}
