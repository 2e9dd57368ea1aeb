import { Router } from 'express';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { parseWindow } from '../insights/parse-window.ts';
import type { ShopReports } from '../insights/shop-reports.ts';
import { codes } from '../session/client-error.ts';
import type { RateLimit } from '../session/rate-limit.ts';
import { createAdminGate } from './admin-gate.ts';
import { createOriginPolicy } from './headers.ts';

export interface AdminRouteParts {
  reports: ShopReports;
  adminToken?: string;
  limit: RateLimit;
}

/** A report over a long stretch of a busy shop takes seconds; more than this is a fault. */
const reportTimeoutMs = 30_000;

/** `GET /insights?since=&until=` and `GET /trace/:turnId`, for who has the admin token, from pages of the own origin. */
export function createAdminRoute({ reports, adminToken, limit }: AdminRouteParts): Router {
  const router = Router();
  // A shop's page may talk to the chat, but never ask for the shop's figures.
  const ownOrigin = createOriginPolicy([]);
  const gate = createAdminGate({ adminToken, limit });
  router.get('/insights', ownOrigin, gate, async (request, response) => {
    const window = parseWindow(request.query, Date.now());
    response.json(await reports.insights(window, AbortSignal.timeout(reportTimeoutMs)));
  });
  router.get('/trace/:turnId', ownOrigin, gate, async (request, response) => {
    const turnId = z.uuid().safeParse(request.params.turnId);
    if (!turnId.success)
      throw new AppError(codes.badRequest, 'A turn id is a UUID, as "turnId" in the parts of a turn.');
    const trace = await reports.trace(turnId.data, AbortSignal.timeout(reportTimeoutMs));
    if (trace === undefined) {
      throw new AppError('not_found', 'No turn has this id: it may be older than the sessions that are kept.');
    }
    response.json(trace);
  });
  return router;
}
