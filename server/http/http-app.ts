import express, { type Express } from 'express';
import type { Registry } from 'prom-client';
import type { ShopReports } from '../insights/shop-reports.ts';
import type { Log } from '../session/log.ts';
import type { DoorLimits } from '../session/rate-limit.ts';
import type { SessionHub } from '../session/session-hub.ts';
import { createAdminPages } from './admin-pages.ts';
import { createAdminRoute } from './admin-route.ts';
import { createOriginPolicy, securityHeaders } from './headers.ts';
import { answerError, notFound } from './http-error.ts';
import { createProbes, type ReadinessChecks } from './probes.ts';
import { serveClient } from './serve-client.ts';
import { createTurnRoute } from './turn-route.ts';

export interface HttpAppOptions {
  /** Where the built client lies. */
  clientDir: string;
  /** Pictures of the sample shop, served at `/sample/pictures`. */
  picturesDir?: string;
  /** Web origins besides the own one that may call `/api`; `*` for all. */
  allowedOrigins: readonly string[];
  /** Number of proxies in front whose forwarded address is believed. */
  trustProxy: number;
  /** Bearer token of `/metrics`, open without one, and of the shop's pages, off without one. */
  adminToken?: string;
}

export interface HttpAppParts {
  hub: SessionHub;
  limits: DoorLimits;
  registry: Registry;
  /** Each rejects when its part is not ready. */
  checks: ReadinessChecks;
  reports: ShopReports;
  options: HttpAppOptions;
  log: Log;
}

const pictureAgeMs = 24 * 3_600_000;

/** The plain HTTP door: probes, figures, turns without a socket, and the client. */
export function createHttpApp(parts: HttpAppParts): Express {
  const { options, registry, checks, reports, limits, log } = parts;
  const { adminToken, clientDir } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.use(securityHeaders);
  app.use(createProbes({ checks, registry, adminToken, log }));
  app.use('/api', createAdminRoute({ reports, adminToken, limit: limits.adminRequestsOfAddress }));
  app.use('/api', createOriginPolicy(options.allowedOrigins));
  app.use('/api/turns', createTurnRoute(parts));
  app.use('/api', notFound);
  if (options.picturesDir) {
    app.use('/sample/pictures', express.static(options.picturesDir, { index: false, maxAge: pictureAgeMs }), notFound);
  }
  app.use(createAdminPages({ clientDir, adminToken }));
  app.use(serveClient(clientDir));
  app.use(answerError(log));
  return app;
}
