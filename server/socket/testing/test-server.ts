import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import { createHttpApp, type HttpAppOptions } from '../../http/http-app.ts';
import { createMetrics } from '../../http/metrics.ts';
import type { ReadinessChecks } from '../../http/probes.ts';
import { createShopReports } from '../../insights/shop-reports.ts';
import type { Log } from '../../session/log.ts';
import { createDoorLimits, type DoorLimitOptions } from '../../session/rate-limit.ts';
import type { SessionHub, SessionHubOptions } from '../../session/session-hub.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { createFakeAssistant } from '../../session/testing/fake-assistant.ts';
import { silentLog } from '../../session/testing/silent-log.ts';
import { createTestHub } from '../../session/testing/test-hub.ts';
import type { Assistant } from '../../turn/turn.ts';
import { createSocketDoor } from '../socket-door.ts';

const plenty = 1_000_000;

/** The whole of this layer on a port of its own: both doors, one hub, a real store, and an assistant without a catalog. */
export async function startTestServer(parts: {
  store: SessionStore;
  assistant?: Assistant;
  log?: Log;
  port?: number;
  limits?: Partial<DoorLimitOptions>;
  hub?: Partial<SessionHubOptions>;
  http?: Partial<HttpAppOptions>;
  checks?: ReadinessChecks;
  cluster?: Pool;
}) {
  const { store, log = silentLog } = parts;
  const metrics = createMetrics(() => hub.figures());
  const { observer, registry } = metrics;
  const hub: SessionHub = createTestHub({
    store,
    assistant: parts.assistant ?? createFakeAssistant(),
    log,
    observer,
    options: parts.hub,
  });
  const limits = createDoorLimits({
    turnsPerMinute: plenty,
    addressTurnsPerMinute: plenty,
    addressConnectionsPerMinute: plenty,
    interactionsPerMinute: plenty,
    ...parts.limits,
  });
  const options = { clientDir: '/nowhere', allowedOrigins: [], trustProxy: 0, ...parts.http };
  const checks = parts.checks ?? { database: () => store.ping() };
  const reports = createShopReports({
    log: store.turnLog,
    retriever: { items: async () => [] },
    buildFilter: (eligible) => eligible,
    currency: 'EUR',
  });
  const httpServer = createServer(createHttpApp({ hub, limits, registry, checks, reports, options, log }));
  const door = await createSocketDoor({ hub, httpServer, limits, options, log, observer, cluster: parts.cluster });
  await hub.start();
  await new Promise<void>((resolve) => httpServer.listen(parts.port ?? 0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  const close = async () => {
    await hub.close(1_000);
    await door.close();
  };
  return { url: `http://127.0.0.1:${port}`, port, hub, close };
}
